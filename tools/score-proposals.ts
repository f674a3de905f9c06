import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Gold,
  goldSchema,
  iou,
  type Matching,
  matchAttributions,
  matchDates,
  matchQuantities,
  mentionsOf,
  type ProposalLine,
  proposalLineSchema,
  sameChain,
  sameEdtf,
  sameQualifier,
  sameValue,
  sourceOverlaps,
} from './proposal-scores.ts';
import { readPlainText } from './read-plain-text.ts';

/**
 * Scores what reading proposes against annotated texts.
 *
 *   node tools/score-proposals.ts --gold FILE --texts DIR [--proposals FILE.jsonl] [--site-year YYYY] [--details]
 *
 * Without `--proposals` the texts are read here, as plain text. The first line printed is JSON; `--details`
 * adds what was missed, what was extra, and each rule's precision.
 */

type Tally = Record<string, number>;

export interface ScoreOptions {
  readonly textOf: (file: string) => string;
  readonly siteYear: string | null;
}

export interface Scores {
  readonly all: Record<string, Tally>;
  readonly byLanguage: Record<string, Record<string, Tally>>;
  readonly invalid: number;
  readonly otherKinds: Tally;
}

/** Every figure of the scheme, over all documents and for each language. Rates are null-free: 0 of 0 is 0. */
export function scoreProposals(gold: Gold, proposals: readonly ProposalLine[], options: ScoreOptions): Scores {
  const counts = new Map<string, Record<string, Tally>>();
  const otherKinds: Tally = {};
  let invalid = 0;
  for (const document of gold.documents) {
    const text = options.textOf(document.file);
    const own = proposals.filter((proposal) => basename(proposal.file) === document.file);
    const valid = own.filter((proposal) => text.slice(proposal.start, proposal.end) === proposal.quote);
    invalid += own.length - valid.length;
    for (const { kind } of valid) if (!/^(?:attribution|quantity|date)$/.test(kind)) otherKinds[kind] = (otherKinds[kind] ?? 0) + 1;
    const wrong = (kind: string): number =>
      own.filter((proposal) => proposal.kind === kind).length - valid.filter((proposal) => proposal.kind === kind).length;
    for (const key of ['all', document.lang ?? 'en']) {
      const tally = counts.get(key) ?? { attribution: {}, quantity: {}, date: {} };
      counts.set(key, tally);
      const of = (kind: string): readonly ProposalLine[] => valid.filter((proposal) => proposal.kind === kind);
      countAttributions(tally['attribution'] ?? {}, {
        gold,
        doc: document.doc,
        text,
        proposals: of('attribution'),
        wrong: wrong('attribution'),
      });
      countQuantities(tally['quantity'] ?? {}, { gold, doc: document.doc, text, proposals: of('quantity'), wrong: wrong('quantity') });
      countDates(tally['date'] ?? {}, { gold, doc: document.doc, text, proposals: of('date'), wrong: wrong('date') }, options.siteYear);
    }
  }
  const rates = [...counts].map(
    ([key, tally]) =>
      [
        key,
        {
          attribution: attributionRates(tally['attribution'] ?? {}),
          quantity: quantityRates(tally['quantity'] ?? {}),
          date: dateRates(tally['date'] ?? {}),
        },
      ] as const,
  );
  const { all = {}, ...byLanguage } = Object.fromEntries(rates);
  return { all, byLanguage, invalid, otherKinds };
}

interface DocumentSite {
  readonly gold: Gold;
  readonly doc: string;
  readonly text: string;
  readonly proposals: readonly ProposalLine[];
  readonly wrong: number;
}

function add(tally: Tally, name: string, by: number): void {
  tally[name] = (tally[name] ?? 0) + by;
}

function basics<G extends { readonly core: boolean }>(
  tally: Tally,
  found: Matching<G>,
  wrong: number,
): readonly Matching<G>['matches'][number][] {
  const core = found.matches.filter((match) => match.gold.core);
  add(tally, 'gold', core.length + found.missed.filter((gold) => gold.core).length);
  add(tally, 'found', core.length);
  add(tally, 'extra', found.extra.length + wrong);
  return core;
}

function countAttributions(tally: Tally, site: DocumentSite): void {
  const core = basics(tally, matchAttributions(site.gold, site.doc, site.proposals), site.wrong);
  for (const match of core) {
    const { gold: claim, proposal } = match;
    const overlaps = sourceOverlaps(claim, proposal);
    const source = claim.source;
    const own = proposal.source;
    add(tally, 'found80', Number(match.overlap >= 0.8));
    add(tally, 'source', Number(overlaps));
    add(tally, 'source80', Number(source == null || own == null ? overlaps : iou(source, own) >= 0.8));
    add(
      tally,
      'sourceResolved',
      Number(overlaps || (own != null && mentionsOf(site.gold, site.doc, claim.attributed_to).some((range) => iou(range, own) > 0))),
    );
    add(tally, 'mode', Number(claim.mode === proposal.mode));
    if (claim.nested_in == null) continue;
    add(tally, 'nested', 1);
    add(tally, 'chain', Number(sameChain(site.gold, claim, { proposal, text: site.text })));
  }
}

function countQuantities(tally: Tally, site: DocumentSite): void {
  const core = basics(tally, matchQuantities(site.gold, site.doc, site.proposals), site.wrong);
  for (const { gold, proposal } of core) {
    add(tally, 'value', Number(sameValue(gold, proposal)));
    add(tally, 'full', Number(sameValue(gold, proposal) && sameQualifier(gold, proposal)));
  }
}

