import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { askedPages } from '../http/index.ts';
import { Id, useLanguage } from '../language/index.ts';

const ROW_PX = 32;
const AHEAD = 10;

/** Everything held, by ID, and the whole inquiry above it. */
export function ItemPicker({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useLanguage();
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(askedPages('items'));
  const items = (data?.pages.flatMap((page) => page.lines) ?? []).filter((line) => line.item !== null && line.duplicateOf === null);
  const pane = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: items.length, estimateSize: () => ROW_PX, getScrollElement: () => pane.current, overscan: AHEAD });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <nav className="picker" aria-label={t('custody.items')}>
      <Link to="/custody" search={{}} className="picker-row" activeOptions={{ exact: true, includeSearch: true }}>
        {t('custody.whole')}
      </Link>
      <div ref={pane} className="picker-pane">
        <ul style={{ blockSize: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const line = items[index];
            if (!line?.item) return null;
            return (
              <li key={line.item} style={{ transform: `translateY(${start}px)` }}>
                <Link
                  to="/custody"
                  search={{ item: line.item }}
                  className="picker-row"
                  aria-current={line.item === chosen ? 'page' : undefined}
                >
                  <Id>{line.item}</Id>
                  <bdi dir="auto">{line.title ?? line.path}</bdi>
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </nav>
  );
}
