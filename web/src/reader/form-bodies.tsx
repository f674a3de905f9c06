import { type MessageId, T } from '../language/index.ts';
import { ACTS, DERIVATION_RELATIONS, type DraftKind, QUALIFIERS, type Qualifier, UNITS } from './draft.ts';
import { Choice, type FormParts, Text } from './form-parts.tsx';

const QUALIFIER_WORDS: Readonly<Record<Qualifier, MessageId>> = {
  exact: 'qualifier.exact',
  approx: 'qualifier.approx',
  min: 'qualifier.min',
  max: 'qualifier.max',
  range: 'qualifier.range',
  vague: 'qualifier.vague',
};

/** The fields that only one kind of claim has, in reading order. */
export function FormBody({ kind, parts }: { readonly kind: DraftKind | 'other'; readonly parts: FormParts }) {
  switch (kind) {
    case 'quantity':
      return <FigureFields parts={parts} />;
    case 'role':
      return <RoleFields parts={parts} />;
    case 'derivation':
      return <DerivationFields parts={parts} />;
    case 'quote':
      return <ModeField parts={parts} />;
    default:
      return null;
  }
}

function FigureFields({ parts }: { readonly parts: FormParts }) {
  const { fields, change } = parts;
  return (
    <>
      <Text name="raw" label="form.raw" hint="form.raw.hint" parts={parts} />
      <Choice
        label="form.qualifier"
        value={fields.qualifier}
        choices={QUALIFIERS.map((word) => [word, QUALIFIER_WORDS[word]] as const)}
        onChange={(qualifier) => change({ qualifier })}
      />
      <div className="row">
        <Text name="value" label="form.value" parts={parts} ltr />
        <Text name="min" label="form.min" parts={parts} ltr />
        <Text name="max" label="form.max" parts={parts} ltr />
      </div>
      <div className="row">
        <Choice
          label="form.unit"
          value={fields.unit}
          choices={UNITS.map((unit) => [unit, `unit.${unit}`] as const)}
          onChange={(unit) => change({ unit })}
        />
        <Choice
          label="form.act"
          value={fields.act}
          choices={ACTS.map((act) => [act, `act.${act}`] as const)}
          onChange={(act) => change({ act })}
        />
      </div>
      <Text name="population" label="form.population" hint="form.population.hint" parts={parts} />
      <Text name="event" label="form.event" parts={parts} />
      <Text name="place" label="form.place" parts={parts} />
      <Text name="period" label="form.period" hint="form.date.hint" parts={parts} ltr />
    </>
  );
}

function RoleFields({ parts }: { readonly parts: FormParts }) {
  return (
    <>
      <Text name="person" label="form.person" parts={parts} />
      <Text name="role" label="form.role" parts={parts} />
      <Text name="body" label="form.body" parts={parts} />
      <div className="row">
        <Text name="from" label="form.from" parts={parts} ltr />
        <Text name="to" label="form.to" parts={parts} ltr />
      </div>
      <p className="note">
        <DateHint />
      </p>
    </>
  );
}

function DerivationFields({ parts }: { readonly parts: FormParts }) {
  const { fields, change } = parts;
  return (
    <>
      <Choice
        label="form.relation"
        value={fields.relation}
        choices={DERIVATION_RELATIONS.map((relation) => [relation, `derivation.${relation}`] as const)}
        onChange={(relation) => change({ relation })}
      />
      <Text name="targetName" label="form.targetName" parts={parts} />
      <Text name="target" label="form.target" hint="form.target.hint" parts={parts} ltr />
    </>
  );
}

function ModeField({ parts }: { readonly parts: FormParts }) {
  const modes = ['direct', 'indirect', 'mixed', 'direct-unquoted'] as const;
  const mode = modes.find((known) => known === parts.fields.mode) ?? 'indirect';
  return (
    <Choice
      label="form.mode"
      value={mode}
      choices={modes.map((word) => [word, `mode.${word}`] as const)}
      onChange={(chosen) => parts.change({ mode: chosen })}
    />
  );
}

function DateHint() {
  return <T id="form.date.hint" />;
}
