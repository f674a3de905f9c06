import { z } from 'zod';

/**
 * Scores proposals against annotated texts by span, as the annotation scheme of the gold file says.
 * Nothing here knows a text: gold and proposals come in, figures go out.
 */

const span = z.looseObject({ start: z.number(), end: z.number() });
const nullableSpan = span.nullish();
const claimSchema = z.looseObject({
  id: z.string(),
  doc: z.string(),
  kind: z.string(),
  core: z.boolean().default(true),
  mode: z.string().nullish(),
  source: nullableSpan,
  attributed_to: z.string().nullish(),
  content: z.array(span).default([]),
  chain: z.array(z.string()).nullish(),
  nested_in: z.string().nullish(),
  continues: z.string().nullish(),
  number: nullableSpan,
  value: z.number().nullish(),
  min: z.number().nullish(),
  max: z.number().nullish(),
  qualifier_norm: z.string().nullish(),
  qualifier_accept: z.array(z.string()).nullish(),
});
const dateSchema = z.looseObject({
  doc: z.string(),
  start: z.number(),
  end: z.number(),
  edtf: z.string().nullish(),
  edtf_accept: z.array(z.string()).nullish(),
  anchor_needed: z.boolean().nullish(),
  core: z.boolean().default(true),
});
export const goldSchema = z.looseObject({
  documents: z.array(
    z.looseObject({ doc: z.string(), file: z.string(), lang: z.string().nullish(), attribution_scope: z.string().nullish() }),
  ),
  claims: z.array(claimSchema),
  dates: z.array(dateSchema).default([]),
  entities: z.array(z.looseObject({ doc: z.string(), id: z.string(), start: z.number(), end: z.number() })).default([]),
});
export type Gold = z.infer<typeof goldSchema>;
type GoldClaim = z.infer<typeof claimSchema>;
type GoldDate = z.infer<typeof dateSchema>;

/** One line of `inquest proposals --jsonl`; fields a kind does not have may be missing. */
export const proposalLineSchema = z.looseObject({
  file: z.string(),
  kind: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  rule: z.string().default(''),
  source: nullableSpan,
  mode: z.string().nullish(),
  chain: z.array(z.union([z.string(), z.looseObject({ speaker: z.string() })])).default([]),
  value: z.number().nullish(),
  min: z.number().nullish(),
  max: z.number().nullish(),
  qualifier: z.string().nullish(),
  edtf: z.string().nullish(),
});
export type ProposalLine = z.infer<typeof proposalLineSchema>;

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Match<G> {
  readonly gold: G;
  readonly proposal: ProposalLine;
  readonly overlap: number;
}

/** What matching found in one or more documents. */
export interface Matching<G> {
  readonly matches: readonly Match<G>[];
  readonly missed: readonly G[];
  /** Proposals that match nothing, core or not: each counts as wrong. */
  readonly extra: readonly ProposalLine[];
}

export function iou(a: Range, b: Range): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

interface Matchable {
  readonly core: boolean;
}

/** One-to-one, core before non-core, best overlap first; `prefer` breaks ties. */
export function match<G extends Matchable>(golds: readonly G[], proposals: readonly ProposalLine[], how: Overlap<G>): Matching<G> {
  const pairs = golds.flatMap((gold) =>
    proposals.map((proposal) => ({ gold, proposal, overlap: how.overlap(gold, proposal) })).filter(({ overlap }) => overlap >= how.atLeast),
  );
  pairs.sort(
    (a, b) =>
      Number(b.gold.core) - Number(a.gold.core) || b.overlap - a.overlap || how.prefer(b.gold, b.proposal) - how.prefer(a.gold, a.proposal),
  );
  const matches: Match<G>[] = [];
  const takenGold = new Set<G>();
  const takenProposal = new Set<ProposalLine>();
  for (const pair of pairs) {
    if (takenGold.has(pair.gold) || takenProposal.has(pair.proposal)) continue;
    takenGold.add(pair.gold);
    takenProposal.add(pair.proposal);
    matches.push(pair);
  }
  return {
    matches,
    missed: golds.filter((gold) => !takenGold.has(gold)),
    extra: proposals.filter((proposal) => !takenProposal.has(proposal)),
  };
}

export interface Overlap<G> {
  readonly overlap: (gold: G, proposal: ProposalLine) => number;
  readonly prefer: (gold: G, proposal: ProposalLine) => number;
  readonly atLeast: number;
}

function hull(parts: readonly Range[]): Range {
  return { start: Math.min(...parts.map((part) => part.start)), end: Math.max(...parts.map((part) => part.end)) };
}

export function attributionOverlap(claim: GoldClaim, proposal: ProposalLine): number {
  if (claim.content.length === 0) return 0;
  return Math.max(iou(hull(claim.content), proposal), ...claim.content.map((part) => iou(part, proposal)));
}

export function sourceOverlaps(claim: GoldClaim, proposal: ProposalLine): boolean {
  if (claim.source == null || proposal.source == null) return claim.source == null && proposal.source == null;
  return iou(claim.source, proposal.source) > 0;
}

