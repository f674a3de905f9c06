import type { AccountLine, DecisionAnswer, FiguresLine, QuestionLine } from '../api-contract/index.ts';
import {
  COMPARISON_WORDS,
  type ComparedPair,
  confirmQuestion,
  type FigureAccount,
  type ReadFigures,
  readFigures,
  splitQuestion,
} from '../claims/index.ts';
import type { ClaimId, ItemId, Outcome, ProposalId, QuestionId } from '../kernel/index.ts';
import { claimId, questionId } from '../model/index.ts';
import { answer } from './decide.ts';
import { idOr, notFound } from './ids.ts';
import type { Inquiry } from './inquiry.ts';
import { documentsOf, type NamedDocument } from './text.ts';

/** Every question with its accounts, as lines. */
export async function figuresOf(inquiry: Inquiry): Promise<FiguresLine> {
  const { report, documents } = await figuresIn(inquiry);
  return {
    questions: report.questions.map(
      (question): QuestionLine => ({
        id: question.id,
        asks: question.asks,
        status: question.status,
        counted: { ...question.counted },
        accounts: question.accounts.map((account) => accountLine(account, documents)),
        comparison: question.comparison.map(pairLine),
        origins: question.origins,
        reports: question.reports,
      }),
    ),
    acrossQuestions: report.acrossQuestions.map(pairLine),
    truncated: report.truncated,
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

async function proposedQuestion(inquiry: Inquiry, id: string): Promise<ReadFigures['questions'][number]> {
  const { report } = await figuresIn(inquiry);
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
  readonly report: ReadFigures;
  readonly documents: ReadonlyMap<ItemId, NamedDocument>;
}

async function figuresIn(inquiry: Inquiry): Promise<Material> {
  const documents = new Map<ItemId, NamedDocument>();
  const report = await readFigures(inquiry.store, inquiry.scope, async (ids) => {
    for (const [id, document] of await documentsOf(inquiry, ids)) documents.set(id, document);
    return new Map(
      ids.flatMap((id) => {
        const named = documents.get(id);
        return named === undefined ? [] : [[id, { ...named, name: named.documentName }] as const];
      }),
    );
  });
  return { report, documents };
}

function pairLine({ a, b, result, reason }: ComparedPair): QuestionLine['comparison'][number] {
  return { a, b, result, reason, words: COMPARISON_WORDS[reason] };
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
