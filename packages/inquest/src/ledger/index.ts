export type { AnyEvent, AnyNewEvent, NewEvent, RecordedEvent } from './event.ts';
export type { Checkpoint, Decision, EventQuery, Ledger } from './ledger.ts';
export type { Projection } from './projection.ts';
