import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { sharedPath } from '../../../../tools/shared-material.ts';
import type { ItemId } from '../kernel/index.ts';
import type { ChainLink, ClaimContent, Counted, CountedAct, Quantity, SpeakerKind } from '../model/index.ts';
import { checkContent } from './check-content.ts';
import { cited, derivation, itemId, proposalId } from './claims-for-tests.ts';
import { compareQuantities } from './compare-quantities.ts';
import { type CitedText, citationOf, documentLink } from './content-of-proposal.ts';
import type { FigureDocument } from './figure-accounts.ts';
import type { FigureReport } from './figure-reports.ts';
import { type ComparedPair, computeFigures, type FiguresReport } from './figures.ts';
import { independence, type Utterance } from './independence.ts';
import { claimSentence, englishSentence } from './sentence.ts';

const span = z.object({ start: z.number(), end: z.number(), text: z.string() });
const goldSeeds = z.object({
  documents: z.array(z.object({ doc: z.string(), file: z.string() })),
  claims: z.array(
    z.object({
      id: z.string(),
      doc: z.string(),
      kind: z.string(),
      core: z.boolean(),
      source: span.nullish(),
      cue: span.nullish(),
      attributed_to: z.string().nullish(),
      content: z.array(span).optional(),
      quantity_kind: z.string().optional(),
      expression: span.optional(),
      number: span.optional(),
      value: z.number().nullish(),
      min: z.number().nullish(),
      max: z.number().nullish(),
      qualifier_norm: z.enum(['exact', 'approx', 'min', 'max', 'range', 'vague']).nullish(),
      unit: span.nullish(),
      event: z.string().nullish(),
      event_date: z.string().nullish(),
      place: z.string().nullish(),
      attribution_claim: z.string().nullish(),
    }),
  ),
  relations: z.array(z.object({ type: z.string(), a: z.string().optional(), b: z.string().optional() })),
});
type Gold = z.infer<typeof goldSeeds>;
type GoldClaim = Gold['claims'][number];

interface Seeds {
  readonly gold: Gold;
  readonly texts: ReadonlyMap<string, CitedText>;
}

function seeds(): Seeds | null {
  const folder = sharedPath('seeds');
  if (folder === null) return null;
  const gold = goldSeeds.parse(JSON.parse(readFileSync(join(folder, 'gold-seeds.json'), 'utf8')));
  const texts = gold.documents.map(
    ({ doc, file }, index) => [doc, cited(index + 1, readFileSync(join(folder, file), 'utf8'), { name: doc })] as const,
  );
  return { gold, texts: new Map(texts) };
}

const ACTS: Readonly<Record<string, CountedAct>> = { killed: 'killed', 'group-size': 'size', places: 'spread' };
const SPEAKERS: Readonly<Record<string, SpeakerKind>> = {
  org: 'named',
  person: 'named',
  group: 'collective',
  doc: 'institution',
  unknown: 'unattributed',
};

/** Number and limits as gold has them; the floor of a vague word as the rules have it. */
function quantityOf(claim: GoldClaim): Quantity {
  const floor = claim.qualifier_norm === 'vague' && claim.min != null ? { 24: 24, 100: 200, 1000: 2000 }[claim.min] : claim.min;
  const exact = claim.qualifier_norm === 'exact' ? (claim.value ?? null) : null;
  return {
    raw: claim.number?.text ?? '',
    value: claim.value ?? null,
    min: floor ?? exact,
    max: claim.max ?? exact,
    qualifier: claim.qualifier_norm ?? 'exact',
  };
}

function countedOf(claim: GoldClaim): Counted {
  const event = claim.event?.replace(/^ev:/u, '').replaceAll('-', ' ') ?? null;
  const organisations = claim.unit?.text.includes('groups') === true;
  return {
    unit: claim.quantity_kind === 'places' ? 'places' : organisations ? 'organisations' : 'persons',
    act: ACTS[claim.quantity_kind ?? ''] ?? 'other',
    population: claim.unit?.text ?? null,
    event,
    place: claim.place?.replace(/^place:/u, '') ?? null,
    period: claim.event_date ?? null,
  };
}

