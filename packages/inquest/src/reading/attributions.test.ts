import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ItemId } from '../kernel/index.ts';
import type { AttributionProposal } from '../model/index.ts';
import { readDocument } from './index.ts';

const CASES = new URL('../../../../testdata/reading/', import.meta.url);

interface Expected {
  readonly optional: boolean;
  readonly source: string | null;
  readonly content: readonly string[];
  readonly mode: string;
  readonly rest: readonly string[];
}

/** Cases are written as blocks of a text file; its head explains the form. */
function casesOf(file: string): readonly { name: string; text: string; expected: readonly Expected[] }[] {
  const blocks = readFileSync(new URL(file, CASES), 'utf8')
    .split(/\n(?== )/)
    .slice(1);
  return blocks.map((block) => {
    const [head = '', ...lines] = block.trimEnd().split('\n');
    const isExpectation = (line: string): boolean => /^[>?] /.test(line);
    return {
      name: head.slice(2),
      text: lines
        .filter((line) => !isExpectation(line))
        .join('\n')
        .trim(),
      expected: lines.filter(isExpectation).map(expectationOf),
    };
  });
}

function expectationOf(line: string): Expected {
  const [source = '', content = '', mode = '', ...rest] = line.slice(2).split(' | ');
  return {
    optional: line.startsWith('?'),
    source: source.trim() === '-' ? null : source.trim(),
    content: content.split(' // ').map((part) => part.trim()),
    mode: mode.trim(),
    rest,
  };
}

function attributionsIn(text: string, languages: readonly string[]): readonly AttributionProposal[] {
  const segments = [...text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    role: 'paragraph' as const,
    furniture: false,
  }));
  // Any item will do: ids are not looked at here.
  const item = 'S-1' as ItemId;
  const proposals = readDocument({ item, documentName: 'a document', text, segments, languages, dates: [], url: null });
  return proposals.flatMap(({ body }) => (body.kind === 'attribution' ? [body] : []));
}

function asLine(found: AttributionProposal): string {
  return `${found.source?.text ?? '-'} | ${found.content.map((part) => part.text).join(' // ')} | ${found.mode}`;
}

function matches(expected: Expected, found: AttributionProposal): boolean {
  if ((found.source?.text ?? null) !== expected.source || found.mode !== expected.mode) return false;
  if (found.content.map((part) => part.text).join(' // ') !== expected.content.join(' // ')) return false;
  return expected.rest.every((rest) => {
    if (rest.startsWith('said: ')) return found.saidOn?.span.text.includes(rest.slice(6)) === true;
    if (rest.startsWith('in: ')) return found.chain.at(-2)?.speaker === rest.slice(4);
    return found.speechAct === rest.trim();
  });
}

function check(file: string, languages: readonly string[]): void {
  for (const { name, text, expected } of casesOf(file)) {
    test(`${file}: ${name}`, () => {
      const found = attributionsIn(text, languages);
      const missing = expected.filter((one) => !one.optional && !found.some((proposal) => matches(one, proposal)));
      const extra = found.filter((proposal) => !expected.some((one) => matches(one, proposal)));
      assert.deepEqual(
        { missing: missing.map((one) => `${one.source ?? '-'} | ${one.content.join(' // ')} | ${one.mode}`), extra: extra.map(asLine) },
        { missing: [], extra: [] },
      );
    });
  }
}

for (const language of ['en', 'fa', 'ar', 'fr']) check(`attributions.${language}.txt`, [language]);
