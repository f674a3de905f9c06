import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemId, QuestionId } from '../kernel/index.ts';
import type { Counted } from '../model/index.ts';
import {
  about,
  claimId,
  counting,
  derivation,
  exactly,
  itemId,
  link,
  moreThan,
  noMoreThan,
  proposalId,
  report,
  saidBy,
  vaguely,
} from './claims-for-tests.ts';
import { documentLink } from './content-of-proposal.ts';
import { documentPeriod } from './counted-alike.ts';
import type { FigureDocument } from './figure-accounts.ts';
import type { FigureReport } from './figure-reports.ts';
import { computeFigures, type FigureQuestion, type FiguresInput } from './figures.ts';

const killed = counting({ period: '1991' });
const NAMES: Readonly<Record<number, string>> = {
  4: 'Families’ leaflet',
  9: 'Twenty-one towns',
  17: 'The Harbour Dispatch',
  18: 'Openwire',
  31: 'Radio Orsa',
  40: 'Communiqué 114',
};
const published: Readonly<Record<number, string>> = {
  4: '1996-06',
  9: '2018-09-03',
  17: '2022-01-14',
  18: '2022-01-16',
  31: '1991-10-02',
  40: '1992-02-11',
};
const documents = new Map<ItemId, FigureDocument>(
  Object.entries(NAMES).map(([number, name]) => [
    itemId(Number(number)),
    { name, published: published[Number(number)] ?? null, period: null },
  ]),
);

function by(item: number, speaker: string): { chain: FigureReport['chain'] } {
  return { chain: saidBy(NAMES[item] ?? '', speaker) };
}
const families = 'Association of Karsa Families';
const institute = 'the Meridian Rights Institute, which interviewed 214 survivors';

/** The toll at Karsa as five documents give it, one of them a copy. */
const toll: readonly FigureReport[] = [
  report(4, about(12_000), { number: 1, counted: killed, ...by(4, families) }),
  report(9, moreThan(3400), {
    number: 2,
    counted: counting({ period: '1991-08/1991-09', place: 'twenty-one towns' }),
    ...by(9, 'Meridian Rights Institute'),
  }),
  report(17, about(12_000), {
    number: 3,
    counted: counting({ place: 'Karsa and other prisons', period: '1991-08-09/1991-09' }),
    ...by(17, families),
  }),
  report(17, moreThan(3400), { number: 4, counted: counting({ place: '21 towns', period: '1991' }), ...by(17, institute) }),
  report(18, about(12_000), { number: 5, counted: killed, ...by(18, families) }),
  report(31, vaguely('thousands', 2000), {
    number: 6,
    counted: killed,
    chain: [documentLink('Radio Orsa'), link('collective', 'travellers arriving from the north')],
    saidOn: '1991-10-02',
  }),
  report(40, noMoreThan(92), { number: 7, counted: killed, ...by(40, 'Ministry of Justice') }),
];
const signed: Counted = counting({ act: 'signed', event: 'open letter', period: '2022-01-10' });
const letters: readonly FigureReport[] = [
  report(17, exactly(118), { number: 10, counted: signed }),
  report(31, moreThan(450), { number: 11, counted: counting({ act: 'signed', event: 'an open letter' }) }),
];

function figures(parts: Partial<FiguresInput>): ReturnType<typeof computeFigures> {
  return computeFigures({ reports: toll, questions: [], documents, derivations: { recorded: [], proposed: [] }, ...parts });
}

function only(questions: readonly FigureQuestion[]): FigureQuestion {
  assert.equal(questions.length, 1);
  return questions[0] ?? assert.fail();
}

test('rival figures of one thing stand under one question, each claimant’s once', () => {
  const question = only(figures({}).questions);
  assert.deepEqual(
    question.accounts.map(({ claimant, raw, reports, origins, firstSaid, firstSaidBasis }) => [
      claimant,
      raw,
      reports,
      origins.min,
      origins.max,
      firstSaid,
      firstSaidBasis,
    ]),
    [
      [families, 'about 12,000', 3, 1, 1, '1996-06', 'published'],
      ['Meridian Rights Institute', 'more than 3,400', 2, 1, 1, '2018-09-03', 'published'],
      ['Travellers arriving from the north', 'thousands', 1, 0, 1, '1991-10-02', 'said'],
      ['Ministry of Justice', 'no more than 92', 1, 1, 1, '1992-02-11', 'published'],
    ],
  );
  assert.deepEqual([question.status, question.origins, question.reports], ['proposed', { min: 3, max: 4 }, 6]);
  assert.equal(question.id, 'q-000000000000');
  const results = question.comparison.map(({ result, reason }) => `${result}: ${reason}`);
  assert.deepEqual(results, [
    'tension: usual-readings-apart',
    'compatible: some-number-fits-both',
    'compatible: some-number-fits-both',
    'contradiction: no-number-fits-both',
    'contradiction: no-number-fits-both',
    'contradiction: no-number-fits-both',
  ]);
  assert.deepEqual(
    question.accounts.map(({ independence }) => independence.statuses.includes('contested')),
    [true, true, true, true],
  );
});

