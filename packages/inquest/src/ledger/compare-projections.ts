import type { Store } from '../kernel/index.ts';
import type { Projection } from './projection.ts';
import { type Key, primaryKeyOf, type Row, rowsInOrder } from './projection-store.ts';
import { createProjections, type RebuildProgress, type RebuildReport, replay } from './rebuild-projections.ts';

/** Differences listed in one report; `more` tells whether there were others. */
export const MAX_DIFFERENCES = 100;

export interface ProjectionDifference {
  readonly table: string;
  /** Values of the primary key, joined by a space. */
  readonly key: string;
  /** `missing` and `extra` are said of the inquiry's table, against what the ledger gives. */
  readonly what: 'missing' | 'extra' | `differs in ${string}`;
}

export interface ComparisonReport extends RebuildReport {
  readonly differences: readonly ProjectionDifference[];
  readonly more: boolean;
}

/**
 * Replays the whole ledger into `scratch`, an empty database of the same engine, and compares it
 * row by row with the inquiry's tables, which are only read. A change made by hand to any
 * projection row shows here. Throws as `rebuildProjections`.
 */
export async function compareProjections(
  store: Store,
  projections: readonly Projection[],
  options: { readonly scratch: Store; readonly onProgress?: (progress: RebuildProgress) => void },
): Promise<ComparisonReport> {
  // One snapshot: what is committed meanwhile belongs to the next comparison.
  return store
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await options.scratch.transaction().execute(async (into) => {
        await createProjections(into, projections);
        await replay({ from: tx, into, projections, onProgress: options.onProgress });
      });
      const tables = projections.flatMap((projection) => projection.tables);
      const differences: ProjectionDifference[] = [];
      let rows = 0;
      for (const table of tables) {
        const key = await primaryKeyOf(options.scratch, table);
        for await (const difference of compareRows({ actual: tx, expected: options.scratch, table, key })) {
          if (difference === null) rows++;
          else if (differences.length < MAX_DIFFERENCES) differences.push(difference);
          else return { tables: tables.length, rows, differences, more: true };
        }
      }
      return { tables: tables.length, rows, differences, more: false };
    });
}

interface Pair {
  readonly actual: Store;
  readonly expected: Store;
  readonly table: string;
  readonly key: Key;
}

/** Walks both tables in key order; null for each row of the ledger's table looked at. */
async function* compareRows({ actual, expected, table, key }: Pair): AsyncGenerator<ProjectionDifference | null> {
  const left = rowsInOrder(actual, table, key);
  const right = rowsInOrder(expected, table, key);
  let is = await left.next();
  let should = await right.next();
  while (is.done !== true || should.done !== true) {
    const order = is.done === true ? 1 : should.done === true ? -1 : compareKeys(is.value, should.value, key);
    if (order < 0 && is.done !== true) {
      yield { table, key: keyText(is.value, key), what: 'extra' };
      is = await left.next();
      continue;
    }
    if (should.done !== true) {
      if (order > 0 || is.done === true) yield { table, key: keyText(should.value, key), what: 'missing' };
      else {
        const columns = differingColumns(is.value, should.value);
        if (columns.length > 0) yield { table, key: keyText(should.value, key), what: `differs in ${columns.join(', ')}` };
        is = await left.next();
      }
      yield null;
      should = await right.next();
    }
  }
}

function differingColumns(is: Row, should: Row): readonly string[] {
  const columns = new Set([...Object.keys(is), ...Object.keys(should)]);
  return [...columns].filter(
    (column) => typeRank(is[column]) !== typeRank(should[column]) || compareValues(is[column], should[column]) !== 0,
  );
}

function keyText(row: Row, key: Key): string {
  return key.map((column) => String(row[column])).join(' ');
}

function compareKeys(a: Row, b: Row, key: Key): number {
  for (const column of key) {
    const order = compareValues(a[column], b[column]);
    if (order !== 0) return order;
  }
  return 0;
}

/** The order the stores give: null, then numbers, then text by code points, then bytes. */
function compareValues(a: unknown, b: unknown): number {
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b);
  // UTF-8 bytes sort as code points do.
  return a === b || (a === null && b === null) ? 0 : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function typeRank(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return 1;
  return value instanceof Uint8Array ? 3 : 2;
}
