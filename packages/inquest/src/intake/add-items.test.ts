import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { forEachEngine } from '../../../../tools/test-engines.ts';
import { TEST_INSTRUMENT, testEffects, testSigner } from '../../../../tools/test-inquiry.ts';
import { filesBelow, objectsWhileGrowing, type TestIntake, testIntake, withoutPrivileges } from '../../../../tools/test-intake.ts';
import { OWNER_SCOPE, type Scope } from '../access/index.ts';
import { InquestFault, type ItemId, MAIN_COMPARTMENT, OWNER } from '../kernel/index.ts';
import { createLedger } from '../ledger/index.ts';
import {
  type AddOptions,
  type AddProgress,
  type AddResult,
  addItems,
  countOutcomes,
  findBySha256,
  getItem,
  type IntakeParts,
  type ItemSource,
  intakeProjection,
  itemsPending,
  listItems,
  listPaths,
  listRefusals,
  openRendition,
  preserve,
  receiveItems,
  resumePending,
} from './index.ts';

const ARTICLE =
  'Relatives ask the United Nations\n\n14 January 2022\n\nThe Association of Karsa Families estimates that about 12,000 prisoners were put to death.\n';

async function add(
  parts: IntakeParts,
  sources: AsyncIterable<ItemSource> | Iterable<ItemSource>,
  options: AddOptions = {},
): Promise<readonly AddResult[]> {
  const results: AddResult[] = [];
  for await (const result of addItems(parts, OWNER_SCOPE, { ...options, sources })) results.push(result);
  return results;
}

function text(path: string, content: string): ItemSource {
  return { path, bytes: new TextEncoder().encode(content) };
}

function short({ path, outcome, reason, item, duplicateOf }: AddResult): string {
  return [path, outcome, reason, item?.id ?? null, duplicateOf].filter((part) => part !== null).join(' ');
}

test('every kind of file gets its line, and what was acknowledged is whole', async (t) => {
  const intake = await testIntake(t);
  const { inquiry, parts, folder } = intake;
  const box = join(folder, 'box');
  mkdirSync(join(box, 'deep', '.hidden'), { recursive: true });
  writeFileSync(join(box, 'article.txt'), ARTICLE);
  writeFileSync(join(box, 'copy.txt'), ARTICLE);
  writeFileSync(join(box, 'empty.txt'), '');
  writeFileSync(
    join(box, 'junk.bin'),
    Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) & 0xff),
  );
  writeFileSync(join(box, 'deep', 'page.html'), `<html><body><p>${ARTICLE}</p></body></html>`);
  writeFileSync(join(box, 'deep', '.hidden', 'note.md'), '# Karsa\n\nA note.');
  symlinkSync('article.txt', join(box, 'link.txt'));
  const results = await add(parts, filesBelow([box, join(folder, 'missing.txt')], null));
  assert.deepEqual(results.map(short), [
    'box/article.txt extracted S-1',
    'box/copy.txt duplicate S-1 S-1',
    'box/deep/.hidden/note.md extracted S-2',
    'box/deep/page.html extracted S-3',
    'box/empty.txt kept-not-readable empty S-4',
    'box/junk.bin kept-not-readable unsupported S-5',
    'box/link.txt refused not-a-file',
    'missing.txt refused not-found',
  ]);
  const [first] = results;
  assert.deepEqual(
    [first?.item?.title, first?.item?.languages, first?.item?.textLength],
    ['Relatives ask the United Nations', ['en'], ARTICLE.length],
  );
  assert.ok((first?.proposals.date ?? 0) >= 1);
  assert.deepEqual(await countOutcomes(inquiry.store, OWNER_SCOPE), {
    pending: 0,
    extracted: 3,
    partly: 0,
    'kept-not-readable': 2,
    duplicate: 1,
    refused: 2,
  });
  assert.deepEqual(
    (await listPaths(inquiry.store, OWNER_SCOPE, 'S-1' as ItemId)).map(({ path }) => path),
    ['box/article.txt', 'box/copy.txt'],
  );
  assert.deepEqual((await listRefusals(inquiry.store, OWNER_SCOPE, { limit: 10 })).map(({ path, reason }) => `${path} ${reason}`).sort(), [
    'box/link.txt not-a-file',
    'missing.txt not-found',
  ]);
  assert.deepEqual(await intake.problems(), []);
});

