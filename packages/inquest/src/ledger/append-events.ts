import {
  extendFrontier,
  type Frontier,
  frontierRoot,
  leafHash,
  SALT_BYTES,
  saltedCommitment,
  sameBytes,
  toHex,
} from '../../../evidence-format/src/index.ts';
import {
  assert,
  type Effects,
  type EventId,
  InquestFault,
  newEventId,
  type PersonId,
  type StoreTransaction,
  sha256,
} from '../kernel/index.ts';
import { CURRENT_SCHEMA } from '../model/index.ts';
import { type Envelope, envelopeBytes } from './envelope.ts';
import type { AnyEvent, AnyNewEvent } from './event.ts';
import { insertRows, type NewRows, type StoredEvent, selectEventsById } from './ledger-store.ts';
import { encodePayload } from './payload.ts';
import { eventOf, recordedEvent } from './recorded-event.ts';

/** Name and version of the program that writes; on every envelope. */
export interface Instrument {
  readonly name: string;
  readonly version: string;
}

/** Events one commit may append. */
export const MAX_EVENTS_PER_COMMIT = 100_000;

/** The clock an envelope names: the machine's, for which the ledger does not vouch. */
const CLOCK = 'system';

export interface Appended {
  /** One per event asked for, in that order; some may have been on the ledger before. */
  readonly events: readonly AnyEvent[];
  /** Those of them that are new, in ledger order. */
  readonly added: readonly AnyEvent[];
  readonly frontier: Frontier;
  readonly root: Uint8Array;
}

/**
 * Writes events at the end of the ledger and the tree nodes they close. An event given with an id
 * that is on the ledger already is found again when its bytes are the same, else it is a fault
 * INQ-USAGE. Signs nothing and applies nothing.
 */
export async function appendEvents(
  tx: StoreTransaction,
  wanted: readonly AnyNewEvent[],
  at: { readonly frontier: Frontier; readonly actor: PersonId; readonly effects: Effects; readonly instrument: Instrument },
): Promise<Appended> {
  if (wanted.length > MAX_EVENTS_PER_COMMIT) {
    throw new InquestFault('INQ-LIMIT', {
      what: 'Too many events in one change.',
      why: `One change appends at most ${String(MAX_EVENTS_PER_COMMIT)} events.`,
      do: 'Split the change into several.',
    });
  }
  const known = await knownEvents(tx, wanted);
  const now = at.effects.clock.now();
  const recordedAt = now.toISOString();
  const drawn = drawOnce(at.effects, now, wanted.length * (SALT_BYTES + ID_BYTES));
  const rows = { events: [], payloads: [], touches: [] } as Mutable<Omit<NewRows, 'nodes'>>;
  const hashes: Uint8Array[] = [];
  const events: AnyEvent[] = [];
  const added: AnyEvent[] = [];
  for (const event of wanted) {
    const encoded = encodePayload(event.type, event.payload);
    const before = event.id === undefined ? undefined : known.get(event.id);
    if (before !== undefined) {
      events.push(sameEvent(before, event, encoded.bytes));
      continue;
    }
    const salt = drawn.random.bytes(SALT_BYTES);
    const envelope: Envelope = {
      v: 1,
      id: event.id ?? newEventId(drawn),
      type: event.type,
      schema: CURRENT_SCHEMA[event.type],
      recorded: { at: recordedAt, clock: CLOCK },
      actor: at.actor,
      instrument: at.instrument,
      touches: [...new Set(event.touches)],
      compartment: event.compartment,
      payload: { alg: 'sd-sha256', commitment: toHex(saltedCommitment(sha256, salt, encoded.bytes)) },
    };
    const leaf = envelopeBytes(envelope);
    const hash = leafHash(sha256, leaf);
    const idx = at.frontier.size + added.length;
    rows.events.push({ idx, id: envelope.id, type: envelope.type, compartment: envelope.compartment, leaf, leaf_hash: hash });
    rows.payloads.push({ idx, salt, payload: encoded.bytes });
    for (const id of envelope.touches) rows.touches.push({ idx, id });
    hashes.push(hash);
    const recorded = eventOf(idx, envelope, encoded.value);
    added.push(recorded);
    events.push(recorded);
  }
  const { frontier, nodes } = extendFrontier(sha256, at.frontier, hashes);
  await insertRows(tx, { ...rows, nodes });
  return { events, added, frontier, root: frontierRoot(sha256, frontier) };
}

/** Random bytes an event id takes. */
const ID_BYTES = 16;

/** One look at the clock and one draw of randomness for a whole change: a draw per event costs more than its hashes. */
function drawOnce(effects: Effects, now: Date, total: number): Effects {
  const pool = effects.random.bytes(total);
  let used = 0;
  return {
    clock: { now: () => now },
    random: {
      bytes(count) {
        used += count;
        assert(used <= total, 'enough randomness was drawn for the change');
        return pool.subarray(used - count, used);
      },
    },
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

async function knownEvents(tx: StoreTransaction, wanted: readonly AnyNewEvent[]): Promise<ReadonlyMap<EventId, StoredEvent>> {
  const ids = wanted.flatMap((event) => (event.id === undefined ? [] : [event.id]));
  if (new Set(ids).size < ids.length) throw differentBytes('The same event id is given twice in one change.');
  const rows = await selectEventsById(tx, ids);
  // The column holds what an envelope's id was checked to be.
  return new Map(rows.map((row) => [row.id as EventId, row]));
}

function sameEvent(before: StoredEvent, event: AnyNewEvent, payload: Uint8Array): AnyEvent {
  const recorded = recordedEvent(before);
  const same =
    recorded.type === event.type &&
    recorded.compartment === event.compartment &&
    new Set([...recorded.touches, ...event.touches]).size === recorded.touches.length &&
    before.payload !== null &&
    sameBytes(before.payload, payload);
  if (!same) throw differentBytes('This event id is on the ledger with another content.');
  return recorded;
}

function differentBytes(what: string): InquestFault {
  return new InquestFault('INQ-USAGE', {
    what,
    why: 'An event id stands for one event for ever.',
    do: 'Use a new id for a new change.',
  });
}
