import { isValidJalaaliDate, jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js';
import { addDays, calendarDay } from './calendar-day.ts';
import { done, type Outcome, refuse } from './refusal.ts';

/** A date of Iran's official calendar; month 1 is Farvardin. */
export interface SolarHijriDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Before 1 Farvardin 1304 (March 1925) months had other lengths, so converted days are only near. */
const FIRST_MODERN_YEAR = 1304;
const [FIRST_YEAR, LAST_YEAR] = [1, 2000];

/**
 * A Solar Hijri date in EDTF, exactly as precise: a year is the interval of its days
 * (1367 is `1988-03-21/1989-03-20`), a month likewise, a day is a day. Years before 1304 are
 * marked approximate. Refuses months and days that do not exist and years beyond 1 to 2000.
 */
export function solarHijriToEdtf(date: SolarHijriDate): Outcome<string, 'no-such-date'> {
  const { year, month, day } = date;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR || !isValidJalaaliDate(year, month ?? 1, day ?? 1)) {
    return noSuchDate();
  }
  if (month === null && day !== null) return noSuchDate();
  const mark = year < FIRST_MODERN_YEAR ? '~' : '';
  const first = gregorianDay(year, month ?? 1, day ?? 1);
  if (day !== null) return done(`${first}${mark}`);
  const last = month === null ? addDays(gregorianDay(year + 1, 1, 1), -1) : gregorianDay(year, month, jalaaliMonthLength(year, month));
  return done(`${first}${mark}/${last}${mark}`);
}

/** The Solar Hijri date of a Gregorian day `YYYY-MM-DD`, which must exist. */
export function toSolarHijri(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  const { jy, jm, jd } = toJalaali(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
  return { year: jy, month: jm, day: jd };
}

function gregorianDay(year: number, month: number, day: number): string {
  const { gy, gm, gd } = toGregorian(year, month, day);
  return calendarDay(gy, gm, gd);
}

function noSuchDate() {
  return refuse('no-such-date', {
    what: 'A Solar Hijri date could not be read.',
    why: 'That calendar has no such day, month or year.',
    do: 'Check the numbers, or write the year alone.',
  });
}