test('offering the same again changes nothing', async (t) => {
  const { inquiry, parts } = await testIntake(t);
  const offers: readonly ItemSource[] = [text('a.txt', ARTICLE), text('b.txt', 'Another.'), { path: 'gone.txt', refused: 'not-found' }];
  await add(parts, offers);
  const size = await inquiry.ledger.size();
  assert.deepEqual((await add(parts, offers)).map(short), [
    'a.txt duplicate S-1 S-1',
    'b.txt duplicate S-2 S-2',
    'gone.txt refused not-found',
  ]);
  assert.equal(await inquiry.ledger.size(), size);
  assert.deepEqual((await add(parts, [text('elsewhere/a.txt', ARTICLE)])).map(short), ['elsewhere/a.txt duplicate S-1 S-1']);
  const [event] = await inquiry.ledger.read(OWNER_SCOPE, { limit: 1, newestFirst: true });
  assert.deepEqual([event?.type, await inquiry.ledger.size()], ['item.received-again', size + 1]);
});

test('the text that citations point into is the object its event names', async (t) => {
  const { inquiry, parts } = await testIntake(t);
  const [result] = await add(parts, [text('a.txt', ARTICLE)]);
  const { rendition, text: name } = result?.item ?? assert.fail();
  assert.ok(rendition !== null && name !== null);
  const opened = await openRendition(inquiry.objects, { rendition, text: name });
  assert.equal(opened.text, ARTICLE);
  assert.deepEqual(
    opened.record.segments.map(({ start, end, role }) => `${role} ${ARTICLE.slice(start, end).slice(0, 9)}`),
    ['title Relatives', 'dateline 14 Januar', 'paragraph The Assoc'],
  );
});

test('an interruption leaves items pending, and the same command finishes them', async (t) => {
  const intake = await testIntake(t);
  const { inquiry, parts } = intake;
  const offers = Array.from({ length: 40 }, (_, i) => text(`${String(i)}.txt`, `${ARTICLE}${String(i)}`));
  const stop = new AbortController();
  const read = await add(parts, offers, {
    signal: stop.signal,
    onProgress: ({ stage }) => {
      if (stage === 'read') stop.abort();
    },
  });
  assert.ok(read.length >= 1 && read.length < 40);
  const pending = await itemsPending(inquiry.store, OWNER_SCOPE, { limit: 100 });
  assert.equal(read.length + pending.length, 40);
  const again = await add(parts, offers);
  assert.deepEqual(
    again.map(({ outcome }) => outcome),
    offers.map((_, at) => (at < read.length ? 'duplicate' : 'extracted')),
  );
  assert.deepEqual(await itemsPending(inquiry.store, OWNER_SCOPE, { limit: 100 }), []);
  assert.deepEqual(await intake.problems(), []);
});

test('what was received and never read is resumed', async (t) => {
  const { inquiry, parts } = await testIntake(t);
  const offers = await Promise.all(
    Array.from({ length: 70 }, (_, i) => preserve(parts.objects, text(`${String(i)}.txt`, `Text ${String(i)}.`))),
  );
  await receiveItems(inquiry.ledger, OWNER_SCOPE, { compartment: MAIN_COMPARTMENT, offers });
  const resumed: string[] = [];
  for await (const result of resumePending(parts, OWNER_SCOPE)) resumed.push(short(result));
  assert.equal(resumed.length, 70);
  assert.equal(resumed[69], '69.txt extracted S-70');
});

test('progress passes every stage once for every offer', async (t) => {
  const { parts } = await testIntake(t);
  const seen: AddProgress[] = [];
  const offers: readonly ItemSource[] = [text('a', ARTICLE), text('b', ARTICLE), { path: 'c', refused: 'not-a-file' }];
  await add(parts, offers, { total: 3, onProgress: (progress) => void seen.push(progress) });
  for (const stage of ['received', 'preserved', 'read', 'proposals'] as const) {
    assert.deepEqual(
      seen.filter((progress) => progress.stage === stage).map(({ done, total }) => `${String(done)}/${String(total)}`),
      ['1/3', '2/3', '3/3'],
      stage,
    );
  }
});

test('a fault while reading ends intake after what was read is safe', async (t) => {
  const fault = new InquestFault('INQ-OBJECT-DAMAGED', { what: 'x', why: 'x', do: 'x' });
  const { inquiry, parts } = await testIntake(t, ({ read }) => ({
    read: (item) => (item.path === 'b.txt' ? Promise.reject(fault) : read(item)),
  }));
  await assert.rejects(add(parts, [text('a.txt', 'One.'), text('b.txt', 'Two.')]), fault);
  const items = await listItems(inquiry.store, OWNER_SCOPE, { limit: 10 });
  assert.deepEqual(
    items.map(({ id, outcome }) => `${id} ${outcome}`),
    ['S-1 extracted', 'S-2 pending'],
  );
});

