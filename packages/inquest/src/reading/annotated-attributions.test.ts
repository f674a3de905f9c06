import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { goldSchema } from '../../../../tools/proposal-scores.ts';
import { readPlainText } from '../../../../tools/read-plain-text.ts';
import { scoreProposals } from '../../../../tools/score-proposals.ts';
import { sharedPath } from '../../../../tools/shared-material.ts';

test('who says what in the two annotated articles', (t) => {
  const path = sharedPath('seeds', 'gold-seeds.json');
  if (path === null) {
    t.skip('not here: seeds');
    return;
  }
  const gold = goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const textOf = (file: string): string => readFileSync(sharedPath('seeds', file) ?? '', 'utf8');
  const proposals = gold.documents.flatMap(({ file }) => readPlainText(file, textOf(file)));
  const { all, invalid } = scoreProposals(gold, proposals, { textOf, siteYear: '2024' });
  const figure = (kind: string, name: string): number => all[kind]?.[name] ?? 0;
  assert.equal(invalid, 0);
  for (const [name, least] of Object.entries({ p80: 0.95, r80: 0.95, source: 0.95, source80: 0.9, mode: 0.95, chain: 1 })) {
    assert.ok(figure('attribution', name) >= least, `attribution ${name} is ${figure('attribution', name)}, below ${least}`);
  }
});
