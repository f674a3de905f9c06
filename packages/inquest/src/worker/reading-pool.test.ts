import assert from 'node:assert/strict';
import { chmodSync, closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { testFolder } from '../../../../tools/test-inquiry.ts';
import { readHere, testIntake } from '../../../../tools/test-intake.ts';
import { OWNER_SCOPE } from '../access/index.ts';
import { type AddResult, addItems, type ItemReading, MAX_TEXT_UNITS, openRendition } from '../intake/index.ts';
import type { InquestFault, ItemId, Sha256 } from '../kernel/index.ts';
import { createReadingPool, type ReadingPool, type ReadingPoolOptions } from './index.ts';

const ARTICLE =
  'Relatives ask the United Nations\n\n“It lasted two minutes,” said one former prisoner. About 12,000 were put to death, the Association of Karsa Families says.\n';
const ITEM = 'S-1' as ItemId;
const ANY = '0'.repeat(64) as Sha256;

function pool(t: TestContext, options: Partial<ReadingPoolOptions> & Pick<ReadingPoolOptions, 'locate'>): ReadingPool {
  const made = createReadingPool({ size: 1, ...options });
  t.after(() => made.close());
  return made;
}

/** A thread whose program is these lines; `say` posts, `item` is the path of what it was given. */
function program(onItem: string): URL {
  const source = `import { parentPort } from 'node:worker_threads';
    const say = (message) => parentPort.postMessage(message);
    const extraction = { outcome: 'extracted', reason: null, words: null, text: 'x', notes: [] };
    const finish = () => { say({ kind: 'extraction', extraction }); say({ kind: 'proposals', proposals: [], version: '1', truncated: false }); };
    parentPort.on('message', ({ path: item }) => { ${onItem} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

function read(threads: ReadingPool, path: string): Promise<ItemReading> {
  return threads.read({ id: ITEM, sha256: ANY, bytes: 1, path });
}

test('a thread reads what this thread would read', async (t) => {
  const { inquiry } = await testIntake(t);
  const { objects } = inquiry;
  const { sha256, bytes } = await objects.put(new TextEncoder().encode(ARTICLE));
  const item = { id: ITEM, sha256, bytes, path: 'a.txt' };
  const there = await pool(t, { locate: (name) => objects.locate(name) }).read(item);
  const here = await readHere(objects)(item);
  assert.deepEqual(there.extraction, here.extraction);
  assert.ok(there.proposals.length > 0);
  assert.deepEqual(there.proposals, here.proposals);
});

test('a thread that fails costs its item an outcome and nothing else', async (t) => {
  const failing = program(`
    if (item === 'throws') throw new Error('broken');
    if (item === 'exits') process.exit(3);
    if (item === 'loops') for (;;) {}
    if (item === 'hoards') { const hoard = []; for (;;) hoard.push(new Array(10_000).fill(item)); }
    if (item === 'half') { say({ kind: 'extraction', extraction }); throw new Error('broken'); }
    finish();`);
  const threads = pool(t, { locate: () => '/', program: failing, memoryMb: 32, timeLimitMs: 2000 });
  for (const [path, outcome, reason] of [
    ['throws', 'kept-not-readable', 'damaged'],
    ['exits', 'kept-not-readable', 'damaged'],
    ['loops', 'kept-not-readable', 'limit'],
    ['hoards', 'kept-not-readable', 'limit'],
    ['half', 'extracted', null],
    ['fine', 'extracted', null],
  ] as const) {
    const { extraction, proposals } = await read(threads, path);
    assert.deepEqual([extraction.outcome, extraction.reason, proposals], [outcome, reason, []], path);
    assert.deepEqual(
      extraction.notes.map(({ code }) => code),
      path === 'half' ? ['not-read-for-proposals'] : [],
      path,
    );
  }
});

test('waiting items are read by as many threads as there are, each once', async (t) => {
  const threads = pool(t, { locate: () => '/', size: 2, program: program('if (item === "3") throw new Error("broken"); finish();') });
  const readings = await Promise.all(Array.from({ length: 9 }, (_, i) => read(threads, String(i))));
  assert.deepEqual(
    readings.map(({ extraction }) => extraction.outcome),
    Array.from({ length: 9 }, (_, i) => (i === 3 ? 'kept-not-readable' : 'extracted')),
  );
});

test('closing ends what is being read and what waits', async (t) => {
  const threads = pool(t, { locate: () => '/', program: program('for (;;) {}') });
  const readings = [read(threads, 'a'), read(threads, 'b')];
  await threads.close();
  assert.deepEqual(
    (await Promise.all(readings)).map(({ extraction }) => extraction.reason),
    ['damaged', 'damaged'],
  );
});

test('an object that is missing or is not what its name says is a fault', async (t) => {
  const { inquiry } = await testIntake(t);
  const { objects } = inquiry;
  const { sha256, bytes } = await objects.put(new TextEncoder().encode(ARTICLE));
  const threads = pool(t, { locate: (name) => objects.locate(name) });
  const item = { id: ITEM, sha256, bytes, path: 'a.txt' };
  const fails = (code: string) => assert.rejects(threads.read(item), (fault: InquestFault) => fault.code === code);
  chmodSync(objects.locate(sha256), 0o600);
  writeFileSync(objects.locate(sha256), ARTICLE.toUpperCase());
  await fails('INQ-OBJECT-DAMAGED');
  rmSync(objects.locate(sha256));
  await fails('INQ-NOT-FOUND');
});

test('two hundred megabytes in one line are kept whole and read in part', async (t) => {
  const { inquiry, parts } = await testIntake(t);
  const file = join(testFolder(t), 'one-line.txt');
  const chunk = new Uint8Array(4 * 1024 * 1024).fill(0x78);
  const written = openSync(file, 'w');
  for (let i = 0; i < 50; i += 1) writeSync(written, chunk);
  closeSync(written);
  const threads = pool(t, { locate: (name) => inquiry.objects.locate(name) });
  const results: AddResult[] = [];
  for await (const result of addItems({ ...parts, read: threads.read }, OWNER_SCOPE, { sources: [{ path: 'one-line.txt', file }] }))
    results.push(result);
  const { outcome, reason, item } = results[0] ?? assert.fail();
  assert.deepEqual([outcome, reason, item?.bytes, item?.textLength], ['partly', 'limit', 200 * 1024 * 1024, MAX_TEXT_UNITS]);
  const { rendition, text } = item ?? assert.fail();
  assert.ok(rendition !== null && text !== null);
  const { record } = await openRendition(inquiry.objects, { rendition, text });
  assert.deepEqual(
    record.notes.map(({ code }) => code),
    ['not-read-for-proposals'],
  );
});