test('a file that changes while it is read is refused, and says so', async (t) => {
  const { folder, inquiry, parts } = await testIntake(t);
  const file = join(folder, 'growing.txt');
  writeFileSync(file, ARTICLE);
  const objects = await objectsWhileGrowing(join(folder, 'other-objects'), file);
  const [result] = await add({ ...parts, objects }, [{ path: 'growing.txt', file }]);
  assert.deepEqual([result?.outcome, result?.reason, result?.item], ['refused', 'changed-while-reading', null]);
  assert.deepEqual(
    (await listRefusals(inquiry.store, OWNER_SCOPE, { limit: 2 })).map(({ path }) => path),
    ['growing.txt'],
  );
});

test('a file and a folder that may not be read are refused; their neighbours are taken in', async (t) => {
  const { inquiry, parts, folder } = await testIntake(t);
  mkdirSync(join(folder, 'box', 'locked'), { recursive: true });
  for (const name of ['open.txt', 'secret.txt', 'locked/inside.txt']) writeFileSync(join(folder, 'box', name), `${name} ${ARTICLE}`);
  chmodSync(join(folder, 'box', 'secret.txt'), 0o000);
  chmodSync(join(folder, 'box', 'locked'), 0o000);
  const results = await withoutPrivileges(folder, () => add(parts, filesBelow([join(folder, 'box')], null)));
  assert.deepEqual(results.map(short), [
    'box/locked refused no-permission',
    'box/open.txt extracted S-1',
    'box/secret.txt refused no-permission',
  ]);
  assert.deepEqual(await countOutcomes(inquiry.store, OWNER_SCOPE), {
    pending: 0,
    extracted: 1,
    partly: 0,
    'kept-not-readable': 0,
    duplicate: 0,
    refused: 2,
  });
});

test('the inquiry’s own folder is never taken in', async (t) => {
  const { inquiry, parts, folder } = await testIntake(t);
  writeFileSync(join(folder, 'a.txt'), ARTICLE);
  const results = await add(parts, filesBelow([folder], inquiry.folder));
  assert.deepEqual(
    results.map(({ outcome, path }) => `${outcome} ${path.split('/').at(-1) ?? ''}`),
    ['extracted a.txt'],
  );
});

test('nobody sees items, paths or refusals outside their compartments', async (t) => {
  const { inquiry, parts } = await testIntake(t);
  const [result] = await add(parts, [text('a.txt', ARTICLE), { path: 'b', refused: 'not-a-file' }]);
  const nobody: Scope = { person: OWNER, compartments: new Set() };
  const { store } = inquiry;
  const { id, sha256 } = result?.item ?? assert.fail();
  assert.deepEqual(await listItems(store, nobody, { limit: 10 }), []);
  assert.equal(await getItem(store, nobody, id), null);
  assert.deepEqual(await findBySha256(store, nobody, sha256), []);
  assert.deepEqual(await listPaths(store, nobody, id), []);
  assert.deepEqual(await listRefusals(store, nobody, { limit: 10 }), []);
  assert.deepEqual(Object.values(await countOutcomes(store, nobody)), [0, 0, 0, 0, 0, 0]);
});

forEachEngine('lists of items', (engine) => {
  test('pages, outcomes and digests', async (t: TestContext) => {
    const intake: TestIntake = await testIntake(t);
    const store = await engine.open();
    const effects = testEffects(engine.name);
    const ledger = await createLedger({
      store,
      signer: testSigner(),
      effects,
      instrument: TEST_INSTRUMENT,
      projections: [intakeProjection],
    });
    const parts: IntakeParts = { ...intake.parts, ledger, effects, storeProposals: () => Promise.resolve() };
    await add(parts, [...Array.from({ length: 5 }, (_, i) => text(`${String(i)}.txt`, `Text ${String(i)}.`)), text('empty.txt', '')]);
    const ids = async (query: Parameters<typeof listItems>[2]): Promise<readonly string[]> =>
      (await listItems(store, OWNER_SCOPE, query)).map(({ id }) => id);
    assert.deepEqual(await ids({ limit: 2 }), ['S-1', 'S-2']);
    assert.deepEqual(await ids({ limit: 2, after: 2 }), ['S-3', 'S-4']);
    assert.deepEqual(await ids({ limit: 2, newestFirst: true }), ['S-6', 'S-5']);
    assert.deepEqual(await ids({ limit: 9, newestFirst: true, after: 5, outcome: 'extracted' }), ['S-4', 'S-3', 'S-2', 'S-1']);
    assert.deepEqual(await ids({ limit: 9, outcome: 'kept-not-readable' }), ['S-6']);
    const third = await getItem(store, OWNER_SCOPE, 'S-3' as ItemId);
    assert.ok(third !== null && third.bytes === 7 && third.textLength === 7);
    assert.deepEqual(
      (await findBySha256(store, OWNER_SCOPE, third.sha256)).map(({ id }) => id),
      ['S-3'],
    );
  });
});
