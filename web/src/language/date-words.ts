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
      return inGregorianInterval(date.from, date.to, say);
    case 'point':
      return gregorianPoint(date, say);
    default:
      return '';
  }
}

function inGregorianInterval(from: DateEnd, to: DateEnd, say: Say): string {
  const days = dayEnds(from, to);
  return days ? daysFromTo(days, 'gregory', say) : joinEnds(gregorianEnd(from, say), gregorianEnd(to, say), say);
}

interface Span {
  readonly from: CalendarPoint;
  readonly to: CalendarPoint;
}

/** From one day to another; days of one year name it once. */
function daysFromTo({ from, to }: Span, calendar: Calendar, say: Say): string {
  // Without the year behind it, a Persian month's name loses the ezafe that would lead to it.
  const first = from.year === to.year ? dayAndMonth(from, calendar, say).replace(/\u0654$/, '') : nameStretch(from, calendar, say);
  return say.t('date.fromTo', { from: first, to: nameStretch(to, calendar, say) });
}

/** The two days of an interval that is stated to the day on both sides and doubted on neither; null for any other. */
function dayEnds(from: DateEnd, to: DateEnd): Span | null {
  if (!isDay(from) || !isDay(to)) return null;
  return { from: { ...from, year: from.years[0] }, to: { ...to, year: to.years[0] } };
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
    if (whole && dayEnds(date.from, date.to)) return solarWhole(whole, say) ?? daysFromTo(solarSpan(whole), 'persian', say);
    const [from, to] = [solarEnd(date.from, say), solarEnd(date.to, say)];
    return from && to ? joinEnds(from, to, say) : null;
  }
  const bounds = dayBounds(date);
  if (!bounds) return null;
  const words = solarWhole(bounds, say) ?? solarTouched(bounds, say);
  return date.form === 'point' ? doubted(words, date.doubt, say) : words;
}

function isDay(end: DateEnd): end is DatePoint {
  return end.form === 'point' && end.day !== null && end.doubt === 'none';
}

function solarEnd(end: DateEnd, say: Say): ReturnType<typeof gregorianEnd> | null {
  if (end.form !== 'point') return { kind: end.form };
  const words = inSolarHijri(end, say);
  return words === null ? null : { kind: 'words', words };
}

type Days = readonly [number, number];

function solarSpan([first, last]: Days): Span {
  return { from: calendarDay(first, 'persian'), to: calendarDay(last, 'persian') };
}

/** A day, or days that are exactly a Solar Hijri month, or years, under that name; null for any other days. */
function solarWhole([first, last]: Days, say: Say): string | null {
  const { from, to } = solarSpan([first, last]);
  if (first === last) return nameStretch(from, 'persian', say);
  if (from.day !== 1 || calendarDay(last + 1, 'persian').day !== 1) return null;
  if (from.year === to.year && from.month === to.month) return nameStretch({ ...from, day: null }, 'persian', say);
  if (from.month !== 1 || to.month !== 12) return null;
  if (from.year === to.year) return year(from.year, say);
  return say.t('date.fromTo', { from: year(from.year, say), to: year(to.year, say) });
}

const LONGEST_MONTH = 31;

/** A Gregorian month or year, named by the Solar Hijri months or years it touches: wider, and so still honest. */
function solarTouched([first, last]: Days, say: Say): string {
  const { from, to } = solarSpan([first, last]);
  if (last - first >= LONGEST_MONTH) return say.t('date.fromTo', { from: year(from.year, say), to: year(to.year, say) });
  const name =
    from.year === to.year && from.month !== null
      ? monthName({ month: from.month, calendar: 'persian', width: 'long' }, say)
      : nameStretch({ ...from, day: null }, 'persian', say);
  return say.t('date.fromTo', { from: name, to: nameStretch({ ...to, day: null }, 'persian', say) });
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
  if (point.day !== null) return say.t('date.dayMonthYear', { dayMonth: dayAndMonth(point, calendar, say), year: year(point.year, say) });
  return say.t('date.monthYear', { month: monthName({ month: point.month, calendar, width: 'long' }, say), year: year(point.year, say) });
}

/** `14 Jan`, `۲۴ دی`. */
function dayAndMonth({ month, day }: CalendarPoint, calendar: Calendar, say: Say): string {
  const width = calendar === 'persian' || say.locale === 'fa' ? 'long' : 'short';
  return say.t('date.dayMonth', { day: say.number(day ?? 1), month: monthName({ month: month ?? 1, calendar, width }, say) });
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
