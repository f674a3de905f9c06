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

interface Beside {
  readonly selected: string | null;
  readonly floor: number;
}

/** Places the cards in full; folds the closed ones to a line each where they would run far past their passages. */
function arrange(page: HTMLElement, column: HTMLElement, beside: Beside): void {
  const origin = column.getBoundingClientRect().top;
  const middles = new Map(
    marksIn(page).map((mark) => {
      const box = mark.getBoundingClientRect();
      return [mark.dataset['mark'] ?? '', box.top + box.height / 2 - origin] as const;
    }),
  );
  const elements = cardsIn(column);
  column.dataset['dense'] = 'false';
  let boxes = measure(elements, middles, beside);
  if (crowded(boxes, beside)) {
    column.dataset['dense'] = 'true';
    boxes = measure(elements, middles, beside);
  }
  const tops = placeCards(boxes, { ...beside, gap: 0 });
  for (const [index, element] of elements.entries()) {
    element.style.insetBlockStart = `${String(tops.get(boxes[index]?.id ?? '') ?? beside.floor)}px`;
  }
  const end = boxes.at(-1);
  column.style.minBlockSize = `${String(end === undefined ? beside.floor : (tops.get(end.id) ?? 0) + end.height)}px`;
  const { selected } = beside;
  connect(column, selected === null ? undefined : middles.get(selected), (tops.get(selected ?? '') ?? 0) + FIRST_LINE.open);
}

/** A card without a mark in the text stands after the one before it. */
function measure(elements: readonly HTMLElement[], middles: ReadonlyMap<string, number>, { selected, floor }: Beside): CardBox[] {
  let target = floor;
  return elements.map((element) => {
    const id = element.dataset['card'] ?? '';
    const middle = middles.get(id);
    if (middle !== undefined) target = middle - (id === selected ? FIRST_LINE.open : FIRST_LINE.closed);
    return { id, target, height: element.offsetHeight };
  });
}

/** How much longer than their passages' stretch of text the cards may be. */
const OVERFULL = 1.35;

/** Whether the open card could not stand beside its passage, or the cards altogether run far past theirs. */
function crowded(boxes: readonly CardBox[], { selected, floor }: Beside): boolean {
  const height = (some: readonly CardBox[]) => some.reduce((sum, box) => sum + box.height, 0);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first === undefined || last === undefined) return false;
  const place = boxes.findIndex((box) => box.id === selected);
  const open = boxes[place];
  if (open !== undefined && floor + height(boxes.slice(0, place)) > open.target) return true;
  const closed = boxes.filter((box) => box.id !== selected);
  return height(closed) > OVERFULL * (last.target - first.target + last.height);
}

/** The hairline stands at the passage; where its card had to move, it runs on down the column to the card. */
function connect(column: HTMLElement, middle: number | undefined, card: number): void {
  const line = column.querySelector<HTMLElement>('[data-line]');
  if (line === null) return;
  line.hidden = middle === undefined;
  if (middle === undefined) return;
  line.style.insetBlockStart = `${String(Math.round(middle))}px`;
  line.style.blockSize = `${String(Math.max(1, Math.round(card - middle)))}px`;
}

function release(column: HTMLElement): void {
  column.style.minBlockSize = '';
  column.dataset['dense'] = 'false';
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