test('the same report comes out whatever the order of what goes in', () => {
  const recorded = [derivation(18, 17), derivation(17, 9, 'quotes'), derivation(17, 4, 'quotes')];
  const expected = figures({ reports: [...toll, ...letters], derivations: { recorded, proposed: [] } });
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...toll, ...letters], { minLength: 9 }),
      fc.shuffledSubarray(recorded, { minLength: 3 }),
      (reports, edges) => {
        const found = figures({ reports, derivations: { recorded: edges, proposed: [] } });
        assert.deepEqual(found, expected);
      },
    ),
    { numRuns: 50 },
  );
});

test('signatures of two letters stay apart, and it is said why', () => {
  const { questions, acrossQuestions } = figures({ reports: letters });
  assert.equal(questions.length, 2);
  assert.deepEqual(acrossQuestions, [
    { a: proposalId(10), b: proposalId(11), result: 'not_comparable', reason: 'different-scope', ratio: null },
  ]);
});

test('other years, places, parts and unknown times stay apart until a person joins them', () => {
  const rows: readonly (readonly [string, Counted, Partial<FigureReport>, number])[] = [
    ['another year', counting({ period: '2009-06' }), {}, 2],
    ['another place', counting({ place: 'Orsa', period: '1991' }), {}, 2],
    ['a time nobody states', counting(), {}, 2],
    ['a part', killed, { subset: true }, 2],
    ['the same event without its time', counting({ event: 'the Tessen road columns' }), {}, 1],
  ];
  const base = report(4, about(12_000), {
    number: 1,
    counted: counting({ place: 'Karsa', period: '1991', event: 'columns on the Tessen road' }),
  });
  for (const [what, counted, parts, expected] of rows) {
    const { questions } = figures({ reports: [base, report(9, exactly(17), { number: 2, counted, ...parts })] });
    assert.equal(questions.length, expected, what);
  }
});

test('what a document is about places a figure that states no time', () => {
  const about1991 = new Map(documents).set(itemId(9), { name: 'Twenty-one towns', published: '2018-09-03', period: '1991' });
  const undated = report(9, moreThan(3400), { number: 2, counted: counting(), ...by(9, institute) });
  assert.equal(figures({ reports: [toll[0] ?? assert.fail(), undated] }).questions.length, 2);
  assert.equal(figures({ reports: [toll[0] ?? assert.fail(), undated], documents: about1991 }).questions.length, 1);
  const rows: readonly (readonly [Parameters<typeof documentPeriod>[0], string | null])[] = [
    [{ title: 'Karsa, 1991', dates: ['2009', '2009'], published: null }, '1991'],
    [{ title: 'From 1991 to 2009', dates: ['2009'], published: null }, null],
    [{ title: null, dates: ['1991-08', '1991-08-09/1991-09', '2013', null, 'XXXX-06'], published: '2022-01-14' }, '1991'],
    [{ title: null, dates: ['2022-01', '2022', '1991', '1991'], published: '2022-01-14' }, '1991'],
    [{ title: null, dates: ['1991', '1991', '2009', '2009'], published: null }, null],
    [{ title: '118 names', dates: ['1991'], published: null }, null],
  ];
  for (const [document, period] of rows) assert.equal(documentPeriod(document), period);
});

test('while nothing is recorded proposals are counted as they are; then only what is recorded', () => {
  const [first, ...rest] = toll.filter(({ quantity }) => quantity.qualifier === 'approx');
  const recorded: FigureReport = { ...(first ?? assert.fail()), id: claimId(1), claim: claimId(1), status: 'recorded' };
  const [account] = only(figures({ reports: [recorded, ...rest] }).questions).accounts;
  assert.deepEqual(
    [account?.id, account?.claim, account?.status, account?.reports, account?.proposedReports],
    ['C-1', 'C-1', 'recorded', 1, 2],
  );
  assert.deepEqual(
    account?.via.map(({ id, outlet, proposed }) => [id, outlet, proposed]),
    [
      ['C-1', 'Families’ leaflet', false],
      [proposalId(3), 'The Harbour Dispatch', true],
      [proposalId(5), 'Openwire', true],
    ],
  );
});

