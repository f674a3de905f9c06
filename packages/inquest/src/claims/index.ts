export { type ContentRefusal, checkContent } from './check-content.ts';
export { claimsProjection } from './claim-events.ts';
export {
  type ClaimPage,
  type ClaimQuery,
  type ClaimVersion,
  claimHistory,
  decisionsOf,
  getClaim,
  getClaims,
  listClaims,
  MAX_CLAIM_PAGE,
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
  compareQuantities,
  conventionalBounds,
  literalBounds,
} from './compare-quantities.ts';
export {
  type ConfirmQuestionRefusal,
  type ConfirmQuestionRequest,
  confirmQuestion,
  type DecidedQuestion,
  planConfirmQuestion,
} from './confirm-question.ts';
export { type CitedText, citationOf, contentOfProposal, documentLink } from './content-of-proposal.ts';
export { documentPeriod } from './counted-alike.ts';
export {
  type ClaimCounts,
  claimCounts,
  type DecidedInItem,
  type DecisionQuery,
  decidedInItems,
  getDecision,
  listDecisions,
  type StoredDecision,
} from './decision-store.ts';
export type { DerivationEdge, DerivationRelation } from './derivation-graph.ts';
export { type EditClaimRefusal, type EditClaimRequest, editClaim, planEditClaim } from './edit-claim.ts';
export type { Carrier, FigureAccount, FigureDocument } from './figure-accounts.ts';
export type { ConfirmedQuestion } from './figure-groups.ts';
export { edgeOfClaim, edgeOfProposal, type FigureReport, reportOfClaim, reportOfProposal } from './figure-reports.ts';
export {
  type ComparedPair,
  computeFigures,
  type FigureQuestion,
  type FiguresInput,
  type FiguresReport,
} from './figures.ts';
export { type Independence, type IndependenceStatus, independence, type OriginRoot, type Origins, type Utterance } from './independence.ts';
export { type LinkDerivationRefusal, type LinkDerivationRequest, linkDerivation, planLinkDerivation } from './link-derivation.ts';
export { type MarkUnsureRequest, markUnsure, planMarkUnsure } from './mark-unsure.ts';
export type { LeaveOutRefusal, LeftOut } from './open-proposal.ts';
export { getQuestion, listQuestions, MAX_QUESTION_PAGE, questionsOf, type StoredQuestion } from './question-store.ts';
export { type FigureItem, type ReadFigures, readFigures } from './read-figures.ts';
export { type DecidedClaim, planRecordClaim, type RecordClaimRequest, recordClaim, type Written } from './record-claim.ts';
export { planRecordProposal, type RecordProposalRefusal, type RecordProposalRequest, recordProposal } from './record-proposal.ts';
export { CLAIM_REFUSALS, type ClaimRefusalCode, refuseClaim } from './refusals.ts';
export {
  claimantMessage,
  claimSentence,
  countedWords,
  englishSentence,
  proposalSentence,
  SENTENCE_PATTERNS,
  type SentenceKey,
  type SentenceMessage,
} from './sentence.ts';
export { planSetAside, type SetAsideRequest, setAsideProposal } from './set-aside-proposal.ts';
export { planSplitQuestion, type SplitQuestionRefusal, type SplitQuestionRequest, splitQuestion } from './split-question.ts';
export { planUndo, type Undone, type UndoRefusal, type UndoRequest, undoDecision } from './undo-decision.ts';
