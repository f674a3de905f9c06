import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ItemPage } from '../../../packages/inquest/src/api-contract/index.ts';
import { askedPages, useProgress } from '../http/index.ts';
import { withRecent } from './recent-lines.ts';

/** The items loaded so far, in the order they came, kept fresh from the running intake. */
export function useItems() {
  const pages = askedPages('items');
  const query = useInfiniteQuery(pages);
  const client = useQueryClient();
  const recent = useProgress()?.recent;
  useEffect(() => {
    if (!recent || recent.length === 0) return;
    client.setQueryData(pages.queryKey, (data: InfiniteData<ItemPage> | undefined) => data && withRecent(data, recent));
  }, [client, recent, pages.queryKey]);
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.lines) ?? [], [query.data]);
  const total = query.data?.pages.at(-1)?.total ?? null;
  return { query, items, total, whole: query.data !== undefined && !query.hasNextPage };
}
