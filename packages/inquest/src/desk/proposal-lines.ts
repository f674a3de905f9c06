import type { ProposalLine } from '../api-contract/index.ts';
import { decisionsOf, type ProposalDecision } from '../claims/index.ts';
import type { ItemId, ProposalId } from '../kernel/index.ts';
import { itemId, type ProposalKind, readingStatus } from '../model/index.ts';
import { getProposal, readProposals, type StoredProposal } from '../reading/index.ts';
import { idOr, notFound } from './ids.ts';
import type { Inquiry } from './inquiry.ts';
import type { Page, PageQuery } from './paging.ts';
import { proposalLine } from './proposal-line.ts';
import { documentsOf, type NamedDocument } from './text.ts';

export interface ProposalLinesQuery extends PageQuery {
  readonly items?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
}

/**
 * Proposals by item and in the order of their reading. Filtering by status happens after a
 * page was read, so that a page may hold fewer lines than asked for and still have a next one.
 */
export async function proposalLines(inquiry: Inquiry, query: ProposalLinesQuery): Promise<Page<ProposalLine>> {
  const items = query.items?.map((item) => idOr(itemId, item));
  const statuses = query.statuses?.map((status) => idOr(readingStatus, status));
  const page = await readProposals(inquiry.store, inquiry.scope, {
    limit: query.limit,
    ...(items === undefined ? {} : { items }),
    // An unknown kind selects nothing, which is the right answer to it.
    ...(query.kinds === undefined ? {} : { kinds: query.kinds as readonly ProposalKind[] }),
    ...(query.cursor === undefined ? {} : { after: query.cursor }),
  });
  const lines = await linesOf(inquiry, page.proposals);
  return { lines: statuses === undefined ? lines : lines.filter(({ status }) => statuses.includes(status)), next: page.next, total: null };
}

export async function proposalLineOf(inquiry: Inquiry, id: ProposalId): Promise<ProposalLine> {
  const proposal = await getProposal(inquiry.store, inquiry.scope, id);
  const [line] = proposal === null ? [] : await linesOf(inquiry, [proposal]);
  if (line === undefined) throw notFound(id);
  return line;
}

async function linesOf(inquiry: Inquiry, proposals: readonly StoredProposal[]): Promise<ProposalLine[]> {
  const decided = await decisionsOf(
    inquiry.store,
    inquiry.scope,
    proposals.map(({ id }) => id),
  );
  const documents = await documentsOf(inquiry, [...new Set(proposals.map(({ item }) => item))]);
  return proposals.map((proposal) => proposalLine(proposal, namesOf(documents, proposal.item), standingOf(decided.get(proposal.id))));
}

function namesOf(documents: ReadonlyMap<ItemId, NamedDocument>, item: ItemId): { file: string; documentName: string } {
  const document = documents.get(item);
  return { file: document?.path ?? '', documentName: document?.documentName ?? item };
}

function standingOf(decision: ProposalDecision | undefined): Parameters<typeof proposalLine>[2] {
  if (decision === undefined) return { status: 'proposed', claim: null, decision: null, reason: null };
  return { status: decision.status, claim: decision.claim, decision: decision.event, reason: decision.reason };
}
