import type { AccountLine, DecisionAnswer, FiguresLine, QuestionLine } from '../api-contract/index.ts';
import {
  type ConfirmedQuestion,
  computeFigures,
  confirmQuestion,
  type DerivationEdge,
  decisionsOf,
  documentPeriod,
  edgeOfClaim,
  edgeOfProposal,
  type FigureAccount,
  type FigureDocument,
  type FigureReport,
  type FiguresReport,
  listClaims,
  listQuestions,
  MAX_QUESTION_PAGE,
  reportOfClaim,
  reportOfProposal,
  splitQuestion,
} from '../claims/index.ts';
import { type ClaimId, InquestFault, type ItemId, type Outcome, type ProposalId, type QuestionId } from '../kernel/index.ts';
import { claimId, questionId } from '../model/index.ts';
import { readProposals } from '../reading/index.ts';
import { answer } from './decide.ts';
import { idOr, notFound } from './ids.ts';
import type { Inquiry } from './inquiry.ts';
import { documentsOf, type NamedDocument } from './text.ts';

const PAGE = 1000;
const ITEMS_AT_ONCE = 500;
/** The most figures put side by side in one report; beyond it the inquiry must be narrowed. */
const MOST_FIGURES = 20_000;

/** Every question with its accounts, as lines. */
export async function figuresOf(inquiry: Inquiry): Promise<FiguresLine> {
  const { report, documents } = await readFigures(inquiry);
  return {
    questions: report.questions.map(
      (question): QuestionLine => ({
        id: question.id,
        asks: question.asks,
        status: question.status,
        counted: { ...question.counted },
        accounts: question.accounts.map((account) => accountLine(account, documents)),
        comparison: question.comparison.map(({ a, b, result, reason }) => ({ a, b, result, reason })),
        origins: question.origins,
        reports: question.reports,
      }),
    ),
    acrossQuestions: report.acrossQuestions.map(({ a, b, result, reason }) => ({ a, b, result, reason })),
  };
}

/** A person says that these figures answer one question. */
export async function decideConfirmQuestion(
  inquiry: Inquiry,
  question: string,
  request: { readonly asks?: string | undefined },
): Promise<Outcome<DecisionAnswer>> {
  const proposed = await proposedQuestion(inquiry, question);
  const { claims, proposals } = membersOf(proposed.accounts);
  const written = await confirmQuestion(inquiry.ledger, inquiry.scope, {
    asks: request.asks ?? proposed.asks,
    counted: proposed.counted,
    claims,
    proposals,
  });
  return answer(inquiry, written, (made) => ({ question: made.question }));
}

/**
 * A person says that some accounts answer another question. A question that was only proposed
 * is confirmed first: both decisions are on the ledger and each can be taken back.
 */
export async function decideSplitQuestion(
  inquiry: Inquiry,
  question: string,
  request: { readonly accounts: readonly string[]; readonly asks: string; readonly why: string | null },
): Promise<Outcome<DecisionAnswer>> {
  const asked = await proposedQuestion(inquiry, question);
  let from: QuestionId;
  if (asked.status === 'proposed') {
    const { claims, proposals } = membersOf(asked.accounts);
    const confirmed = await confirmQuestion(inquiry.ledger, inquiry.scope, { asks: asked.asks, counted: asked.counted, claims, proposals });
    if (!confirmed.ok) return confirmed;
    from = confirmed.value.value.question;
  } else from = idOr(questionId, asked.id);
  const moved = membersOf(asked.accounts.filter((account) => request.accounts.includes(account.id)));
  const written = await splitQuestion(inquiry.ledger, inquiry.scope, {
    from,
    asks: request.asks,
    ...moved,
    why: request.why,
    period: null,
  });
  return answer(inquiry, written, (made) => ({ question: made.question }));
}

async function proposedQuestion(inquiry: Inquiry, id: string): Promise<FiguresReport['questions'][number]> {
  const { report } = await readFigures(inquiry);
  const found = report.questions.find((question) => question.id === id);
  if (found === undefined) throw notFound(id.slice(0, 40));
  return found;
}

/** Every report of the accounts, recorded or proposed, by what it is. */
function membersOf(accounts: readonly FigureAccount[]): { claims: ClaimId[]; proposals: ProposalId[] } {
  const claims: ClaimId[] = [];
  const proposals: ProposalId[] = [];
  for (const { id } of accounts.flatMap(({ via }) => via)) {
    const claim = claimId.safeParse(id);
    // A carrier's id is a claim's or a proposal's and nothing else.
    if (claim.success) claims.push(claim.data);
    else proposals.push(id as ProposalId);
  }
  return { claims, proposals };
}

interface Material {
  readonly report: FiguresReport;
  readonly documents: ReadonlyMap<ItemId, NamedDocument>;
}

