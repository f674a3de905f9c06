import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CardBox, placeCards } from './card-layout.ts';

const column = fc.record({
  cards: fc
    .array(fc.record({ target: fc.integer({ min: 0, max: 4000 }), height: fc.integer({ min: 20, max: 400 }) }), { maxLength: 30 })
    .map((boxes) => boxes.sort((a, b) => a.target - b.target).map((box, index): CardBox => ({ id: String(index), ...box }))),
  pick: fc.nat(30),
  floor: fc.integer({ min: 0, max: 120 }),
  gap: fc.integer({ min: 0, max: 8 }),
});

test('no card covers another, none begins above the floor', () => {
  fc.assert(
    fc.property(column, ({ cards, pick, floor, gap }) => {
      const placed = placeCards(cards, { selected: cards[pick]?.id ?? null, floor, gap });
      let free = floor;
      for (const card of cards) {
        const top = placed.get(card.id) ?? Number.NaN;
        assert.ok(top >= free, `${card.id} at ${String(top)}, free from ${String(free)}`);
        free = top + card.height + gap;
      }
    }),
  );
});

test('the selected card stands beside its passage whenever those before it fit above', () => {
  fc.assert(
    fc.property(column, ({ cards, pick, floor, gap }) => {
      const card = cards[pick];
      if (card === undefined) return;
      const before = cards.slice(0, pick).reduce((sum, each) => sum + each.height + gap, 0);
      const placed = placeCards(cards, { selected: card.id, floor, gap });
      assert.equal(placed.get(card.id), Math.max(card.target, floor + before));
    }),
  );
});
