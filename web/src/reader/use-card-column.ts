import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react';
import { type CardBox, placeCards } from './card-layout.ts';

interface Column {
  readonly text: RefObject<HTMLElement | null>;
  readonly cards: RefObject<HTMLElement | null>;
  readonly head: RefObject<HTMLElement | null>;
  readonly selected: string | null;
  /** On a narrow page cards lie in the flow. */
  readonly flowing: boolean;
  /** Changes whenever cards or passages may have moved for another reason than size. */
  readonly moved: unknown;
}

/** From the top of a closed or open card to the middle of its first line, as reader.css sets it. */
const FIRST_LINE = { closed: 18, open: 22 };

/**
 * Puts each card beside its passage and draws the hairline from the selected one, again after every
 * change of size. Positions are written to the elements, so that nothing is drawn twice.
 */
export function useCardColumn({ text, cards, head, selected, flowing, moved }: Column): void {
  const place = useCallback(() => {
    const [page, column] = [text.current, cards.current];
    if (page === null || column === null) return;
    if (flowing) release(column);
    else arrange(page, column, { selected, floor: head.current?.offsetHeight ?? 0 });
    crowd(page);
  }, [text, cards, head, selected, flowing]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `moved` is the signal to place again, its value is not read
  useLayoutEffect(place, [place, moved]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards have to be watched when `moved` changes
  useEffect(() => {
    const [page, column] = [text.current, cards.current];
    if (page === null || column === null) return;
    const watch = new ResizeObserver(place);
    for (const element of [page, ...cardsIn(column)]) watch.observe(element);
    void document.fonts.ready.then(place);
    return () => watch.disconnect();
  }, [place, moved, text, cards]);
}

function cardsIn(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')];
}

function marksIn(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-mark]')];
}

function arrange(page: HTMLElement, column: HTMLElement, { selected, floor }: { selected: string | null; floor: number }): void {
  const origin = column.getBoundingClientRect().top;
  const middles = new Map(
    marksIn(page).map((mark) => {
      const box = mark.getBoundingClientRect();
      return [mark.dataset['mark'] ?? '', box.top + box.height / 2 - origin] as const;
    }),
  );
  const elements = cardsIn(column);
  let last = floor;
  const boxes = elements.map((element): CardBox => {
    const id = element.dataset['card'] ?? '';
    const middle = middles.get(id);
    if (middle !== undefined) last = middle - (id === selected ? FIRST_LINE.open : FIRST_LINE.closed);
    return { id, target: last, height: element.offsetHeight };
  });
  const tops = placeCards(boxes, { selected, floor, gap: 0 });
  for (const [index, element] of elements.entries())
    element.style.insetBlockStart = `${String(tops.get(boxes[index]?.id ?? '') ?? floor)}px`;
  const end = boxes.at(-1);
  column.style.minBlockSize = `${String(end === undefined ? floor : (tops.get(end.id) ?? 0) + end.height)}px`;
  connect(column, selected === null ? undefined : middles.get(selected));
}

/** The hairline stands at the passage; where its card had to move, a second stroke runs along the column to it. */
function connect(column: HTMLElement, middle: number | undefined): void {
  const line = column.querySelector<HTMLElement>('[data-line]');
  if (line === null) return;
  line.hidden = middle === undefined;
  if (middle !== undefined) line.style.insetBlockStart = `${String(Math.round(middle))}px`;
}

function release(column: HTMLElement): void {
  column.style.minBlockSize = '';
  for (const element of cardsIn(column)) element.style.insetBlockStart = '';
}

/** Marks that begin on one line stand side by side, as far as the margin has room. */
function crowd(page: HTMLElement): void {
  let top = Number.NaN;
  let count = 0;
  for (const mark of marksIn(page)) {
    const own = mark.getBoundingClientRect().top;
    count = Math.abs(own - top) < 8 ? count + 1 : 0;
    top = own;
    mark.dataset['place'] = String(Math.min(count, 2));
  }
}
