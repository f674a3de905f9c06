export { assert } from './assert.ts';
export { addDays, calendarDay, dayNumber, daysInMonth, type Weekday, weekdayOf } from './calendar-day.ts';
export { sha256 } from './digest.ts';
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
export {
  type DateCertainty,
  type DatePrecision,
  type DateRefusal,
  datesOverlap,
  isPartialDate,
  type PartialDate,
  parsePartialDate,
} from './partial-date.ts';
export { type Done, done, FAULTS, type FaultCode, InquestFault, type Outcome, type Refusal, refuse } from './refusal.ts';
export { type SolarHijriDate, solarHijriToEdtf, toSolarHijri } from './solar-hijri.ts';
export { binaryColumn, type Engine, engineOf, type NoTables, type Store, type StoreTransaction, wideIntegerColumn } from './store.ts';
