import { type ReactNode, useId } from 'react';
import { type MessageId, useLanguage } from '../language/index.ts';
import type { FieldName, Fields } from './draft.ts';
import type { FieldProblem } from './draft-content.ts';

/** What every part of the form is given. */
export interface FormParts {
  readonly fields: Fields;
  readonly problems: readonly FieldProblem[];
  readonly change: (change: Partial<Fields>) => void;
}

/** A label, a field, and what is wrong with it, tied together for assistive technology. */
export function Labelled({
  label,
  problem,
  hint,
  children,
}: {
  readonly label: MessageId;
  readonly problem?: MessageId | undefined;
  readonly hint?: MessageId;
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean;
  }) => ReactNode;
}) {
  const { t } = useLanguage();
  const id = useId();
  const described = problem === undefined && hint === undefined ? undefined : `${id}-more`;
  return (
    <div className={problem === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{t(label)}</label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': problem !== undefined })}
      {described !== undefined && (
        <span id={described} className="note">
          {t(problem ?? hint ?? 'form.problem.needed')}
        </span>
      )}
    </div>
  );
}

type TextField = { [F in FieldName]: Fields[F] extends string ? F : never }[FieldName];

/** One line of text of the form. */
export function Text({
  name,
  label,
  parts,
  hint,
  ltr = false,
}: {
  readonly name: TextField;
  readonly label: MessageId;
  readonly parts: FormParts;
  readonly hint?: MessageId;
  readonly ltr?: boolean;
}) {
  const problem = parts.problems.find(({ field }) => field === name)?.words;
  return (
    <Labelled label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          dir={ltr ? 'ltr' : 'auto'}
          name={name}
          value={parts.fields[name]}
          autoComplete="off"
          onChange={(event) => parts.change({ [name]: event.currentTarget.value })}
        />
      )}
    </Labelled>
  );
}

/** One of a few words of the form. */
export function Choice<const V extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: MessageId;
  readonly value: V;
  readonly choices: readonly (readonly [V, MessageId])[];
  readonly onChange: (value: V) => void;
}) {
  const { t } = useLanguage();
  return (
    <Labelled label={label}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => {
            const chosen = choices.find(([choice]) => choice === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen[0]);
          }}
        >
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {t(words)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
