/** What every adapter of the object store must do, whatever holds the bytes. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { ObjectStore } from '../packages/inquest/src/custody/index.ts';
import { type FaultCode, InquestFault, type Sha256 } from '../packages/inquest/src/kernel/index.ts';
import { testFolder } from './test-inquiry.ts';

const ABSENT = '0'.repeat(64) as Sha256;

export function hasCode(code: FaultCode): (error: unknown) => boolean {
  return (error) => error instanceof InquestFault && error.code === code;
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  for await (const chunk of chunks) kept.push(chunk);
  return Buffer.concat(kept);
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

/** `open` gives an empty store for one test. */
export function objectStoreSuite(name: string, open: (t: TestContext) => Promise<ObjectStore>): void {
  describe(name, () => {
    keepsBytes(open);
    answersFor(open);
  });
}

function keepsBytes(open: (t: TestContext) => Promise<ObjectStore>): void {
  test('bytes come back under the name of their SHA-256', async (t) => {
    const objects = await open(t);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 700 }), async (bytes, piece) => {
        const put = await objects.put(inPieces(bytes, piece));
        assert.equal(put.sha256, createHash('sha256').update(bytes).digest('hex'));
        assert.equal(put.sha512, createHash('sha512').update(bytes).digest('hex'));
        assert.equal(put.bytes, bytes.length);
        assert.deepEqual(await whole(objects.get(put.sha256)), Buffer.from(bytes));
        assert.deepEqual(Buffer.from(await objects.read(put.sha256, bytes.length)), Buffer.from(bytes));
        assert.deepEqual(await objects.check(put.sha256), { state: 'sound', bytes: bytes.length });
        assert.equal((await objects.put(bytes)).existed, true);
      }),
      { numRuns: 20 },
    );
  });

  test('a file becomes an object with the time it was last changed', async (t) => {
    const objects = await open(t);
    const path = join(testFolder(t), 'a list.txt');
    const bytes = Buffer.alloc(3_000_000, 'Karsa ');
    writeFileSync(path, bytes);
    const put = await objects.putFile(path);
    assert.ok(put.ok);
    assert.equal(put.value.sha256, createHash('sha256').update(bytes).digest('hex'));
    assert.ok(put.value.modifiedAt instanceof Date);
    assert.deepEqual(await whole(objects.get(put.value.sha256)), bytes);
  });

  test('an empty object is one too', async (t) => {
    const objects = await open(t);
    const { sha256 } = await objects.put(new Uint8Array(0));
    assert.equal((await objects.read(sha256, 0)).length, 0);
  });
}

function answersFor(open: (t: TestContext) => Promise<ObjectStore>): void {
  test('what is not there is said to be not there', async (t) => {
    const objects = await open(t);
    assert.equal(await objects.has(ABSENT), false);
    assert.deepEqual(await objects.check(ABSENT), { state: 'missing' });
    await assert.rejects(whole(objects.get(ABSENT)), hasCode('INQ-NOT-FOUND'));
    await assert.rejects(objects.read(ABSENT, 10), hasCode('INQ-NOT-FOUND'));
  });

  test('an object longer than the limit is not read at once', async (t) => {
    const objects = await open(t);
    const { sha256 } = await objects.put(Buffer.from('twelve bytes'));
    await assert.rejects(objects.read(sha256, 11), hasCode('INQ-LIMIT'));
    assert.equal((await objects.read(sha256, 12)).length, 12);
  });

  test('all objects are listed once, in order', async (t) => {
    const objects = await open(t);
    const names: string[] = [];
    for (let at = 0; at < 40; at++) names.push((await objects.put(Buffer.from(String(at % 30)))).sha256);
    const listed: string[] = [];
    for await (const name of objects.list()) listed.push(name);
    assert.deepEqual(listed, [...new Set(names)].sort());
    for (const name of listed) assert.ok(objects.locate(name as Sha256).includes(name));
  });

  test('the same bytes put many times at once are one object', async (t) => {
    const objects = await open(t);
    const puts = await Promise.all(Array.from({ length: 12 }, () => objects.put(Buffer.from('the same'))));
    assert.equal(puts.filter(({ existed }) => !existed).length, 1);
    assert.equal(new Set(puts.map(({ sha256 }) => sha256)).size, 1);
  });

  test('a source that fails leaves no object', async (t) => {
    const objects = await open(t);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('first half'));
      throw new Error('the source broke');
    }
    await assert.rejects(objects.put(broken()), /the source broke/);
    const listed: string[] = [];
    for await (const name of objects.list()) listed.push(name);
    assert.deepEqual(listed, []);
  });
}
