import { OWNER_SCOPE } from '../access/index.ts';
import type { Store, StoreTransaction } from '../kernel/index.ts';
import type { AnyEvent } from './event.ts';
import { lockForAppend, selectEvents, writeMeta } from './ledger-store.ts';
import type { Projection } from './projection.ts';
import { countRows, dropTable } from './projection-store.ts';
import { recordedEvent } from './recorded-event.ts';

/** Events read at once while replaying. */
const PAGE = 500;

export interface RebuildReport {
  readonly tables: number;
  readonly rows: number;
}

export interface RebuildProgress {
  readonly events: number;
}

/** Names and versions of projections in order: when it changes, their tables are rebuilt. */
export function projectionsFingerprint(projections: readonly Projection[]): string {
  return projections.map((projection) => `${projection.name}@${String(projection.version ?? 1)}`).join(' ');
}

export async function createProjections(store: Store, projections: readonly Projection[]): Promise<void> {
  for (const projection of projections) await projection.create(store);
}

/** Applies events in ledger order; of each, every projection in its order. */
export async function applyProjections(
  tx: StoreTransaction,
  projections: readonly Projection[],
  events: readonly AnyEvent[],
): Promise<void> {
  for (const event of events) {
    for (const projection of projections) await projection.apply(tx, event);
  }
}

/**
 * Drops every projection's tables, creates them and replays the whole ledger, all in one
 * transaction: whoever reads meanwhile sees the old tables or the new ones. Tables of machine
 * output stay. Fault INQ-LEDGER-DAMAGED at the first event that does not match its commitment.
 */
export async function rebuildProjections(
  store: Store,
  projections: readonly Projection[],
  onProgress?: (progress: RebuildProgress) => void,
): Promise<RebuildReport> {
  return store.transaction().execute(async (tx) => {
    await lockForAppend(tx);
    const tables = projections.flatMap((projection) => projection.tables);
    for (const table of tables.toReversed()) await dropTable(tx, table);
    await createProjections(tx, projections);
    await replay({ from: tx, into: tx, projections, onProgress });
    await writeMeta(tx, 'projections', projectionsFingerprint(projections));
    let rows = 0;
    for (const table of tables) rows += await countRows(tx, table);
    return { tables: tables.length, rows };
  });
}

/** Applies every event of one ledger to projections in another (or the same) database. */
export async function replay(work: {
  readonly from: Store;
  readonly into: StoreTransaction;
  readonly projections: readonly Projection[];
  readonly onProgress?: ((progress: RebuildProgress) => void) | undefined;
}): Promise<void> {
  let after = -1;
  for (;;) {
    const page = (await selectEvents(work.from, OWNER_SCOPE, { after, limit: PAGE })).map(recordedEvent);
    const last = page.at(-1);
    if (last === undefined) return;
    await applyProjections(work.into, work.projections, page);
    after = last.index;
    work.onProgress?.({ events: last.index + 1 });
  }
}
