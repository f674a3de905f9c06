import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../access/index.ts';
import { type ClaimId, done, type Outcome, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import type { Claim, ClaimContent } from '../model/index.ts';
import { type ContentRefusal, checkContent, isKeepable } from './check-content.ts';
import { getClaim } from './claim-store.ts';
import type { CitedText } from './content-of-proposal.ts';
import { LONGEST_WORDS } from './open-proposal.ts';
import type { DecidedClaim, Written } from './record-claim.ts';
import { refuseClaim } from './refusals.ts';

export interface EditClaimRequest {
  readonly claim: ClaimId;
  /** The version the person read and changed. */
  readonly expectedVersion: number;
  /** The whole new content; checked. */
  readonly content: unknown;
  readonly reason: string | null;
  /** The text the new citation points into: the claim's own item. */
  readonly cited: CitedText;
}

export type EditClaimRefusal = ContentRefusal | 'not-found' | 'claim-undone' | 'version-conflict' | 'nothing-changed';

/** Pure. On a version conflict the details hold both versions: `current`, and `yours` as it was sent. */
export function decideEditClaim(
  request: EditClaimRequest,
  state: { readonly claim: Claim | null },
): Outcome<Decision<DecidedClaim>, EditClaimRefusal> {
  const { claim } = state;
  if (claim === null) return refuseClaim('not-found', request.claim);
  if (claim.status === 'undone') return refuseClaim('claim-undone', claim.id);
  if (claim.version !== request.expectedVersion) {
    const yours = { version: request.expectedVersion, content: request.content };
    return refuseClaim('version-conflict', claim.id, { current: { version: claim.version, content: claim.content }, yours });
  }
  if (request.cited.item !== claim.item) return refuseClaim('quote-differs', claim.item);
  const checked = checkContent(request.content, request.cited);
  if (!checked.ok) return checked;
  if (!isKeepable(request.reason, LONGEST_WORDS)) return refuseClaim('invalid-content', 'reason');
  if (isDeepStrictEqual(checked.value, claim.content)) return refuseClaim('nothing-changed', claim.id);
  return done(editedEvent(claim, checked.value, request.reason));
}

/** The event that makes the next version of a claim. */
export function editedEvent(claim: Claim, content: ClaimContent, reason: string | null): Decision<DecidedClaim> {
  const version = claim.version + 1;
  const payload = { claim: claim.id, version, content, reason };
  return {
    events: [{ type: 'claim.edited', payload, touches: [claim.id, claim.item], compartment: claim.compartment }],
    value: { claim: claim.id, version, content },
  };
}

/** What `editClaim` would do, writing nothing. */
export async function planEditClaim(
  store: Store,
  scope: Scope,
  request: EditClaimRequest,
): Promise<Outcome<Decision<DecidedClaim>, EditClaimRefusal>> {
  return decideEditClaim(request, { claim: await getClaim(store, scope, request.claim) });
}

/** Makes a new version of a claim; older versions stay. Refuses when somebody else was faster. */
export function editClaim(
  ledger: Ledger,
  scope: Scope,
  request: EditClaimRequest,
): Promise<Outcome<Written<DecidedClaim>, EditClaimRefusal>> {
  return ledger.commit(scope, (tx) => planEditClaim(tx, scope, request));
}