/** The attributions of one document, with a second quotation counted as found when one proposal covers it and the first. */
export function matchAttributions(gold: Gold, doc: string, proposals: readonly ProposalLine[]): Matching<GoldClaim> {
  const claims = gold.claims.filter((claim) => claim.doc === doc && claim.kind === 'attribution');
  const direct = gold.documents.find((document) => document.doc === doc)?.attribution_scope === 'direct';
  const found = match(claims, proposals, {
    overlap: attributionOverlap,
    prefer: (claim, proposal) => Number(sourceOverlaps(claim, proposal)),
    atLeast: 0.3,
  });
  const joined = found.missed.flatMap((claim) => {
    const first = found.matches.find((other) => other.gold.id === claim.continues);
    if (first === undefined) return [];
    const overlap = iou(hull([...first.gold.content, ...claim.content]), first.proposal);
    return overlap >= 0.3 && claim.content.some((part) => iou(part, first.proposal) > 0)
      ? [{ gold: claim, proposal: first.proposal, overlap }]
      : [];
  });
  return {
    matches: [...found.matches, ...joined],
    missed: found.missed.filter((claim) => !joined.some((other) => other.gold === claim)),
    extra: direct ? found.extra.filter((proposal) => proposal.mode === 'direct') : found.extra,
  };
}

export function matchQuantities(gold: Gold, doc: string, proposals: readonly ProposalLine[]): Matching<GoldClaim> {
  const claims = gold.claims.filter((claim) => claim.doc === doc && claim.kind === 'quantity');
  return match(claims, proposals, {
    overlap: (claim, proposal) => (claim.number == null ? 0 : iou(claim.number, proposal)),
    prefer: () => 0,
    atLeast: Number.MIN_VALUE,
  });
}

export function matchDates(gold: Gold, doc: string, proposals: readonly ProposalLine[]): Matching<GoldDate> {
  return match(
    gold.dates.filter((date) => date.doc === doc),
    proposals,
    { overlap: iou, prefer: () => 0, atLeast: 0.4 },
  );
}

/** Value and bounds as the scheme compares them: bounds of approximations are free, a vague floor may be off by two. */
export function sameValue(gold: GoldClaim, proposal: ProposalLine): boolean {
  const [value, other] = [gold.value ?? null, proposal.value ?? null];
  if (gold.qualifier_norm === 'vague') {
    const [floor, own] = [gold.min ?? null, proposal.min ?? null];
    return other === null && (floor === null || own === null || (own >= floor / 2 && own <= floor * 2));
  }
  if (gold.qualifier_norm === 'range') return proposal.min === gold.min && proposal.max === gold.max;
  if (gold.qualifier_norm === 'min' || gold.qualifier_norm === 'max') {
    const bound = gold.qualifier_norm === 'min' ? gold.min : gold.max;
    const own = gold.qualifier_norm === 'min' ? (proposal.min ?? other) : (proposal.max ?? other);
    return [bound, value].some((accepted) => accepted != null && accepted === own) || (value !== null && value === other);
  }
  return value === other;
}

export function sameQualifier(gold: GoldClaim, proposal: ProposalLine): boolean {
  return proposal.qualifier === gold.qualifier_norm || (gold.qualifier_accept ?? []).includes(proposal.qualifier ?? '');
}

export function sameEdtf(gold: GoldDate, proposal: ProposalLine): boolean {
  return proposal.edtf != null && (proposal.edtf === gold.edtf || (gold.edtf_accept ?? []).includes(proposal.edtf));
}

/** Other places where the gold names the same entity. */
export function mentionsOf(gold: Gold, doc: string, id: string | null | undefined): readonly Range[] {
  if (id == null) return [];
  const entities = gold.entities.filter((entity) => entity.doc === doc && entity.id === id);
  const sources = gold.claims
    .filter((claim) => claim.doc === doc && claim.attributed_to === id)
    .flatMap((claim) => (claim.source == null ? [] : [claim.source]));
  return [...entities, ...sources];
}

/** Whether a proposal's chain names every link of the gold chain, outermost first; the author's own link is free. */
export function sameChain(gold: Gold, claim: GoldClaim, { proposal, text }: { proposal: ProposalLine; text: string }): boolean {
  const isAuthor = (id: string): boolean => /:(?:author|publisher)$/.test(id);
  const wanted = (claim.chain ?? []).filter((id) => !isAuthor(id));
  const speakers = proposal.chain.map((link) => (typeof link === 'string' ? link : link.speaker));
  const own = speakers.slice(Math.max(0, speakers.length - wanted.length));
  if (own.length < wanted.length || speakers.length > wanted.length + 1) return false;
  return wanted.every((id, index) => {
    const speaker = own[index] ?? '';
    return mentionsOf(gold, claim.doc, id).some((range) => sharesWords(text.slice(range.start, range.end), speaker));
  });
}

function sharesWords(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().trim(), b.toLowerCase().trim()];
  return x !== '' && y !== '' && (x.includes(y) || y.includes(x));
}
