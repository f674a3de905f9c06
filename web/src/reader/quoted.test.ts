import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted } from './quoted.ts';

test('words stand in the quotation marks of their own script, once', () => {
  const cases = [
    ['about 12,000', '“about 12,000”'],
    ['حدود ۱۲٬۰۰۰', '«حدود ۱۲٬۰۰۰»'],
    ['۹۲', '«۹۲»'],
    ['“I signed no list,”', '“I signed no list,”'],
    ['«نه فهرستی امضا کردم.»', '«نه فهرستی امضا کردم.»'],
    ['“It lasted two minutes,” he said', '““It lasted two minutes,” he said”'],
  ] as const;
  for (const [words, shown] of cases) assert.equal(quoted(words), shown);
});
