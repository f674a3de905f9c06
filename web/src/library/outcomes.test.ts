import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keepPace, minutesLeft, reasonsOf, tally } from './outcomes.ts';
import { itemLine } from './sample-item.ts';

const outcomes = ['extracted', 'partly', 'kept-not-readable', 'duplicate', 'refused', 'pending', 'an-outcome-of-tomorrow'];

test('the rows always add up to what was received, whatever outcomes there are', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...outcomes), fc.nat(10_000)), fc.nat(100), (byOutcome, refused) => {
      const { received, ...rows } = tally({ byOutcome, refused });
      assert.equal(
        Object.values(rows).reduce((sum, row) => sum + row, 0),
        received,
      );
      const offered = Object.values(byOutcome).reduce((sum, count) => sum + count, 0);
      assert.ok(received >= offered, 'no file may disappear');
    }),
  );
});

test('refusals counted twice are one refusal', () => {
  assert.equal(tally({ byOutcome: { refused: 2, extracted: 1 }, refused: 2 }).received, 3);
});

test('reasons are grouped, the largest first, and only of what could not be read', () => {
  const kept = (reason: string) => itemLine({ outcome: 'kept-not-readable', reason });
  const items = [kept('encrypted'), kept('needs-ocr'), kept('needs-ocr'), itemLine({ outcome: 'partly', reason: 'damaged' }), itemLine({})];
  assert.deepEqual(reasonsOf(items, 'kept-not-readable'), [
    { reason: 'needs-ocr', count: 2 },
    { reason: 'encrypted', count: 1 },
  ]);
  assert.deepEqual(reasonsOf(items, 'partly'), [{ reason: 'damaged', count: 1 }]);
});

test('no time to go is named before thirty seconds of pace, and none when nothing moves', () => {
  assert.equal(minutesLeft([], 100), null);
  assert.equal(
    minutesLeft(
      [
        { at: 0, read: 0 },
        { at: 29_000, read: 50 },
      ],
      100,
    ),
    null,
  );
  assert.equal(
    minutesLeft(
      [
        { at: 0, read: 50 },
        { at: 60_000, read: 50 },
      ],
      100,
    ),
    null,
  );
  assert.equal(
    minutesLeft(
      [
        { at: 0, read: 0 },
        { at: 60_000, read: 10 },
      ],
      100,
    ),
    9,
  );
  assert.equal(
    minutesLeft(
      [
        { at: 0, read: 0 },
        { at: 60_000, read: 99 },
      ],
      100,
    ),
    1,
  );
});

test('pace looks back three minutes and begins anew with a new batch', () => {
  const samples = keepPace(
    [
      { at: 0, read: 1 },
      { at: 100_000, read: 5 },
    ],
    { at: 200_000, read: 9 },
  );
  assert.deepEqual(samples, [
    { at: 100_000, read: 5 },
    { at: 200_000, read: 9 },
  ]);
  assert.deepEqual(keepPace(samples, { at: 201_000, read: 0 }), [{ at: 201_000, read: 0 }]);
});
