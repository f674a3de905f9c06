import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counted, Quantity } from '../model/index.ts';
import { about, atLeast, between, counting, exactly, moreThan, noMoreThan, vaguely } from './claims-for-tests.ts';
import { COMPARISON_WORDS, type Comparison, compareQuantities, conventionalBounds, literalBounds } from './compare-quantities.ts';

const INFINITE = Number.POSITIVE_INFINITY;
const dozens = vaguely('dozens', 24);
const hundreds = vaguely('hundreds', 200);
const thousands = vaguely('thousands', 2000);
const manyMore = vaguely('many more', null);

test('words are read with the limits they state, and no others', () => {
  const rows: readonly (readonly [Quantity, readonly [number, number], readonly [number, number]])[] = [
    [about(30_000), [0, INFINITE], [27_000, 33_000]],
    [exactly(152), [152, 152], [152, 152]],
    [moreThan(5000), [5001, INFINITE], [5001, 10_000]],
    [atLeast(304), [304, INFINITE], [304, INFINITE]],
    [noMoreThan(92), [0, 92], [0, 92]],
    [between(10, 15), [10, 15], [10, 15]],
    [dozens, [24, INFINITE], [24, 99]],
    [hundreds, [200, INFINITE], [200, 999]],
    [thousands, [2000, INFINITE], [2000, 9999]],
    [vaguely('tens of thousands', 20_000), [20_000, INFINITE], [20_000, 99_999]],
    [vaguely('several', 3), [3, INFINITE], [3, INFINITE]],
    [manyMore, [0, INFINITE], [0, INFINITE]],
  ];
  for (const [quantity, literal, conventional] of rows) {
    assert.deepEqual(Object.values(literalBounds(quantity)), literal, `literal ${quantity.raw}`);
    const { min, max } = conventionalBounds(quantity);
    assert.deepEqual([Math.round(min), max === INFINITE ? max : Math.round(max)], conventional, `conventional ${quantity.raw}`);
  }
});

type Row = readonly [Quantity, Quantity, Comparison['result'], Comparison['reason'], number | null];

const SAME_COUNTED: readonly Row[] = [
  [about(30_000), moreThan(5000), 'tension', 'usual-readings-apart', 6],
  [exactly(30_000), moreThan(5000), 'tension', 'usual-readings-apart', 6],
  [about(1500), hundreds, 'tension', 'usual-readings-apart', null],
  [exactly(1500), hundreds, 'tension', 'usual-readings-apart', null],
  [thousands, about(30_000), 'compatible', 'some-number-fits-both', null],
  [thousands, moreThan(5000), 'compatible', 'some-number-fits-both', null],
  [thousands, thousands, 'equal', 'same-figure', null],
  [exactly(152), exactly(152), 'equal', 'same-figure', 1],
  [exactly(152), exactly(153), 'contradiction', 'no-number-fits-both', 153 / 152],
  [exactly(152), moreThan(150), 'compatible', 'some-number-fits-both', 152 / 150],
  [about(1500), exactly(1500), 'compatible', 'same-number', 1],
  [about(460), moreThan(450), 'compatible', 'some-number-fits-both', 460 / 450],
  [about(12_000), moreThan(3400), 'tension', 'usual-readings-apart', 12_000 / 3400],
  [moreThan(3400), noMoreThan(92), 'contradiction', 'no-number-fits-both', null],
  [about(12_000), noMoreThan(92), 'contradiction', 'no-number-fits-both', 12_000 / 92],
  [about(100), noMoreThan(92), 'compatible', 'some-number-fits-both', 100 / 92],
  [about(30_000), about(5000), 'tension', 'usual-readings-apart', 6],
  [about(30_000), exactly(24_000), 'tension', 'usual-readings-apart', 1.25],
  [about(30_000), exactly(28_500), 'compatible', 'some-number-fits-both', 30_000 / 28_500],
  [moreThan(5000), exactly(8000), 'tension', 'numbers-far-apart', 1.6],
  [atLeast(304), exactly(1500), 'tension', 'numbers-far-apart', 1500 / 304],
  [moreThan(1000), noMoreThan(4000), 'compatible', 'some-number-fits-both', null],
  [between(10, 15), exactly(12), 'compatible', 'some-number-fits-both', null],
  [between(10, 15), between(16, 20), 'contradiction', 'no-number-fits-both', null],
  [manyMore, exactly(7), 'compatible', 'some-number-fits-both', null],
  [manyMore, vaguely('a majority', null), 'compatible', 'some-number-fits-both', null],
  [dozens, hundreds, 'tension', 'usual-readings-apart', null],
];

