/**
 * How well reading proposes what was annotated by hand in two articles that are no part of the
 * project. Tests hold the rules to these articles: the scores say that nothing of them was lost,
 * not how well other texts are read.
 */
import { readFileSync } from 'node:fs';
import { goldSchema } from '../proposal-scores.ts';
import { readPlainText } from '../read-plain-text.ts';
import { scoreProposals } from '../score-proposals.ts';
import { sharedPath } from '../shared-material.ts';
import type { Benchmark, Row } from './benchmark.ts';

/** What is scored: the kind, the words for it, and the names of precision, recall and F1 among its figures. */
const SCORED: readonly { readonly kind: string; readonly what: string; readonly names: readonly [string, string, string] }[] = [
  { kind: 'attribution', what: 'who says what, content overlaps by 30 %', names: ['p30', 'r30', 'f30'] },
  { kind: 'attribution', what: 'who says what, content overlaps by 80 %', names: ['p80', 'r80', 'f80'] },
  { kind: 'quantity', what: 'quantities, place', names: ['p', 'r', 'f'] },
  { kind: 'quantity', what: 'quantities, value and qualifier', names: ['pFull', 'rFull', 'fFull'] },
  { kind: 'date', what: 'dates, place', names: ['p', 'r', 'f'] },
];

/** Shares of what was found at the right place. */
const SHARES: readonly { readonly kind: string; readonly what: string; readonly name: string; readonly of: string }[] = [
  { kind: 'attribution', what: 'source of what was found', name: 'source', of: 'overlaps the annotated source' },
  { kind: 'attribution', what: 'whole chain of nested speech', name: 'chain', of: 'every link in order' },
  { kind: 'date', what: 'value of dates found', name: 'value', of: 'the same EDTF' },
];

/** The year the site shows on its pages, which is no date of the articles. */
const SITE_YEAR = '2024';

function rowsOf(all: Readonly<Record<string, Readonly<Record<string, number>>>>): Row[] {
  const figure = (kind: string, name: string): number => all[kind]?.[name] ?? 0;
  const scored = SCORED.map(({ kind, what, names: [p, r, f] }) => ({
    what,
    value: figure(kind, f),
    unit: 'F1',
    note: `P ${figure(kind, p).toFixed(3)}, R ${figure(kind, r).toFixed(3)}; ${figure(kind, 'gold')} annotated, ${figure(kind, 'extra')} extra`,
  }));
  const shares = SHARES.map(({ kind, what, name, of }) => ({ what, value: figure(kind, name) * 100, unit: '%', note: of }));
  return [...scored.map((row) => ({ ...row, note: `${row.note}; no blind measure, tests hold the rules to these articles` })), ...shares];
}

export const benchmark: Benchmark = {
  name: 'annotated articles',
  run() {
    const file = sharedPath('seeds', 'gold-seeds.json');
    if (file === null)
      return Promise.resolve([{ what: 'scores', value: Number.NaN, unit: '', note: 'material absent: the two annotated articles' }]);
    const gold = goldSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const textOf = (name: string): string => readFileSync(sharedPath('seeds', name) ?? '', 'utf8');
    const proposals = gold.documents.flatMap((document) => readPlainText(document.file, textOf(document.file)));
    return Promise.resolve(rowsOf(scoreProposals(gold, proposals, { textOf, siteYear: SITE_YEAR }).all));
  },
};
