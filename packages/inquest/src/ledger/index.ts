export { type Instrument, MAX_EVENTS_PER_COMMIT } from './append-events.ts';
export { type Envelope, MAX_ENVELOPE_BYTES } from './envelope.ts';
export type { AnyEvent, AnyNewEvent, NewEvent, RecordedEvent } from './event.ts';
export type { Checkpoint, Decision, EventQuery, Ledger } from './ledger.ts';
export { createLedger, LEDGER_FORMAT, type LedgerParts, MAX_READ, openLedger, openLedgerForReading } from './open-ledger.ts';
export { MAX_PAYLOAD_BYTES } from './payload.ts';
export type { Projection } from './projection.ts';
export { projectionsFingerprint, type RebuildProgress, type RebuildReport, rebuildProjections } from './rebuild-projections.ts';
export type { LedgerSigner } from './signer.ts';
