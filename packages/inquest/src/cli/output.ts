import { writeSync } from 'node:fs';
import { CLAIM_REFUSALS } from '../claims/index.ts';
import { FAULTS, type FaultCode, InquestFault, type Refusal } from '../kernel/index.ts';

/**
 * What a command says and where: results on standard output, everything else on standard
 * error. Nothing here knows what the results mean.
 */
export interface Output {
  readonly form: 'text' | 'json' | 'jsonl';
  /** One result. In `text` the words are printed, in `jsonl` the record; in `json` it waits for `end`. */
  line(record: object, words: string): void;
  /** The one document of `--json` when a command has a single result. */
  document(record: object, words: string): void;
  /** A sentence for the person, on standard error; silent with `--quiet`. */
  say(words: string): void;
  /** Progress with counts, on standard error: a moving line on a terminal, sparse lines elsewhere. */
  progress(done: number, total: number | null, words: string): void;
  /** Prints the array of lines collected for `--json`. Call once, last. */
  end(): void;
}

export interface OutputOptions {
  readonly form: 'text' | 'json' | 'jsonl';
  readonly quiet: boolean;
  readonly terminal: boolean;
}

const STDOUT = 1;
const STDERR = 2;
const PROGRESS_EVERY = 100;

export function createOutput(options: OutputOptions): Output {
  const collected: object[] = [];
  let listed = false;
  let moving = false;
  const clearMoving = (): void => {
    if (moving) write(STDERR, '\r\u001b[K');
    moving = false;
  };
  return {
    form: options.form,
    line(record, words) {
      listed = true;
      clearMoving();
      if (options.form === 'json') collected.push(record);
      else write(STDOUT, `${options.form === 'jsonl' ? JSON.stringify(record) : words}\n`);
    },
    document(record, words) {
      clearMoving();
      if (options.form === 'text') write(STDOUT, words === '' ? '' : `${words}\n`);
      else write(STDOUT, `${options.form === 'json' ? JSON.stringify(record, null, 2) : JSON.stringify(record)}\n`);
    },
    say(words) {
      clearMoving();
      if (!options.quiet) write(STDERR, `${words}\n`);
    },
    progress(done, total, words) {
      if (options.quiet) return;
      const count = total === null ? String(done) : `${String(done)} of ${String(total)}`;
      if (options.terminal) {
        write(STDERR, `\r\u001b[K${bar(done, total)}${count} ${words}`);
        moving = true;
      } else if (done % PROGRESS_EVERY === 0 || done === total) write(STDERR, `${count} ${words}\n`);
    },
    end() {
      clearMoving();
      if (options.form === 'json' && (listed || collected.length === 0)) write(STDOUT, `${JSON.stringify(collected, null, 2)}\n`);
    },
  };
}

const BAR_WIDTH = 20;

function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return '';
  const filled = Math.floor((done / total) * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] `;
}

/** A refusal or fault as the person reads it: what, why, what to do, and the code. */
export function describeError(error: unknown): { exit: number; record: { code: string; what: string; why: string; do: string } } {
  if (error instanceof InquestFault) {
    return { exit: FAULTS[error.code].exit, record: { code: error.code, what: error.message, why: error.why, do: error.todo } };
  }
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = systemFault(cause);
  return {
    exit: FAULTS[code].exit,
    record: {
      code,
      what: code === 'INQ-INTERNAL' ? 'Something went wrong inside the program.' : 'The system refused.',
      why: cause.message,
      do:
        code === 'INQ-INTERNAL'
          ? 'Run it again with INQUEST_TRACE=1 and report what it prints. Nothing acknowledged is lost.'
          : 'Mend what the message names, then run the command again.',
    },
  };
}

/** A refusal has a code of its slice; on the command line it carries the INQ- prefix. */
export function describeRefusal(refusal: Refusal): { exit: number; record: { code: string; what: string; why: string; do: string } } {
  const exit = Object.entries(CLAIM_REFUSALS).find(([known]) => known === refusal.code)?.[1].exit ?? 1;
  return { exit, record: { code: `INQ-${refusal.code.toUpperCase()}`, what: refusal.what, why: refusal.why, do: refusal.do } };
}

function systemFault(error: Error): FaultCode {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return 'INQ-DISK-FULL';
  if (code === 'EACCES' || code === 'EPERM') return 'INQ-NO-PERMISSION';
  if (code === 'ENOENT') return 'INQ-NOT-FOUND';
  return 'INQ-INTERNAL';
}

/**
 * Three lines on standard error; with `--json` the object is the one document on standard output,
 * with `--jsonl` a line on standard error, so that the lines before it stay lines of results.
 */
export function printError(record: { code: string; what: string; why: string; do: string }, form: 'text' | 'json' | 'jsonl'): void {
  if (form === 'text') write(STDERR, `${record.what}\n${record.why}\n${record.do}  [${record.code}]\n`);
  else write(form === 'json' ? STDOUT : STDERR, `${JSON.stringify(record)}\n`);
}

/** Synchronous, so that nothing is lost when the process ends; a closed pipe ends the output quietly. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EAGAIN') continue;
      if (code === 'EPIPE') return;
      throw error;
    }
  }
}
