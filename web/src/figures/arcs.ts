/** An arc from a document's row to the row of one that repeats it. `lane` 0 bulges least. */
export interface PlotArc {
  readonly from: string;
  readonly to: string;
  readonly fromRow: number;
  readonly toRow: number;
  readonly lane: number;
  readonly proposed: boolean;
}

/** Further arcs share the outermost lane. */
const MOST_LANES = 7;

/**
 * Arcs between rows given in order. Shorter arcs lie inside longer ones; two arcs share a lane
 * only when they have no row in common, so that each can be followed by eye. Links to rows that
 * are not drawn, and links of a row to itself, have no arc.
 */
export function arcsOf(
  rows: readonly string[],
  links: readonly { readonly from: string; readonly to: string; readonly proposed: boolean }[],
): readonly PlotArc[] {
  const place = new Map(rows.map((item, index) => [item, index]));
  const known = links.flatMap((link) => {
    const [fromRow, toRow] = [place.get(link.from), place.get(link.to)];
    return fromRow === undefined || toRow === undefined || fromRow === toRow ? [] : [{ ...link, fromRow, toRow }];
  });
  const taken: { low: number; high: number; lane: number }[] = [];
  return known
    .sort((a, b) => Math.abs(a.fromRow - a.toRow) - Math.abs(b.fromRow - b.toRow) || a.fromRow - b.fromRow)
    .map((arc) => {
      const [low, high] = [Math.min(arc.fromRow, arc.toRow), Math.max(arc.fromRow, arc.toRow)];
      const busy = new Set(taken.filter((other) => low < other.high && other.low < high).map((other) => other.lane));
      let lane = 0;
      while (busy.has(lane) && lane < MOST_LANES) lane++;
      taken.push({ low, high, lane });
      return { ...arc, lane };
    });
}
