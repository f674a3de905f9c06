import type { CompartmentId, EventId, PersonId } from '../kernel/index.ts';
import type { EventPayload, EventType } from '../model/index.ts';

/** An event as a slice asks for it; the ledger adds id, time, actor, salt, commitment and place. */
export interface NewEvent<T extends EventType = EventType> {
  /** Give one to make the append idempotent: the same id with the same bytes is one event. */
  readonly id?: EventId;
  readonly type: T;
  readonly payload: EventPayload<T>;
  /** Ids of the records it concerns, in clear on the envelope. Never a digest, never a name. */
  readonly touches: readonly string[];
  readonly compartment: CompartmentId;
}
export type AnyNewEvent = { [T in EventType]: NewEvent<T> }[EventType];

/** An event on the ledger, its payload checked against the commitment and the schema. */
export interface RecordedEvent<T extends EventType = EventType> extends NewEvent<T> {
  readonly id: EventId;
  /** Place on the ledger, from 0, without gaps. */
  readonly index: number;
  readonly schema: number;
  /** RFC 3339; the machine's clock, which the ledger does not vouch for. */
  readonly recordedAt: string;
  readonly actor: PersonId;
}
export type AnyEvent = { [T in EventType]: RecordedEvent<T> }[EventType];
