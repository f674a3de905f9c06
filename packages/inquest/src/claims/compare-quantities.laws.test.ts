import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Counted, countedAct, countedUnit, type Quantity } from '../model/index.ts';
import { about, atLeast, between, counting, exactly, moreThan, noMoreThan, vaguely } from './claims-for-tests.ts';
import { type CountedQuantity, compareQuantities, literalBounds } from './compare-quantities.ts';

const number = fc.integer({ min: 0, max: 60_000 });
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  number.map(about),
  number.map(exactly),
  number.map(moreThan),
  number.map(atLeast),
  number.map(noMoreThan),
  fc.tuple(number, number).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))),
  fc.constantFrom(vaguely('dozens', 24), vaguely('hundreds', 200), vaguely('thousands', 2000), vaguely('many more', null)),
);
const counted: fc.Arbitrary<Counted> = fc.record({
  unit: fc.constantFrom(...countedUnit.options),
  act: fc.constantFrom(...countedAct.options),
  population: fc.constant(null),
  event: fc.constantFrom(null, 'open letter', 'Karsa killings', 'the flood of 2009', '1991 massacre'),
  place: fc.constantFrom(null, 'Karsa', 'Karsa and other prisons', '21 towns', 'Orsa'),
  period: fc.constantFrom(null, '1991', '1991-08/1991-09', '2009', '2022-01-10'),
});
const figure: fc.Arbitrary<CountedQuantity> = fc.record({ quantity, counted });

test('comparing is symmetric', () => {
  fc.assert(
    fc.property(figure, figure, fc.boolean(), (a, b, oneQuestion) => {
      assert.deepEqual(compareQuantities(a, b, { oneQuestion }), compareQuantities(b, a, { oneQuestion }));
    }),
  );
});

test('a figure equals itself', () => {
  fc.assert(
    fc.property(figure, (a) => {
      assert.equal(compareQuantities(a, a, { oneQuestion: true }).result, 'equal');
    }),
  );
});

test('whether figures can be compared never depends on the numbers', () => {
  fc.assert(
    fc.property(fc.tuple(figure, figure), fc.tuple(quantity, quantity), ([a, b], [one, other]) => {
      const [before, after] = [compareQuantities(a, b), compareQuantities({ ...a, quantity: one }, { ...b, quantity: other })];
      assert.equal(before.result === 'not_comparable', after.result === 'not_comparable');
      if (before.result === 'not_comparable') assert.equal(before.reason, after.reason);
    }),
  );
});

test('allowing more numbers never makes a contradiction', () => {
  const same = (quantity: Quantity): CountedQuantity => ({ quantity, counted: counting() });
  fc.assert(
    fc.property(fc.tuple(quantity, quantity), number, number, ([a, b], below, above) => {
      const { min, max } = literalBounds(a);
      const wider: Quantity = {
        raw: 'wider',
        value: null,
        min: Math.max(0, min - below),
        max: max === Number.POSITIVE_INFINITY ? null : max + above,
        qualifier: 'range',
      };
      fc.pre(a.qualifier !== 'approx');
      if (compareQuantities(same(a), same(b)).result === 'contradiction') return;
      assert.notEqual(compareQuantities(same(wider), same(b)).result, 'contradiction');
    }),
  );
});

test('about a number contradicts no more than the number itself does', () => {
  fc.assert(
    fc.property(number, quantity, (value, other) => {
      const against = (quantity: Quantity) =>
        compareQuantities({ quantity, counted: counting() }, { quantity: other, counted: counting() }).result;
      if (against(about(value)) === 'contradiction') assert.equal(against(exactly(value)), 'contradiction');
    }),
  );
});
