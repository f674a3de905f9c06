/** How fast a ledger on SQLite takes changes, proves and is checked, every commit flushed to the disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER_SCOPE } from '../../packages/inquest/src/access/index.ts';
import { createInquiryFolder, type InquiryFolder, openScratchSqlite, systemEffects } from '../../packages/inquest/src/adapters/index.ts';
import { done } from '../../packages/inquest/src/kernel/index.ts';
import { compareProjections, proveInclusion, rebuildProjections, verifyLedger } from '../../packages/inquest/src/ledger/index.ts';
import { arrivals, cameAgain, TEST_INQUIRY, testParts } from '../test-inquiry.ts';
import { type Benchmark, type Row, seconds } from './benchmark.ts';

const SINGLE = 1000;
const GROUPS = 100;
const PER_GROUP = 100;
const LARGE = 50_000;
const PROOFS = 2000;

async function commit(inquiry: InquiryFolder, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, at) => cameAgain((at % 1000) + 1));
  await inquiry.ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
}

function perSecond(what: string, value: number, note: string): Row {
  return { what, value, unit: '/s', note };
}

async function measure(inquiry: InquiryFolder): Promise<readonly Row[]> {
  const single = await seconds(async () => {
    for (let turn = 0; turn < SINGLE; turn++) await commit(inquiry, 1);
  });
  const grouped = await seconds(async () => {
    for (let turn = 0; turn < GROUPS; turn++) await commit(inquiry, PER_GROUP);
  });
  const large = await seconds(() => commit(inquiry, LARGE));
  const size = await inquiry.ledger.size();
  const proofs = await seconds(async () => {
    for (let turn = 0; turn < PROOFS; turn++) await proveInclusion(inquiry.store, { index: (turn * 7919) % size, size });
  });
  const checked = await seconds(async () => {
    await verifyLedger(inquiry.store, inquiry.ledger.verifierKey);
  });
  const rebuilt = await seconds(async () => {
    await rebuildProjections(inquiry.store, [arrivals]);
  });
  const scratch = openScratchSqlite();
  const compared = await seconds(async () => {
    await compareProjections(inquiry.store, [arrivals], { scratch });
  });
  await scratch.destroy();
  const all = `ledger of ${String(size)} events`;
  return [
    perSecond('durable commits of one event', SINGLE / single, 'one projection'),
    perSecond(`events in commits of ${String(PER_GROUP)}`, (GROUPS * PER_GROUP) / grouped, 'one projection'),
    perSecond(`events in one commit of ${String(LARGE)}`, LARGE / large, 'one projection'),
    perSecond('inclusion proofs made', PROOFS / proofs, all),
    perSecond('events verified', size / checked, `${all}, ${String(SINGLE + GROUPS + 2)} signatures`),
    perSecond('events replayed by rebuild', size / rebuilt, all),
    perSecond('events replayed and compared', size / compared, all),
  ];
}

export const benchmark: Benchmark = {
  name: 'ledger',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'inquest-bench-'));
    try {
      const parts = { ...testParts(), effects: systemEffects, projections: [arrivals] };
      const inquiry = await createInquiryFolder(join(folder, 'inquiry'), TEST_INQUIRY, parts);
      const rows = await measure(inquiry);
      await inquiry.close();
      return rows;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
