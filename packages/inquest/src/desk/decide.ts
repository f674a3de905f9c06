import type { DecisionAnswer } from '../api-contract/index.ts';
import {
  editClaim,
  getClaim,
  linkDerivation,
  markUnsure,
  planMarkUnsure,
  planRecordProposal,
  planSetAside,
  planUndo,
  recordClaim,
  recordProposal,
  setAsideProposal,
  undoDecision,
} from '../claims/index.ts';
import { type ClaimId, done, type Outcome, type ProposalId, type QuestionId } from '../kernel/index.ts';
import type { AnyEvent, Decision } from '../ledger/index.ts';
import { type ClaimContent, claimId, eventId, itemId, proposalId, type SetAsideReason, setAsideReason } from '../model/index.ts';
import { getProposal } from '../reading/index.ts';
import { claimLineOf } from './claim-lines.ts';
import { eventLine } from './event-lines.ts';
import { idOr, notFound } from './ids.ts';
import type { Inquiry } from './inquiry.ts';
import { proposalLineOf } from './proposal-lines.ts';
import { citedText, itemNamed } from './text.ts';

/** `dryRun`: say what would be decided and write nothing; the answer then lists no events. */
export interface DecideOptions {
  readonly dryRun?: boolean;
}

type Answer = Promise<Outcome<DecisionAnswer>>;

/** What a decision is about, for the answer. */
interface Subject {
  readonly claim?: ClaimId | null;
  readonly proposal?: ProposalId | null;
  readonly question?: QuestionId | null;
}

/** Records a proposal, as it stands or edited first, or a claim from a passage. */
export async function decideRecord(
  inquiry: Inquiry,
  request: { readonly proposal: string; readonly content?: unknown } | { readonly item: string; readonly content: unknown },
  options: DecideOptions = {},
): Answer {
  const { ledger, scope, store } = inquiry;
  if (!('proposal' in request)) {
    const cited = await citedText(inquiry, idOr(itemId, request.item));
    return answer(inquiry, await recordClaim(ledger, scope, { cited, content: request.content }), ({ claim }) => ({ claim }));
  }
  const id = idOr(proposalId, request.proposal);
  const found = await getProposal(store, scope, id);
  if (found === null) throw notFound(id);
  const edited = request.content === undefined ? {} : { content: request.content };
  const asked = { proposal: id, cited: await citedText(inquiry, found.item), ...edited };
  if (options.dryRun === true) return planned(await planRecordProposal(store, scope, asked));
  return answer(inquiry, await recordProposal(ledger, scope, asked), ({ claim }) => ({ claim, proposal: id }));
}

/** The content a proposal would be recorded with as it stands; a fault when it cannot be recorded so. */
export async function contentAsRead(inquiry: Inquiry, proposal: string): Promise<ClaimContent> {
  const id = idOr(proposalId, proposal);
  const found = await getProposal(inquiry.store, inquiry.scope, id);
  if (found === null) throw notFound(id);
  const planned = await planRecordProposal(inquiry.store, inquiry.scope, { proposal: id, cited: await citedText(inquiry, found.item) });
  if (!planned.ok) throw notFound(id);
  return planned.value.value.content;
}

/** A new version of a claim; refuses when somebody else was faster. */
export async function decideEdit(
  inquiry: Inquiry,
  claim: string,
  request: { readonly content: unknown; readonly reason: string | null; readonly expectedVersion: number },
): Answer {
  const id = idOr(claimId, claim);
  const found = await getClaim(inquiry.store, inquiry.scope, id);
  if (found === null) throw notFound(id);
  const cited = await citedText(inquiry, found.item);
  return answer(inquiry, await editClaim(inquiry.ledger, inquiry.scope, { claim: id, cited, ...request }), () => ({
    claim: id,
    proposal: found.proposal,
  }));
}

export async function decideSetAside(
  inquiry: Inquiry,
  proposal: string,
  request: DecideOptions & { readonly reason: string; readonly words: string | null },
): Answer {
  const id = idOr(proposalId, proposal);
  const asked = { proposal: id, reason: reasonOf(request.reason), words: request.words };
  if (request.dryRun === true) return planned(await planSetAside(inquiry.store, inquiry.scope, asked));
  return answer(inquiry, await setAsideProposal(inquiry.ledger, inquiry.scope, asked), () => ({ proposal: id }));
}

export async function decideUnsure(inquiry: Inquiry, proposal: string, request: DecideOptions & { readonly words: string | null }): Answer {
  const id = idOr(proposalId, proposal);
  const asked = { proposal: id, words: request.words };
  if (request.dryRun === true) return planned(await planMarkUnsure(inquiry.store, inquiry.scope, asked));
  return answer(inquiry, await markUnsure(inquiry.ledger, inquiry.scope, asked), () => ({ proposal: id }));
}

/** Takes one decision back; it stays on the ledger. */
export async function decideUndo(inquiry: Inquiry, event: string, options: DecideOptions = {}): Answer {
  const asked = { event: idOr(eventId, event) };
  if (options.dryRun === true) return planned(await planUndo(inquiry.store, inquiry.scope, asked));
  return answer(inquiry, await undoDecision(inquiry.ledger, inquiry.scope, asked), (undone) => undone);
}

/** Records that one item rests on another; the one edge that changes how origins are counted. */
export async function decideLinkDerivation(
  inquiry: Inquiry,
  request: { readonly item: string; readonly target: string; readonly relation: string; readonly proposal: string | null },
): Answer {
  const target = await itemNamed(inquiry, idOr(itemId, request.target));
  const asked = {
    cited: await citedText(inquiry, idOr(itemId, request.item)),
    target: { item: target.item, name: target.documentName },
    relation: request.relation,
    proposal: request.proposal === null ? null : idOr(proposalId, request.proposal),
  };
  return answer(inquiry, await linkDerivation(inquiry.ledger, inquiry.scope, asked), ({ claim }) => ({ claim, proposal: asked.proposal }));
}

/** A written decision as the answer of the contract. */
export async function answer<T>(
  inquiry: Inquiry,
  written: Outcome<{ readonly value: T; readonly events: readonly AnyEvent[] }>,
  subjectOf: (value: T) => Subject,
): Answer {
  if (!written.ok) return written;
  const { value, events } = written.value;
  const { claim = null, proposal = null, question = null } = subjectOf(value);
  return done({
    events: events.map(eventLine),
    claim: claim === null ? null : await claimLineOf(inquiry, claim),
    proposal: proposal === null ? null : await proposalLineOf(inquiry, proposal),
    question,
  });
}

/** What would be written, as an answer without events. */
function planned<T>(outcome: Outcome<Decision<T>>): Outcome<DecisionAnswer> {
  return outcome.ok ? done({ events: [], claim: null, proposal: null, question: null }) : outcome;
}

function reasonOf(text: string): SetAsideReason {
  return idOr(setAsideReason, text);
}
