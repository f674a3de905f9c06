import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { hasCode } from '../../../../tools/object-store-suite.ts';
import { withSmallDisk } from '../../../../tools/small-disk.ts';
import {
  cameAgain,
  createTestInquiry,
  openTestInquiry,
  TEST_INQUIRY,
  testFolder,
  verifyTestInquiry,
} from '../../../../tools/test-inquiry.ts';
import { OWNER_SCOPE } from '../access/index.ts';
import { done, InquestFault } from '../kernel/index.ts';
import type { InquiryFolder } from './index.ts';

const HOLDER = join(import.meta.dirname, '../../../../tools/hold-writer-lock.ts');

async function add(inquiry: InquiryFolder, number: number): Promise<void> {
  const outcome = await inquiry.ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events: [cameAgain(number)], value: null })));
  assert.ok(outcome.ok);
}

async function inquiryIn(t: TestContext): Promise<string> {
  const folder = join(testFolder(t), 'inquiry');
  await using inquiry = await createTestInquiry(folder);
  await add(inquiry, 1);
  return folder;
}

test('an inquiry is made, closed and opened again', async (t) => {
  const folder = await inquiryIn(t);
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'inquiry.json'), 'utf8')), { format: 1, inquiry: TEST_INQUIRY });
  for (const name of ['keys/ledger.pem', 'inquest.sqlite', 'writer.lock', 'inquiry.json']) {
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  }
  await using inquiry = await openTestInquiry(folder, 'write');
  assert.equal(inquiry.inquiry, TEST_INQUIRY);
  await add(inquiry, 2);
  assert.equal(await inquiry.ledger.size(), 2);
  assert.deepEqual((await verifyTestInquiry(inquiry)).problems, []);
});

test('a closed inquiry leaves no lock and no open log', async (t) => {
  const folder = await inquiryIn(t);
  assert.deepEqual(readdirSync(folder).sort(), ['inquest.sqlite', 'inquiry.json', 'keys', 'objects', 'writer.lock']);
});

test('any number may read while one writes', async (t) => {
  const folder = await inquiryIn(t);
  await using writer = await openTestInquiry(folder, 'write');
  await using reader = await openTestInquiry(folder, 'read');
  await using other = await openTestInquiry(folder, 'read');
  await add(writer, 2);
  assert.deepEqual([await reader.ledger.size(), await other.ledger.size()], [2, 2]);
  await assert.rejects(add(reader, 3), hasCode('INQ-NO-PERMISSION'));
  assert.deepEqual((await verifyTestInquiry(reader)).problems, []);
});

test('an inquiry is made only in a folder that is empty or not there', async (t) => {
  const folder = await inquiryIn(t);
  await assert.rejects(createTestInquiry(folder), hasCode('INQ-ALREADY-EXISTS'));
  const file = join(testFolder(t), 'file');
  writeFileSync(file, 'words');
  await assert.rejects(createTestInquiry(file), hasCode('INQ-ALREADY-EXISTS'));
  assert.equal(readFileSync(file, 'utf8'), 'words');
  const empty = join(testFolder(t), 'empty');
  mkdirSync(empty);
  await (await createTestInquiry(empty)).close();
});

const OTHER_FILES: readonly [string, string, InquestFault['code']][] = [
  ['a newer version', JSON.stringify({ format: 2, inquiry: TEST_INQUIRY }), 'INQ-NEWER-VERSION'],
  ['no JSON', '{', 'INQ-NOT-AN-INQUIRY'],
  ['another JSON', '[]', 'INQ-NOT-AN-INQUIRY'],
  ['no inquiry', '{"format":1}', 'INQ-NOT-AN-INQUIRY'],
];

for (const [name, text, code] of OTHER_FILES) {
  test(`a folder whose inquiry.json has ${name} is not opened and not changed`, async (t) => {
    const folder = await inquiryIn(t);
    writeFileSync(join(folder, 'inquiry.json'), text);
    for (const mode of ['read', 'write'] as const) await assert.rejects(openTestInquiry(folder, mode), hasCode(code));
    assert.ok(!existsSync(join(folder, 'writer.lock.json')));
  });
}

test('a folder without an inquiry is said to be none', async (t) => {
  await assert.rejects(openTestInquiry(testFolder(t), 'read'), hasCode('INQ-NOT-AN-INQUIRY'));
  await assert.rejects(openTestInquiry(join(testFolder(t), 'nowhere'), 'write'), hasCode('INQ-NOT-AN-INQUIRY'));
});

