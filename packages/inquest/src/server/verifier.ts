import type { VerificationAnswer } from '../api-contract/index.ts';

/** One verification at a time, off the main thread. */
export interface Verifier {
  /** Starts one unless one is running; says how far it is. */
  start(): VerificationAnswer;
  state(): VerificationAnswer;
  close(): Promise<void>;
}
