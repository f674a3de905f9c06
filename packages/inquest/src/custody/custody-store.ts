import type { ItemId, Store } from '../kernel/index.ts';
import type { CustodyTables } from './custody-tables.ts';

/** The row key of a check of every object. */
const ALL = '*';

export interface LastCheck {
  readonly event: string;
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

/** The last check of one item's objects by itself, or with `null` of all objects; null when there was none. */
export async function lastCheck(store: Store, item: ItemId | null): Promise<LastCheck | null> {
  const row = await store
    .$extendTables<CustodyTables>()
    .selectFrom('custody_check')
    .select(['event', 'checked_at as checkedAt', 'objects', 'bytes', 'problems'])
    .where('item', '=', item ?? ALL)
    .executeTakeFirst();
  return row ?? null;
}
