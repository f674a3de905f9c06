import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { hasCode, objectStoreSuite } from '../../../../tools/object-store-suite.ts';
import { withSmallDisk } from '../../../../tools/small-disk.ts';
import { testFolder } from '../../../../tools/test-inquiry.ts';
import type { ObjectStore } from '../custody/index.ts';
import type { Sha256 } from '../kernel/index.ts';
import { openObjectsOnDisk } from './index.ts';

objectStoreSuite('objects on disk', (t) => openObjectsOnDisk(join(testFolder(t), 'objects'), { mode: 'write' }));

const isRoot = process.getuid?.() === 0;

async function names(objects: ObjectStore): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const name of objects.list()) found.push(name);
  return found;
}

/** A store whose temporary files fail in one call, as a failing disk would make them. */
async function failing(t: TestContext, call: 'write' | 'sync', code: string): Promise<{ objects: ObjectStore; folder: string }> {
  const folder = join(testFolder(t), 'objects');
  const objects = await openObjectsOnDisk(folder, {
    mode: 'write',
    async openTemporary(path): Promise<FileHandle> {
      const file = await open(path, 'wx', 0o400);
      const fail = (): Promise<never> => Promise.reject(Object.assign(new Error(`${code}: ${call}`), { code }));
      return new Proxy(file, {
        get(target, name) {
          if (name === call) return fail;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (...given: unknown[]): unknown => Reflect.apply(value, target, given) : value;
        },
      });
    },
  });
  return { objects, folder };
}

test('an object is a read-only file that sha256sum names by its name', async (t) => {
  const folder = join(testFolder(t), 'objects');
  const objects = await openObjectsOnDisk(folder, { mode: 'write' });
  const { sha256 } = await objects.put(Buffer.from('what was said in Karsa'));
  const path = join(folder, sha256.slice(0, 2), sha256);
  assert.equal(objects.locate(sha256), path);
  assert.equal(statSync(path).mode & 0o777, 0o400);
  assert.deepEqual(readdirSync(join(folder, '.tmp')), []);
  const checked = spawnSync('sha256sum', [path], { encoding: 'utf8' });
  if (checked.error === undefined) assert.equal(checked.stdout.split(' ')[0], sha256);
});

test('a changed, shortened, lengthened or removed file is found', async (t) => {
  const objects = await openObjectsOnDisk(join(testFolder(t), 'objects'), { mode: 'write' });
  const changes: readonly [string, (path: string) => void, string][] = [
    ['flipped', (path) => writeFileSync(path, readFileSync(path).fill('x', 3, 4)), 'differs'],
    ['shortened', (path) => truncateSync(path, 5), 'differs'],
    ['lengthened', (path) => appendFileSync(path, 'x'), 'differs'],
    ['emptied', (path) => truncateSync(path, 0), 'differs'],
  ];
  for (const [what, change, state] of changes) {
    const { sha256 } = await objects.put(Buffer.from(`words to be ${what}`));
    chmodSync(objects.locate(sha256), 0o600);
    change(objects.locate(sha256));
    assert.equal((await objects.check(sha256)).state, state, what);
    await assert.rejects(objects.read(sha256, 1000), hasCode('INQ-OBJECT-DAMAGED'), what);
    await assert.rejects(objects.put(Buffer.from(`words to be ${what}`)), hasCode('INQ-OBJECT-DAMAGED'), what);
    assert.deepEqual(readdirSync(join(dirname(dirname(objects.locate(sha256))), '.tmp')), []);
  }
});

test('a folder in the place of an object is unreadable, not sound', async (t) => {
  const objects = await openObjectsOnDisk(join(testFolder(t), 'objects'), { mode: 'write' });
  const other = createHash('sha256').update('two').digest('hex') as Sha256;
  mkdirSync(objects.locate(other), { recursive: true });
  assert.equal((await objects.check(other)).state, 'unreadable');
});

test('what an interrupted intake left is swept when the store is opened for writing', async (t) => {
  const folder = join(testFolder(t), 'objects');
  await openObjectsOnDisk(folder, { mode: 'write' });
  writeFileSync(join(folder, '.tmp', 'left-over'), 'half a file');
  await openObjectsOnDisk(folder, { mode: 'read' });
  assert.deepEqual(readdirSync(join(folder, '.tmp')), ['left-over']);
  const objects = await openObjectsOnDisk(folder, { mode: 'write' });
  assert.deepEqual(readdirSync(join(folder, '.tmp')), []);
  assert.deepEqual(await names(objects), []);
});

