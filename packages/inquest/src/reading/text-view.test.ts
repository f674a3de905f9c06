import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldForMatching, viewText } from './text-view.ts';

test('folding makes spellings of one word equal', () => {
  for (const [a, b] of [
    ['كتاب', 'کتاب'],
    ['می‌گوید', 'میگوید'],
    ['نامهٔ', 'نامه'],
    ['مُحَمَّد', 'محمد'],
    ['۱۲٬۰۰۰', '12,000'],
    ['A\u202fB', 'A B'],
  ] as const) {
    assert.equal(foldForMatching(a), foldForMatching(b));
  }
});

test('every stretch of the view leads back to an exact slice of the text', () => {
  const letters = fc.constantFrom('a', 'ك', '\u200c', '\u064e', '\u202f', '\u00ad', '7', '۷', ' ', '“', '\n', '\ud83d\ude00');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), fc.nat(60), fc.nat(60), (parts, a, b) => {
      const raw = parts.join('');
      const view = viewText(raw);
      const [start, end] = [Math.min(a, b, view.text.length), Math.min(Math.max(a, b), view.text.length)];
      const span = view.span(start, end);
      assert.equal(raw.slice(span.start, span.end), span.text);
      if (end > start) assert.equal(foldForMatching(span.text), view.text.slice(start, end));
      for (let position = 0; position < view.text.length; position += 1) assert.equal(view.fromRaw(view.toRaw(position)), position);
    }),
  );
});

test('a text without marks to drop keeps its positions', () => {
  const view = viewText('Plain words, “quoted”.');
  assert.equal(view.text, 'Plain words, “quoted”.');
  assert.equal(view.toRaw(7), 7);
});
