import type { Scope } from '../access/index.ts';
import { done, type Outcome, type ProposalId, type Store } from '../kernel/index.ts';
import { getProposal, type StoredProposal } from '../reading/index.ts';
import { isKeepable } from './check-content.ts';
import { decisionsOf, type ProposalDecision } from './claim-store.ts';
import { refuseClaim } from './refusals.ts';

/** Longest remark on a decision. */
export const LONGEST_WORDS = 2000;

export type LeaveOutRefusal = 'not-found' | 'already-decided' | 'invalid-content';

/** What stands about a proposal before it is set aside or marked unsure. */
export interface LeaveOutState {
  readonly proposal: StoredProposal | null;
  readonly standing: ProposalDecision | null;
}

/** The value of a decision that leaves a proposal out of the claims. */
export interface LeftOut {
  readonly proposal: ProposalId;
}

export async function readLeaveOutState(store: Store, scope: Scope, id: ProposalId): Promise<LeaveOutState> {
  return { proposal: await getProposal(store, scope, id), standing: (await decisionsOf(store, scope, [id])).get(id) ?? null };
}

/** The proposal when it is open to be decided on. `unsureToo`: one marked unsure is open as well. */
export function openProposal(
  id: ProposalId,
  { proposal, standing }: LeaveOutState,
  { unsureToo, words }: { unsureToo: boolean; words: string | null },
): Outcome<StoredProposal, LeaveOutRefusal> {
  if (proposal === null) return refuseClaim('not-found', id);
  if (standing !== null && !(unsureToo && standing.status === 'unsure')) return alreadyDecided(standing);
  if (!isKeepable(words, LONGEST_WORDS)) return refuseClaim('invalid-content', 'words');
  return done(proposal);
}

/** The refusal that says what was decided and which event to undo. */
export function alreadyDecided(standing: ProposalDecision): ReturnType<typeof refuseClaim<'already-decided'>> {
  return refuseClaim('already-decided', standing.proposal, { status: standing.status, event: standing.event, claim: standing.claim });
}
