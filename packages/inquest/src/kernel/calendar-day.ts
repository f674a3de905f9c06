/**
 * Days of the proleptic Gregorian calendar as `YYYY-MM-DD`, years 0000 to 9999. Written so
 * that text order is time order, and counted without a clock or a time zone.
 */

const DAY_FORM = /^(\d{4})-(\d\d)-(\d\d)$/;
const MS_PER_DAY = 86_400_000;

/** ISO 8601 weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Days in a month of a Gregorian year; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Gregorian leap years: every fourth, not the centuries, but every fourth century. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `YYYY-MM-DD` from its numbers, which must be a day that exists. */
export function calendarDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the text is `YYYY-MM-DD` and that day exists. */
export function isCalendarDay(text: string): boolean {
  const found = DAY_FORM.exec(text);
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01, negative before; the input must satisfy `isCalendarDay`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

/** The day that is `days` after (before, when negative); clamped to years 0000 to 9999. */
export function addDays(day: string, days: number): string {
  const moved = Math.min(Math.max(dayNumber(day) + days, FIRST), LAST);
  return new Date(moved * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The weekday of a day, from the day count alone. */
export function weekdayOf(day: string): Weekday {
  // 1970-01-01 was a Thursday (4); the modulus keeps the result in 1..7.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

const FIRST = dayNumber('0000-01-01');
const LAST = dayNumber('9999-12-31');
