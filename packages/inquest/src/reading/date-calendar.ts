import { solarHijriToEdtf } from '../kernel/index.ts';
import type { CalendarFields } from './date-meaning.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Years between the Gregorian and the Solar Hijri count, from the spring on. */
const SOLAR_EPOCH = 621;

/** EDTF of fields whose year is known, exactly as precise; null for lunar dates, which need a person. */
export function edtfOfFields(fields: CalendarFields): string | null {
  const { calendar, year, month, day, season } = fields;
  if (calendar === 'lunar-hijri' || year === null) return null;
  if (season !== null) return `${calendar === 'solar-hijri' ? year + SOLAR_EPOCH : year}-${season}`;
  if (calendar === 'solar-hijri') {
    const edtf = solarHijriToEdtf({ year, month, day });
    return edtf.ok ? edtf.value : null;
  }
  return `${year}${month === null ? '' : `-${two(month)}`}${day === null ? '' : `-${two(day)}`}`;
}

/** EDTF with the year left open: `XXXX-06-19`. Null where there is nothing but a year to give. */
export function edtfWithoutYear(fields: CalendarFields): string | null {
  if (fields.calendar !== 'gregorian') return null;
  if (fields.season !== null) return `XXXX-${fields.season}`;
  if (fields.month === null) return null;
  return `XXXX-${two(fields.month)}${fields.day === null ? '' : `-${two(fields.day)}`}`;
}

/** An interval from its ends, whole days of the first to whole days of the last. */
export function edtfOfInterval(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null;
  const start = from.includes('/') ? from.slice(0, from.indexOf('/')) : from;
  const end = to.includes('/') ? to.slice(to.indexOf('/') + 1) : to;
  return `${start}/${end}`;
}

/**
 * The Gregorian years a lunar Hijri year can touch (mean year of 354.367 days from July 622).
 * A candidate for a person, never a value: texts seldom say which Hijri count they use.
 */
export function lunarYearCandidates(year: number): readonly string[] {
  const start = Math.floor(year * 0.970_224 + 621.577_4);
  return [`${start}/${start + 1}`];
}
