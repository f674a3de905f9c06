/**
 * Two channels, never mixed. A refusal is a value: something a person must decide
 * or correct. A fault is thrown: the machine could not do what it was asked.
 */

/** What a person reads: one line what, one line why, one line what to do. No names, no testimony. */
export interface Refusal<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly what: string;
  readonly why: string;
  readonly do: string;
  /** For a version conflict: both versions, so that the page can show them. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export type Outcome<T, Code extends string = string> = Done<T> | Refusal<Code>;

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  words: { what: string; why: string; do: string; details?: Readonly<Record<string, unknown>> },
): Refusal<Code> {
  return { ok: false, code, ...words };
}

/** Thrown when the machine fails: disk full, lock held, ledger damaged. `code` is stable and documented. */
export class InquestFault extends Error {
  override readonly name = 'InquestFault';
  readonly code: FaultCode;
  readonly why: string;
  readonly todo: string;

  constructor(code: FaultCode, words: { what: string; why: string; do: string; cause?: unknown }) {
    super(words.what, words.cause === undefined ? undefined : { cause: words.cause });
    this.code = code;
    this.why = words.why;
    this.todo = words.do;
  }
}

/**
 * Every code a fault can carry, with the exit code of the command line and the HTTP status.
 * docs/guides/errors.md lists each; the tidy test compares.
 */
export const FAULTS = {
  'INQ-USAGE': { exit: 2, http: 400 },
  'INQ-NOT-FOUND': { exit: 1, http: 404 },
  'INQ-NOT-AN-INQUIRY': { exit: 1, http: 404 },
  'INQ-ALREADY-EXISTS': { exit: 1, http: 409 },
  'INQ-NEWER-VERSION': { exit: 1, http: 409 },
  'INQ-LOCKED': { exit: 6, http: 423 },
  'INQ-LEDGER-DAMAGED': { exit: 4, http: 409 },
  'INQ-OBJECT-DAMAGED': { exit: 4, http: 409 },
  'INQ-DISK-FULL': { exit: 1, http: 507 },
  'INQ-NO-PERMISSION': { exit: 1, http: 403 },
  'INQ-NOT-DURABLE': { exit: 1, http: 500 },
  'INQ-DATABASE': { exit: 1, http: 500 },
  'INQ-LIMIT': { exit: 1, http: 413 },
  'INQ-INTERRUPTED': { exit: 130, http: 499 },
  'INQ-INTERNAL': { exit: 1, http: 500 },
} as const satisfies Record<string, { exit: number; http: number }>;

export type FaultCode = keyof typeof FAULTS;
