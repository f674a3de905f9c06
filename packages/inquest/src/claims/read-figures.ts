import type { Scope } from '../access/index.ts';
import type { ItemId, Store } from '../kernel/index.ts';
import type { Proposal, ProposalKind } from '../model/index.ts';
import { MAX_PROPOSAL_PAGE, readProposals } from '../reading/index.ts';
import { decisionsOf, listClaims, MAX_CLAIM_PAGE } from './claim-store.ts';
import { documentPeriod } from './counted-alike.ts';
import type { DerivationEdge } from './derivation-graph.ts';
import type { FigureDocument } from './figure-accounts.ts';
import type { ConfirmedQuestion } from './figure-groups.ts';
import { edgeOfClaim, edgeOfProposal, type FigureReport, reportOfClaim, reportOfProposal } from './figure-reports.ts';
import { computeFigures, type FiguresReport } from './figures.ts';
import { listQuestions, MAX_QUESTION_PAGE } from './question-store.ts';

/** The most figures, derivations and questions that are put side by side at once. */
export const MOST_FIGURES = 5000;

/** What intake knows of an item and a figure is shown with. */
export interface FigureItem {
  readonly name: string;
  readonly title: string | null;
  /** Article date as EDTF, never a page's clock. */
  readonly published: string | null;
}

export interface ReadFigures extends FiguresReport {
  /** There are more figures than `MOST_FIGURES`; those received last are not in the report. */
  readonly truncated: boolean;
}

/**
 * Reads every standing figure the scope may see and puts them side by side. `items` answers for
 * the items asked for; one it does not know is shown by its id.
 */
export async function readFigures(
  store: Store,
  scope: Scope,
  items: (ids: readonly ItemId[]) => Promise<ReadonlyMap<ItemId, FigureItem>>,
): Promise<ReadFigures> {
  const claims = await recordedFigures(store, scope);
  const proposals = await openProposals(store, scope, ['quantity', 'derivation']);
  const proposed = proposals.rows.flatMap(({ proposal, status }) => reportOfProposal(proposal, status) ?? []);
  const edges = proposals.rows.flatMap(({ proposal }) => edgeOfProposal(proposal) ?? []);
  const reports = [...claims.reports, ...proposed];
  const mentioned = [...new Set([...reports, ...edges, ...claims.edges].map(({ item }) => item))];
  const report = computeFigures({
    reports,
    questions: await standingQuestions(store, scope),
    documents: await documentsOf(store, scope, { mentioned, reports, items }),
    derivations: { recorded: claims.edges, proposed: edges },
  });
  return { ...report, truncated: claims.truncated || proposals.truncated };
}

async function recordedFigures(
  store: Store,
  scope: Scope,
): Promise<{ reports: FigureReport[]; edges: DerivationEdge[]; truncated: boolean }> {
  const reports: FigureReport[] = [];
  const edges: DerivationEdge[] = [];
  let after: string | null | undefined;
  while (after !== null && reports.length + edges.length < MOST_FIGURES) {
    const page = await listClaims(store, scope, {
      kinds: ['quantity', 'derivation'],
      status: 'recorded',
      limit: MAX_CLAIM_PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const claim of page.rows) {
      const [report, edge] = [reportOfClaim(claim), edgeOfClaim(claim)];
      if (report !== null) reports.push(report);
      if (edge !== null) edges.push(edge);
    }
    after = page.next;
  }
  return { reports, edges, truncated: after !== null };
}

interface OpenProposal {
  readonly proposal: Proposal;
  readonly status: 'proposed' | 'unsure';
}

/** Proposals nobody has recorded or set aside. */
async function openProposals(
  store: Store,
  scope: Scope,
  kinds: readonly ProposalKind[],
): Promise<{ rows: OpenProposal[]; truncated: boolean }> {
  const rows: OpenProposal[] = [];
  let after: string | null | undefined;
  while (after !== null && rows.length < MOST_FIGURES) {
    const page = await readProposals(store, scope, { kinds, limit: MAX_PROPOSAL_PAGE, ...(after === undefined ? {} : { after }) });
    const decided = await decisionsOf(
      store,
      scope,
      page.proposals.map(({ id }) => id),
    );
    for (const proposal of page.proposals) {
      const status = decided.get(proposal.id)?.status ?? 'proposed';
      if (status === 'proposed' || status === 'unsure') rows.push({ proposal, status });
    }
    after = page.next;
  }
  return { rows, truncated: after !== null };
}

async function standingQuestions(store: Store, scope: Scope): Promise<readonly ConfirmedQuestion[]> {
  const questions: ConfirmedQuestion[] = [];
  let after: string | null | undefined;
  while (after !== null && questions.length < MOST_FIGURES) {
    const page = await listQuestions(store, scope, { limit: MAX_QUESTION_PAGE, ...(after === undefined ? {} : { after }) });
    questions.push(...page.rows);
    after = page.next;
  }
  return questions;
}

interface Wanted {
  readonly mentioned: readonly ItemId[];
  readonly reports: readonly FigureReport[];
  readonly items: (ids: readonly ItemId[]) => Promise<ReadonlyMap<ItemId, FigureItem>>;
}

/** Names and dates of the documents; what each is about only where one of its figures states no period. */
async function documentsOf(
  store: Store,
  scope: Scope,
  { mentioned, reports, items }: Wanted,
): Promise<ReadonlyMap<ItemId, FigureDocument>> {
  const known = mentioned.length === 0 ? new Map<ItemId, FigureItem>() : await items(mentioned);
  const undated = new Set(reports.filter(({ counted }) => counted.period === null).map(({ item }) => item));
  const documents = new Map<ItemId, FigureDocument>();
  for (const item of mentioned) {
    const { name, title, published } = known.get(item) ?? { name: item, title: null, published: null };
    const dates = undated.has(item) ? await datesIn(store, scope, item) : [];
    documents.set(item, { name, published, period: undated.has(item) ? documentPeriod({ title, dates, published }) : null });
  }
  return documents;
}

/** Dates that the text states by itself; a relative one would only repeat the article's own date. */
async function datesIn(store: Store, scope: Scope, item: ItemId): Promise<readonly (string | null)[]> {
  const { proposals } = await readProposals(store, scope, { items: [item], kinds: ['date'], limit: MAX_PROPOSAL_PAGE });
  return proposals.flatMap(({ body }) => (body.kind === 'date' && body.anchor === null ? [body.edtf] : []));
}
