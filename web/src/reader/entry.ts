import type { ClaimLine, ProposalLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { type Loose, looseOf } from './body.ts';
import type { Highlight, Stretch } from './passages.ts';

export type EntryStatus = ProposalLine['status'];
type ChainLink = ProposalLine['chain'][number];

/**
 * One thing somebody can decide about, or has: a proposal, the claim it became, or a claim made
 * from a selection. `key` never changes while its status does.
 */
export interface Entry extends Stretch {
  readonly key: string;
  readonly kind: string;
  readonly status: EntryStatus;
  readonly parts: readonly Stretch[];
  readonly quote: string;
  readonly chain: readonly ChainLink[];
  readonly sentence: string;
  readonly proposal: ProposalLine | null;
  readonly claim: ClaimLine | null;
  /** The event that undo takes back; null while nothing is decided. */
  readonly decision: string | null;
}

/** Kinds that carry a claim and have cards from the start; the others are asked for. */
const CLAIM_BEARING: ReadonlySet<string> = new Set(['attribution', 'quantity', 'role', 'derivation']);
/** What can be shown besides, in the order offered. */
export const FURTHER = ['date', 'name', 'boilerplate', 'set-aside'] as const;
export type Further = (typeof FURTHER)[number];

/** Proposals and claims joined, in text order; longer passages first where two begin together. Claims taken back are left to their proposals. */
export function entriesOf(proposals: readonly ProposalLine[], claims: readonly ClaimLine[]): readonly Entry[] {
  const standing = claims.filter((claim) => claim.status === 'recorded');
  const byProposal = new Map(standing.flatMap((claim) => (claim.proposal === null ? [] : [[claim.proposal, claim] as const])));
  const known = new Set(proposals.map((proposal) => proposal.id));
  const entries = proposals.map((proposal) => fromProposal(proposal, byProposal.get(proposal.id) ?? null));
  const manual = standing.filter((claim) => claim.proposal === null || !known.has(claim.proposal)).map(fromClaim);
  return [...entries, ...manual].sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
}

function fromProposal(proposal: ProposalLine, claim: ClaimLine | null): Entry {
  const { id: key, kind, status, start, end, parts, quote, chain, sentence, decision } = proposal;
  const own = { key, kind, status, start, end, parts: partsOf(parts, { start, end }), quote, chain, sentence, proposal, decision };
  if (claim === null) return { ...own, claim };
  return { ...fromClaim(claim), key, proposal, decision: claim.event };
}

function fromClaim(claim: ClaimLine): Entry {
  const { start, end, parts, quote } = claim.citation;
  return {
    key: claim.claim,
    kind: claim.kind,
    status: 'recorded',
    start,
    end,
    parts: partsOf(parts, { start, end }),
    quote,
    chain: claim.chain,
    sentence: claim.sentence,
    proposal: null,
    claim,
    decision: claim.event,
  };
}

function partsOf(parts: readonly Stretch[], whole: Stretch): readonly Stretch[] {
  return parts.length === 0 ? [whole] : parts;
}

/** Which entries have cards: recorded ones and claim-bearing proposals, what is asked for, and whatever was just decided here. */
export function shownEntries(entries: readonly Entry[], further: ReadonlySet<Further>, keep: ReadonlySet<string>): readonly Entry[] {
  return entries.filter((entry) => {
    if (keep.has(entry.key) || entry.status === 'recorded') return true;
    if (entry.status === 'set-aside') return further.has('set-aside');
    return CLAIM_BEARING.has(entry.kind) || FURTHER.some((kind) => kind === entry.kind && further.has(kind));
  });
}

/** How many entries each further choice would add. */
export function countFurther(entries: readonly Entry[]): Readonly<Record<Further, number>> {
  const of = (test: (entry: Entry) => boolean) => entries.filter(test).length;
  const open = (kind: Further) => of((entry) => entry.kind === kind && (entry.status === 'proposed' || entry.status === 'unsure'));
  return {
    date: open('date'),
    name: open('name'),
    boilerplate: open('boilerplate'),
    'set-aside': of((entry) => entry.status === 'set-aside'),
  };
}

/** Entries as highlights. What is set aside has none unless it was asked for. */
export function highlightsOf(entries: readonly Entry[], further: ReadonlySet<Further>): readonly Highlight[] {
  return entries.filter((entry) => entry.status !== 'set-aside' || further.has('set-aside')).map(({ key, parts }) => ({ id: key, parts }));
}

/** The next undecided entry after `key`, going round once; null when none is left. */
export function nextUndecided(entries: readonly Entry[], key: string | null): Entry | null {
  const from = entries.findIndex((entry) => entry.key === key) + 1;
  const round = [...entries.slice(from), ...entries.slice(0, from)];
  return round.find((entry) => entry.status === 'proposed' && entry.key !== key) ?? null;
}

/** The entry `step` places on; stays at the ends; the first or last one from nowhere. */
export function neighbour(entries: readonly Entry[], key: string | null, step: 1 | -1): Entry | null {
  const from = entries.findIndex((entry) => entry.key === key);
  const to = from < 0 ? (step === 1 ? 0 : entries.length - 1) : from + step;
  return entries[to] ?? null;
}

/** The claimant: the last link of the chain, with what a pronoun is read as. */
export function claimantOf(entry: Entry): { readonly name: string | null; readonly readAs: string | null } {
  const last = entry.chain.at(-1);
  return { name: last?.text === undefined || last.text === '' ? null : last.text, readAs: last?.resolvedTo?.text ?? null };
}

/** The body of the claim where there is one, of the proposal otherwise. */
export function bodyOf(entry: Entry): Loose | null {
  return looseOf(entry.claim === null ? entry.proposal?.body : entry.claim.body);
}
