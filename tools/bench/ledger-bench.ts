/** How long a large ledger takes to be checked and replayed by the program, and the memory that takes. */
import { join } from 'node:path';
import { OWNER_SCOPE } from '../../packages/inquest/src/access/index.ts';
import { createInquiry, type OpenInquiry, withInquiry } from '../../packages/inquest/src/app.ts';
import { done } from '../../packages/inquest/src/kernel/index.ts';
import { type AnyNewEvent, proveInclusion } from '../../packages/inquest/src/ledger/index.ts';
import { cameAgain, received } from '../test-inquiry.ts';
import { type Benchmark, peakRow, type Row, seconds } from './benchmark.ts';
import { inFolder, measuredInquest } from './measured-program.ts';

const EVENTS = 100_000;
const ITEMS = 200;
const PER_COMMIT = 1000;
const PROOFS = 2000;

async function commit({ folder }: OpenInquiry, events: readonly AnyNewEvent[]): Promise<void> {
  const committed = await folder.ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
  if (!committed.ok) throw new Error('the events were refused');
}

/** Items whose bytes are there, and then the same bytes from ever new places. */
async function fill(open: OpenInquiry): Promise<void> {
  const items: AnyNewEvent[] = [];
  for (let n = 1; n <= ITEMS; n++) {
    const object = await open.folder.objects.put(new TextEncoder().encode(`List ${String(n)} of Karsa prison.\n`));
    items.push(received(n, object));
  }
  await commit(open, items);
  for (let from = await open.folder.ledger.size(); from < EVENTS; from += PER_COMMIT) {
    const count = Math.min(PER_COMMIT, EVENTS - from);
    await commit(
      open,
      Array.from({ length: count }, (_, at) => cameAgain(((from + at) % ITEMS) + 1, `box ${String(from + at)}/list.txt`)),
    );
  }
}

async function proofsPerSecond(dir: string): Promise<number> {
  return withInquiry(dir, { mode: 'read' }, async ({ folder }) => {
    const took = await seconds(async () => {
      for (let turn = 0; turn < PROOFS; turn++) await proveInclusion(folder.store, { index: (turn * 7919) % EVENTS, size: EVENTS });
    });
    return PROOFS / took;
  });
}

async function rowsOf(dir: string, what: string, args: readonly string[]): Promise<readonly Row[]> {
  const { seconds: took, peakBytes } = await measuredInquest([...args, '--inquiry', dir, '--quiet']);
  const command = `\`inquest ${args.join(' ')}\``;
  return [
    { what, value: took, unit: 's', note: `${command}, from its start to its end` },
    { what: `${what}, events`, value: EVENTS / took, unit: '/s', note: command },
    peakRow(`${what}, peak memory`, peakBytes, `of ${command}`),
  ];
}

async function measure(folder: string): Promise<readonly Row[]> {
  const dir = join(folder, 'inquiry');
  await createInquiry(dir, { title: 'Karsa 1991', sample: false });
  const filled = await seconds(() => withInquiry(dir, { mode: 'write' }, fill));
  const proofs = await proofsPerSecond(dir);
  const size = `ledger of ${EVENTS.toLocaleString('en')} events about ${String(ITEMS)} items, ${String(EVENTS / PER_COMMIT)} commits`;
  return [
    { what: 'events taken', value: EVENTS / filled, unit: '/s', note: `${size}; every projection of the program` },
    { what: 'inclusion proofs made', value: proofs, unit: '/s', note: 'from that ledger, one after another' },
    ...(await rowsOf(dir, 'everything checked', ['verify'])),
    ...(await rowsOf(dir, 'tables compared with a replay', ['rebuild', '--compare'])),
    ...(await rowsOf(dir, 'tables rebuilt', ['rebuild'])),
  ];
}

export const benchmark: Benchmark = { name: 'large ledger', elsewhere: true, run: () => inFolder(measure) };
