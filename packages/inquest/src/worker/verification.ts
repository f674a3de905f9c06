import { Worker } from 'node:worker_threads';
import type { InquiryVerification } from '../custody/index.ts';
import { type FaultCode, InquestFault } from '../kernel/index.ts';

/** What the thread is given and what it says; see verification-worker.ts. */
export interface VerificationOrder {
  readonly folder: string;
}
export type VerificationWord =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly report: InquiryVerification }
  /** A fault crosses threads as its words: the thread boundary keeps no classes. */
  | { readonly fault: { readonly code: FaultCode; readonly what: string; readonly why: string; readonly do: string } };

/**
 * Verifies an inquiry in a thread with its own read-only connection, so that whoever asked
 * stays responsive. The writer may go on meanwhile: events that come later are not looked at.
 */
export function verifyInThread(folder: string, onProgress: (done: number, total: number) => void): Promise<InquiryVerification> {
  const order: VerificationOrder = { folder };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./verification-worker.ts', import.meta.url), { workerData: order });
    worker.on('message', (word: VerificationWord) => {
      if ('report' in word) resolve(word.report);
      else if ('fault' in word) reject(new InquestFault(word.fault.code, word.fault));
      else onProgress(word.progress.done, word.progress.total);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the verifying thread ended with ${String(code)}`));
    });
  });
}