test('figures of one thing are compared by what their words allow', () => {
  for (const [a, b, result, reason, ratio] of SAME_COUNTED) {
    assert.deepEqual(compareQuantities(of(a), of(b)), { result, reason, ratio }, `${a.raw} and ${b.raw}`);
  }
});

function of(quantity: Quantity, counted: Counted = counting()): { quantity: Quantity; counted: Counted } {
  return { quantity, counted };
}

const signatories = (event: string | null, period: string | null = null): Counted => counting({ act: 'signed', event, period });

const NOT_ONE_THING: readonly (readonly [Counted, Counted, Comparison['reason']])[] = [
  [counting(), counting({ unit: 'organisations' }), 'different-unit'],
  [counting(), counting({ act: 'detained' }), 'different-act'],
  [counting({ event: 'the shelling of Karsa' }), counting({ event: 'the flood' }), 'different-event'],
  [counting({ event: '1991 killings' }), counting({ event: 'killings of 2009' }), 'different-event'],
  [counting({ place: 'Karsa' }), counting({ place: 'Orsa' }), 'different-place'],
  [counting({ period: '1991-08/1991-09' }), counting({ period: '2009' }), 'different-period'],
  [counting({ event: '1991 killings' }), counting({ period: '2009-11' }), 'different-period'],
  [signatories('the open letter'), signatories('an open letter'), 'different-scope'],
  [signatories('letter', '2021-05'), signatories('letter', '2022-01-27'), 'different-period'],
  [signatories('letter', '2022'), signatories('letter', '2022'), 'different-scope'],
  [signatories(null), signatories(null), 'different-scope'],
];

const ONE_THING: readonly (readonly [Counted, Counted])[] = [
  [counting({ event: 'the Karsa killings of 1991' }), counting({ event: 'Karsa massacre' })],
  [counting({ place: 'Karsa and other prisons' }), counting({ place: '21 towns' })],
  [counting({ place: 'the city of Karsa' }), counting({ place: 'Karsa' })],
  [counting({ period: '1991' }), counting({ period: '1991-08-09/1991-09' })],
  [counting({ period: '1991' }), counting()],
  [signatories('letter of 10 January', '2022-01-10'), signatories('open letter', '2022-01')],
  [signatories('Karsa appeal'), signatories('the appeal for Karsa')],
];

test('what was counted decides whether figures are compared at all, whatever the numbers', () => {
  for (const [a, b, reason] of NOT_ONE_THING) {
    for (const [one, other] of [
      [exactly(5), exactly(5)],
      [exactly(152), moreThan(450)],
      [manyMore, about(9)],
    ] as const) {
      assert.deepEqual(compareQuantities(of(one, a), of(other, b)), { result: 'not_comparable', reason, ratio: null });
    }
  }
  for (const [a, b] of ONE_THING) assert.equal(compareQuantities(of(exactly(5), a), of(exactly(5), b)).result, 'equal');
});

test('a person may put figures under one question, but never other units or acts', () => {
  const judged = (a: Counted, b: Counted) => compareQuantities(of(exactly(152), a), of(moreThan(450), b), { oneQuestion: true });
  assert.equal(judged(signatories('letter'), signatories('appeal')).result, 'contradiction');
  assert.equal(judged(counting({ period: '1991' }), counting({ period: '2009' })).result, 'contradiction');
  assert.equal(judged(counting(), counting({ act: 'tried' })).reason, 'different-act');
  assert.equal(judged(counting(), counting({ unit: 'graves' })).reason, 'different-unit');
});

test('every reason has its words, and none of them judges a source', () => {
  for (const words of Object.values(COMPARISON_WORDS)) assert.doesNotMatch(words, /\b(verified|true|false|confirmed|wrong|right)\b/iu);
});
