import assert from 'node:assert/strict';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalBytes, canonicalJson, MAX_JSON_DEPTH, parseCanonical, utf8 } from './index.ts';

const value = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 });

test('any JSON value is written as another implementation of RFC 8785 writes it', () => {
  fc.assert(
    fc.property(value, (given) => {
      assert.equal(canonicalJson(given), canonicalize(given));
    }),
    { numRuns: 500 },
  );
});

test('what is written is read back, and writing it again gives the same bytes', () => {
  fc.assert(
    fc.property(value, (given) => {
      const bytes = canonicalBytes(given);
      const parsed = parseCanonical(bytes);
      assert.ok(parsed !== null);
      assert.deepEqual(canonicalBytes(parsed.value), bytes);
    }),
  );
});

const WRITTEN: readonly [unknown, string][] = [
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  ],
  [[1e21, 1e-7, -0, 0.1 + 0.2, 4.5, 1e23], '[1e+21,1e-7,0,0.30000000000000004,4.5,1e+23]'],
  ['\u0000\u001f"\\/\u2028', '"\\u0000\\u001f\\"\\\\/\u2028"'],
  [{ there: 1, absent: undefined }, '{"there":1}'],
];

for (const [given, text] of WRITTEN) {
  test(`${text} is the canonical form`, () => {
    assert.equal(canonicalJson(given), text);
  });
}

const LOST: readonly [string, unknown][] = [
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate in a name', { '\udfff': 1 }],
  ['a number beyond all', Number.POSITIVE_INFINITY],
  ['not a number', Number.NaN],
  ['a big integer', 1n],
  ['undefined', undefined],
  ['a hole', [undefined]],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(1)],
  ['too deep a value', Array.from({ length: MAX_JSON_DEPTH + 1 }).reduce<unknown>((inner) => [inner], 1)],
];

for (const [name, given] of LOST) {
  test(`${name} is not written`, () => {
    assert.throws(() => canonicalJson(given), TypeError);
  });
}

for (const text of [
  '{"b":1,"a":2}',
  '{"a":1,"a":1}',
  '{"a":1.0}',
  ' 1',
  '1 ',
  '"\\u0041"',
  '{"a":1}\n',
  '',
  'nul',
  '\ufeff1',
  '1e400',
  '[1,]',
]) {
  test(`${JSON.stringify(text)} is not canonical`, () => {
    assert.equal(parseCanonical(utf8(text)), null);
  });
}

test('bytes that are not UTF-8 are not canonical', () => {
  assert.equal(parseCanonical(Uint8Array.of(0x22, 0xff, 0x22)), null);
});
