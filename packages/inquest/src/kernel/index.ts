export { assert, assertNever } from './assert.ts';
export type { Clock, Effects, Randomness } from './effects.ts';
export {
  type ClaimId,
  type CompartmentId,
  type EventId,
  type ItemId,
  isSha256,
  MAIN_COMPARTMENT,
  newEventId,
  OWNER,
  type PersonId,
  type ProposalId,
  type QuestionId,
  type Sha256,
} from './ids.ts';
export { type Done, done, FAULTS, type FaultCode, InquestFault, type Outcome, type Refusal, refuse } from './refusal.ts';
export type { NoTables, Store, StoreTransaction } from './store.ts';
