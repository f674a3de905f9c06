import type { InfiniteData } from '@tanstack/react-query';
import type { ItemLine, ItemPage } from '../../../packages/inquest/src/api-contract/index.ts';

/** Puts finished lines in the place of their waiting ones and, where the list is loaded to its end, new ones after it. */
export function withRecent(data: InfiniteData<ItemPage>, recent: readonly ItemLine[]): InfiniteData<ItemPage> {
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
  if (last?.next === null) last.lines = [...last.lines, ...[...newest.values()].filter((line) => !known.has(line.item))];
  return { ...data, pages };
}
