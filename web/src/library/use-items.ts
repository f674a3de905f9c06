import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ItemLine, ItemPage } from '../../../packages/inquest/src/api-contract/index.ts';
import { askedPages, useProgress } from '../http/index.ts';

/** The items loaded so far, in the order they came, kept fresh from the running intake. */
export function useItems() {
  const pages = askedPages('items');
  const query = useInfiniteQuery(pages);
  const client = useQueryClient();
  const recent = useProgress()?.recent;
  useEffect(() => {
    if (!recent || recent.length === 0) return;
    client.setQueryData(pages.queryKey, (data: InfiniteData<ItemPage, unknown> | undefined) => data && withRecent(data, recent));
  }, [client, recent, pages.queryKey]);
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.lines) ?? [], [query.data]);
  const total = query.data?.pages.at(-1)?.total ?? null;
  return { query, items, total, whole: query.data !== undefined && !query.hasNextPage };
}

/** Puts finished lines in the place of their waiting ones and, where the list is loaded to its end, new ones after it. */
export function withRecent(data: InfiniteData<ItemPage, unknown>, recent: readonly ItemLine[]): InfiniteData<ItemPage, unknown> {
  const newest = new Map(recent.filter((line) => line.item !== null).map((line) => [line.item, line]));
  const known = new Set<string | null>();
  const pages = data.pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => {
      known.add(line.item);
      return newest.get(line.item) ?? line;
    }),
  }));
  const last = pages.at(-1);
  if (last && last.next === null) last.lines = [...last.lines, ...[...newest.values()].filter((line) => !known.has(line.item))];
  return { ...data, pages };
}