test('an inquiry without its key or with one of another kind is not opened for writing, and is read', async (t) => {
  const folder = await inquiryIn(t);
  const key = join(folder, 'keys', 'ledger.pem');
  writeFileSync(key, 'no key');
  await assert.rejects(openTestInquiry(folder, 'write'), hasCode('INQ-NOT-FOUND'));
  rmSync(key);
  await assert.rejects(openTestInquiry(folder, 'write'), hasCode('INQ-NOT-FOUND'));
  await using reader = await openTestInquiry(folder, 'read');
  assert.equal(await reader.ledger.size(), 1);
});

test('a database that is none is a fault with a plain name', async (t) => {
  const folder = await inquiryIn(t);
  writeFileSync(join(folder, 'inquest.sqlite'), Buffer.alloc(8192, 'x'));
  await assert.rejects(openTestInquiry(folder, 'write'), hasCode('INQ-DATABASE'));
  rmSync(join(folder, 'inquest.sqlite'));
  await assert.rejects(openTestInquiry(folder, 'read'), hasCode('INQ-NO-PERMISSION'));
});

test('a copy of a closed inquiry is an inquiry', async (t) => {
  const folder = await inquiryIn(t);
  const copy = join(testFolder(t), 'copy');
  cpSync(folder, copy, { recursive: true });
  await using inquiry = await openTestInquiry(copy, 'write');
  await add(inquiry, 2);
  assert.deepEqual((await verifyTestInquiry(inquiry)).problems, []);
});

test('a full disk refuses a change whole, reading goes on, and so does writing when there is room', async (t) => {
  await withSmallDisk(t, 3, async (disk) => {
    await using inquiry = await createTestInquiry(join(disk, 'inquiry'));
    await add(inquiry, 1);
    const events = Array.from({ length: 400 }, (_, at) => cameAgain(at + 1, 'x'.repeat(4000)));
    const fill = () => inquiry.ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
    await assert.rejects(async () => {
      for (let turn = 0; turn < 10; turn++) await fill();
    }, hasCode('INQ-DISK-FULL'));
    const size = await inquiry.ledger.size();
    assert.deepEqual((await verifyTestInquiry(inquiry)).problems, []);
    execFileSync('mount', ['-o', 'remount,size=30m', disk]);
    await fill();
    assert.equal(await inquiry.ledger.size(), size + events.length);
    const { problems, differences } = await verifyTestInquiry(inquiry);
    assert.deepEqual([problems, differences], [[], []]);
  });
});

test('an inquiry on a disk that cannot be written to is read', async (t) => {
  await withSmallDisk(t, 8, async (disk) => {
    const folder = join(disk, 'inquiry');
    await using inquiry = await createTestInquiry(folder);
    await add(inquiry, 1);
    await inquiry.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await using reader = await openTestInquiry(folder, 'read');
    assert.deepEqual((await verifyTestInquiry(reader)).problems, []);
    await assert.rejects(openTestInquiry(folder, 'write'), hasCode('INQ-NO-PERMISSION'));
    await reader.close();
  });
});

async function holdIn(t: TestContext, folder: string): Promise<ChildProcess> {
  const holder = spawn(process.execPath, [HOLDER, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => holder.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string];
  assert.equal(line, 'open');
  return holder;
}

test('a second process is told who writes, and may write as soon as the first is killed', async (t) => {
  const folder = await inquiryIn(t);
  const holder = await holdIn(t, folder);
  await assert.rejects(openTestInquiry(folder, 'write'), (error) => {
    assert.ok(error instanceof InquestFault && error.code === 'INQ-LOCKED');
    assert.match(error.why, new RegExp(`^Process ${String(holder.pid)} \\(hold-writer-lock\\.ts .*\\) since \\d{4}-\\d\\d-\\d\\dT`));
    return true;
  });
  await using reader = await openTestInquiry(folder, 'read');
  assert.equal(await reader.ledger.size(), 1);
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
  await using writer = await openTestInquiry(folder, 'write');
  await add(writer, 2);
});

test('a second writer in the same process is refused too', async (t) => {
  const folder = await inquiryIn(t);
  const first = await openTestInquiry(folder, 'write');
  await assert.rejects(openTestInquiry(folder, 'write'), hasCode('INQ-LOCKED'));
  await assert.rejects(openTestInquiry(folder, 'write'), hasCode('INQ-LOCKED'));
  // Nor did the attempts loosen the lock for anybody else.
  const other = spawnSync(process.execPath, [HOLDER, folder], { encoding: 'utf8', input: '' });
  assert.match(other.stderr, /INQ-LOCKED/);
  await add(first, 2);
  await first.close();
  await first.close();
  await (await openTestInquiry(folder, 'write')).close();
});
