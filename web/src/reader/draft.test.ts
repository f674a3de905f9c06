import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProposalLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { type Draft, draftOfPassage, type Fields } from './draft.ts';
import { contentOf, numberOf, problemsOf } from './draft-content.ts';
import { draftOf } from './draft-of-proposal.ts';
import { entriesOf } from './entry.ts';

const text = 'The Association of Karsa Families estimates that about 12,000 prisoners were put to death.';
const cited = { item: 'S-4', sha256: 'ab'.repeat(32), text };
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });

function proposal(kind: string, words: string, body: Record<string, unknown>): ProposalLine {
  const { start, end } = span(words);
  const chain = [{ kind: 'document', text: 'Harbour Dispatch', start: null, end: null, cue: null, resolvedTo: null, saidOn: null }];
  return {
    file: 'a.html',
    item: 'S-4',
    id: 'P-0000000000000001',
    kind,
    start,
    end,
    quote: words,
    parts: [span(words)],
    source: null,
    cue: null,
    mode: null,
    chain,
    reason: null,
    number: null,
    value: null,
    min: null,
    max: null,
    qualifier: null,
    unit: null,
    predicate: null,
    edtf: null,
    rule: 'r',
    confidence: 0.9,
    status: 'proposed',
    claim: null,
    decision: null,
    sentence: '',
    body: { kind, ...body },
  };
}

function draft(line: ProposalLine): Draft {
  const [entry] = entriesOf([line], []);
  assert.ok(entry);
  return draftOf(entry, text);
}

const figure = () =>
  draft(
    proposal('quantity', '12,000', {
      quantity: { raw: 'about 12,000', value: 12_000, min: null, max: null, qualifier: 'approx' },
      counted: { unit: 'persons', act: 'killed', population: 'prisoners', event: null, place: null, period: null },
      qualifierSpan: span('about'),
      predicateSpan: span('put to death'),
      chain: [
        { kind: 'document', speaker: 'Harbour Dispatch', span: null, cue: null, resolvedTo: null, saidOn: null },
        {
          kind: 'institution',
          speaker: 'Association of Karsa Families',
          span: span('Association of Karsa Families'),
          cue: 'estimates',
          resolvedTo: null,
          saidOn: null,
        },
      ],
    }),
  );

describe('a draft', () => {
  test('of a figure cites it with its qualifier and what happened', () => {
    assert.partialDeepStrictEqual(contentOf(figure(), cited), {
      body: {
        kind: 'quantity',
        quantity: { raw: 'about 12,000', value: 12_000, qualifier: 'approx' },
        counted: { population: 'prisoners', place: null },
      },
      citation: {
        quote: 'about 12,000 prisoners were put to death',
        parts: [span('12,000')],
        prefix: text.slice(0, text.indexOf('about')).slice(-60),
      },
      chain: [{ kind: 'document' }, { kind: 'institution', cue: 'estimates' }],
      polarity: 'affirms',
    });
  });

  test('of a denial in indirect words keeps its own kind of record', () => {
    const made = draft(proposal('attribution', 'prisoners were put to death', { mode: 'indirect', speechAct: 'deny', addressee: null }));
    assert.deepEqual(contentOf(made, cited)['body'], { kind: 'response', to: 'prisoners were put to death', type: 'denies_act' });
  });

  test('of a post without a chain is said by the document', () => {
    const made = draft(
      proposal('role', 'Karsa', { person: span('Association'), role: span('Families'), body: null, tense: 'former', period: '2013/2017' }),
    );
    assert.deepEqual(
      made.chain.map((link) => link.speaker),
      ['Harbour Dispatch'],
    );
    assert.partialDeepStrictEqual(contentOf(made, cited)['body'], { person: 'Association', from: '2013', to: '2017', tense: 'former' });
  });

  test('of a selection quotes exactly what was selected', () => {
    const { start, end } = span('prisoners were put to death');
    const made = draftOfPassage({ start, end, quote: text.slice(start, end) }, 'Harbour Dispatch', 'quote');
    assert.deepEqual(problemsOf(made), []);
    assert.partialDeepStrictEqual(contentOf(made, cited), {
      body: { kind: 'quote', mode: 'indirect', fragments: ['prisoners were put to death'] },
      citation: { start, end, quote: 'prisoners were put to death', suffix: '.' },
    });
  });
});

describe('what stops a draft', () => {
  const cases: readonly { readonly name: string; readonly fields: Partial<Fields>; readonly stops: readonly string[] }[] = [
    { name: 'nothing, as read', fields: {}, stops: [] },
    { name: 'a number that is none', fields: { value: 'many' }, stops: ['value'] },
    { name: 'about without a number', fields: { value: '' }, stops: ['value'] },
    { name: 'a range that runs backwards', fields: { qualifier: 'range', value: '', min: '300', max: '200' }, stops: ['min'] },
    { name: 'a number outside its bounds', fields: { qualifier: 'approx', min: '13000' }, stops: ['value'] },
    { name: 'more than n may keep n beside n + 1', fields: { qualifier: 'min', value: '5000', min: '5001' }, stops: [] },
    { name: 'a period that cannot be read', fields: { period: 'last summer' }, stops: ['period'] },
    { name: 'no words for the figure', fields: { raw: ' ' }, stops: ['raw'] },
  ];
  for (const { name, fields, stops } of cases) {
    test(name, () => {
      const made = figure();
      assert.deepEqual(
        problemsOf({ ...made, fields: { ...made.fields, ...fields } }).map(({ field }) => field),
        stops,
      );
    });
  }

  test('a claimant without a name', () => {
    const made = figure();
    assert.deepEqual(
      problemsOf({ ...made, chain: made.chain.map((link) => ({ ...link, speaker: ' ' })) }).map(({ field }) => field),
      ['speaker'],
    );
  });
});

test('numbers are read in every digit the page shows', () => {
  const typed = ['12,000', '۱۲٬۰۰۰', '١٢٠٠٠', '12 000', '1.5', '', 'x', '-3'];
  assert.deepEqual(typed.map(numberOf), [12_000, 12_000, 12_000, 12_000, 1.5, null, Number.NaN, Number.NaN]);
});
