import { calendarDay, daysInMonth, isCalendarDay, isLeapYear } from './calendar-day.ts';
import { done, type Outcome, refuse } from './refusal.ts';

/** How much the words say. `yearless`: a day, month or season whose year is not given. */
export type DatePrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'yearless' | 'interval' | 'set';

/** `stated` without a mark, `uncertain` for `?`, `approximate` for `~`, `both` for `%`. */
export type DateCertainty = 'stated' | 'uncertain' | 'approximate' | 'both';

/**
 * A date exactly as precise as its source: ISO 8601-2 (EDTF) level 1, with the sets of level 2.
 * `earliest` and `latest` are the first and last day (`YYYY-MM-DD`) the words allow, inclusive,
 * null where they set no bound. Marks of uncertainty and approximation never move the bounds:
 * whoever compares must look at `certainty` as well.
 */
export interface PartialDate {
  readonly edtf: string;
  readonly precision: DatePrecision;
  readonly certainty: DateCertainty;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** `MM-DD` bounds within any year, for `yearless` only. */
  readonly withinYear: { readonly from: string; readonly to: string } | null;
  /** Ends of an interval, members of a set; empty for a single date. */
  readonly parts: readonly PartialDate[];
}

export type DateRefusal = 'edtf-unreadable';

/** The longest text that is looked at: the length of an `edtf` field. */
const LONGEST = 80;
/** The most members a set may have. */
const MOST_MEMBERS = 24;

/**
 * First and last day of each season by month and day, from the earlier of the meteorological
 * and astronomical beginnings to the later of the two ends (northern hemisphere, ISO 8601-2
 * seasons 21 to 24). Winter begins in December of the year it is written with.
 */
const SEASONS: Readonly<Record<string, { readonly from: string; readonly to: string; readonly nextYear: boolean }>> = {
  '21': { from: '03-01', to: '06-21', nextYear: false },
  '22': { from: '06-01', to: '09-23', nextYear: false },
  '23': { from: '09-01', to: '12-22', nextYear: false },
  '24': { from: '12-01', to: '03-21', nextYear: true },
};

