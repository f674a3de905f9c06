import type { VerificationAnswer, VerifyReport } from '../api-contract/index.ts';

/** One verification at a time, off the main thread. */
export interface Verifier {
  /** Starts one unless one is running; says how far it is. */
  start(): VerificationAnswer;
  state(): VerificationAnswer;
}

/** `verify` runs beside the main thread and resolves to the report. */
export function createVerifier(
  verify: (onProgress: (done: number, total: number) => void) => Promise<VerifyReport>,
  onFault: (error: unknown) => void,
): Verifier {
  let state: VerificationAnswer = { running: false, done: 0, total: 0, report: null };
  return {
    start() {
      if (state.running) return state;
      state = { running: true, done: 0, total: 0, report: null };
      verify((done, total) => {
        state = { ...state, done, total };
      }).then(
        (report) => {
          state = { ...state, running: false, report };
        },
        (error: unknown) => {
          state = { ...state, running: false };
          onFault(error);
        },
      );
      return state;
    },
    state: () => state,
  };
}
