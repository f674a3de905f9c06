import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const source = join(import.meta.dirname, '..');
const folders = globSync('*/en.json', { cwd: source }).map((file) => basename(dirname(file)));

function catalog(folder: string, locale: string): Readonly<Record<string, string>> {
  const read: unknown = JSON.parse(readFileSync(join(source, folder, `${locale}.json`), 'utf8'));
  assert.ok(typeof read === 'object' && read !== null);
  return Object.fromEntries(Object.entries(read).map(([id, words]) => [id, String(words)]));
}

/** The names of a message's values, wherever they stand in it. */
function valuesOf(message: string): readonly string[] {
  const names = new Set<string>();
  const visit = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      names.add(String(token[0]));
      const forms: unknown = token[2];
      if (typeof forms === 'object' && forms !== null) Object.values(forms).forEach(visit);
    }
  };
  visit(compileMessage(message));
  return [...names].sort();
}

test('there are catalogs to look at', () => assert.ok(folders.includes('language')));

for (const folder of folders) {
  const [english, persian] = [catalog(folder, 'en'), catalog(folder, 'fa')];
  test(`${folder}: both languages say the same things with the same values`, () => {
    assert.deepEqual(Object.keys(persian).sort(), Object.keys(english).sort());
    for (const [id, message] of Object.entries(english)) {
      assert.deepEqual(valuesOf(persian[id] ?? ''), valuesOf(message), id);
    }
  });
  test(`${folder}: every message compiles`, () => {
    for (const [id, message] of [...Object.entries(english), ...Object.entries(persian)]) {
      assert.ok(Array.isArray(compileMessage(message)), id);
    }
  });
  test(`${folder}: the tool asserts nothing`, () => {
    for (const [id, message] of Object.entries(english)) {
      assert.doesNotMatch(message, /\b(?:verif(?:y|ied|ies)|true|false|debunk\w*|perpetrators?)\b/i, id);
    }
  });
}
