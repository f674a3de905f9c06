import { type Scope, withinScope } from '../access/index.ts';
import type { CompartmentId, ItemId, Store } from '../kernel/index.ts';
import type { CustodyTables } from './custody-tables.ts';

/** The row key of a check of every object. */
const ALL = '*';

export interface LastCheck {
  readonly event: string;
  readonly compartment: CompartmentId;
  /** RFC 3339. */
  readonly checkedAt: string;
  readonly objects: number;
  readonly bytes: number;
  readonly problems: number;
}

export async function putCheck(store: Store, item: ItemId | null, check: LastCheck): Promise<void> {
  const { checkedAt, ...rest } = check;
  const row = { ...rest, checked_at: checkedAt };
  await store
    .$extendTables<CustodyTables>()
    .insertInto('custody_check')
    .values({ item: item ?? ALL, ...row })
    .onConflict((conflict) => conflict.column('item').doUpdateSet(row))
    .execute();
}

/** The last check of one item's objects by itself, or with `null` of all objects; null when there was none the scope may see. */
export async function lastCheck(store: Store, scope: Scope, item: ItemId | null): Promise<LastCheck | null> {
  const row = await store
    .$extendTables<CustodyTables>()
    .selectFrom('custody_check')
    .select(['event', 'compartment', 'checked_at as checkedAt', 'objects', 'bytes', 'problems'])
    .where('item', '=', item ?? ALL)
    .where(withinScope(scope, 'compartment'))
    .executeTakeFirst();
  // Written by the projection from a checked event.
  return row === undefined ? null : { ...row, compartment: row.compartment as CompartmentId };
}
