import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { goldSchema } from '../../../../tools/proposal-scores.ts';
import { readPlainText } from '../../../../tools/read-plain-text.ts';
import { scoreProposals } from '../../../../tools/score-proposals.ts';
import { sharedPath } from '../../../../tools/shared-material.ts';

/** Two annotated articles that are no part of the project: what was once right there stays right. */
it('figures and dates of the annotated articles', (t) => {
  const file = sharedPath('seeds', 'gold-seeds.json');
  if (file === null) {
    t.skip('not here: seeds');
    return;
  }
  const gold = goldSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const textOf = (name: string): string => readFileSync(sharedPath('seeds', name) ?? '', 'utf8');
  const proposals = gold.documents.flatMap((document) => readPlainText(document.file, textOf(document.file)));
  const { all, invalid } = scoreProposals(gold, proposals, { textOf, siteYear: '2024' });
  assert.equal(invalid, 0);
  const { p, r, fValue, fFull } = all['quantity'] ?? {};
  assert.deepEqual({ p, r, fValue, fFull }, { p: 1, r: 1, fValue: 1, fFull: 1 });
  const date = all['date'] ?? {};
  assert.deepEqual([date['p'], date['r'], date['pageClock']], [1, 1, 0]);
  // Two weekdays hang on a day that the article does not give: they stay open.
  assert.ok((date['value'] ?? 0) >= 0.93);
});
