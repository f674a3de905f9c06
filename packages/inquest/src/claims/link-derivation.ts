import type { Scope } from '../access/index.ts';
import { done, type ItemId, type Outcome, type ProposalId, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import { type Claim, type ClaimContent, type DerivationBody, derivationBody } from '../model/index.ts';
import { getProposal, type StoredProposal } from '../reading/index.ts';
import { type ContentRefusal, checkContent } from './check-content.ts';
import { decisionsOf, getClaim, nextClaimNumber, type ProposalDecision } from './claim-store.ts';
import { type CitedText, citationOf, contentOfProposal, documentLink } from './content-of-proposal.ts';
import { editedEvent } from './edit-claim.ts';
import { alreadyDecided } from './open-proposal.ts';
import { type DecidedClaim, recordedEvent, type Written } from './record-claim.ts';
import { refuseClaim } from './refusals.ts';

export interface LinkDerivationRequest {
  /** The text of the document that rests on another. */
  readonly cited: CitedText;
  /** The item it rests on, held here, and its name. */
  readonly target: { readonly item: ItemId; readonly name: string };
  /** One of the relations of `derivationBody`; checked, because it comes from outside. */
  readonly relation: string;
  /** The proposal that named the origin, when one did. */
  readonly proposal: ProposalId | null;
  /** The passage that says so. Without it and without a proposal, the document's first line is cited. */
  readonly passage?: { readonly start: number; readonly end: number };
}

export type LinkDerivationRefusal =
  | ContentRefusal
  | 'not-found'
  | 'already-decided'
  | 'same-item'
  | 'nothing-changed'
  | 'not-recordable-yet'
  | 'reading-incomplete';

export interface LinkDerivationState {
  readonly proposal: StoredProposal | null;
  readonly standing: ProposalDecision | null;
  /** The derivation the proposal was already recorded as. */
  readonly claim: Claim | null;
  readonly number: number;
}

/**
 * Pure. A proposal already recorded as a derivation is edited to name its target; otherwise a
 * derivation is recorded. The edge counts for independence from then on.
 */
export function decideLinkDerivation(
  request: LinkDerivationRequest,
  state: LinkDerivationState,
): Outcome<Decision<DecidedClaim>, LinkDerivationRefusal> {
  const { cited, target } = request;
  const { proposal, standing, claim, number } = state;
  if (target.item === cited.item) return refuseClaim('same-item', cited.item);
  const relation = derivationBody.shape.relation.safeParse(request.relation);
  if (!relation.success) return refuseClaim('invalid-content', 'relation', { known: derivationBody.shape.relation.options });
  if (request.proposal !== null && proposal === null) return refuseClaim('not-found', request.proposal);
  if (claim?.status === 'recorded' && claim.content.body.kind === 'derivation') {
    const body = { ...claim.content.body, relation: relation.data, target: target.item };
    if (claim.content.body.target === target.item && claim.content.body.relation === relation.data)
      return refuseClaim('nothing-changed', claim.id);
    return done(editedEvent(claim, { ...claim.content, body }, null));
  }
  if (standing !== null && standing.status !== 'unsure') return alreadyDecided(standing);
  const read = proposal === null ? null : withoutCompartment(proposal);
  const drafted = read === null ? done(contentFromPassage(request, relation.data)) : contentOfProposal(read, cited);
  if (!drafted.ok) return drafted;
  const { body } = drafted.value;
  if (body.kind !== 'derivation') return refuseClaim('invalid-content', 'proposal');
  const content = { ...drafted.value, body: { ...body, relation: relation.data, target: target.item } };
  const checked = checkContent(content, cited);
  if (!checked.ok) return checked;
  return done(
    recordedEvent(checked.value, {
      cited: { ...cited, compartment: proposal?.compartment ?? cited.compartment },
      number,
      proposal: read,
      edited: read !== null,
    }),
  );
}

function withoutCompartment({ id, item, readerVersion, body }: StoredProposal): Omit<StoredProposal, 'compartment'> {
  return { id, item, readerVersion, body };
}

/** Longest first line that is cited for a document as a whole. */
const LONGEST_LINE = 200;

function contentFromPassage({ cited, target, passage }: LinkDerivationRequest, relation: DerivationBody['relation']): ClaimContent {
  return {
    body: { kind: 'derivation', relation, targetName: target.name, target: null },
    citation: citationOf(cited, passage ?? firstLine(cited.text)),
    chain: [documentLink(cited.documentName)],
    polarity: 'affirms',
    stance: 'neutral',
    saidOn: null,
    note: null,
  };
}

function firstLine(text: string): { start: number; end: number } {
  const found = /\S[^\n\r]*/u.exec(text);
  const start = found?.index ?? 0;
  const line = (found?.[0] ?? '').slice(0, LONGEST_LINE).replace(/[\uD800-\uDBFF]$/u, '');
  return { start, end: start + line.trimEnd().length };
}

/** What `linkDerivation` would do, writing nothing. */
export async function planLinkDerivation(
  store: Store,
  scope: Scope,
  request: LinkDerivationRequest,
): Promise<Outcome<Decision<DecidedClaim>, LinkDerivationRefusal>> {
  const id = request.proposal;
  const standing = id === null ? null : ((await decisionsOf(store, scope, [id])).get(id) ?? null);
  return decideLinkDerivation(request, {
    proposal: id === null ? null : await getProposal(store, scope, id),
    standing,
    claim: standing?.claim == null ? null : await getClaim(store, scope, standing.claim),
    number: await nextClaimNumber(store),
  });
}

/** A person says that one held document rests on another. Their texts and claims stay as they are. */
export function linkDerivation(
  ledger: Ledger,
  scope: Scope,
  request: LinkDerivationRequest,
): Promise<Outcome<Written<DecidedClaim>, LinkDerivationRefusal>> {
  return ledger.commit(scope, (tx) => planLinkDerivation(tx, scope, request));
}
