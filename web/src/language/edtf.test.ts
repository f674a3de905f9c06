import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayBounds, daysApart, readEdtf } from './edtf.ts';

const DAY = 86_400_000;
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

const BOUNDS: readonly (readonly [string, readonly [string, string] | null])[] = [
  ['1991-08-09', ['1991-08-09', '1991-08-09']],
  ['1992-02', ['1992-02-01', '1992-02-29']],
  ['1991', ['1991-01-01', '1991-12-31']],
  ['199X', ['1990-01-01', '1999-12-31']],
  ['1991-08-09/1991-09', ['1991-08-09', '1991-09-30']],
  ['1991-08-XX', ['1991-08-01', '1991-08-31']],
  ['../1991', null],
  ['1991-24', null],
  ['', null],
  ['1991-02-30', null],
  ['yesterday', null],
];
for (const [edtf, expected] of BOUNDS) {
  test(`bounds of ${edtf || 'nothing'}`, () => {
    const bounds = dayBounds(readEdtf(edtf));
    assert.deepEqual(bounds?.map(iso) ?? null, expected);
  });
}

test('two dates that may be the same day are no days apart', () => {
  assert.equal(daysApart(readEdtf('2022-01'), readEdtf('2022-01-14')), 0);
  assert.equal(daysApart(readEdtf('2024-04-25'), readEdtf('2022-01-14')), 832);
  assert.equal(daysApart(readEdtf('2024-04-25'), readEdtf(null)), null);
});

test('what is not a date is told from what is unknown', () => {
  assert.equal(readEdtf('XXXX').form, 'unknown');
  assert.equal(readEdtf('1991-08-32').form, 'unread');
  assert.equal(readEdtf('1991/1992/1993').form, 'unread');
});