const SINGLE = /^(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/;

/**
 * Reads an EDTF date: `1988`, `1988-07`, `1988-07-28`, `1988-22` (summer), `198X`, `19XX`,
 * `1988-XX`, `1988-07-XX`, `XXXX-06-19`, each with `?`, `~` or `%`; intervals `a/b`, `../b`,
 * `a/..`, `/b`, `a/`; sets `[a,b]` (one of) and `{a,b}` (all of). Refuses days that do not
 * exist, intervals that run backwards, times of day, years beyond 0000 to 9999, and the
 * rest of level 2.
 */
export function parsePartialDate(text: string): Outcome<PartialDate, DateRefusal> {
  const date = text.length <= LONGEST ? read(text) : null;
  if (date !== null) return done(date);
  return refuse('edtf-unreadable', {
    what: 'A date could not be read.',
    why: 'It is not an extended date (EDTF) such as 1988, 1988-07, 1988-07-28, 2021-22 or 1988-07/1988-09.',
    do: 'Write only what is known: the year alone, year and month, or the day.',
  });
}

/** Whether the text is a date `parsePartialDate` reads. */
export function isPartialDate(text: string): boolean {
  return text.length <= LONGEST && read(text) !== null;
}

function read(text: string): PartialDate | null {
  const set = /^(?:\[(.*)\]|\{(.*)\})$/.exec(text);
  if (set !== null) return readSet(text, set[1] ?? set[2] ?? '');
  const slash = text.indexOf('/');
  return slash < 0 ? readSingle(text) : readInterval(text, slash);
}

function readSet(text: string, inside: string): PartialDate | null {
  const parts: PartialDate[] = [];
  for (const member of inside.split(',')) {
    const part = member.includes('/') ? readInterval(member.trim(), member.trim().indexOf('/')) : readSingle(member.trim());
    if (part === null || parts.length === MOST_MEMBERS) return null;
    parts.push(part);
  }
  return compound(
    { edtf: text, precision: 'set', earliest: ends(parts, 'earliest')?.[0] ?? null, latest: ends(parts, 'latest')?.at(-1) ?? null },
    parts,
  );
}

function readInterval(text: string, slash: number): PartialDate | null {
  const [from, to] = [text.slice(0, slash), text.slice(slash + 1)];
  const open = (end: string) => end === '' || end === '..';
  const [first, last] = [open(from) ? null : readSingle(from), open(to) ? null : readSingle(to)];
  if ((first === null && !open(from)) || (last === null && !open(to)) || (first === null && last === null)) return null;
  if (first?.precision === 'yearless' || last?.precision === 'yearless') return null;
  const [earliest, latest] = [first?.earliest ?? null, last?.latest ?? null];
  if (earliest !== null && latest !== null && earliest > latest) return null;
  return compound(
    { edtf: text, precision: 'interval', earliest, latest },
    [first, last].filter((part) => part !== null),
  );
}

function compound(whole: Pick<PartialDate, 'edtf' | 'precision' | 'earliest' | 'latest'>, parts: readonly PartialDate[]): PartialDate {
  const certainties = new Set(parts.map((part) => part.certainty));
  certainties.delete('stated');
  const [only] = certainties;
  return { ...whole, certainty: certainties.size > 1 ? 'both' : (only ?? 'stated'), withinYear: null, parts };
}

/** One side's bounds of all parts in time order, or null when one of them is open there. */
function ends(parts: readonly PartialDate[], side: 'earliest' | 'latest'): readonly string[] | null {
  const days = parts.map((part) => part[side]).filter((day) => day !== null);
  return days.length === parts.length ? days.sort() : null;
}

function readSingle(text: string): PartialDate | null {
  const found = SINGLE.exec(text);
  if (found === null) return null;
  const [, year = '', month, day, mark] = found;
  const certainty = mark === '?' ? 'uncertain' : mark === '~' ? 'approximate' : mark === '%' ? 'both' : 'stated';
  const known = /^\d{4}$/.test(year);
  const bounds =
    month === undefined || (month === 'XX' && (day === undefined || day === 'XX') && known)
      ? wholeYears(year)
      : known
        ? withinKnownYear(Number(year), month, day)
        : null;
  if (bounds !== null) return { edtf: text, certainty, withinYear: null, parts: [], ...bounds };
  const withinYear = year === 'XXXX' && month !== undefined ? yearlessBounds(month, day) : null;
  if (withinYear === null) return null;
  return { edtf: text, precision: 'yearless', certainty, earliest: null, latest: null, withinYear, parts: [] };
}

type Bounds = Pick<PartialDate, 'precision' | 'earliest' | 'latest'>;

function wholeYears(year: string): Bounds | null {
  if (year === 'XXXX') return null;
  const precision = year.endsWith('XX') ? 'century' : year.endsWith('X') ? 'decade' : 'year';
  return { precision, earliest: `${year.replaceAll('X', '0')}-01-01`, latest: `${year.replaceAll('X', '9')}-12-31` };
}

function withinKnownYear(year: number, month: string, day: string | undefined): Bounds | null {
  const season = SEASONS[month];
  if (season !== undefined) {
    if (day !== undefined || (season.nextYear && year === 9999)) return null;
    const start = calendarDay(year, 1, 1).slice(0, 4);
    const end = calendarDay(season.nextYear ? year + 1 : year, 1, 1).slice(0, 4);
    return { precision: 'season', earliest: `${start}-${season.from}`, latest: `${end}-${season.to}` };
  }
  const number = Number(month);
  if (!(number >= 1 && number <= 12)) return null;
  if (day === undefined || day === 'XX') {
    return { precision: 'month', earliest: calendarDay(year, number, 1), latest: calendarDay(year, number, daysInMonth(year, number)) };
  }
  const exact = `${calendarDay(year, number, 1).slice(0, 8)}${day}`;
  return isCalendarDay(exact) ? { precision: 'day', earliest: exact, latest: exact } : null;
}

/** A leap year stands for any year, so that 29 February without a year is a date. */
function yearlessBounds(month: string, day: string | undefined): PartialDate['withinYear'] {
  const bounds = withinKnownYear(2000, month, day);
  if (bounds?.earliest == null || bounds.latest === null) return null;
  return { from: bounds.earliest.slice(5), to: bounds.latest.slice(5) };
}

/** Whether some day fits both dates; an open or missing bound excludes nothing. */
export function datesOverlap(a: PartialDate, b: PartialDate): boolean {
  return ranges(a).some((one) => ranges(b).some((other) => rangesOverlap(one, other)));
}

/**
 * Whether every day `inner` allows is one that `outer` allows. An inner date without a bound
 * on some side is contained only where the outer has none there either.
 */
export function dateContains(outer: PartialDate, inner: PartialDate): boolean {
  return ranges(inner).every((one) => ranges(outer).some((other) => rangeContains(other, one)));
}

/** A run of days; with `withinYear`, the days of that part of every year. */
type Range = Pick<PartialDate, 'earliest' | 'latest' | 'withinYear'>;

function ranges(date: PartialDate): readonly Range[] {
  return date.precision === 'set' ? date.parts : [date];
}

function rangesOverlap(a: Range, b: Range): boolean {
  if (a.withinYear !== null && b.withinYear !== null) {
    const other = b.withinYear;
    return spans(a.withinYear).some((one) => spans(other).some((two) => one.from <= two.to && two.from <= one.to));
  }
  if (a.withinYear !== null) return yearlessMeets(a.withinYear, b);
  if (b.withinYear !== null) return yearlessMeets(b.withinYear, a);
  return (
    (a.earliest === null || b.latest === null || a.earliest <= b.latest) &&
    (b.earliest === null || a.latest === null || b.earliest <= a.latest)
  );
}

type WithinYear = NonNullable<Range['withinYear']>;

/** A part of the year that runs over New Year, as the two stretches it is. */
function spans(part: WithinYear): readonly WithinYear[] {
  if (part.from <= part.to) return [part];
  return [
    { from: part.from, to: '12-31' },
    { from: '01-01', to: part.to },
  ];
}

/** Eight years always hold every day of the year but in 1897 to 1904 and its like; twelve always do. */
const EVERY_DAY_WITHIN_YEARS = 12;

function yearlessMeets(part: WithinYear, range: Range): boolean {
  const { earliest, latest } = range;
  if (earliest === null || latest === null) return true;
  const [first, last] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))];
  if (last - first >= EVERY_DAY_WITHIN_YEARS) return true;
  for (let year = first; year <= last; year += 1) {
    const text = calendarDay(year, 1, 1).slice(0, 4);
    for (const { from, to } of spans(part)) {
      // 29 February alone is no day of a common year; as an end it stands for the 28th or 1 March.
      if (from === '02-29' && to === '02-29' && !isLeapYear(year)) continue;
      if (`${text}-${from}` <= latest && earliest <= `${text}-${to}`) return true;
    }
  }
  return false;
}

function rangeContains(outer: Range, inner: Range): boolean {
  if (outer.withinYear !== null) return yearlessContains(outer.withinYear, inner);
  if (inner.withinYear !== null) return outer.earliest === null && outer.latest === null;
  return (
    (outer.earliest === null || (inner.earliest !== null && outer.earliest <= inner.earliest)) &&
    (outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest))
  );
}

function yearlessContains(outer: WithinYear, inner: Range): boolean {
  const part = inner.withinYear ?? partOfOneYear(inner);
  return part !== null && spans(part).every((one) => spans(outer).some((two) => two.from <= one.from && one.to <= two.to));
}

/** The month and day bounds of a run of days shorter than a year, else null. */
function partOfOneYear(range: Range): WithinYear | null {
  if (range.earliest === null || range.latest === null) return null;
  const years = Number(range.latest.slice(0, 4)) - Number(range.earliest.slice(0, 4));
  const [from, to] = [range.earliest.slice(5), range.latest.slice(5)];
  if (years === 0 || (years === 1 && to < from)) return { from, to };
  return null;
}
