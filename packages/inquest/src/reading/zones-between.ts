import type { Zone } from './reading-context.ts';

/** Those of a list sorted by start that lie whole between two positions, found by bisection. */
export function zonesBetween<T extends Zone>(zones: readonly T[], start: number, end: number): T[] {
  let [low, high] = [0, zones.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zones[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low; index < zones.length; index += 1) {
    const zone = zones[index];
    if (zone === undefined || zone.start >= end) break;
    if (zone.end <= end) found.push(zone);
  }
  return found;
}