/** From the document to whom gold attributes it, in the words of the attribution it stands in. */
function chainOf(claim: GoldClaim, { gold, texts }: Seeds): ChainLink[] {
  const document = documentLink(texts.get(claim.doc)?.documentName ?? '');
  const [kind = '', name = ''] = (claim.attributed_to ?? `${claim.doc}:author`).split(':');
  if (name === 'author') return [document];
  const attribution = gold.claims.find(({ id }) => id === (claim.attribution_claim ?? claim.id));
  const source = attribution?.source ?? null;
  const speaker = SPEAKERS[kind] ?? 'named';
  const unnamed = name.startsWith('unnamed') ? 'anonymous' : speaker;
  return [
    document,
    { kind: unnamed, speaker: source?.text ?? '', span: source, cue: attribution?.cue?.text ?? null, resolvedTo: null, saidOn: null },
  ];
}

function reportsOf(all: Seeds): readonly (FigureReport & { readonly gold: string })[] {
  const quantities = all.gold.claims.filter(({ kind, core }) => kind === 'quantity' && core);
  return quantities.map((claim, index) => {
    const text = all.texts.get(claim.doc) ?? assert.fail();
    return {
      gold: claim.id,
      id: proposalId(index + 1),
      claim: null,
      proposal: proposalId(index + 1),
      status: 'proposed' as const,
      item: text.item,
      start: claim.number?.start ?? 0,
      quote: claim.number?.text ?? '',
      quantity: quantityOf(claim),
      counted: countedOf(claim),
      subset: false,
      chain: chainOf(claim, all),
      saidOn: null,
    };
  });
}

function figuresOf(all: Seeds): { report: FiguresReport; goldOf: ReadonlyMap<string, string> } {
  const reports = reportsOf(all);
  const documents = new Map<ItemId, FigureDocument>(
    [...all.texts.values()].map((text) => [text.item, { name: text.documentName, published: null, period: null }]),
  );
  const report = computeFigures({ reports, questions: [], documents, derivations: { recorded: [], proposed: [] } });
  // An account is named by its first report; the others are its repeats.
  const goldOf = new Map(
    reports.flatMap((one) =>
      report.questions.flatMap(({ accounts }) =>
        accounts.filter(({ via }) => via.some(({ id }) => id === one.id)).map(({ id }) => [one.gold, id] as const),
      ),
    ),
  );
  return { report, goldOf };
}

const pairs = (report: FiguresReport): readonly ComparedPair[] => [
  ...report.questions.flatMap(({ comparison }) => comparison),
  ...report.acrossQuestions,
];

test('the seeds: figures that differ, agree or cannot be compared are told as the reference tells them', (t) => {
  const all = seeds();
  if (all === null) {
    t.skip('not here: seeds');
    return;
  }
  const { report, goldOf } = figuresOf(all);
  const result = (a: string, b: string): string | undefined => {
    const [one, other] = [goldOf.get(a), goldOf.get(b)];
    return pairs(report).find((pair) => (pair.a === one && pair.b === other) || (pair.a === other && pair.b === one))?.result;
  };
  const rows = [
    ['s0-q02', 's1-q04', 'tension'],
    ['s0-q03', 's1-q07', 'tension'],
    ['s0-q04', 's1-q07', 'tension'],
    ['s0-q01', 's1-q04', 'compatible'],
    ['s0-q01', 's0-q02', 'compatible'],
    ['s1-q06', 's0-q02', 'compatible'],
    ['s1-q06', 's1-q04', 'compatible'],
    ['s0-q06', 's1-q02', 'not_comparable'],
    ['s0-q02', 's0-q03', 'not_comparable'],
  ] as const;
  for (const [a, b, expected] of rows) assert.equal(result(a, b), expected, `${a} and ${b}`);
  for (const { type, a = '', b = '' } of all.gold.relations) {
    if (type === 'disagrees') assert.equal(result(a, b), 'tension', `${a} disagrees with ${b}`);
    if (type === 'not-comparable') assert.equal(result(a, b), 'not_comparable', `${a} and ${b}`);
  }
});

