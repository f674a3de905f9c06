/**
 * Takes objects in and commits their events until it is killed, and prints one line per
 * acknowledgement: `place name`. For crash.test.ts.
 */
import { writeSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { OWNER_SCOPE } from '../packages/inquest/src/access/index.ts';
import { openInquiryFolder, systemEffects } from '../packages/inquest/src/adapters/index.ts';
import { done } from '../packages/inquest/src/kernel/index.ts';
import { received, testParts } from './test-inquiry.ts';

const [, , folder = '', round = '0'] = argv;
const inquiry = await openInquiryFolder(folder, { mode: 'write' }, { ...testParts(), effects: systemEffects });
for (let turn = 0; ; turn++) {
  // From a few bytes to some hundred kilobytes; one, two or three events a commit.
  const objects = await Promise.all(
    Array.from({ length: 1 + (turn % 3) }, (_, at) =>
      inquiry.objects.put(Buffer.from(`round ${round} turn ${String(turn)} object ${String(at)}\n`.repeat(1 + ((turn * 97) % 5000)))),
    ),
  );
  const size = await inquiry.ledger.size();
  const events = objects.map((object, at) => received(size + at + 1, object));
  const outcome = await inquiry.ledger.commit(OWNER_SCOPE, () => Promise.resolve(done({ events, value: null })));
  if (!outcome.ok) throw new Error(outcome.what);
  for (const [at, event] of outcome.value.events.entries()) {
    writeSync(stdout.fd, `${String(event.index)} ${objects[at]?.sha256 ?? ''}\n`);
  }
}