function countDates(tally: Tally, site: DocumentSite, siteYear: string | null): void {
  const core = basics(tally, matchDates(site.gold, site.doc, site.proposals), site.wrong);
  for (const { gold, proposal } of core) {
    const right = sameEdtf(gold, proposal);
    add(tally, 'value', Number(right));
    if (gold.anchor_needed === true) {
      add(tally, 'relative', 1);
      add(tally, 'anchored', Number(right));
    }
    if (!right && siteYear !== null && (proposal.edtf ?? '').includes(siteYear)) add(tally, 'pageClock', 1);
  }
}

function rate(part: number | undefined, whole: number | undefined): number {
  return whole === undefined || whole === 0 ? 0 : Math.round(((part ?? 0) / whole) * 10_000) / 10_000;
}

function prf(found: number | undefined, tally: Tally): readonly [number, number, number] {
  const p = rate(found, (tally['found'] ?? 0) + (tally['extra'] ?? 0));
  const r = rate(found, tally['gold']);
  return [p, r, p + r === 0 ? 0 : Math.round(((2 * p * r) / (p + r)) * 10_000) / 10_000];
}

function attributionRates(tally: Tally): Tally {
  const [p30, r30, f30] = prf(tally['found'], tally);
  const [p80, r80, f80] = prf(tally['found80'], tally);
  const share = (name: string): number => rate(tally[name], tally['found']);
  return {
    ...{ gold: tally['gold'] ?? 0, found: tally['found'] ?? 0, extra: tally['extra'] ?? 0, p30, r30, f30, p80, r80, f80 },
    ...{ source: share('source'), source80: share('source80'), sourceResolved: share('sourceResolved'), mode: share('mode') },
    ...{ nested: tally['nested'] ?? 0, chain: rate(tally['chain'], tally['nested']) },
  };
}

function quantityRates(tally: Tally): Tally {
  const [p, r, f] = prf(tally['found'], tally);
  const [pValue, rValue, fValue] = prf(tally['value'], tally);
  const [pFull, rFull, fFull] = prf(tally['full'], tally);
  return {
    gold: tally['gold'] ?? 0,
    found: tally['found'] ?? 0,
    extra: tally['extra'] ?? 0,
    p,
    r,
    f,
    pValue,
    rValue,
    fValue,
    pFull,
    rFull,
    fFull,
  };
}

function dateRates(tally: Tally): Tally {
  const [p, r, f] = prf(tally['found'], tally);
  const whole = { gold: tally['gold'] ?? 0, found: tally['found'] ?? 0, extra: tally['extra'] ?? 0 };
  return {
    ...whole,
    p,
    r,
    f,
    value: rate(tally['value'], tally['found']),
    anchored: rate(tally['anchored'], tally['relative']),
    pageClock: tally['pageClock'] ?? 0,
  };
}

/** For people: what was missed and what was extra, and each attribution rule's precision. */
function* details(gold: Gold, proposals: readonly ProposalLine[], textOf: (file: string) => string): Generator<string> {
  const rules = new Map<string, { right: number; free: number; wrong: number }>();
  const count = (rule: string, what: 'right' | 'free' | 'wrong'): void => {
    const tally = rules.get(rule) ?? { right: 0, free: 0, wrong: 0 };
    tally[what] += 1;
    rules.set(rule, tally);
  };
  for (const document of gold.documents) {
    const text = textOf(document.file);
    const own = proposals.filter((proposal) => basename(proposal.file) === document.file && proposal.kind === 'attribution');
    const found = matchAttributions(gold, document.doc, own);
    for (const match of found.matches) {
      count(match.proposal.rule, match.gold.core ? 'right' : 'free');
      const sourceWrong = !sourceOverlaps(match.gold, match.proposal);
      if (match.overlap < 0.8 || sourceWrong)
        yield `  partly ${match.gold.id} iou ${match.overlap.toFixed(2)}${sourceWrong ? ' other source' : ''} ${match.proposal.rule}: ${match.proposal.quote}`;
    }
    for (const claim of found.missed)
      if (claim.core) yield `  missed ${claim.id}: ${claim.content.map((part) => text.slice(part.start, part.end)).join(' … ')}`;
    for (const proposal of found.extra) {
      count(proposal.rule, 'wrong');
      yield `  extra ${document.doc} ${proposal.rule}: ${proposal.quote}`;
    }
  }
  for (const [rule, { right, free, wrong }] of [...rules].sort()) yield `  rule ${rule}: ${right} right, ${free} free, ${wrong} wrong`;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      gold: { type: 'string' },
      texts: { type: 'string' },
      proposals: { type: 'string' },
      'site-year': { type: 'string' },
      details: { type: 'boolean' },
    },
  });
  if (values.gold === undefined || values.texts === undefined) {
    process.stderr.write('Needs --gold FILE and --texts DIR. See the head of this file.\n');
    process.exitCode = 2;
    return;
  }
  const texts = values.texts;
  const gold = goldSchema.parse(JSON.parse(readFileSync(values.gold, 'utf8')));
  const textOf = (file: string): string => readFileSync(join(texts, file), 'utf8');
  const lines =
    values.proposals === undefined
      ? gold.documents.flatMap(({ file }) => readPlainText(file, textOf(file)))
      : parseLines(readFileSync(values.proposals, 'utf8'));
  process.stdout.write(`${JSON.stringify(scoreProposals(gold, lines, { textOf, siteYear: values['site-year'] ?? null }))}\n`);
  if (values.details === true) for (const line of details(gold, lines, textOf)) process.stdout.write(`${line}\n`);
}

function parseLines(jsonl: string): readonly ProposalLine[] {
  return jsonl.split('\n').flatMap((line) => (line.trim() === '' ? [] : [proposalLineSchema.parse(JSON.parse(line))]));
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) main();
