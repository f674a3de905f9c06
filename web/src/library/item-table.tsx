// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which takes a table element its meaning; the roles give it back
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the rows take the focus, not the cells
import { useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { useKeys } from '../keys/index.ts';
import { useLanguage } from '../language/index.ts';
import { Mark } from '../marks.tsx';
import { ItemRow } from './item-row.tsx';

interface TableProps {
  readonly items: readonly ItemLine[];
  /** Rows of the whole list, where the program has said; -1 in ARIA where it has not. */
  readonly total: number | null;
  readonly selected: string | undefined;
  readonly onEnd: () => void;
}

const ROW_PX = 48;
/** The bar and the table's own head stay in sight; a row brought into view stops below them. */
const STICKY_PX = 84;
/** Rows drawn beyond the edge; the next page is asked for when this near the end. */
const AHEAD = 12;

/** The library: a grid of rows that are drawn only where they are seen, so that ten thousand cost as little as ten. */
export function ItemTable({ items, total, selected, onEnd }: TableProps) {
  const { t } = useLanguage();
  const navigate = useNavigate({ from: '/' });
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const wanted = useRef<string | null>(null);
  // What stands above the table changes height; the rows are placed from where it begins.
  useLayoutEffect(() => {
    const now = body.current ? Math.round(body.current.getBoundingClientRect().top + window.scrollY) : 0;
    setTop((before) => (before === now ? before : now));
  });
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    scrollMargin: top,
    scrollPaddingStart: STICKY_PX,
    getItemKey: (index) => items[index]?.item ?? items[index]?.path ?? index,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - AHEAD) onEnd();
  }, [last, items.length, onEnd]);

  const select = useCallback(
    (item: string | null) => {
      if (item !== null) void navigate({ search: (now) => ({ ...now, item }), replace: true, resetScroll: false });
    },
    [navigate],
  );
  const open = useCallback((item: string | null) => item !== null && void navigate({ to: '/items/$item', params: { item } }), [navigate]);
  const place = items.findIndex((line) => line.item === selected);
  const go = (to: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, to))];
    if (!next) return;
    wanted.current = next.item;
    select(next.item);
    rows.scrollToIndex(items.indexOf(next), { align: 'auto' });
  };
  useKeys([
    { press: 'KeyJ', shown: 'j', label: 'library.next', group: 'list', run: () => go(place + 1) },
    { press: 'KeyK', shown: 'k', label: 'library.previous', group: 'list', run: () => go(place === -1 ? 0 : place - 1) },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') open(items[place]?.item ?? null);
    const to = stepTo(event.key, place, items.length);
    if (to !== null) go(to);
    if (to !== null || event.key === 'Enter') event.preventDefault();
  };
  return (
    <div
      role="grid"
      className="items"
      aria-label={t('library.title')}
      aria-rowcount={total === null ? -1 : total + 1}
      onKeyDown={onKeyDown}
    >
      <ColumnHeads />
      <div role="rowgroup" ref={body} className="rows" style={{ blockSize: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const line = items[index];
          if (!line) return null;
          return (
            <ItemRow
              key={key}
              line={line}
              among={items}
              index={index}
              offset={start - top}
              selected={line.item !== null && line.item === selected}
              reachable={line.item === selected || (place === -1 && index === 0)}
              wanted={wanted}
              measure={rows.measureElement}
              onSelect={select}
              onOpen={open}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Where a key of a grid leads from a row; null for any other key. */
function stepTo(key: string, from: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[key];
  return step === undefined ? null : from + step;
}

function ColumnHeads() {
  const { t } = useLanguage();
  return (
    <div role="rowgroup" className="heads">
      <div role="row" className="item-grid" aria-rowindex={1}>
        <span role="columnheader">{t('column.id')}</span>
        <span role="columnheader">{t('column.title')}</span>
        <span role="columnheader">{t('column.page')}</span>
        <span role="columnheader">{t('column.stated')}</span>
        <span role="columnheader">{t('column.captured')}</span>
        <span role="columnheader" className="c-lang">
          <span className="visually-hidden">{t('column.language')}</span>
        </span>
        <span role="columnheader" className="num c-counts">
          <span className="st recorded">
            <Mark name="recorded" />
          </span>
          {' · '}
          <span className="st proposed">
            <Mark name="proposed" />
          </span>
          <span className="visually-hidden">{t('column.counts')}</span>
        </span>
        <span role="columnheader">{t('column.derivation')}</span>
      </div>
    </div>
  );
}
