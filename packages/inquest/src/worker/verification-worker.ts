import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type InquiryFolder, loadSigningKey, openInquiryFolder, systemEffects } from '../adapters/index.ts';
import { type InquiryVerification, verifyInquiry } from '../custody/index.ts';
import { assert, InquestFault } from '../kernel/index.ts';
import type { VerificationOrder, VerificationWord } from './verification.ts';

/** The thread of verification.ts: opens the folder for reading, verifies it and says what it found. */
const port = parentPort;
assert(port, 'this file runs as a worker thread');
// Given by verifyInThread and nobody else.
const { folder } = workerData as VerificationOrder;
const say = (word: VerificationWord): void => {
  port.postMessage(word);
};

try {
  say({ report: await verify() });
} catch (error) {
  if (!(error instanceof InquestFault)) throw error;
  say({ fault: { code: error.code, what: error.message, why: error.why, do: error.todo } });
}

async function verify(): Promise<InquiryVerification> {
  const parts = { effects: systemEffects, instrument: { name: 'inquest', version: 'verify' }, projections: [] };
  await using inquiry = await openInquiryFolder(folder, { mode: 'read' }, parts);
  const { store, objects, ledger } = inquiry;
  return await verifyInquiry({ store, objects, verifierKey: (await keyBeside(inquiry)) ?? ledger.verifierKey }, ({ events, of }) => {
    say({ progress: { done: events, total: of } });
  });
}

/** The key that lies beside the database: one put into the database instead of it signs nothing we accept. */
async function keyBeside({ folder: root, inquiry }: InquiryFolder): Promise<string | null> {
  const path = join(root, 'keys', 'ledger.pem');
  if (!existsSync(path)) return null;
  return (await loadSigningKey(path, `inquest.invalid/${inquiry}`)).verifierKey;
}
