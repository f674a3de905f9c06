import { type DateEnd, type DatePoint, type Doubt, dayBounds, type PartialDate, readEdtf, type Season } from './edtf.ts';
import type { Say } from './words.ts';

/**
 * A date in words. `first` is in the calendar the interface leads with (Gregorian in English,
 * Solar Hijri in Persian), `second` in the other one or null where that would need a precision the
 * source does not give.
 */
export interface DateWords {
  readonly first: string;
  readonly second: string | null;
  /** The date is not known, or not stated to the day: for a quiet note under it. */
  readonly unstated: 'all' | 'month' | 'day' | null;
}

/** A day in a calendar; month and day are null where only a longer stretch is known. */
interface CalendarPoint {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}
type Calendar = 'gregory' | 'persian';

const DAY = 86_400_000;

/** Puts an EDTF date, or an RFC 3339 instant, into words. What cannot be read is returned as it stands. */
export function dateWords(raw: string | null, say: Say): DateWords {
  const date = readEdtf(raw);
  if (date.form === 'unread') return { first: raw ?? '', second: null, unstated: null };
  if (date.form === 'unknown') return { first: say.t('date.unknown'), second: null, unstated: 'all' };
  const gregorian = inGregorian(date, say);
  const solar = inSolarHijri(date, say);
  const unstated = unstatedIn(date);
  if (say.locale !== 'fa') return { first: gregorian, second: solar, unstated };
  return solar === null ? { first: gregorian, second: null, unstated } : { first: solar, second: gregorian, unstated };
}

/** The hour and minute of an RFC 3339 instant in UTC, named as such: `10:03 UTC`. Empty where there is none. */
export function timeWords(instant: string, say: Say): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  const format = new Intl.DateTimeFormat(say.locale === 'fa' ? 'fa-IR' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return say.t('date.utc', { time: format.format(at) });
}

function unstatedIn(date: PartialDate): DateWords['unstated'] {
  if (date.form !== 'point' || date.day !== null) return null;
  if (date.month !== null) return 'day';
  return date.season === null ? 'month' : null;
}

function inGregorian(date: PartialDate, say: Say): string {
  switch (date.form) {
    case 'instant':
      return nameDay(Math.floor(Date.parse(date.at) / DAY), 'gregory', say);
    case 'interval':
      return joinEnds(gregorianEnd(date.from, say), gregorianEnd(date.to, say), say);
    case 'point':
      return gregorianPoint(date, say);
    default:
      return '';
  }
}

function gregorianEnd(end: DateEnd, say: Say): { readonly kind: 'words'; readonly words: string } | { readonly kind: 'open' | 'unknown' } {
  return end.form === 'point' ? { kind: 'words', words: gregorianPoint(end, say) } : { kind: end.form };
}

function joinEnds(from: ReturnType<typeof gregorianEnd>, to: ReturnType<typeof gregorianEnd>, say: Say): string {
  if (from.kind === 'words' && to.kind === 'words') return say.t('date.fromTo', { from: from.words, to: to.words });
  if (from.kind === 'words') return say.t(to.kind === 'open' ? 'date.onwards' : 'date.untilUnknown', { date: from.words });
  if (to.kind === 'words') return say.t(from.kind === 'open' ? 'date.orEarlier' : 'date.fromUnknown', { date: to.words });
  return say.t('date.unknown');
}

function gregorianPoint(point: DatePoint, say: Say): string {
  const [first, last] = point.years;
  if (first !== last) {
    const decade = last - first === 9;
    const years = { from: year(first, say), to: year(last, say) };
    return doubted(say.t(decade ? 'date.decade' : 'date.between', years), point.doubt, say);
  }
  if (point.season !== null) return doubted(seasonOf(point.season, year(first, say), say), point.doubt, say);
  return doubted(nameStretch({ year: first, month: point.month, day: point.day }, 'gregory', say), point.doubt, say);
}

function seasonOf(season: Season, yearWords: string, say: Say): string {
  return say.t(`date.${season}`, { year: yearWords });
}

function doubted(words: string, doubt: Doubt, say: Say): string {
  return doubt === 'none' ? words : say.t(`date.${doubt}`, { date: words });
}

/** Northern seasons of the Gregorian year fall in one Solar Hijri year, 621 less; winter straddles two and is left out. */
function inSolarHijri(date: PartialDate, say: Say): string | null {
  if (date.form === 'point' && date.season !== null) {
    if (date.season === 'winter' || date.years[0] !== date.years[1]) return null;
    return doubted(seasonOf(date.season, year(date.years[0] - 621, say), say), date.doubt, say);
  }
  if (date.form === 'interval') {
    const whole = dayBounds(date);
    if (whole && isDay(date.from) && isDay(date.to)) return solarStretch(whole, say);
    const [from, to] = [solarEnd(date.from, say), solarEnd(date.to, say)];
    return from && to ? joinEnds(from, to, say) : null;
  }
  const bounds = dayBounds(date);
  if (!bounds) return null;
  const words = solarStretch(bounds, say);
  return date.form === 'point' ? doubted(words, date.doubt, say) : words;
}

