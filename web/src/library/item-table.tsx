// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which takes a table element its meaning; the roles give it back
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the rows take the focus, not the cells
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { useKeys } from '../keys/index.ts';
import { useLanguage } from '../language/index.ts';
import { Mark } from '../marks.tsx';
import { AHEAD, useWindowRows } from '../shell/index.ts';
import type { Repeats } from './item-facts.ts';
import { ItemRow } from './item-row.tsx';

interface TableProps {
  readonly items: readonly ItemLine[];
  readonly repeats: Repeats;
  /** Rows of the whole list, where the program has said. */
  readonly total: number | null;
  readonly selected: string | undefined;
  /** The end of what is loaded is near. */
  readonly onEnd: () => void;
}

const ROW_PX = 48;
/** The bar and the table's own head stay in sight; a row brought into view stops below them. */
const STICKY_PX = 84;

/** The library: a grid with one row in the tab order. Selecting shows, Enter opens; neither decides anything. */
export function ItemTable({ items, repeats, total, selected, onEnd }: TableProps) {
  const { t } = useLanguage();
  const count = items.length;
  const { body, rows, shown, offsetOf } = useWindowRows({
    count,
    rowPx: ROW_PX,
    stickyPx: STICKY_PX,
    keyOf: (index) => items[index]?.item ?? items[index]?.path ?? index,
    onReach: useCallback((last: number) => last >= count - AHEAD && onEnd(), [count, onEnd]),
  });
  const moves = useMoves({ items, selected, bringIntoView: (index) => rows.scrollToIndex(index, { align: 'auto' }) });
  return (
    <div
      role="grid"
      className="items"
      aria-label={t('library.title')}
      aria-rowcount={total === null ? -1 : total + 1}
      onKeyDown={moves.onKeyDown}
    >
      <ColumnHeads />
      <div role="rowgroup" ref={body} className="rows" style={{ blockSize: rows.getTotalSize() }}>
        {shown.map((row) => {
          const line = items[row.index];
          if (!line) return null;
          return (
            <ItemRow
              key={row.key}
              line={line}
              repeats={repeats}
              index={row.index}
              offset={offsetOf(row)}
              selected={line.item !== null && line.item === selected}
              reachable={moves.place === -1 ? row.index === 0 : row.index === moves.place}
              wanted={moves.wanted}
              measure={rows.measureElement}
              onSelect={moves.select}
              onOpen={moves.open}
            />
          );
        })}
      </div>
    </div>
  );
}

interface Moving {
  readonly items: readonly ItemLine[];
  readonly selected: string | undefined;
  readonly bringIntoView: (index: number) => void;
}

interface Moves {
  /** The selected row, -1 for none. */
  readonly place: number;
  /** The item a key has just moved to; its row takes the focus when it is drawn. */
  readonly wanted: RefObject<string | null>;
  readonly select: (item: string | null) => void;
  readonly open: (item: string | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Moving through the list and opening from it, by pointer and by key. The selection lives in the address. */
function useMoves({ items, selected, bringIntoView }: Moving): Moves {
  const navigate = useNavigate({ from: '/' });
  const wanted = useRef<string | null>(null);
  const place = items.findIndex((line) => line.item !== null && line.item === selected);
  const select = (item: string | null) => {
    if (item !== null) void navigate({ search: (now) => ({ ...now, item }), replace: true, resetScroll: false });
  };
  const open = (item: string | null) => {
    if (item !== null) void navigate({ to: '/items/$item', params: { item } });
  };
  const go = (to: number) => {
    const index = Math.max(0, Math.min(items.length - 1, to));
    const next = items[index];
    if (!next) return;
    wanted.current = next.item;
    select(next.item);
    bringIntoView(index);
  };
  useKeys([
    { press: 'KeyJ', shown: 'j', label: 'library.next', group: 'list', run: () => go(place + 1) },
    { press: 'KeyK', shown: 'k', label: 'library.previous', group: 'list', run: () => go(place - 1) },
    { press: 'Enter', shown: '↵', label: 'library.open', group: 'list', run: () => open(items[place]?.item ?? null) },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stepTo(event.key, place, items.length);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  return { place, wanted, select, open, onKeyDown };
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
