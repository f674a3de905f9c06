import { type PartialDate, readEdtf } from '../language/edtf.ts';

/** The first day an EDTF date can mean, as `YYYY-MM-DD` and for ordering only; null when no year is given. */
export function firstDay(edtf: string | null): string | null {
  return dayOf(readEdtf(edtf));
}

/** Earlier said first; a coarser date before a finer one of the same beginning; undated last, in the order given. */
export function bySaid<T>(things: readonly T[], saidOn: (thing: T) => string | null): readonly T[] {
  const keyed = things.map((thing, index) => ({
    thing,
    index,
    day: firstDay(saidOn(thing)) ?? '9999',
    length: saidOn(thing)?.length ?? 0,
  }));
  return keyed.sort((a, b) => compare(a.day, b.day) || a.length - b.length || a.index - b.index).map(({ thing }) => thing);
}

const SEASON_MONTH = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

function dayOf(date: PartialDate): string | null {
  if (date.form === 'instant') return date.at.slice(0, 10);
  if (date.form === 'interval')
    return dayOf(date.from.form === 'point' ? date.from : date.to.form === 'point' ? date.to : { form: 'unknown' });
  if (date.form !== 'point') return null;
  const month = date.month ?? (date.season === null ? 1 : SEASON_MONTH[date.season]);
  return `${pad(date.years[0], 4)}-${pad(month, 2)}-${pad(date.day ?? 1, 2)}`;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
