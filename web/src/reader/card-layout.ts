/** A card as measured: where its passage stands and how tall it is, in pixels from the column's top. */
export interface CardBox {
  readonly id: string;
  readonly target: number;
  readonly height: number;
}

export interface CardColumn {
  /** The card that must stand beside its passage, if any. */
  readonly selected: string | null;
  /** No card begins above this. */
  readonly floor: number;
  readonly gap: number;
}

/**
 * Where each card begins, in the order given, so that none covers another. A card stands beside
 * its passage where the one before leaves room, and below it otherwise. The selected card stands
 * beside its passage; those before it move up as far as the floor, and only when even that is not
 * enough does it move down. Linear.
 */
export function placeCards(cards: readonly CardBox[], { selected, floor, gap }: CardColumn): ReadonlyMap<string, number> {
  const tops: number[] = [];
  let free = floor;
  for (const card of cards) {
    const top = Math.max(card.target, free);
    tops.push(top);
    free = top + card.height + gap;
  }
  const pinned = cards.findIndex((card) => card.id === selected);
  const pin = cards[pinned];
  if (pin !== undefined) {
    const before = cards.slice(0, pinned).reduce((sum, card) => sum + card.height + gap, 0);
    let limit = Math.max(pin.target, floor + before);
    tops[pinned] = limit;
    for (let at = pinned - 1; at >= 0; at--) {
      const [card, top] = [cards[at], tops[at]];
      if (card === undefined || top === undefined) break;
      limit = Math.min(top, limit - gap - card.height);
      tops[at] = limit;
    }
    free = (tops[pinned] ?? 0) + pin.height + gap;
    for (const [offset, card] of cards.slice(pinned + 1).entries()) {
      const top = Math.max(card.target, free);
      tops[pinned + 1 + offset] = top;
      free = top + card.height + gap;
    }
  }
  return new Map(cards.map((card, index) => [card.id, tops[index] ?? floor]));
}