for (const [call, code, fault] of [
  ['sync', 'EIO', 'INQ-NOT-DURABLE'],
  ['sync', 'ENOSPC', 'INQ-NOT-DURABLE'],
  ['write', 'ENOSPC', 'INQ-DISK-FULL'],
  ['write', 'EDQUOT', 'INQ-DISK-FULL'],
  ['write', 'EIO', 'INQ-NOT-DURABLE'],
  ['write', 'EACCES', 'INQ-NO-PERMISSION'],
] as const) {
  test(`${code} while the file is given to ${call} is ${fault} and leaves nothing`, async (t) => {
    const { objects, folder } = await failing(t, call, code);
    await assert.rejects(objects.put(Buffer.from('words')), hasCode(fault));
    assert.deepEqual(readdirSync(join(folder, '.tmp')), []);
    assert.deepEqual(await names(objects), []);
  });
}

test('a full disk refuses the object, keeps those before it and goes on when there is room', async (t) => {
  await withSmallDisk(t, 2, async (disk) => {
    const folder = join(disk, 'objects');
    const objects = await openObjectsOnDisk(folder, { mode: 'write' });
    const small = await objects.put(Buffer.alloc(500_000, 'a'));
    await assert.rejects(objects.put(Buffer.alloc(4_000_000, 'b')), hasCode('INQ-DISK-FULL'));
    const source = join(testFolder(t), 'large');
    writeFileSync(source, Buffer.alloc(4_000_000, 'c'));
    await assert.rejects(objects.putFile(source), hasCode('INQ-DISK-FULL'));
    assert.deepEqual(readdirSync(join(folder, '.tmp')), []);
    assert.deepEqual(await objects.check(small.sha256), { state: 'sound', bytes: 500_000 });
    assert.equal((await objects.put(Buffer.alloc(500_000, 'd'))).existed, false);
    assert.equal((await names(objects)).length, 2);
  });
});

test('what is wrong with a file is a refusal that says what', async (t) => {
  const folder = testFolder(t);
  const objects = await openObjectsOnDisk(join(folder, 'objects'), { mode: 'write' });
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  symlinkSync('loop', join(folder, 'loop'));
  for (const [path, code] of [
    [join(folder, 'nowhere'), 'not-found'],
    [join(folder, 'loop'), 'not-found'],
    [folder, 'not-a-file'],
    [pipe, 'not-a-file'],
    ['/dev/zero', 'not-a-file'],
  ] as const) {
    assert.deepEqual(await objects.putFile(path), { ok: false, code }, path);
  }
  if (!isRoot) {
    writeFileSync(join(folder, 'closed'), 'words', { mode: 0o000 });
    assert.deepEqual(await objects.putFile(join(folder, 'closed')), { ok: false, code: 'no-permission' });
  }
  assert.deepEqual(await names(objects), []);
});

/** Changes the source whenever the store opens a temporary file, so at each attempt to read it. */
async function changingSource(t: TestContext, times: number): Promise<{ objects: ObjectStore; path: string; folder: string }> {
  const folder = testFolder(t);
  const path = join(folder, 'source');
  writeFileSync(path, 'first words');
  let left = times;
  const objects = await openObjectsOnDisk(join(folder, 'objects'), {
    mode: 'write',
    openTemporary(temporary) {
      if (left > 0) {
        left--;
        appendFileSync(path, 'more');
        utimesSync(path, 1000 + left, 1000 + left);
      }
      return open(temporary, 'wx', 0o400);
    },
  });
  return { objects, path, folder };
}

test('a file that changes while it is read is read once more', async (t) => {
  const { objects, path } = await changingSource(t, 1);
  const put = await objects.putFile(path);
  assert.ok(put.ok);
  assert.equal(put.value.sha256, createHash('sha256').update(readFileSync(path)).digest('hex'));
  assert.deepEqual(await names(objects), [put.value.sha256]);
});

test('a file that goes on changing is refused and nothing of it is kept', async (t) => {
  const { objects, path, folder } = await changingSource(t, 9);
  assert.deepEqual(await objects.putFile(path), { ok: false, code: 'changed-while-reading' });
  assert.deepEqual(await names(objects), []);
  assert.deepEqual(readdirSync(join(folder, 'objects', '.tmp')), []);
});

test('a long file is hashed in two threads and gives the same digests', async (t) => {
  const folder = testFolder(t);
  const path = join(folder, 'long');
  const piece = Buffer.alloc(1024 * 1024 + 1, 'Velmar ');
  const sha256 = createHash('sha256');
  const sha512 = createHash('sha512');
  for (let at = 0; at < 65; at++) {
    piece.writeUInt32LE(at);
    appendFileSync(path, piece);
    sha256.update(piece);
    sha512.update(piece);
  }
  const objects = await openObjectsOnDisk(join(folder, 'objects'), { mode: 'write' });
  const put = await objects.putFile(path);
  assert.ok(put.ok);
  assert.deepEqual([put.value.sha256, put.value.sha512], [sha256.digest('hex'), sha512.digest('hex')]);
  assert.equal((await objects.check(put.value.sha256)).state, 'sound');
});
