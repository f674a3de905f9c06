import { useState } from 'react';
import { type MessageId, useLanguage } from '../language/index.ts';
import type { Entry } from './entry.ts';
import { REASONS, type Reason } from './use-decisions.ts';

/** What a person can do with the open card; the same as the keys. */
export interface CardActions {
  readonly record: () => void;
  readonly edit: () => void;
  readonly askReason: () => void;
  readonly setAside: (reason: Reason) => void;
  readonly unsure: () => void;
  readonly undo: () => void;
  readonly cancel: () => void;
}

/** Kinds of proposal a claim can be made of; the others can only be set aside or left. */
const RECORDABLE: ReadonlySet<string> = new Set(['attribution', 'quantity', 'role', 'derivation']);

export function canRecord(entry: Entry): boolean {
  return entry.claim === null && RECORDABLE.has(entry.kind);
}

/** The buttons of the open card, each with its key. */
export function Actions({
  entry,
  actions,
  hasDraft,
}: {
  readonly entry: Entry;
  readonly actions: CardActions;
  readonly hasDraft: boolean;
}) {
  const { t } = useLanguage();
  const undecided = entry.status === 'proposed' || entry.status === 'unsure';
  return (
    <div className="actions">
      {undecided && canRecord(entry) && <Act main label="decide.record" shown="a" run={actions.record} />}
      {(entry.claim !== null || (undecided && canRecord(entry))) && (
        <Act label={entry.claim === null ? 'decide.editRecord' : 'decide.edit'} shown="e" run={actions.edit} />
      )}
      {undecided && <Act label="decide.setAside" shown="r" run={actions.askReason} />}
      {entry.status === 'proposed' && <Act label="decide.unsure" shown="u" run={actions.unsure} />}
      {entry.status !== 'proposed' && entry.decision !== null && <Act label="decide.undo" shown="z" run={actions.undo} />}
      {hasDraft && <p className="note">{t('form.waits')}</p>}
    </div>
  );
}

function Act({
  label,
  shown,
  run,
  main = false,
}: {
  readonly label: MessageId;
  readonly shown: string;
  readonly run: () => void;
  readonly main?: boolean;
}) {
  const { t } = useLanguage();
  return (
    <button type="button" className={main ? 'btn main' : 'btn'} onClick={run}>
      {t(label)} <kbd>{shown}</kbd>
    </button>
  );
}

const REASON_WORDS: Readonly<Record<Reason, MessageId>> = {
  'not-a-claim': 'reason.notAClaim',
  'wrong-attribution': 'reason.wrongAttribution',
  'wrong-reading': 'reason.wrongReading',
  duplicate: 'reason.duplicate',
  'out-of-scope': 'reason.outOfScope',
  other: 'reason.other',
};

/** Why it is set aside: six reasons, by mouse or by the keys 1 to 6. */
export function Reasons({ actions }: { readonly actions: CardActions }) {
  const { t, number } = useLanguage();
  const [first] = useState(() => (element: HTMLButtonElement | null) => element?.focus({ preventScroll: true }));
  return (
    <fieldset className="reasons">
      <legend>{t('reason.title')}</legend>
      {REASONS.map((reason, place) => (
        <button key={reason} type="button" ref={place === 0 ? first : undefined} onClick={() => actions.setAside(reason)}>
          <kbd>{number(place + 1)}</kbd> {t(REASON_WORDS[reason])}
        </button>
      ))}
      <button type="button" onClick={actions.cancel}>
        <kbd>Esc</kbd> {t('decide.cancel')}
      </button>
    </fieldset>
  );
}
