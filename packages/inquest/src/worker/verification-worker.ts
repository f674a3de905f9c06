import { parentPort, workerData } from 'node:worker_threads';
import { openInquiryFolder, systemEffects } from '../adapters/index.ts';
import { verifyInquiry } from '../custody/index.ts';
import { assert } from '../kernel/index.ts';
import type { VerificationOrder, VerificationWord } from './verification.ts';

/** The thread of verification.ts: opens the folder for reading, verifies it and says what it found. */
const port = parentPort;
assert(port, 'this file runs as a worker thread');
// Given by verifyInThread and nobody else.
const { folder } = workerData as VerificationOrder;
const say = (word: VerificationWord): void => {
  port.postMessage(word);
};

const inquiry = await openInquiryFolder(
  folder,
  { mode: 'read' },
  { effects: systemEffects, instrument: { name: 'inquest', version: 'verify' }, projections: [] },
);
try {
  const { store, objects, ledger } = inquiry;
  const report = await verifyInquiry({ store, objects, verifierKey: ledger.verifierKey }, ({ events, of }) => {
    say({ progress: { done: events, total: of } });
  });
  say({ report });
} finally {
  await inquiry.close();
}