test('the seeds: the same words of two passages are the same quantity', (t) => {
  const all = seeds();
  if (all === null) {
    t.skip('not here: seeds');
    return;
  }
  for (const report of reportsOf(all)) assert.equal(compareQuantities(report, report, { oneQuestion: true }).result, 'equal', report.gold);
});

function utteranceOf(all: Seeds, id: string): Utterance {
  const claim = all.gold.claims.find((candidate) => candidate.id === id) ?? assert.fail();
  return { id, item: all.texts.get(claim.doc)?.item ?? assert.fail(), chain: chainOf(claim, all) };
}

test('the seeds: an offer and a quotation that both articles carry have one origin', (t) => {
  const all = seeds();
  if (all === null) {
    t.skip('not here: seeds');
    return;
  }
  for (const { type, a = '', b = '' } of all.gold.relations.filter(({ type }) => type.startsWith('same-statement'))) {
    const found = independence({ utterances: [utteranceOf(all, a), utteranceOf(all, b)], recorded: [] });
    assert.deepEqual([found.reports, found.origins.max], [2, 1], `${type}: ${a} and ${b}`);
  }
});

test('the seeds: a confirmation that one article reports adds nothing until its document is held and linked', (t) => {
  const all = seeds();
  if (all === null) {
    t.skip('not here: seeds');
    return;
  }
  const { a = '', b = '' } = all.gold.relations.find(({ type }) => type === 'confirms-per-author') ?? {};
  const utterances = [utteranceOf(all, a), utteranceOf(all, b)];
  const alone = independence({ utterances: [utteranceOf(all, b)], recorded: [] }).origins;
  const named = derivation(1, 'somebody', 'asserts_confirmation_of');
  assert.deepEqual(independence({ utterances, recorded: [named] }).origins, alone);
  assert.deepEqual(independence({ utterances, recorded: [{ ...named, target: itemId(9) }] }).origins, {
    min: alone.min,
    max: alone.max + 1,
  });
});

test('the seeds: every quantity and attribution is a whole claim whose sentence begins with its claimant', (t) => {
  const all = seeds();
  if (all === null) {
    t.skip('not here: seeds');
    return;
  }
  for (const claim of all.gold.claims) {
    const text = all.texts.get(claim.doc) ?? assert.fail();
    const parts = claim.kind === 'quantity' ? [claim.number ?? assert.fail()] : (claim.content ?? []);
    const [start, end] = [Math.min(...parts.map((part) => part.start)), Math.max(...parts.map((part) => part.end))];
    const body: ClaimContent['body'] =
      claim.kind === 'quantity'
        ? { kind: 'quantity', quantity: quantityOf(claim), counted: countedOf(claim) }
        : { kind: 'quote', mode: 'indirect', fragments: parts.map((part) => part.text) };
    const chain = chainOf(claim, all);
    const content: ClaimContent = {
      body,
      citation: citationOf(text, { start, end }, parts),
      chain,
      polarity: 'affirms',
      stance: 'neutral',
      saidOn: null,
      note: null,
    };
    const checked = checkContent(content, text);
    assert.ok(checked.ok, `${claim.id}: ${checked.ok ? '' : checked.code}`);
    const speaker = chain.at(-1)?.speaker.replace(/\s+/gu, ' ').trim();
    const begins = speaker === undefined || speaker === '' ? 'Somebody not named' : speaker;
    assert.ok(englishSentence(claimSentence(content)).toLowerCase().startsWith(begins.toLowerCase()), claim.id);
  }
});
