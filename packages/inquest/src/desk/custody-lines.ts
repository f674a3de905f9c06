import type { CustodyAnswer } from '../api-contract/index.ts';
import { lastCheck } from '../custody/index.ts';
import { listPaths } from '../intake/index.ts';
import { done } from '../kernel/index.ts';
import { itemId } from '../model/index.ts';
import { eventLine } from './event-lines.ts';
import { idOr } from './ids.ts';
import type { Inquiry } from './inquiry.ts';
import { itemOf } from './text.ts';

const MOST_EVENTS = 200;

/** What is known of one item's bytes: digests, every path they came under, the last check, the events. */
export async function custodyOf(inquiry: Inquiry, id: string): Promise<CustodyAnswer> {
  const item = await itemOf(inquiry, idOr(itemId, id));
  const check = await lastCheck(inquiry.store, inquiry.scope, item.id);
  const events = await inquiry.ledger.read(inquiry.scope, { touching: item.id, limit: MOST_EVENTS });
  const paths = await listPaths(inquiry.store, inquiry.scope, item.id);
  return {
    item: item.id,
    sha256: item.sha256,
    sha512: item.sha512,
    bytes: item.bytes,
    receivedAt: item.receivedAt,
    paths: paths.map(({ path }) => path),
    lastCheck: check === null ? null : { at: check.checkedAt, same: check.problems === 0 },
    events: events.map(eventLine),
  };
}

/** Reads the item's objects back, compares each with its name and records what was found, whatever it is. */
export async function checkItem(inquiry: Inquiry, id: string): Promise<CustodyAnswer> {
  const item = await itemOf(inquiry, idOr(itemId, id));
  const names = [item.sha256, ...(item.rendition === null ? [] : [item.rendition]), ...(item.text === null ? [] : [item.text])];
  const states = await Promise.all(names.map(async (name) => ({ name, found: await inquiry.objects.check(name) })));
  const payload = {
    item: item.id,
    objects: names.length,
    bytes: states.reduce((sum, { found }) => sum + ('bytes' in found ? found.bytes : 0), 0),
    problems: states.flatMap(({ name, found }) => (found.state === 'sound' ? [] : [{ code: `object-${found.state}`, sha256: name }])),
  };
  await inquiry.ledger.commit(inquiry.scope, () =>
    Promise.resolve(
      done({ events: [{ type: 'fixity.checked' as const, payload, touches: [item.id], compartment: item.compartment }], value: null }),
    ),
  );
  return custodyOf(inquiry, item.id);
}