test('a passage that another reader version proposes again is not a second report', () => {
  const proposed = toll[0] ?? assert.fail();
  const recorded: FigureReport = { ...proposed, id: claimId(1), claim: claimId(1), status: 'recorded' };
  const anew: FigureReport = { ...proposed, id: proposalId(90), proposal: proposalId(90) };
  const [account] = only(figures({ reports: [anew, recorded] }).questions).accounts;
  assert.deepEqual([account?.reports, account?.proposedReports], [1, 0]);
});

test('a recorded copy joins the account it copies and adds no origin; a proposed one shows what it would do', () => {
  const voice = [17, 18].map((item, index) => report(item, exactly(3), { number: 20 + index, counted: killed }));
  const apart = only(figures({ reports: voice }).questions);
  assert.deepEqual([apart.accounts.length, apart.origins], [2, { min: 0, max: 2 }]);
  const copied = only(figures({ reports: voice, derivations: { recorded: [derivation(18, 17)], proposed: [] } }).questions);
  assert.deepEqual([copied.accounts.length, copied.origins, copied.reports], [1, { min: 0, max: 1 }, 2]);
  assert.equal(copied.accounts[0]?.via[1]?.derivesFrom, 'S-17');
  const unnamed = [17, 18].map((item, index) =>
    report(item, exactly(3), { number: 20 + index, counted: killed, chain: [documentLink('x'), link('collective', 'four survivors')] }),
  );
  const proposed = only(
    figures({ reports: unnamed, derivations: { recorded: [], proposed: [derivation(18, 'The Harbour Dispatch')] } }).questions,
  );
  const [account] = proposed.accounts;
  assert.deepEqual(
    [account?.origins, account?.independence.ifProposed.origins],
    [
      { min: 0, max: 2 },
      { min: 0, max: 1 },
    ],
  );
});

test('a person’s question holds what was put there, compared as one, and shows what would seem to belong', () => {
  const question = {
    id: 'Q-7' as QuestionId,
    asks: 'How many signed?',
    counted: signed,
    claims: [],
    proposals: [proposalId(10), proposalId(11)],
  };
  const earlier = report(9, exactly(119), { number: 12, counted: { ...signed, period: '2019-05-01' } });
  const { questions, acrossQuestions } = figures({ reports: [...letters, earlier, ...toll], questions: [question] });
  const [first, second] = questions;
  assert.deepEqual([first?.id, first?.status, first?.asks, second?.status], ['Q-7', 'confirmed', 'How many signed?', 'proposed']);
  assert.deepEqual(
    first?.comparison.map(({ a, b, result }) => [a, b, result]),
    [[proposalId(10), proposalId(11), 'contradiction']],
  );
  assert.deepEqual(
    acrossQuestions.map(({ a, b, result }) => [a, b, result]),
    [
      [proposalId(10), proposalId(12), 'not_comparable'],
      [proposalId(11), proposalId(12), 'not_comparable'],
    ],
  );
  const stranger = report(9, exactly(119), { number: 12, counted: signed });
  const joined = figures({ reports: [...letters, stranger], questions: [{ ...question, proposals: [proposalId(10)] }] });
  assert.deepEqual(
    joined.questions[0]?.accounts.map(({ id, membership }) => [id, membership]),
    [
      [proposalId(12), 'proposed'],
      [proposalId(10), 'confirmed'],
    ],
  );
});

test('a figure repeated by its claimant, or by a copy, is put to the question it belongs to', () => {
  const undated = [4, 9].map((item, index) =>
    report(item, moreThan(3400), {
      number: 40 + index,
      counted: counting({ act: 'documented' }),
      ...by(item, 'Meridian Rights Institute'),
    }),
  );
  assert.equal(only(figures({ reports: undated }).questions).accounts.length, 1);
  const other = report(17, about(9), { number: 42, counted: counting({ act: 'documented' }), ...by(17, 'Meridian Rights Institute') });
  assert.equal(figures({ reports: [...undated, other] }).questions.length, 2);
  const voice = [17, 18].map((item, index) => report(item, exactly(118), { number: 50 + index, counted: counting({ act: 'signed' }) }));
  assert.equal(figures({ reports: voice }).questions.length, 2);
  const question = only(
    figures({ reports: voice, derivations: { recorded: [], proposed: [derivation(18, 'The Harbour Dispatch')] } }).questions,
  );
  assert.deepEqual([question.accounts.length, question.origins], [2, { min: 0, max: 2 }]);
});

test('a question that lost its figures is still asked', () => {
  const question = { id: 'Q-7' as QuestionId, asks: 'How many signed?', counted: signed, claims: [claimId(1)], proposals: [] };
  assert.deepEqual(only(figures({ reports: [], questions: [question] }).questions).accounts, []);
});
