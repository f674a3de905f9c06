import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Extraction, extractItem } from './index.ts';

/** Text as people and machines write it: any characters but those by which bytes stop being text. */
const written = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({
      unit: fc.constantFrom('a', 'é', 'ش', 'م', ' ', '\n', '\r\n', '-', '۳', '1', '.', '"', '»', '\t', '\uD83D\uDE00', '\u200C'),
      maxLength: 400,
    }),
  )
  // Bytes that are text, and not the beginning of another format.
  .filter(
    (text) => !/[\p{Cc}]/u.test(text.replace(/[\t\n\r]/g, '')) && !text.startsWith('\uFEFF') && !/^\s*(?:<|%PDF|\{\\rtf)|:/i.test(text),
  );

const markup = fc
  .array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="a">',
      '</div>',
      '<ul><li>',
      '</ul>',
      '<table><tr><td>',
      '</table>',
      '<b>',
      '</i>',
      '<br>',
      '<pre>',
      '</pre>',
      '<h1>',
      '</h1>',
      '<nav>',
      '</nav>',
      '<article>',
      '<time datetime="2022-01-14">',
      '</time>',
      '14 January 2022',
      'Karsa',
      ' ',
      '\n',
      '<',
      '&amp;',
      '&#0;',
      '<!--',
      '-->',
      '<a href="x">',
      '</a>',
      '"',
      "'",
      '>',
      'شاهدان گفتند',
      '<title>',
      '</title>',
      '<script>',
      '</script>',
      '\u00A0',
      '<template>',
      '<svg>',
    ),
    { maxLength: 60 },
  )
  .map((parts) => `<!doctype html><html><body>${parts.join('')}`);

function ordered({ text, segments, dates }: Extraction): void {
  let at = 0;
  for (const { start, end } of segments) {
    assert.ok(start >= at && end > start && end <= text.length, 'segments are ordered, disjoint, inside and never empty');
    assert.notEqual(text.slice(start, end).trim(), '');
    at = end;
  }
  for (const { start, end, raw } of dates) if (start !== null && end !== null) assert.equal(text.slice(start, end), raw);
}

test('the text of a plain text file is the file', async () => {
  await fc.assert(
    fc.asyncProperty(written, async (text) => {
      const extraction = await extractItem(new TextEncoder().encode(text), { path: 'a.txt' });
      if (text.trim() === '') assert.equal(extraction.reason, 'empty');
      else assert.equal(extraction.text, text);
      ordered(extraction);
    }),
  );
});

test('any markup gives ordered, disjoint, non-empty segments, and the same ones again', async () => {
  await fc.assert(
    fc.asyncProperty(markup, async (source) => {
      const bytes = new TextEncoder().encode(source);
      const extraction = await extractItem(bytes, { path: 'a.html' });
      ordered(extraction);
      assert.deepEqual(await extractItem(bytes, { path: 'a.html' }), extraction);
    }),
    { numRuns: 60 },
  );
});

test('any bytes at all give an outcome and never an error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.constantFrom('a', 'a.txt', 'a.md', 'a.html'), async (bytes, path) => {
      const extraction = await extractItem(bytes, { path });
      ordered(extraction);
      assert.equal(extraction.outcome === 'kept-not-readable', extraction.text === '');
      assert.equal(extraction.outcome === 'extracted', extraction.reason === null);
      assert.ok(extraction.text.isWellFormed());
    }),
  );
});
