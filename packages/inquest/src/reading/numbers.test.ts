import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type LexiconLanguage, NUMBERS } from './number-lexicon.ts';
import { findNumerals, valueOfDigits } from './numbers.ts';
import { viewText } from './text-view.ts';
import { scanWords } from './words.ts';

/** What is read in a text: each numeral with its value, or its floor after a `v` when vague. */
function numerals(language: LexiconLanguage, raw: string): string[] {
  const { text } = viewText(raw);
  const words = scanWords(text, 0, text.length);
  const grouping = /[\u00A0\u202F]/;
  const groups = (position: number): boolean => language === 'fr' || grouping.test(raw.charAt(position));
  return findNumerals(words, { lexicon: NUMBERS[language], groups }).map(({ value, floor }) =>
    value === null ? `v${floor}` : String(value),
  );
}

describe('numbers in digits and words', () => {
  const rows: readonly [language: LexiconLanguage, text: string, values: readonly string[]][] = [
    ['en', '12,000 or 12.000 or 12\u202F000 or 12\u00A0000', ['12000', '12000', '12000', '12000']],
    ['en', '12 000 in plain spaces is a number and a code', ['12']],
    ['en', '1.5 million and 30 thousand', ['1500000', '30000']],
    ['en', 'two hundred and five, twenty-one, a hundred', ['205', '21', '100']],
    ['en', 'a dozen, two dozen, half a million', ['12', '24', '500000']],
    ['en', 'dozens, hundreds, thousands, tens of thousands, several hundred', ['v24', 'v200', 'v2000', 'v20000', 'v300']],
    ['en', 'between five and ten; three and four', ['5', '10', '3', '4']],
    ['en', 'code 007 and 1,2,3', []],
    ['fr', 'douze mille cinq cents, quatre-vingt-dix-sept, soixante et onze', ['12500', '97', '71']],
    ['fr', '12 000, une centaine, des dizaines de milliers', ['12000', '100', 'v20000']],
    ['fa', 'سی هزار، پنج هزار و چهارصد، ۵ هزار و ۴۰۰', ['30000', '5400', '5400']],
    ['fa', '۱۲٬۰۰۰ نفر، ده‌ها، صدها، چند هزار', ['12000', 'v20', 'v200', 'v2000']],
    ['ar', 'خمسة وثلاثين، ١٢٠٠٠، ثلاثة آلاف وخمسمئة', ['35', '12000', '3500']],
    ['ar', 'مئات، عشرات الآلاف، خمسة عشر', ['v200', 'v20000', '15']],
  ];
  for (const [language, text, values] of rows) it(`${language}: ${text}`, () => assert.deepEqual(numerals(language, text), values));
});

it('every count is read back from its grouped digits, whatever the separator', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom(',', '.', '’', "'"), (count, separator) => {
      const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);
      assert.equal(valueOfDigits(grouped), count);
    }),
  );
});

it('long runs of digits and of words are read once over', () => {
  assert.deepEqual(numerals('en', '1'.repeat(200_000)), []);
  assert.deepEqual(numerals('en', '1,'.repeat(100_000)), []);
  assert.equal(numerals('en', '1 '.repeat(100_000)).length, 100_000);
  assert.equal(numerals('en', 'hundred '.repeat(20_000)).length > 0, true);
});
