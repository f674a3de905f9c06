import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainTextDocument } from '../../../../tools/read-plain-text.ts';
import { readDocument } from './index.ts';

/** Page furniture as `zone: words`. */
function check(text: string, expected: readonly string[]): void {
  const found = readDocument(plainTextDocument('text', text)).flatMap(({ body }) => (body.kind === 'boilerplate' ? [body] : []));
  assert.deepEqual(
    found.map(({ zone, quote }) => `${zone}: ${quote}`),
    expected,
  );
}

describe('page furniture in plain text', () => {
  const body = 'Guards fired on the crowd in Karsa, the council said.\n\nThe ministry denied it.';
  const rows: readonly [text: string, expected: readonly string[]][] = [
    [`Thursday , 25 April 2024\n\n${body}\n\n0`, ['page-date: Thursday , 25 April 2024', 'counter: 0']],
    [`${body}\n\nSource » velmarnews`, ['source-line: Source » velmarnews']],
    [
      `Home | News | Contact\n\n${body}\n\nShare | Tweet | Print\n\n12 comments`,
      ['menu: Home | News | Contact', 'share: Share | Tweet | Print', 'counter: 12 comments'],
    ],
    [`${body}\n\nRead more: Families wait for an answer`, ['related: Read more: Families wait for an answer']],
    [
      `پنج‌شنبه ۶ اردیبهشت ۱۴۰۳\n\nنگهبانان به مردم شلیک کردند که این بود.\n\nمنبع: خبرگزاری ولمار\n\n۰`,
      ['page-date: پنج‌شنبه ۶ اردیبهشت ۱۴۰۳', 'source-line: منبع: خبرگزاری ولمار', 'counter: ۰'],
    ],
    [body, []],
    ['Published: 3 March 1993\n\nThe council met on 2 March 1993.', []],
    ['In 1991\n\nThe guards came.', []],
    ['14 August 1991', []],
  ];
  for (const [text, expected] of rows) it(JSON.stringify(text.slice(0, 40)), () => check(text, expected));
});
