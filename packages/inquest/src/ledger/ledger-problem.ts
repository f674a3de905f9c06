import type { EventProblem } from './recorded-event.ts';

/** Everything `verifyLedger` can find. Closed; each with the sentence a person reads. */
export const LEDGER_PROBLEMS = {
  'event-missing': 'An event is not there.',
  'event-extra': 'There are events beyond the last signed checkpoint.',
  'event-duplicated': 'Two events have the same id.',
  'events-reordered': 'Two neighbouring events have changed places.',
  'leaf-hash-differs': 'The event was changed: its bytes do not match the hash stored beside them.',
  'envelope-malformed': 'The event was changed: its bytes are not an envelope in canonical form.',
  'columns-differ': 'The columns of the event do not say what its signed bytes say.',
  'touches-differ': 'The index of what the event touches does not match its signed bytes.',
  'payload-missing': 'The content of the event is not there.',
  'payload-extra': 'There is content without an event.',
  'payload-differs': 'The content of the event was changed: it does not match the commitment in the signed bytes.',
  'payload-malformed': 'The content of the event does not have the form its type asks for.',
  'event-from-newer-version': 'The event was written by a newer version of Inquest, which can read it.',
  'tree-differs': 'The events do not hash to the stored tree.',
  'root-differs': 'The events do not hash to the root that was signed.',
  'checkpoint-missing': 'There is no signed checkpoint.',
  'checkpoint-malformed': 'A checkpoint is not a signed note of this ledger.',
  'checkpoint-differs': 'A checkpoint row does not say what its signed note says.',
  'checkpoint-key-unknown': "A checkpoint is not signed by this ledger's key.",
  'checkpoint-signature-differs': "A checkpoint was changed: its signature by this ledger's key does not hold.",
  'too-many-problems': 'There are more problems than are listed.',
} as const satisfies Record<EventProblem, string> & Record<string, string>;

export type LedgerProblemCode = keyof typeof LEDGER_PROBLEMS;

export interface LedgerProblem {
  readonly code: LedgerProblemCode;
  readonly what: string;
  /** Place on the ledger: `event 17`, `events 16–17`, `checkpoint 18`. Events count from 0, as in `index`. */
  readonly where: string;
}

/** Problems listed in one report; after that only the fact that there are more. */
export const MAX_PROBLEMS = 1000;

export interface ProblemList {
  readonly found: readonly LedgerProblem[];
  add(code: LedgerProblemCode, where: string): void;
}

export function makeProblemList(): ProblemList {
  const found: LedgerProblem[] = [];
  return {
    found,
    add(code, where) {
      if (found.length > MAX_PROBLEMS) return;
      const listed = found.length === MAX_PROBLEMS ? 'too-many-problems' : code;
      found.push({ code: listed, what: LEDGER_PROBLEMS[listed], where });
    },
  };
}

/** Names events from `first` up to and with `last`. */
export function eventsAt(first: number, last: number): string {
  return first === last ? `event ${String(first)}` : `events ${String(first)}–${String(last)}`;
}
