import type { ClaimId, ItemId, ProposalId } from '../kernel/index.ts';
import type { ChainLink, Claim, Counted, Proposal, Quantity, ReadingStatus } from '../model/index.ts';
import type { DerivationEdge } from './derivation-graph.ts';

/** One figure in one document: a recorded claim, or a proposal nobody has recorded or set aside. */
export interface FigureReport {
  readonly id: ClaimId | ProposalId;
  readonly claim: ClaimId | null;
  readonly proposal: ProposalId | null;
  readonly status: Exclude<ReadingStatus, 'set-aside'>;
  readonly item: ItemId;
  /** UTF-16 offset of the number in the item's text. */
  readonly start: number;
  /** The cited passage, or the number's words for a proposal. */
  readonly quote: string;
  readonly quantity: Quantity;
  readonly counted: Counted;
  /** Read as a part of another figure ("including 17 …"): never compared with a whole. */
  readonly subset: boolean;
  readonly chain: readonly ChainLink[];
  readonly saidOn: string | null;
}

/** A quantity claim as a report; null for claims of other kinds and those taken back. */
export function reportOfClaim(claim: Claim & { readonly subset: boolean }): FigureReport | null {
  const { body, citation, chain, saidOn } = claim.content;
  if (claim.status !== 'recorded' || body.kind !== 'quantity') return null;
  return {
    id: claim.id,
    claim: claim.id,
    proposal: claim.proposal,
    status: 'recorded',
    item: claim.item,
    start: citation.parts[0]?.start ?? citation.start,
    quote: citation.quote,
    quantity: body.quantity,
    counted: body.counted,
    subset: claim.subset,
    chain,
    saidOn: saidOn ?? chain.at(-1)?.saidOn ?? null,
  };
}

/** A quantity proposal as a report; null for proposals of other kinds. */
export function reportOfProposal(proposal: Proposal, status: 'proposed' | 'unsure'): FigureReport | null {
  const { body } = proposal;
  if (body.kind !== 'quantity') return null;
  const { start, quote, quantity, counted, subsetOf, chain } = body;
  const saidOn = chain.at(-1)?.saidOn ?? null;
  const ids = { id: proposal.id, claim: null, proposal: proposal.id };
  return { ...ids, status, item: proposal.item, start, quote, quantity, counted, subset: subsetOf !== null, chain, saidOn };
}

/** A recorded derivation as an edge; null for claims of other kinds and those taken back. */
export function edgeOfClaim(claim: Claim): DerivationEdge | null {
  const { body } = claim.content;
  if (claim.status !== 'recorded' || body.kind !== 'derivation') return null;
  return { id: claim.id, item: claim.item, relation: body.relation, targetName: body.targetName, target: body.target };
}

/** A proposed derivation as an edge to a name; null for proposals of other kinds. */
export function edgeOfProposal(proposal: Proposal): DerivationEdge | null {
  const { body } = proposal;
  if (body.kind !== 'derivation') return null;
  return { id: proposal.id, item: proposal.item, relation: body.relation, targetName: body.target.text, target: null };
}

/** By item number, then place in the text: the order in which material came, not the order of decisions. */
export function inOrderOfReceipt(a: FigureReport, b: FigureReport): number {
  return Number(a.item.slice(2)) - Number(b.item.slice(2)) || a.start - b.start || (a.id < b.id ? -1 : 1);
}

/** Leaves out proposals at a place where a figure is already recorded: another reader version proposes a passage again. */
export function withoutSecondReadings(reports: readonly FigureReport[]): FigureReport[] {
  const placeOf = (report: FigureReport): string => `${report.item} ${String(report.start)}`;
  const recorded = new Set(reports.filter(({ claim }) => claim !== null).map(placeOf));
  return reports.filter((report) => report.claim !== null || !recorded.has(placeOf(report)));
}
