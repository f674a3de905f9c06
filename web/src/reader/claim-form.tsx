import { useEffect, useRef, useState } from 'react';
import { useLanguage, Words } from '../language/index.ts';
import { ProblemNotice } from '../shell/index.ts';
import type { Draft, DraftKind, DraftLink, Fields } from './draft.ts';
import { type CitedText, contentOf, problemsOf } from './draft-content.ts';
import { FormBody } from './form-bodies.tsx';
import { Choice, type FormParts, Labelled, Text } from './form-parts.tsx';
import { quoted } from './quoted.ts';
import type { Content } from './use-decisions.ts';

export interface ClaimFormProps {
  readonly draft: Draft;
  readonly cited: CitedText;
  /** A claim from a selection may still become another kind. */
  readonly chooseKind: ((kind: DraftKind) => void) | null;
  readonly fault: unknown;
  readonly onChange: (draft: Draft) => void;
  readonly onSave: (content: Content) => void;
  /** Closes the form; what was typed stays. */
  readonly onClose: () => void;
  /** Forgets what was typed. */
  readonly onDrop: () => void;
}

/** A claim as a form, in the order it would be read: who says, carried by whom, in which words, what exactly, and when. */
export function ClaimForm({ draft, cited, chooseKind, fault, onChange, onSave, onClose, onDrop }: ClaimFormProps) {
  const { t } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const found = problemsOf(draft);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus({ preventScroll: true }), []);
  const save = () => {
    setTried(true);
    if (found.length === 0) onSave(contentOf(draft, cited));
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const parts: FormParts = {
    fields: draft.fields,
    problems: tried ? found : [],
    change: (change: Partial<Fields>) => onChange({ ...draft, fields: { ...draft.fields, ...change } }),
  };
  return (
    <form
      ref={form}
      className="claim-form"
      noValidate
      aria-label={t('form.title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {chooseKind !== null && draft.kind !== 'other' && (
        <Choice label="form.kind" value={draft.kind} choices={KINDS} onChange={chooseKind} />
      )}
      <ChainFields draft={draft} problem={tried && found.some(({ field }) => field === 'speaker')} onChange={onChange} />
      <div className="field">
        <span className="label">{t('form.words')}</span>
        <blockquote dir="auto">{quoted(draft.passage.quote)}</blockquote>
        {tried && found.some(({ field }) => field === 'passage') && <span className="note">{t('form.problem.long')}</span>}
      </div>
      <FormBody kind={draft.kind} parts={parts} />
      <label className="switch">
        <input type="checkbox" checked={draft.fields.denies} onChange={(event) => parts.change({ denies: event.currentTarget.checked })} />
        <span>{t('form.denies')}</span>
      </label>
      <Text name="saidOn" label="form.saidOn" hint="form.date.hint" parts={parts} ltr />
      <Text name="note" label="form.note" parts={parts} />
      {tried && found.length > 0 && (
        <p className="wrong-count" role="alert">
          {t('form.problems', { count: found.length })}
        </p>
      )}
      {fault !== undefined && <ProblemNotice fault={fault} />}
      <div className="actions">
        <button type="submit" className="btn main">
          {t('form.save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('form.close')} <kbd>Esc</kbd>
        </button>
        <button type="button" className="linklike" onClick={onDrop}>
          {t('form.drop')}
        </button>
      </div>
    </form>
  );
}

const KINDS = [
  ['quote', 'kind.quote'],
  ['quantity', 'kind.quantity'],
  ['role', 'kind.role'],
  ['derivation', 'kind.derivation'],
] as const;

/** The chain from this document to the claimant, each name editable; links can be put in before the claimant and taken out. */
function ChainFields({
  draft,
  problem,
  onChange,
}: {
  readonly draft: Draft;
  readonly problem: boolean;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useLanguage();
  const { chain } = draft;
  const put = (links: readonly DraftLink[]) => onChange({ ...draft, chain: links });
  return (
    <fieldset className="chain">
      <legend>{t('form.chain')}</legend>
      {chain.map((link, place) => {
        const last = place === chain.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
          <div key={place} className="link">
            {link.kept['kind'] === 'document' ? (
              <p>
                <span className="note">{t('form.document')}</span> <Words>{link.speaker}</Words>
              </p>
            ) : (
              <Labelled label={last ? 'form.claimant' : 'form.carrier'} problem={last && problem ? 'form.problem.speaker' : undefined}>
                {(ids) => (
                  <input
                    {...ids}
                    type="text"
                    dir="auto"
                    value={link.speaker}
                    autoComplete="off"
                    onChange={(event) => put(chain.with(place, { ...link, speaker: event.currentTarget.value }))}
                  />
                )}
              </Labelled>
            )}
            {place > 0 && (
              <button type="button" className="linklike" onClick={() => put(chain.toSpliced(place, 1))}>
                {t('form.removeLink')}
              </button>
            )}
          </div>
        );
      })}
      {chain.length < MOST_LINKS && (
        <button type="button" className="linklike" onClick={() => put([...chain, { speaker: '', kept: NEW_LINK }])}>
          {t('form.addLink')}
        </button>
      )}
    </fieldset>
  );
}

const MOST_LINKS = 6;
const NEW_LINK = { kind: 'named', span: null, cue: null, resolvedTo: null, saidOn: null };
