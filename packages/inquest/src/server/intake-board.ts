import type { Readable } from 'node:stream';
import type { IntakeProgress, ItemLine, UploadAnswer } from '../api-contract/index.ts';
import type { IntakeDesk } from './intake-desk.ts';

/** What the board needs of an open inquiry; given by the composition. */
export interface IntakeWork {
  /** Makes the bytes durable and records that they came. `pending`: they wait to be read. */
  receive(path: string, body: Readable): Promise<{ readonly line: ItemLine; readonly pending: boolean }>;
  /** Reads what waits, one line for each item as it is done. */
  readPending(signal: AbortSignal): AsyncIterable<ItemLine>;
  onFault(error: unknown): void;
}

const MOST_RECENT = 200;
const TELL_EVERY_MS = 100;

/**
 * The running batch: what came, what is preserved, what has been read. A batch ends when
 * nothing waits; the next file begins another. Everything it counts is durable already, so a
 * page that comes back later, or a program that starts again, goes on from the ledger.
 */
export function createIntakeBoard(work: IntakeWork): IntakeDesk {
  const listeners = new Set<(progress: IntakeProgress) => void>();
  const stop = new AbortController();
  let state: IntakeProgress = idle();
  let reading: Promise<void> | undefined;
  let due: NodeJS.Timeout | undefined;

  const change = (next: Partial<IntakeProgress>): void => {
    state = { ...state, ...next };
    due ??= setTimeout(() => {
      due = undefined;
      for (const listener of listeners) listener(state);
    }, TELL_EVERY_MS).unref();
  };
  const finish = (line: ItemLine, read: boolean): void => {
    const proposed = Object.values(line.proposals).reduce((sum, count) => sum + count, 0);
    change({
      read: state.read + (read ? 1 : 0),
      proposals: state.proposals + proposed,
      current: null,
      recent: [...state.recent, line].slice(-MOST_RECENT),
    });
  };
  const begin = (): void => {
    if (!state.running) change({ ...idle(), running: true });
  };
  const readAll = async (): Promise<void> => {
    try {
      for await (const line of work.readPending(stop.signal)) finish(line, true);
    } catch (error) {
      work.onFault(error);
    } finally {
      reading = undefined;
      change({ running: false, current: null });
    }
  };
  const startReading = (): void => {
    begin();
    reading ??= readAll();
  };

  return {
    async receive(path, body): Promise<UploadAnswer> {
      begin();
      change({ received: state.received + 1, total: state.total + 1, current: path });
      try {
        const { line, pending } = await work.receive(path, body);
        change({ preserved: state.preserved + 1 });
        if (pending) startReading();
        else {
          finish(line, line.outcome !== 'refused');
          if (reading === undefined) change({ running: false });
        }
        return { path, item: line.item, outcome: line.outcome, duplicateOf: line.duplicateOf };
      } catch (error) {
        change({ total: state.total - 1, received: state.received - 1, running: reading !== undefined });
        throw error;
      }
    },
    resume(waiting) {
      if (waiting === 0) return;
      begin();
      change({ received: state.received + waiting, preserved: state.preserved + waiting, total: state.total + waiting });
      startReading();
    },
    progress: () => state,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      stop.abort();
      clearTimeout(due);
      await reading;
    },
  };
}

function idle(): IntakeProgress {
  return { received: 0, preserved: 0, read: 0, proposals: 0, total: 0, running: false, current: null, recent: [] };
}
