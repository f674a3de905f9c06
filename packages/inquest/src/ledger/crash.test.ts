import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { createTestInquiry, openTestInquiry, testFolder, verifyTestInquiry } from '../../../../tools/test-inquiry.ts';
import { OWNER_SCOPE } from '../access/index.ts';

const ROUNDS = 20;
const WRITER = join(import.meta.dirname, '../../../../tools/write-until-killed.ts');

/** Lets a writer work until it has acknowledged so many events, then kills it with no warning. */
async function killedAfter(acknowledgements: number, folder: string, round: number): Promise<ReadonlyMap<number, string>> {
  const writer = spawn(process.execPath, [WRITER, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(writer, 'exit');
  const acknowledged = new Map<number, string>();
  for await (const line of createInterface({ input: writer.stdout })) {
    const [place, name] = line.split(' ');
    if (name?.length === 64) acknowledged.set(Number(place), name);
    if (acknowledged.size >= acknowledgements) writer.kill('SIGKILL');
  }
  await ended;
  assert.equal(writer.signalCode, 'SIGKILL');
  return acknowledged;
}

test('whatever was acknowledged before kill -9 is there, whole and provable, twenty times over', { timeout: 300_000 }, async (t) => {
  const folder = join(testFolder(t), 'inquiry');
  await (await createTestInquiry(folder)).close();
  const all = new Map<number, string>();
  for (let round = 0; round < ROUNDS; round++) {
    // 1 to 24, in an order that jumps about.
    const acknowledged = await killedAfter(1 + ((round * 37) % 24), folder, round);
    for (const [place, name] of acknowledged) {
      assert.ok(!all.has(place), `place ${String(place)} was acknowledged once`);
      all.set(place, name);
    }
    await using inquiry = await openTestInquiry(folder, 'write');
    const verification = await verifyTestInquiry(inquiry);
    assert.deepEqual(verification.problems, []);
    assert.deepEqual(verification.differences, []);
    const first = Math.min(...acknowledged.keys());
    const events = await inquiry.ledger.read(OWNER_SCOPE, { after: first - 1, limit: 1000 });
    const stored = new Map(events.map((event) => [event.index, event.type === 'item.received' ? event.payload.sha256 : null]));
    for (const [place, name] of acknowledged) assert.equal(stored.get(place), name);
  }
  assert.ok(all.size >= ROUNDS);
});
