import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemId } from '../kernel/index.ts';
import { type Proposal, proposal as proposalSchema } from '../model/index.ts';
import { READER_VERSION, readDocument } from './index.ts';

const ITEM = 'S-7' as ItemId;

function read(text: string): readonly Proposal[] {
  const segments = [...text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    role: 'paragraph' as const,
    furniture: false,
  }));
  return readDocument({ item: ITEM, documentName: 'x', text, segments, languages: [], dates: [], url: null });
}

const MIXED = `Jonas Pell, a former judge of the Karsa court, said on 3 May 1992 that 640 people were killed.

ادریس واهرن گفت: «هیچ فهرستی وجود ندارد.»

Selon le Comité des familles, 640 personnes ont disparu en août.

Source » Northline Wire`;

test('the same document gives the same proposals, ids and order', () => {
  const [first, second] = [read(MIXED), read(MIXED)];
  assert.deepEqual(first, second);
  assert.deepEqual(
    first.map(({ body }) => body.start),
    first.map(({ body }) => body.start).toSorted((a, b) => a - b),
  );
  assert.equal(new Set(first.map(({ id }) => id)).size, first.length);
  assert.ok(first.every(({ id, item, readerVersion }) => /^P-[0-9a-f]{16}$/.test(id) && item === ITEM && readerVersion === READER_VERSION));
});

test('every kind of proposal is made, each of the shape the model states', () => {
  const found = read(MIXED);
  assert.deepEqual([...new Set(found.map(({ body }) => body.kind))].sort(), [
    'attribution',
    'boilerplate',
    'date',
    'derivation',
    'name',
    'quantity',
    'role',
  ]);
  for (const one of found) assert.doesNotThrow(() => proposalSchema.parse(one));
});

test('languages are read paragraph by paragraph', () => {
  const sources = read(MIXED).flatMap(({ body }) => (body.kind === 'attribution' ? [body.source?.text] : []));
  assert.deepEqual(sources, ['Jonas Pell, a former judge of the Karsa court', 'ادریس واهرن', 'le Comité des familles']);
});

test('posts, their tense and their body', () => {
  const roles = read(
    'Jonas Pell, a former judge of the Karsa court, resigned. Prime Minister Lena Marsh spoke. This summer Pavel Drenn took office as governor. The group’s director, Emil Sand, left. Drenn was the warden of Karsa prison before becoming governor.',
  ).flatMap(({ body }) => (body.kind === 'role' ? [`${body.person?.text}: ${body.quote} (${body.tense})`] : []));
  assert.deepEqual(roles, [
    'Jonas Pell: a former judge of the Karsa court (former)',
    'Lena Marsh: Prime Minister (null)',
    'Pavel Drenn: governor (starting)',
    'Emil Sand: The group’s director (null)',
    'Drenn: the warden of Karsa prison (former)',
  ]);
});

test('what a page rests on is named, and a confirmation is not an origin', () => {
  const found = read(
    'KARSA (Northline) - Three judges resigned.\n\nThis article was first published by Radio Orsa.\n\nNorthline News confirmed the toll of 640 that was announced by the Families’ Committee.\n\nSource » openwire',
  ).flatMap(({ body }) => (body.kind === 'derivation' ? [`${body.relation} ${body.target.text}`] : []));
  assert.deepEqual(found, [
    'republishes Northline',
    'republishes Radio Orsa',
    'asserts_confirmation_of the Families’ Committee',
    'republishes openwire',
  ]);
});

test('according to somebody is an attribution, not a derivation', () => {
  const kinds = read('According to Northline Wire, the gate was locked.').map(({ body }) => body.kind);
  assert.ok(kinds.includes('attribution'));
  assert.ok(!kinds.includes('derivation'));
});

/* Shapes that make careless patterns run for minutes; each must come back, whatever it proposes. */
for (const [name, text] of [
  ['one letter and a space', 'a '.repeat(100_000)],
  ['opening marks', '“'.repeat(200_000)],
  ['opening marks and words', '“a '.repeat(60_000)],
  ['apostrophes', "'a ".repeat(60_000)],
  ['cues', 'that said '.repeat(20_000)],
  ['nested clauses in one sentence', 'He said that he '.repeat(3_000)],
  ['commas', 'He, '.repeat(50_000)],
  ['brackets', '('.repeat(200_000)],
  ['capitals', 'Aa '.repeat(60_000)],
  ['initials', 'A. '.repeat(60_000)],
  ['one long word', 'x'.repeat(200_000)],
  ['quotations never closed', '“Q said that.\n\n'.repeat(10_000)],
  ['a chain of phrases', 'the man of '.repeat(4_400)],
  ['Persian cues', 'به گفته '.repeat(25_000)],
  ['source lines', 'Source » x\n'.repeat(20_000)],
] as const) {
  test(`reading comes back from 200,000 characters of: ${name}`, () => {
    assert.ok(Array.isArray(read(text)));
  });
}

test('any text is read without a fault, and what is proposed lies in it', () => {
  const pieces = fc.constantFrom(
    'said ',
    'that ',
    '“',
    '”',
    '‘',
    '’',
    'Pell ',
    'the court ',
    ', ',
    '. ',
    ': ',
    '\n\n',
    '(',
    ')',
    '1991 ',
    'according to ',
    'گفت ',
    'که ',
    '«',
    '»',
    '- ',
    'by ',
    '640 ',
    'killed ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { body } of read(text)) assert.equal(text.slice(body.start, body.end), body.quote);
    }),
  );
});
