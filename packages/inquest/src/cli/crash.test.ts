import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BINARY, inquest, linesOf } from '../../../../tools/run-inquest.ts';
import { withInquiry } from '../app.ts';
import { verifyInquiry } from '../custody/index.ts';
import { findBySha256 } from '../intake/index.ts';
import { isSha256 } from '../kernel/index.ts';

const ROUNDS = 50;
const FILES_PER_ROUND = 12;

/**
 * `add` is killed at fifty moments: before the first acknowledgement, between any two of them,
 * in the middle of writing. What it had acknowledged is there afterwards, and all verifies.
 */
describe('kill -9 while material is brought in', () => {
  let folder = '';
  let inquiry = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inquest-crash-'));
    inquiry = join(folder, 'inquiry');
    assert.equal((await inquest(['init', inquiry, '--title', 'Crash'])).exit, 0);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('loses nothing acknowledged in fifty rounds, and verifies after each', async () => {
    const acknowledged = new Set<string>();
    let cutShort = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const files = await writeFiles(join(folder, `round-${String(round)}`), round);
      const ended = await addAndKill(files, inquiry, chosenMoment(round));
      for (const sha256 of ended.acknowledged) acknowledged.add(sha256);
      if (ended.killed) cutShort += 1;
      await checkAll(inquiry, acknowledged);
    }
    assert.ok(cutShort > ROUNDS / 2, `only ${String(cutShort)} of ${String(ROUNDS)} runs were cut short`);
    /* What was received and not read waits, and the next run reads it. */
    const again = await inquest(['add', join(folder, 'round-0'), '--jsonl', '--inquiry', inquiry]);
    assert.equal(again.exit, 0, again.stderr);
    assert.equal(linesOf(again).length, FILES_PER_ROUND);
  });
});

/** Spread over the changes a whole run makes, of which there are a little over a hundred, another in each round. */
function chosenMoment(round: number): number {
  return 3 + ((round * 13) % 97);
}

async function writeFiles(dir: string, round: number): Promise<string[]> {
  await mkdir(dir);
  return Promise.all(
    Array.from({ length: FILES_PER_ROUND }, async (_, i) => {
      const path = join(dir, `${String(i)}.txt`);
      await writeFile(
        path,
        `Round ${String(round)}, file ${String(i)}. The mayor said that ${String(i + 2)} people were killed.\n`.repeat(
          1 + ((round * i) % 40),
        ),
      );
      return path;
    }),
  );
}

interface Ended {
  readonly killed: boolean;
  readonly acknowledged: readonly string[];
}

/**
 * Counts every change the run makes below the inquiry's folder, as the operating system tells
 * them, and kills the run at the `moment`-th: while an object is being written, between it and
 * its receipt, while the ledger's log grows, after an acknowledgement.
 */
async function addAndKill(files: readonly string[], inquiry: string, moment: number): Promise<Ended> {
  const changes = new AbortController();
  let seen = 0;
  let killed = false;
  const child = spawn(process.execPath, [BINARY, 'add', ...files, '--jsonl', '--quiet', '--inquiry', inquiry], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const changed = (): void => {
    seen += 1;
    if (seen < moment || killed || child.pid === undefined || child.exitCode !== null) return;
    killed = true;
    /* The whole group: the launcher and the program it started. */
    process.kill(-child.pid, 'SIGKILL');
  };
  for (const dir of [inquiry, join(inquiry, 'objects', '.tmp')]) watch(dir, { signal: changes.signal }, changed);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  await once(child, 'close');
  changes.abort();
  const whole = output.slice(0, output.lastIndexOf('\n') + 1);
  const acknowledged = linesOf({ exit: 0, stdout: whole, stderr: '' }).map((line) => String(line['sha256']));
  return { killed, acknowledged };
}

async function checkAll(inquiry: string, acknowledged: ReadonlySet<string>): Promise<void> {
  await withInquiry(inquiry, { mode: 'write' }, async ({ inquiry: { store, objects, ledger, scope } }) => {
    const { problems } = await verifyInquiry({ store, objects, verifierKey: ledger.verifierKey });
    assert.deepEqual(problems, []);
    for (const sha256 of acknowledged) {
      assert.ok(isSha256(sha256));
      const [item] = await findBySha256(store, scope, sha256);
      assert.ok(item !== undefined, 'an acknowledged item is there');
      assert.notEqual(item.outcome, 'pending', 'and it is read');
    }
  });
}
