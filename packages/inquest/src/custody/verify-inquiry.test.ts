import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createTestInquiry, received, testFolder, verifyTestInquiry } from '../../../../tools/test-inquiry.ts';
import { OWNER_SCOPE } from '../access/index.ts';
import { done, type ItemId, MAIN_COMPARTMENT } from '../kernel/index.ts';
import type { AnyNewEvent } from '../ledger/index.ts';
import { lastCheck, referencedObjects, type StoredObject } from './index.ts';

const WORDS = ['what the first said', 'what the second said', 'what the third said'];

async function inquiryWithThree(t: TestContext) {
  const inquiry = await createTestInquiry(join(testFolder(t), 'inquiry'));
  t.after(() => inquiry.close());
  const objects: StoredObject[] = [];
  for (const words of WORDS) objects.push(await inquiry.objects.put(Buffer.from(words)));
  const add = async (...events: readonly AnyNewEvent[]): Promise<void> => {
    const outcome = await inquiry.ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
    assert.ok(outcome.ok);
  };
  await add(...objects.map((object, at) => received(at + 1, object)));
  const pathOf = (at: number): string => inquiry.objects.locate(objects[at]?.sha256 ?? assert.fail());
  return { inquiry, objects, add, pathOf };
}

test('an inquiry that nobody touched is sound', async (t) => {
  const { inquiry } = await inquiryWithThree(t);
  const { objects, bytes, events, checkpoint, problems, unreferenced, differences } = await verifyTestInquiry(inquiry);
  assert.deepEqual({ objects, bytes, events, problems, differences }, { objects: 3, bytes: 58, events: 3, problems: [], differences: [] });
  assert.deepEqual(unreferenced, { count: 0, names: [] });
  assert.equal(checkpoint?.size, 3);
});

const CHANGES: readonly [string, (path: string, other: string) => void, readonly string[]][] = [
  ['a flipped byte', (path) => writeFileSync(path, readFileSync(path).fill('x', 3, 4)), ['object-differs']],
  ['bytes added at the end', (path) => appendFileSync(path, 'x'), ['object-differs']],
  ['a removed object', (path) => rmSync(path), ['object-missing']],
  ['another sound object under the name', (path, other) => writeFileSync(path, readFileSync(other)), ['object-differs']],
  [
    'a folder in its place',
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    ['object-unreadable'],
  ],
];

for (const [name, change, found] of CHANGES) {
  test(`${name} is found and its item and file are named`, async (t) => {
    const { inquiry, pathOf } = await inquiryWithThree(t);
    chmodSync(pathOf(1), 0o600);
    change(pathOf(1), pathOf(2));
    const { problems, objects } = await verifyTestInquiry(inquiry);
    assert.deepEqual(
      problems.map(({ code, where }) => `${code} ${where}`),
      found.map((code) => `${code} S-2 ${pathOf(1)}`),
    );
    assert.equal(objects, 3);
  });
}

test('an object of another length than was recorded is found', async (t) => {
  const { inquiry, objects, add, pathOf } = await inquiryWithThree(t);
  const extra = await inquiry.objects.put(Buffer.from('one more'));
  await add(received(4, { ...extra, bytes: 9 }));
  const { problems } = await verifyTestInquiry(inquiry);
  assert.deepEqual(
    problems.map(({ code, where }) => `${code} ${where}`),
    [`object-length-differs S-4 ${inquiry.objects.locate(extra.sha256)}`],
  );
  assert.equal(objects.length, 3);
  assert.ok(pathOf(0).length > 64);
});

test('an object no event speaks of is told and is no problem', async (t) => {
  const { inquiry, pathOf } = await inquiryWithThree(t);
  const left = await inquiry.objects.put(Buffer.from('left by an interrupted intake'));
  // A name that is no object's is nobody's business here.
  renameSync(pathOf(0), `${pathOf(0)}.copy`);
  const { problems, unreferenced } = await verifyTestInquiry(inquiry);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['object-missing'],
  );
  assert.deepEqual(unreferenced, { count: 1, names: [left.sha256] });
});

test('the objects of a rendition are kept and checked like those of an item', async (t) => {
  const { inquiry, objects } = await inquiryWithThree(t);
  const [rendition, text] = objects;
  assert.ok(rendition !== undefined && text !== undefined);
  const [event] = await inquiry.ledger.read(OWNER_SCOPE, { limit: 1 });
  assert.ok(event !== undefined);
  assert.deepEqual(referencedObjects(event), [{ item: 'S-1', name: rendition.sha256, bytes: rendition.bytes }]);
});

test('the last check of an item and of the whole inquiry can be asked for', async (t) => {
  const { inquiry, objects, add } = await inquiryWithThree(t);
  assert.equal(await lastCheck(inquiry.store, OWNER_SCOPE, null), null);
  const checked = (item: ItemId | null, problems: number): AnyNewEvent => ({
    type: 'fixity.checked',
    payload: {
      item,
      objects: 3,
      bytes: 2 ** 40,
      problems: objects.slice(0, problems).map(({ sha256 }) => ({ code: 'object-missing', sha256 })),
    },
    touches: item === null ? [] : [item],
    compartment: MAIN_COMPARTMENT,
  });
  await add(checked(null, 1), checked('S-2' as ItemId, 0));
  await add(checked(null, 2));
  const [, , , , , newest] = await inquiry.ledger.read(OWNER_SCOPE, { limit: 10 });
  assert.deepEqual(await lastCheck(inquiry.store, OWNER_SCOPE, null), {
    event: newest?.id,
    compartment: MAIN_COMPARTMENT,
    checkedAt: newest?.recordedAt,
    objects: 3,
    bytes: 2 ** 40,
    problems: 2,
  });
  assert.equal((await lastCheck(inquiry.store, OWNER_SCOPE, 'S-2' as ItemId))?.problems, 0);
  assert.equal(await lastCheck(inquiry.store, OWNER_SCOPE, 'S-1' as ItemId), null);
  assert.deepEqual((await verifyTestInquiry(inquiry)).differences, []);
});
