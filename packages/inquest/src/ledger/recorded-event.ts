import { fromHex, leafHash, SALT_BYTES, saltedCommitment, sameBytes } from '../../../evidence-format/src/index.ts';
import { InquestFault, sha256 } from '../kernel/index.ts';
import { type Envelope, parseEnvelope } from './envelope.ts';
import type { AnyEvent } from './event.ts';
import type { StoredEvent } from './ledger-store.ts';
import { decodePayload } from './payload.ts';

/** What can be wrong with one event as stored. Part of the closed codes of `verifyLedger`. */
export type EventProblem =
  | 'leaf-hash-differs'
  | 'envelope-malformed'
  | 'columns-differ'
  | 'payload-missing'
  | 'payload-differs'
  | 'payload-malformed'
  | 'event-from-newer-version';

/** Reads one stored event and checks everything that needs no other row. */
export function openEvent(row: StoredEvent): {
  readonly envelope: Envelope | null;
  readonly problems: readonly EventProblem[];
  readonly payload: unknown;
} {
  // Bytes that are not those hashed into the tree say nothing worth comparing.
  if (!sameBytes(leafHash(sha256, row.leaf), row.leaf_hash)) return { envelope: null, problems: ['leaf-hash-differs'], payload: undefined };
  const envelope = parseEnvelope(row.leaf);
  if (envelope === null) return { envelope, problems: ['envelope-malformed'], payload: undefined };
  const problems: EventProblem[] = [];
  if (envelope.id !== row.id || envelope.type !== row.type || envelope.compartment !== row.compartment) problems.push('columns-differ');
  if (row.payload === null || row.salt === null) return { envelope, problems: [...problems, 'payload-missing'], payload: undefined };
  if (!commits(envelope, row.salt, row.payload)) return { envelope, problems: [...problems, 'payload-differs'], payload: undefined };
  const decoded = decodePayload(envelope.type, envelope.schema, row.payload);
  return decoded.ok
    ? { envelope, problems, payload: decoded.value }
    : { envelope, problems: [...problems, decoded.problem], payload: undefined };
}

/** The event of a stored row. Faults: INQ-LEDGER-DAMAGED, INQ-NEWER-VERSION; both name the place and no content. */
export function recordedEvent(row: StoredEvent): AnyEvent {
  const { envelope, problems, payload } = openEvent(row);
  const [problem] = problems;
  if (problem === 'event-from-newer-version') {
    throw new InquestFault('INQ-NEWER-VERSION', {
      what: `Event ${String(row.idx)} was written by a newer version of Inquest.`,
      why: 'This version does not know its type or its form.',
      do: 'Open the inquiry with the newer version.',
    });
  }
  if (problem !== undefined || envelope === null) {
    throw new InquestFault('INQ-LEDGER-DAMAGED', {
      what: `Event ${String(row.idx)} of the ledger is damaged.`,
      why: `What is stored does not match what was signed (${problem ?? 'envelope-malformed'}).`,
      do: 'Run `inquest verify` to see everything that differs, and restore from a copy.',
    });
  }
  return eventOf(row.idx, envelope, payload);
}

/** Puts an event together. */
export function eventOf(index: number, envelope: Envelope, payload: unknown): AnyEvent {
  // decodePayload and encodePayload have checked the payload against the schema of this very type.
  return {
    id: envelope.id,
    index,
    type: envelope.type,
    schema: envelope.schema,
    recordedAt: envelope.recorded.at,
    actor: envelope.actor,
    payload,
    touches: envelope.touches,
    compartment: envelope.compartment,
  } as AnyEvent;
}

function commits(envelope: Envelope, salt: Uint8Array, payload: Uint8Array): boolean {
  const expected = fromHex(envelope.payload.commitment);
  if (expected === null || salt.length !== SALT_BYTES) return false;
  return sameBytes(saltedCommitment(sha256, salt, payload), expected);
}
