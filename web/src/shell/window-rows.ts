import { useWindowVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Wanted {
  readonly count: number;
  /** A row's height before it is measured. */
  readonly rowPx: number;
  /** What stands fixed above the rows, in whose shadow no row may stop. */
  readonly stickyPx: number;
  readonly keyOf: (index: number) => string | number;
  /** Called with the last row drawn, for asking for more. Keep it stable. */
  readonly onReach: (index: number) => void;
}

/** Rows drawn beyond the edges of the window. */
export const AHEAD = 12;

interface WindowRows {
  /** Goes on the element the rows are placed in. */
  readonly body: RefObject<HTMLDivElement | null>;
  readonly rows: Virtualizer<Window, Element>;
  readonly shown: readonly VirtualItem[];
  /** A row's place below the beginning of `body`. */
  readonly offsetOf: (row: VirtualItem) => number;
}

/** Rows that exist only where the window shows them, so that ten thousand cost as little as ten. The page itself scrolls. */
export function useWindowRows({ count, rowPx, stickyPx, keyOf, onReach }: Wanted): WindowRows {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the rows changes height; they are placed from where their body begins.
  useLayoutEffect(() => {
    const now = body.current ? Math.round(body.current.getBoundingClientRect().top + window.scrollY) : 0;
    setTop((before) => (before === now ? before : now));
  });
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => rowPx,
    overscan: AHEAD,
    scrollMargin: top,
    scrollPaddingStart: stickyPx,
    getItemKey: keyOf,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    onReach(last);
  }, [last, onReach]);
  return { body, rows, shown, offsetOf: (row) => row.start - top };
}
