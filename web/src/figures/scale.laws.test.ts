import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { markOf, numbersOf } from './figure-mark.ts';
import { scaleOf } from './scale.ts';

const kind = fc.constantFrom('tenfold' as const, 'linear' as const);
const width = fc.integer({ min: 80, max: 2000 });
const figures = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { maxLength: 12 });
const close = (a: number, b: number) => Math.abs(a - b) < 1e-6;

describe('the scale', () => {
  test('keeps order, and keeps every number inside the width', () => {
    fc.assert(
      fc.property(figures, width, kind, (values, wide, how) => {
        const scale = scaleOf(values, wide, how);
        const places = [...values].sort((a, b) => a - b).map((value) => scale.place(value));
        assert.ok(places.every((at, index) => at >= 0 && at <= wide && at >= (places[index - 1] ?? 0)));
      }),
    );
  });

  test('gives each tenfold step the same width', () => {
    fc.assert(
      fc.property(figures, width, (values, wide) => {
        const powers = scaleOf(values, wide, 'tenfold').ticks.filter((tick) => !tick.lesser && tick.value > 0);
        const steps = powers.slice(1).map((tick, index) => tick.at - (powers[index]?.at ?? 0));
        assert.ok(steps.every((step) => close(step, steps[0] ?? step)));
      }),
    );
  });

  test('stands every tick where its number is placed', () => {
    fc.assert(
      fc.property(figures, width, kind, (values, wide, how) => {
        const scale = scaleOf(values, wide, how);
        assert.ok(scale.ticks.every((tick) => close(tick.at, scale.place(tick.value))));
      }),
    );
  });

  test('writes numbers no closer together than they need', () => {
    fc.assert(
      fc.property(figures, width, kind, (values, wide, how) => {
        const written = scaleOf(values, wide, how).ticks.filter((tick) => tick.written && tick.value > 0);
        assert.ok(written.every((tick, index) => index === 0 || tick.at - (written[index - 1]?.at ?? 0) >= Math.min(63, wide / 2 - 14)));
      }),
    );
  });
});

describe('the drawing of a figure', () => {
  const scale = scaleOf([1, 100_000], 500, 'tenfold');
  const none = { value: null, min: null, max: null };
  const cases = [
    {
      name: 'an exact number is a dot',
      figure: { ...none, value: 118, qualifier: 'exact' },
      drawn: { shape: 'dot', at: scale.place(118) },
    },
    {
      name: 'about is a ring at the number',
      figure: { ...none, value: 12_000, qualifier: 'approx' },
      drawn: { shape: 'ring', at: scale.place(12_000) },
    },
    {
      name: 'more than is a stop with an arrow upwards',
      figure: { value: 3400, min: 3401, max: null, qualifier: 'min' },
      drawn: { shape: 'stop', way: 'more', at: scale.place(3401), from: scale.place(3401) },
    },
    {
      name: 'no more than is a stop with an arrow downwards',
      figure: { value: 92, min: null, max: 92, qualifier: 'max' },
      drawn: { shape: 'stop', way: 'fewer', at: scale.place(92), to: scale.place(92) },
    },
    {
      name: 'a range runs from end to end',
      figure: { value: null, min: 200, max: 300, qualifier: 'range' },
      drawn: { shape: 'bar', from: scale.place(200), to: scale.place(300) },
    },
    {
      name: 'a vague word runs from its floor to the next power of ten',
      figure: { value: null, min: 1000, max: null, qualifier: 'vague' },
      drawn: { shape: 'vague', from: scale.place(1000), to: scale.place(10_000) },
    },
    { name: 'a word without any number is not placed', figure: { ...none, qualifier: 'vague' }, drawn: { shape: 'none' } },
    {
      name: 'an unknown qualifier with a number is a dot',
      figure: { ...none, value: 7, qualifier: 'later-kind' },
      drawn: { shape: 'dot' },
    },
  ];
  for (const { name, figure, drawn } of cases) test(name, () => assert.partialDeepStrictEqual(markOf(figure, scale), drawn));

  test('the scale reaches every number a figure is drawn with', () => {
    const qualifier = fc.constantFrom('exact', 'approx', 'min', 'max', 'range', 'vague');
    const number = fc.option(fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(fc.record({ value: number, min: number, max: number, qualifier }), (figure) => {
        const fitted = scaleOf(numbersOf(figure), 600, 'tenfold');
        for (const value of numbersOf(figure)) assert.ok(value >= fitted.first && value <= fitted.last);
      }),
    );
  });
});
