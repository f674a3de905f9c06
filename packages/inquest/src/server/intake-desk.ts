import type { IntakeProgress, UploadAnswer } from '../api-contract/index.ts';
import type { ItemSource } from '../intake/index.ts';

/**
 * Intake as the page sees it: bytes become durable while the request waits, reading goes on
 * afterwards, and whoever watches is told how far it is.
 */
export interface IntakeDesk {
  receive(source: ItemSource): Promise<UploadAnswer>;
  /** Goes on with items that an earlier run received and did not read. */
  resume(waiting: number): void;
  progress(): IntakeProgress;
  /** Calls back at most ten times a second while something changes; returns the way to stop. */
  watch(listener: (progress: IntakeProgress) => void): () => void;
  /** Waits for what is running to finish its present item. */
  close(): Promise<void>;
}
