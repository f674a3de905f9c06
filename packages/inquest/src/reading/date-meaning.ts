import type { Weekday } from '../kernel/index.ts';
import type { Calendar, StepUnit } from './date-lexicon.ts';

/** A date as its words give it; what they leave out is null. `season` is 21 spring to 24 winter. */
export interface CalendarFields {
  readonly calendar: Calendar;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly season: number | null;
}

/** What a date's words mean before anything outside them is looked at. */
export type DateMeaning =
  | { readonly kind: 'fields'; readonly fields: CalendarFields }
  | { readonly kind: 'interval'; readonly from: CalendarFields; readonly to: CalendarFields }
  /** Complete already, and no calendar day, month, season or year: a decade. */
  | { readonly kind: 'edtf'; readonly edtf: string; readonly calendar: Calendar }
  /** 3/4/1991: day or month first, nobody can tell. */
  | { readonly kind: 'choice'; readonly candidates: readonly string[] }
  /** Last June, this summer, next May: -1, 0, 1. */
  | { readonly kind: 'framed'; readonly frame: number; readonly fields: CalendarFields }
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly frame: number | null }
  /** Yesterday, last week, three years ago. Null: the words do not say how many. */
  | { readonly kind: 'step'; readonly unit: StepUnit; readonly offset: number | null }
  | { readonly kind: 'duration' };

/** A date's words, by index into the words read, end exclusive. */
export interface DateMention {
  readonly first: number;
  readonly end: number;
  readonly meaning: DateMeaning;
  readonly rule: string;
}
