import { useSyncExternalStore } from 'react';
import { HttpProblem, send } from '../http/index.ts';

/** A file on its way in, under the name it will be recorded with. */
export interface Offered {
  readonly file: Blob;
  readonly path: string;
}
/** A file that did not come in, and why. `fault` null: it was read and refused by the intake, which records it. */
export interface Unsent extends Offered {
  readonly fault: HttpProblem | null;
}
/** What this browser is sending. Once a file is sent, the program on this computer answers for it. */
export interface Sending {
  readonly total: number;
  readonly sent: number;
  readonly unsent: readonly Unsent[];
  readonly active: boolean;
}

/** Files sent at the same time: enough to keep the disk busy, few enough to keep order. */
const AT_ONCE = 3;
const NOTHING: Sending = { total: 0, sent: 0, unsent: [], active: false };

let state = NOTHING;
let queue: Offered[] = [];
let running = 0;
const listeners = new Set<() => void>();

function change(next: Partial<Sending>): void {
  state = { ...state, ...next };
  state = { ...state, active: running > 0 || queue.length > 0 };
  if (state.active) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
  for (const listener of listeners) listener();
}

/** Files still in this browser would not survive closing the page; those already sent would. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Puts files in line. The line outlives the screen: it goes on while other screens are open. */
export function offer(files: readonly Offered[]): void {
  if (!state.active) state = NOTHING;
  queue.push(...files);
  change({ total: state.total + files.length });
  while (running < AT_ONCE && queue.length > 0) void sendNext();
}

/** Puts the files that did not come in back in line. */
export function offerAgain(): void {
  const again = state.unsent;
  change({ unsent: [], total: state.total - again.length });
  offer(again.map(({ file, path }) => ({ file, path })));
}

/** Forgets the list of those that did not come in. */
export function dismissUnsent(): void {
  change({ unsent: [] });
}

async function sendNext(): Promise<void> {
  const next = queue.shift();
  if (!next) return;
  running += 1;
  try {
    await send('uploads', { method: 'PUT', query: { path: next.path }, body: next.file });
    running -= 1;
    change({ sent: state.sent + 1 });
  } catch (fault) {
    running -= 1;
    const problem = fault instanceof HttpProblem ? fault : null;
    // Without an answer the rest would fail the same way: all stay in line for one "try again".
    const rest = problem === null ? queue : [];
    if (problem === null) queue = [];
    change({ unsent: [...state.unsent, ...[next, ...rest].map((offered) => ({ ...offered, fault: problem }))] });
  }
  if (queue.length > 0) void sendNext();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is being sent now. */
export function useSending(): Sending {
  return useSyncExternalStore(subscribe, () => state);
}
