import { addDays, type PartialDate, solarHijriToEdtf, toSolarHijri, weekdayOf } from '../kernel/index.ts';
import { edtfOfFields } from './date-calendar.ts';
import type { StepUnit } from './date-lexicon.ts';
import type { CalendarFields } from './date-meaning.ts';

/** Which occurrence of a month, season or day of the year is meant, seen from an anchor. */
export type Direction = 'past' | 'ahead' | 'before' | 'after' | 'since' | 'this';

/** Years either side of the anchor that can hold the nearest occurrence. */
const NEAR_YEARS = [-2, -1, 0, 1, 2] as const;

/**
 * The occurrences of a yearless date that fit, seen from the anchor: `past` the latest that had
 * begun, `ahead` the first that had not ended, `before` and `after` likewise but not the current
 * one, `since` the first that begins no earlier than the anchor, `this` the one nearest in the anchor's own year. More than one where the anchor is too
 * wide to tell; none where the fields have no month, season or day.
 */
export function occurrence(fields: CalendarFields, anchor: PartialDate, direction: Direction): readonly string[] {
  if (anchor.earliest === null || anchor.latest === null || (fields.month === null && fields.season === null)) return [];
  const fromStart = seenFrom(fields, anchor.earliest, direction);
  const fromEnd = seenFrom(fields, anchor.latest, direction);
  const found = new Set([fromStart, fromEnd].filter((edtf) => edtf !== null));
  // Within a month's anchor its own days are past or not, yet of the same year.
  if (found.size > 1 && anchor.precision === 'month' && fields.day !== null)
    return fromEnd === null ? [] : [direction === 'ahead' && fromStart !== null ? fromStart : fromEnd];
  if (found.size > 1 && (anchor.precision === 'month' || anchor.precision === 'season') && fromEnd !== null)
    return [direction === 'past' ? fromEnd : (fromStart ?? fromEnd)];
  return [...found];
}

interface Occurrence {
  readonly edtf: string;
  readonly from: string;
  readonly to: string;
}

function seenFrom(fields: CalendarFields, day: string, direction: Direction): string | null {
  const base = fields.calendar === 'solar-hijri' ? toSolarHijri(day).year : Number(day.slice(0, 4));
  const all = NEAR_YEARS.flatMap((offset) => at(fields, base + offset));
  const last = (fits: (one: Occurrence) => boolean): string | null => all.filter(fits).at(-1)?.edtf ?? null;
  const first = (fits: (one: Occurrence) => boolean): string | null => all.find(fits)?.edtf ?? null;
  switch (direction) {
    case 'past':
      return last((one) => one.from <= day);
    case 'ahead':
      return first((one) => one.to >= day);
    case 'before':
      return last((one) => one.to < day);
    case 'after':
      return first((one) => one.from > day);
    case 'since':
      return first((one) => one.from >= day);
    case 'this':
      return first((one) => one.from <= day && day <= one.to) ?? at(fields, base)[0]?.edtf ?? null;
  }
}

const TURN: Readonly<Record<number, readonly [from: string, to: string]>> = {
  21: ['03-01', '06-20'],
  22: ['06-01', '09-22'],
  23: ['09-01', '12-20'],
  24: ['12-01', '03-20'],
};

function at(fields: CalendarFields, year: number): Occurrence[] {
  const edtf = monthInYear(fields, year);
  if (edtf === null) return [];
  const turn = fields.season === null ? undefined : TURN[fields.season];
  if (turn !== undefined) return [{ edtf, from: `${year}-${turn[0]}`, to: `${fields.season === 24 ? year + 1 : year}-${turn[1]}` }];
  const [from = edtf, to = from] = edtf.split('/');
  return [{ edtf, from: from.length === 7 ? `${from}-01` : from, to: to.length === 7 ? `${to}-31` : to }];
}

/** Yearless fields in one year of their own calendar, or null when that day does not exist there. */
export function monthInYear(fields: CalendarFields, year: number): string | null {
  const dated = { ...fields, year };
  if (fields.calendar === 'solar-hijri' && !solarHijriToEdtf({ year, month: fields.month, day: fields.day }).ok) return null;
  return edtfOfFields(dated);
}

/** A weekday seen from a day: 0 the latest up to it, -1 the latest before it, 1 the first after it. */
export function weekdayNear(day: string, weekday: number, frame: number): string {
  const behind = (weekdayOf(day) - weekday + 7) % 7;
  if (frame > 0) return addDays(day, 7 - behind);
  return addDays(day, frame < 0 && behind === 0 ? -7 : -behind);
}

/**
 * A step from the day of writing: yesterday, last week (Monday to Sunday), three years ago.
 * Null when the anchor is less precise than the step needs.
 */
export function steppedDate(day: string, precise: 'day' | 'month' | 'year', step: { unit: StepUnit; offset: number }): string | null {
  const { unit, offset } = step;
  if (!Number.isInteger(offset)) return null;
  const year = Number(day.slice(0, 4));
  if (unit === 'year') return inRange(year + offset) ? String(year + offset).padStart(4, '0') : null;
  if (precise === 'year') return null;
  if (unit === 'month') {
    const months = year * 12 + Number(day.slice(5, 7)) - 1 + offset;
    return inRange(Math.floor(months / 12)) ? `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}` : null;
  }
  if (precise === 'month') return null;
  if (unit === 'day') return addDays(day, offset);
  const monday = addDays(day, 1 - weekdayOf(day) + 7 * offset);
  return `${monday}/${addDays(monday, 6)}`;
}

function inRange(year: number): boolean {
  return year >= 1000 && year <= 9999;
}
