/** How fast a ledger on SQLite takes changes, every commit flushed to the disk, beside a bare table that does the same. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OWNER_SCOPE } from '../../packages/inquest/src/access/index.ts';
import { createInquiryFolder, type InquiryFolder, systemEffects } from '../../packages/inquest/src/adapters/index.ts';
import { done } from '../../packages/inquest/src/kernel/index.ts';
import { arrivals, cameAgain, TEST_INQUIRY, testParts } from '../test-inquiry.ts';
import { asFastAs, type Benchmark, type Row, seconds } from './benchmark.ts';
import { inFolder } from './measured-program.ts';

const GROUPS: readonly { readonly each: number; readonly commits: number }[] = [
  { each: 1, commits: 1000 },
  { each: 100, commits: 100 },
  { each: 1000, commits: 20 },
];
/** Items the events are about. */
const ITEMS = 1000;
/** Bytes of a row of the bare table: what an event's envelope and payload have together, near enough. */
const ROW_BYTES = 800;

async function commit(inquiry: InquiryFolder, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, at) => cameAgain((at % ITEMS) + 1));
  await inquiry.ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
}

/** Rows a second into one table, as durable as the ledger: no hashes, no signature, no projection. */
async function bareRows(path: string, each: number, commits: number): Promise<number> {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode=wal; pragma synchronous=full; create table if not exists bare (id integer primary key, bytes blob)');
  const insert = database.prepare('insert into bare (bytes) values (?)');
  const bytes = new Uint8Array(ROW_BYTES);
  const took = await seconds(() => {
    for (let turn = 0; turn < commits; turn++) {
      database.exec('begin immediate');
      for (let n = 0; n < each; n++) insert.run(bytes);
      database.exec('commit');
    }
    return Promise.resolve();
  });
  database.close();
  return (each * commits) / took;
}

async function measure(folder: string): Promise<readonly Row[]> {
  const parts = { ...testParts(), effects: systemEffects, projections: [arrivals] };
  await using inquiry = await createInquiryFolder(join(folder, 'inquiry'), TEST_INQUIRY, parts);
  const rows: Row[] = [];
  for (const { each, commits } of GROUPS) {
    const bare = await bareRows(join(folder, 'bare.sqlite'), each, commits);
    const took = await seconds(async () => {
      for (let turn = 0; turn < commits; turn++) await commit(inquiry, each);
    });
    const speed = (each * commits) / took;
    const size = each === 1 ? 'one event' : each.toLocaleString('en');
    rows.push(
      { what: `events, commits of ${size}`, value: speed, unit: '/s', note: `${asFastAs(speed, bare, 'the bare table')}; one projection` },
      {
        what: `rows of a bare table, commits of ${each === 1 ? 'one' : size}`,
        value: bare,
        unit: '/s',
        note: 'SQLite alone, as durable: nothing hashed or signed',
      },
    );
  }
  return rows;
}

export const benchmark: Benchmark = { name: 'durable events', run: () => inFolder(measure) };
