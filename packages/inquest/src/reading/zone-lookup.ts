import type { Zone } from './reading-context.ts';

/** Index of the first zone that ends after a position, in zones sorted by start that do not overlap. */
export function firstEndingAfter(zones: readonly Zone[], position: number): number {
  let low = 0;
  let high = zones.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zones[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The zone a position stands in, by index, or -1. Zones sorted, not overlapping. */
export function zoneIndexAt(zones: readonly Zone[], position: number): number {
  const index = firstEndingAfter(zones, position);
  const zone = zones[index];
  return zone !== undefined && zone.start <= position ? index : -1;
}

/** The zones that lie wholly inside another, in order. Zones sorted by start; they may nest. */
export function zonesWithin<Z extends Zone>(zones: readonly Z[], outer: Zone): readonly Z[] {
  const found: Z[] = [];
  for (let index = firstStartingAt(zones, outer.start); index < zones.length; index += 1) {
    const zone = zones[index];
    if (zone === undefined || zone.start >= outer.end) break;
    if (zone.end <= outer.end) found.push(zone);
  }
  return found;
}

function firstStartingAt(zones: readonly Zone[], position: number): number {
  let low = 0;
  let high = zones.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zones[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
