import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BINARY, inquest, linesOf } from '../../../../tools/run-inquest.ts';

/** Bad input gets a recorded outcome or a clear error (what, why, what to do) and loses nothing. */
describe('bad input on the command line', () => {
  let folder = '';
  let inquiry = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inquest-bad-'));
    inquiry = join(folder, 'inquiry');
    assert.equal((await inquest(['init', inquiry, '--title', 'Bad input'])).exit, 0);
    await writeFile(join(folder, 'good.txt'), 'Officials said that 3 people were killed.\n');
    assert.equal((await inquest(['add', join(folder, 'good.txt'), '--inquiry', inquiry])).exit, 0);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Adds one file and returns its line; whatever it was, the inquiry must still verify. */
  async function added(name: string, bytes: Uint8Array | string): Promise<Record<string, unknown>> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const run = await inquest(['add', path, '--jsonl', '--inquiry', inquiry]);
    const line = linesOf(run)[0];
    assert.ok(line !== undefined, run.stderr);
    assert.equal((await inquest(['verify', '--inquiry', inquiry])).exit, 0);
    return line;
  }

  it('keeps an empty file and says that it is empty', async () => {
    const line = await added('empty.txt', '');
    assert.deepEqual([line['outcome'], line['reason'], line['bytes']], ['kept-not-readable', 'empty', 0]);
  });

  it('keeps binary junk and says that the format is not supported', async () => {
    const junk = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256);
    const line = await added('junk.bin', junk);
    assert.deepEqual([line['outcome'], line['reason']], ['kept-not-readable', 'unsupported']);
  });

  it('reads broken HTML as far as it goes', async () => {
    const line = await added('broken.html', '<html><body><p>The mayor said that <b>nine people were killed.<div></p><table><p>unclosed');
    assert.equal(line['outcome'], 'extracted');
    assert.ok(Number(line['textLength']) > 30);
  });

  it('takes 200 MB of one line and reads the part within its limit', async () => {
    const line = await added('one-line.txt', Buffer.alloc(200 * 1024 * 1024, 'abcde fghij '));
    assert.deepEqual([line['outcome'], line['reason'], line['bytes']], ['partly', 'limit', 200 * 1024 * 1024]);
    await rm(join(folder, 'one-line.txt'));
  });

  it('records that a file may not be read', async () => {
    const closed = join(folder, 'closed.txt');
    await writeFile(closed, 'not for you');
    await chmod(closed, 0o000);
    if (process.getuid?.() === 0) {
      /* Root may read everything: run as nobody, on an inquiry nobody owns. */
      const theirs = await mkdtemp(join(tmpdir(), 'inquest-nobody-'));
      await chmod(theirs, 0o777);
      const nobody = { uid: 65534 };
      assert.equal((await inquest(['init', join(theirs, 'i'), '--title', 'N'], nobody)).exit, 0);
      await chmod(folder, 0o755);
      const run = await inquest(['add', closed, '--jsonl', '--inquiry', join(theirs, 'i')], nobody);
      assert.equal(run.exit, 3, run.stderr);
      assert.equal(linesOf(run)[0]?.['reason'], 'no-permission');
      await rm(theirs, { recursive: true, force: true });
    } else {
      const run = await inquest(['add', closed, '--jsonl', '--inquiry', inquiry]);
      assert.equal(linesOf(run)[0]?.['reason'], 'no-permission');
    }
  });

  it('opens no folder from a newer version, and says so', async () => {
    const newer = join(folder, 'newer');
    await cp(inquiry, newer, { recursive: true });
    const path = join(newer, 'inquiry.json');
    const settings = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    await writeFile(path, JSON.stringify({ ...settings, format: 99 }));
    for (const command of [['items'], ['add', join(folder, 'good.txt')], ['verify']]) {
      const run = await inquest([...command, '--inquiry', newer]);
      assert.equal(run.exit, 1);
      assert.match(run.stderr, /INQ-NEWER-VERSION/);
    }
  });

  it('says who holds an inquiry that another process writes, with exit 6', async () => {
    const holder = spawn(process.execPath, [BINARY, 'serve', inquiry, '--port', '47811', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const closed = once(holder, 'close');
    const [said] = (await once(holder.stdout, 'data')) as [Buffer];
    assert.match(said.toString('utf8'), /"link"/);
    try {
      const run = await inquest(['add', join(folder, 'good.txt'), '--inquiry', inquiry]);
      assert.equal(run.exit, 6);
      assert.match(run.stderr, /serve/);
      assert.match(run.stderr, /Process \d+/);
      assert.equal((await inquest(['items', '--inquiry', inquiry])).exit, 0, 'reading goes on');
    } finally {
      holder.kill('SIGTERM');
      await closed;
    }
    assert.equal((await inquest(['add', join(folder, 'good.txt'), '--inquiry', inquiry])).exit, 0, 'free again');
  });

  it('stops cleanly when the disk is full and goes on when there is space', async (t) => {
    const small = join(folder, 'small');
    await mkdir(small);
    const mounted = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', small]).status === 0;
    if (!mounted) {
      t.skip('not here: mounting a small file system needs root');
      return;
    }
    try {
      const tight = join(small, 'i');
      assert.equal((await inquest(['init', tight, '--title', 'Tight'])).exit, 0);
      assert.equal((await inquest(['add', join(folder, 'good.txt'), '--inquiry', tight])).exit, 0);
      await writeFile(join(folder, 'large.txt'), Buffer.alloc(8 * 1024 * 1024, 'text that is long '));
      const full = await inquest(['add', join(folder, 'large.txt'), '--inquiry', tight]);
      assert.equal(full.exit, 1);
      assert.match(full.stderr, /INQ-DISK-FULL/);
      assert.equal((await inquest(['verify', '--inquiry', tight])).exit, 0);
      await writeFile(join(folder, 'short.txt'), 'One more line.\n');
      assert.equal((await inquest(['add', join(folder, 'short.txt'), '--inquiry', tight])).exit, 0);
    } finally {
      spawnSync('umount', [small]);
    }
  });
});