function isDay(end: DateEnd): boolean {
  return end.form === 'point' && end.day !== null && end.doubt === 'none';
}

function solarEnd(end: DateEnd, say: Say): ReturnType<typeof gregorianEnd> | null {
  if (end.form !== 'point') return { kind: end.form };
  const words = inSolarHijri(end, say);
  return words === null ? null : { kind: 'words', words };
}

/** The shortest honest name of a stretch of days: a day, a whole month, a whole year, or the months or days it runs from and to. */
function solarStretch([first, last]: readonly [number, number], say: Say): string {
  const [a, b] = [calendarDay(first, 'persian'), calendarDay(last, 'persian')];
  if (first === last) return nameStretch(a, 'persian', say);
  const startsMonth = a.day === 1;
  const endsMonth = calendarDay(last + 1, 'persian').day === 1;
  if (startsMonth && endsMonth && a.year === b.year && a.month === b.month) return nameStretch({ ...a, day: null }, 'persian', say);
  if (startsMonth && endsMonth && a.month === 1 && b.month === 12) {
    if (a.year === b.year) return year(a.year, say);
    return say.t('date.fromTo', { from: year(a.year, say), to: year(b.year, say) });
  }
  return stretchBetween({ a, b, length: last - first }, say);
}

/** A Gregorian month or year never equals a Solar Hijri one; it is named by what it touches, which is wider and so still honest. */
function stretchBetween(
  { a, b, length }: { readonly a: CalendarPoint; readonly b: CalendarPoint; readonly length: number },
  say: Say,
): string {
  if (length >= 364) return say.t('date.fromTo', { from: year(a.year, say), to: year(b.year, say) });
  if (length >= 27 && length <= 30) {
    const sameYear = a.year === b.year;
    const from = sameYear
      ? monthName({ month: a.month ?? 1, calendar: 'persian', width: 'long' }, say)
      : nameStretch({ ...a, day: null }, 'persian', say);
    return say.t('date.fromTo', { from, to: nameStretch({ ...b, day: null }, 'persian', say) });
  }
  return say.t('date.fromTo', { from: nameStretch(a, 'persian', say), to: nameStretch(b, 'persian', say) });
}

function calendarDay(day: number, calendar: Calendar): { readonly year: number; readonly month: number; readonly day: number } {
  const parts = partsOf(calendar).formatToParts(day * DAY);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return { year: read('year'), month: read('month'), day: read('day') };
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();
function format(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = FORMATS.get(key);
  if (known) return known;
  const made = make();
  FORMATS.set(key, made);
  return made;
}

function partsOf(calendar: Calendar): Intl.DateTimeFormat {
  const options = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
  return format(`parts-${calendar}`, () => new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, options));
}

function nameDay(day: number, calendar: Calendar, say: Say): string {
  return nameStretch(calendarDay(day, calendar), calendar, say);
}

function nameStretch(point: CalendarPoint, calendar: Calendar, say: Say): string {
  if (point.month === null) return year(point.year, say);
  const long = point.day === null || calendar === 'persian' || say.locale === 'fa';
  const month = monthName({ month: point.month, calendar, width: long ? 'long' : 'short' }, say);
  if (point.day === null) return say.t('date.monthYear', { month, year: year(point.year, say) });
  return say.t('date.dayMonthYear', { day: say.number(point.day), month, year: year(point.year, say) });
}

interface Month {
  readonly month: number;
  readonly calendar: Calendar;
  readonly width: 'long' | 'short';
}

/** Any day in the middle of the month serves to ask for its name, in the form it has beside a day and a year (ژانویهٔ ۲۰۲۲). */
function monthName({ month, calendar, width }: Month, say: Say): string {
  const language = say.locale === 'fa' ? 'fa' : 'en-US';
  const names = format(
    `month-${language}-${calendar}-${width}`,
    () => new Intl.DateTimeFormat(`${language}-u-ca-${calendar}`, { day: 'numeric', month: width, year: 'numeric', timeZone: 'UTC' }),
  );
  const middle = calendar === 'gregory' ? Date.UTC(2001, month - 1, 15) : Date.UTC(2001, month + 2, 6);
  return names.formatToParts(middle).find((part) => part.type === 'month')?.value ?? String(month);
}

function year(value: number, say: Say): string {
  return new Intl.NumberFormat(say.locale === 'fa' ? 'fa-IR' : 'en', { useGrouping: false }).format(value);
}
