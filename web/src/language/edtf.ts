/**
 * Reads the part of EDTF (ISO 8601-2) that sources are given in, for showing it. It never makes a
 * date more precise than it was written; what it cannot read comes back as `unread`, to be shown
 * as it stands.
 */
export type Doubt = 'none' | 'uncertain' | 'approximate' | 'both';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** A moment as exactly as it was stated: the finest field that is not null is its precision. */
export interface DatePoint {
  readonly form: 'point';
  /** First and last year it can mean; equal unless digits are unspecified (`198X`). */
  readonly years: readonly [number, number];
  readonly season: Season | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** The writer said that a finer part exists but is not stated (`1991-XX`, `1991-08-XX`). */
  readonly unstated: 'month' | 'day' | null;
  readonly doubt: Doubt;
}
export type DateEnd = DatePoint | { readonly form: 'open' } | { readonly form: 'unknown' };
export type PartialDate =
  | DatePoint
  | { readonly form: 'interval'; readonly from: DateEnd; readonly to: DateEnd }
  /** An instant by a clock; `at` is RFC 3339. */
  | { readonly form: 'instant'; readonly at: string }
  | { readonly form: 'unknown' }
  | { readonly form: 'unread' };

const DOUBTS: Readonly<Record<string, Doubt>> = { '?': 'uncertain', '~': 'approximate', '%': 'both' };
const SEASONS: Readonly<Record<string, Season>> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };
const POINT = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Reads `raw`; null, the empty string and `XXXX` are unknown. Never throws. */
export function readEdtf(raw: string | null): PartialDate {
  if (raw === null || /^(?:|XXXX(?:-XX){0,2}|unknown)$/.test(raw)) return { form: 'unknown' };
  if (INSTANT.test(raw) && !Number.isNaN(Date.parse(raw))) return { form: 'instant', at: raw };
  const set = /^[[{](?:(\.\.)([^.,]+)|([^.,]+)(\.\.))[\]}]$/.exec(raw);
  const plain = set ? (set[1] ? `../${set[2] ?? ''}` : `${set[3] ?? ''}/..`) : raw;
  const parts = plain.split('/');
  if (parts.length === 2) {
    const [from, to] = [readEnd(parts[0] ?? ''), readEnd(parts[1] ?? '')];
    if (from === null || to === null) return { form: 'unread' };
    return { form: 'interval', from, to };
  }
  return readPoint(plain) ?? { form: 'unread' };
}

function readEnd(raw: string): DateEnd | null {
  if (raw === '..') return { form: 'open' };
  if (raw === '') return { form: 'unknown' };
  return readPoint(raw);
}

function readPoint(raw: string): DatePoint | null {
  const found = POINT.exec(raw);
  if (!found) return null;
  const [, year = '', second, third, sign] = found;
  const years = [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))] as const;
  const doubt = sign === undefined ? 'none' : (DOUBTS[sign] ?? 'none');
  const bare = { form: 'point', years, season: null, month: null, day: null, unstated: null, doubt } as const;
  if (second === undefined) return bare;
  const season = SEASONS[second];
  if (season !== undefined) return third === undefined ? { ...bare, season } : null;
  if (second === 'XX') return third === undefined || third === 'XX' ? { ...bare, unstated: 'month' } : null;
  const month = Number(second);
  if (month < 1 || month > 12) return null;
  if (third === undefined) return { ...bare, month };
  if (third === 'XX') return { ...bare, month, unstated: 'day' };
  const day = Number(third);
  return day >= 1 && day <= daysIn(years[0], month) ? { ...bare, month, day } : null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const DAY = 86_400_000;
const SEASON_MONTHS: Readonly<Record<Season, readonly [number, number]>> = {
  spring: [3, 6],
  summer: [6, 9],
  autumn: [9, 12],
  winter: [0, 0],
};

/**
 * First and last day it can mean, as days since 1970-01-01 (UTC), or null where it has no bounds
 * or a season's hemisphere and year leave them open (winter).
 */
export function dayBounds(date: PartialDate): readonly [number, number] | null {
  if (date.form === 'instant') {
    const day = Math.floor(Date.parse(date.at) / DAY);
    return [day, day];
  }
  if (date.form === 'interval') {
    if (date.from.form !== 'point' || date.to.form !== 'point') return null;
    const [from, to] = [dayBounds(date.from), dayBounds(date.to)];
    return from && to ? [from[0], to[1]] : null;
  }
  if (date.form !== 'point') return null;
  const [first, last] = date.years;
  if (date.season === 'winter') return null;
  if (date.season !== null) {
    const [from, to] = SEASON_MONTHS[date.season];
    return [Date.UTC(first, from - 1, 20) / DAY, Date.UTC(last, to - 1, 23) / DAY];
  }
  const day = date.day ?? 1;
  const endDay = date.day ?? daysIn(last, date.month ?? 12);
  return [Date.UTC(first, (date.month ?? 1) - 1, day) / DAY, Date.UTC(last, (date.month ?? 12) - 1, endDay) / DAY];
}

/**
 * Days between two dates at their nearest, 0 where they can be the same day, null where either has
 * no bounds. For telling a site's date from an article's; never for ordering sources.
 */
export function daysApart(a: PartialDate, b: PartialDate): number | null {
  const [x, y] = [dayBounds(a), dayBounds(b)];
  if (!x || !y) return null;
  return Math.max(0, x[0] - y[1], y[0] - x[1]);
}
