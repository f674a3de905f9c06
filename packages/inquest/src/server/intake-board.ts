import type { IntakeProgress, ItemLine, UploadAnswer } from '../api-contract/index.ts';
import type { ItemSource } from '../intake/index.ts';
import type { IntakeDesk } from './intake-desk.ts';

/** What the board needs of an open inquiry; given by the composition. */
export interface IntakeWork {
  /** Makes the bytes durable and records that they came. `pending`: they wait to be read. */
  receive(source: ItemSource): Promise<{ readonly line: ItemLine; readonly pending: boolean }>;
  /** Reads what waits, one line for each item as it is done. */
  readPending(signal: AbortSignal): AsyncIterable<ItemLine>;
  onFault(error: unknown): void;
}

const MOST_RECENT = 200;
const TELL_EVERY_MS = 100;
const IDLE: IntakeProgress = { received: 0, preserved: 0, read: 0, proposals: 0, total: 0, running: false, current: null, recent: [] };

/**
 * The running batch: what came, what is preserved, what has been read. A batch ends when
 * nothing waits; the next file begins another. Everything it counts is durable already, so a
 * page that comes back later, or a program that starts again, goes on from the ledger.
 */
export class IntakeBoard implements IntakeDesk {
  readonly #work: IntakeWork;
  readonly #listeners = new Set<(progress: IntakeProgress) => void>();
  readonly #stop = new AbortController();
  #state: IntakeProgress = IDLE;
  #receiving = 0;
  #reading: Promise<void> | null = null;
  /** Something came after the running pass over what waits had begun. */
  #again = false;
  #due: NodeJS.Timeout | null = null;

  constructor(work: IntakeWork) {
    this.#work = work;
  }

  async receive(source: ItemSource): Promise<UploadAnswer> {
    const { path } = source;
    this.#begin();
    this.#receiving += 1;
    this.#change({ total: this.#state.total + 1, current: path });
    try {
      const { line, pending } = await this.#work.receive(source);
      this.#change({ received: this.#state.received + 1, preserved: this.#state.preserved + 1 });
      if (pending) this.#startReading();
      else this.#finish(line);
      return { path, item: line.item, outcome: line.outcome, duplicateOf: line.duplicateOf };
    } catch (error) {
      this.#change({ total: this.#state.total - 1 });
      throw error;
    } finally {
      this.#receiving -= 1;
      this.#settle();
    }
  }

  resume(waiting: number): void {
    if (waiting === 0) return;
    this.#begin();
    const { received, preserved, total } = this.#state;
    this.#change({ received: received + waiting, preserved: preserved + waiting, total: total + waiting });
    this.#startReading();
  }

  progress(): IntakeProgress {
    return this.#state;
  }

  watch(listener: (progress: IntakeProgress) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#stop.abort();
    if (this.#due !== null) clearTimeout(this.#due);
    await this.#reading;
  }

  #begin(): void {
    if (!this.#state.running) this.#change({ ...IDLE, running: true });
  }

  #finish(line: ItemLine): void {
    const proposed = Object.values(line.proposals).reduce((sum, count) => sum + count, 0);
    this.#change({
      read: this.#state.read + 1,
      proposals: this.#state.proposals + proposed,
      recent: [...this.#state.recent, line].slice(-MOST_RECENT),
    });
  }

  #startReading(): void {
    this.#again = true;
    this.#reading ??= this.#readAll();
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#again && !this.#stop.signal.aborted) {
        this.#again = false;
        for await (const line of this.#work.readPending(this.#stop.signal)) this.#finish(line);
      }
    } catch (error) {
      this.#work.onFault(error);
    } finally {
      this.#reading = null;
      this.#settle();
    }
  }

  #settle(): void {
    if (this.#receiving === 0 && this.#reading === null) this.#change({ running: false, current: null });
  }

  #change(next: Partial<IntakeProgress>): void {
    this.#state = { ...this.#state, ...next };
    this.#due ??= setTimeout(() => {
      this.#due = null;
      for (const listener of this.#listeners) listener(this.#state);
    }, TELL_EVERY_MS).unref();
  }
}