async function readFigures(inquiry: Inquiry): Promise<Material> {
  const reports: FigureReport[] = [];
  const recorded: DerivationEdge[] = [];
  const proposed: DerivationEdge[] = [];
  const push = (report: FigureReport | null): void => {
    if (report !== null) reports.push(report);
    if (reports.length > MOST_FIGURES) throw tooMany();
  };
  for await (const claim of pages((after) =>
    listClaims(inquiry.store, inquiry.scope, { kinds: ['quantity', 'derivation'], status: 'recorded', limit: PAGE, ...after }),
  )) {
    push(reportOfClaim(claim));
    const edge = edgeOfClaim(claim);
    if (edge !== null) recorded.push(edge);
  }
  let after: string | undefined;
  do {
    const page = await readProposals(inquiry.store, inquiry.scope, {
      kinds: ['quantity', 'derivation'],
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const decided = await decisionsOf(
      inquiry.store,
      inquiry.scope,
      page.proposals.map(({ id }) => id),
    );
    for (const proposal of page.proposals) {
      const status = decided.get(proposal.id)?.status ?? 'proposed';
      if (status === 'recorded' || status === 'set-aside') continue;
      push(reportOfProposal(proposal, status));
      const edge = edgeOfProposal(proposal);
      if (edge !== null) proposed.push(edge);
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  const items = new Set([
    ...reports.map(({ item }) => item),
    ...recorded.flatMap(({ item, target }) => (target === null ? [item] : [item, target])),
    ...proposed.map(({ item }) => item),
  ]);
  const documents = await documentsOf(inquiry, [...items]);
  const dates = await datesIn(inquiry, [...items]);
  const questions = await confirmedQuestions(inquiry);
  const report = computeFigures({ reports, questions, documents: figureDocuments(documents, dates), derivations: { recorded, proposed } });
  return { report, documents };
}

/** Dates read in each document, which tell what it is about where a figure's own sentence does not. */
async function datesIn(inquiry: Inquiry, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, (string | null)[]>> {
  const dates = new Map<ItemId, (string | null)[]>();
  for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
    const some = items.slice(at, at + ITEMS_AT_ONCE);
    let after: string | undefined;
    do {
      const page = await readProposals(inquiry.store, inquiry.scope, {
        items: some,
        kinds: ['date'],
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const { item, body } of page.proposals) {
        if (body.kind === 'date') dates.set(item, [...(dates.get(item) ?? []), body.edtf]);
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return dates;
}

async function confirmedQuestions(inquiry: Inquiry): Promise<ConfirmedQuestion[]> {
  const questions: ConfirmedQuestion[] = [];
  for await (const { id, asks, counted, claims, proposals } of pages((after) =>
    listQuestions(inquiry.store, inquiry.scope, { limit: MAX_QUESTION_PAGE, ...after }),
  )) {
    questions.push({ id, asks, counted, claims, proposals });
  }
  return questions;
}

/** Walks a cursored list of the stores. */
async function* pages<T>(read: (after: { after?: string }) => Promise<{ rows: readonly T[]; next: string | null }>): AsyncGenerator<T> {
  let after: { after?: string } = {};
  for (;;) {
    const { rows, next } = await read(after);
    yield* rows;
    if (next === null) return;
    after = { after: next };
  }
}

function figureDocuments(
  documents: ReadonlyMap<ItemId, NamedDocument>,
  dates: ReadonlyMap<ItemId, (string | null)[]>,
): ReadonlyMap<ItemId, FigureDocument> {
  return new Map(
    [...documents].map(([item, { documentName, title, published }]) => [
      item,
      { name: documentName, published, period: documentPeriod({ title, published, dates: dates.get(item) ?? [] }) },
    ]),
  );
}

function accountLine(account: FigureAccount, documents: ReadonlyMap<ItemId, NamedDocument>): AccountLine {
  const fileOf = (item: ItemId): string => documents.get(item)?.path ?? '';
  const { id, claim, proposal, status, item, raw, quote, value, min, max, qualifier, claimant, counted, firstSaid, reports, origins } =
    account;
  return {
    id,
    claim,
    proposal,
    status,
    item,
    file: fileOf(item),
    raw,
    quote,
    value,
    min,
    max,
    qualifier,
    claimant,
    counted: { ...counted },
    firstSaid,
    reports,
    origins,
    /* Where a source does not say when, the article's own date says when it was carried. */
    via: account.via.map((carrier) => ({
      ...carrier,
      file: fileOf(carrier.item),
      saidOn: carrier.saidOn ?? documents.get(carrier.item)?.published ?? null,
    })),
  };
}

function tooMany(): InquestFault {
  return new InquestFault('INQ-LIMIT', {
    what: 'There are more figures than one report puts side by side.',
    why: `The limit is ${String(MOST_FIGURES)}.`,
    do: 'Set aside figures that answer no question of the inquiry.',
  });
}
