import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { blocksOf, groupsOf, type Highlight, leavesOf, type TextSegment } from './passages.ts';

const segment = (start: number, end: number, furniture = false): TextSegment => ({
  start,
  end,
  role: 'paragraph',
  furniture,
  direction: 'ltr',
});

const page = fc
  .array(fc.constantFrom('Karsa ', 'سرو ', '\n', '\n\n', '👁', 'a', ' '), { maxLength: 60 })
  .map((pieces) => pieces.join(''))
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      cuts: fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 8 }),
      highlights: fc.array(
        fc.array(fc.tuple(fc.integer({ min: -3, max: text.length + 3 }), fc.integer({ min: -3, max: text.length + 3 })), {
          minLength: 1,
          maxLength: 3,
        }),
        { maxLength: 12 },
      ),
    }),
  )
  .map(({ text, cuts, highlights }) => ({
    text,
    segments: cuts.map(([a, b]) => segment(Math.min(a, b), Math.max(a, b))).sort((a, b) => a.start - b.start),
    highlights: highlights.map(
      (parts, index): Highlight => ({ id: `P-${String(index)}`, parts: parts.map(([start, end]) => ({ start, end })) }),
    ),
  }));

describe('the text as runs', () => {
  test('joined runs are the text, and blocks follow one another', () => {
    fc.assert(
      fc.property(page, ({ text, segments, highlights }) => {
        const runs = blocksOf(text, segments, highlights).flatMap((block) => block.runs);
        assert.equal(runs.map((run) => text.slice(run.start, run.end)).join(''), text);
        assert.ok(runs.every((run) => run.start < run.end));
      }),
    );
  });

  test('every character carries exactly the highlights that cover it', () => {
    fc.assert(
      fc.property(page, ({ text, segments, highlights }) => {
        for (const run of blocksOf(text, segments, highlights).flatMap((block) => block.runs)) {
          for (let at = run.start; at < run.end; at++) {
            const covering = highlights.filter(({ parts }) => parts.some(({ start, end }) => start <= at && at < end)).map(({ id }) => id);
            assert.deepEqual([...run.marks].sort(), covering.sort());
          }
        }
      }),
    );
  });

  test('a highlight begins once, where its first readable character stands', () => {
    fc.assert(
      fc.property(page, ({ text, segments, highlights }) => {
        const blocks = blocksOf(text, segments, highlights);
        const begun = blocks.flatMap((block) => block.runs.flatMap((run) => run.begins));
        assert.equal(new Set(begun).size, begun.length);
        const readable = blocks.filter((block) => !block.blank).flatMap((block) => block.runs);
        assert.deepEqual([...begun].sort(), [...new Set(readable.flatMap((run) => run.marks))].sort());
      }),
    );
  });

  test('leaves hold every block once, in order', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 1, max: 40 }), ({ text, segments, highlights }, size) => {
        const blocks = blocksOf(text, segments, highlights);
        assert.deepEqual(
          leavesOf(blocks, size).flatMap((leaf) => leaf.blocks),
          blocks,
        );
      }),
    );
  });
});

describe('page furniture', () => {
  test('neighbouring furniture is one strip, blanks between are not drawn', () => {
    const text = 'World\n25 April 2024\n0\nThe letter\nRelated';
    const at = (words: string, furniture: boolean) => segment(text.indexOf(words), text.indexOf(words) + words.length, furniture);
    const blocks = blocksOf(
      text,
      [at('World', true), at('25 April 2024', true), at('\n0', true), at('The letter', false), at('Related', true)],
      [],
    );
    assert.deepEqual(
      groupsOf(blocks).map(({ furniture, blocks: own }) => [furniture, own.map((block) => text.slice(block.start, block.end))]),
      [
        [true, ['World', '25 April 2024', '\n0']],
        [false, ['The letter']],
        [true, ['Related']],
      ],
    );
  });
});
