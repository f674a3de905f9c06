export type { ContentRefusal } from './check-content.ts';
export { claimsProjection } from './claim-events.ts';
export {
  type ClaimPage,
  type ClaimQuery,
  type ClaimVersion,
  claimHistory,
  decisionsOf,
  getClaim,
  listClaims,
  type ProposalDecision,
  type StoredClaim,
} from './claim-store.ts';
export type { DecisionType } from './claim-tables.ts';
export {
  COMPARISON_WORDS,
  type CompareOptions,
  type Comparison,
  type ComparisonReason,
  type ComparisonResult,
  type CountedQuantity,
} from './compare-quantities.ts';
export {
  type ConfirmQuestionRefusal,
  type ConfirmQuestionRequest,
  confirmQuestion,
  type DecidedQuestion,
} from './confirm-question.ts';
export { type CitedText, documentLink } from './content-of-proposal.ts';
export {
  type ClaimCounts,
  claimCounts,
  type DecidedInItem,
  type DecisionQuery,
  decidedInItems,
  listDecisions,
  type StoredDecision,
} from './decision-store.ts';
export type { DerivationEdge, DerivationRelation } from './derivation-graph.ts';
export { type EditClaimRefusal, type EditClaimRequest, editClaim } from './edit-claim.ts';
export type { Carrier, FigureAccount, FigureDocument } from './figure-accounts.ts';
export type { ConfirmedQuestion } from './figure-groups.ts';
export type { FigureReport } from './figure-reports.ts';
export type { ComparedPair, FigureQuestion, FiguresInput, FiguresReport } from './figures.ts';
export type { Independence, IndependenceStatus, OriginRoot, Origins, Utterance } from './independence.ts';
export { type LinkDerivationRefusal, type LinkDerivationRequest, linkDerivation } from './link-derivation.ts';
export { type MarkUnsureRequest, markUnsure, planMarkUnsure } from './mark-unsure.ts';
export type { LeaveOutRefusal, LeftOut } from './open-proposal.ts';
export { getQuestion, listQuestions, questionsOf, type StoredQuestion } from './question-store.ts';
export { type FigureItem, type ReadFigures, readFigures } from './read-figures.ts';
export { type DecidedClaim, type RecordClaimRequest, recordClaim, type Written } from './record-claim.ts';
export { planRecordProposal, type RecordProposalRefusal, type RecordProposalRequest, recordProposal } from './record-proposal.ts';
export { CLAIM_REFUSALS, type ClaimRefusalCode } from './refusals.ts';
export {
  claimSentence,
  englishSentence,
  proposalSentence,
  type SentenceKey,
  type SentenceMessage,
} from './sentence.ts';
export { planSetAside, type SetAsideRequest, setAsideProposal } from './set-aside-proposal.ts';
export { type SplitQuestionRefusal, type SplitQuestionRequest, splitQuestion } from './split-question.ts';
export { planUndo, type Undone, type UndoRefusal, type UndoRequest, undoDecision } from './undo-decision.ts';
