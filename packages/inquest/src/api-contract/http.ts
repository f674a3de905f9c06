import { z } from 'zod';
import { claimLine, eventLine, itemLine, proposalLine, verifyReport } from './lines.ts';

/** Bodies and answers that only the HTTP interface has. Addresses are in routes.ts. */

/** A page of a list. `next` is an opaque cursor for the `cursor` query, null at the end. */
function pageOf<T extends z.ZodType>(line: T) {
  return z.object({ lines: z.array(line), next: z.string().nullable(), total: z.int().nullable() });
}
export const itemPage = pageOf(itemLine);
export type ItemPage = z.infer<typeof itemPage>;
export const proposalPage = pageOf(proposalLine);
export type ProposalPage = z.infer<typeof proposalPage>;
export const claimPage = pageOf(claimLine);
export type ClaimPage = z.infer<typeof claimPage>;
export const eventPage = pageOf(eventLine);
export type EventPage = z.infer<typeof eventPage>;

export const inquiryAnswer = z.object({
  inquiry: z.string(),
  title: z.string(),
  ledgerKey: z.string(),
  version: z.string(),
  readerVersion: z.string(),
  counts: z.object({
    items: z.int(),
    byOutcome: z.record(z.string(), z.int()),
    refused: z.int(),
    proposals: z.int(),
    claims: z.int(),
    setAside: z.int(),
    questions: z.int(),
    events: z.int(),
  }),
  checkpoint: z.object({ size: z.int(), root: z.string() }).nullable(),
  /** Opened with the sample: the page says that everything in it is invented. */
  sample: z.boolean(),
});
export type InquiryAnswer = z.infer<typeof inquiryAnswer>;

/** The stages every item passes, in order, with how many have passed each. */
export const intakeProgress = z.object({
  /** Items of the running batch; all zero when nothing runs. */
  received: z.int(),
  preserved: z.int(),
  read: z.int(),
  proposals: z.int(),
  total: z.int(),
  running: z.boolean(),
  /** Name of the file being worked on, or null. */
  current: z.string().nullable(),
  /** Lines finished since the batch began, newest last, at most 200. */
  recent: z.array(itemLine),
});
export type IntakeProgress = z.infer<typeof intakeProgress>;

export const uploadAnswer = z.object({
  path: z.string(),
  item: z.string().nullable(),
  outcome: z.string(),
  duplicateOf: z.string().nullable(),
});
export type UploadAnswer = z.infer<typeof uploadAnswer>;

/** A manual claim from a selection, or a proposal recorded as it is or edited. */
export const recordRequest = z.union([
  z.object({ proposal: z.string(), content: z.record(z.string(), z.unknown()).optional() }),
  z.object({ item: z.string(), content: z.record(z.string(), z.unknown()) }),
]);
export const editRequest = z.object({ content: z.record(z.string(), z.unknown()), reason: z.string().nullable() });
export const setAsideRequest = z.object({ reason: z.string(), words: z.string().nullable() });
export const unsureRequest = z.object({ words: z.string().nullable() });
export const confirmQuestionRequest = z.object({ asks: z.string().optional() });
export const splitQuestionRequest = z.object({ accounts: z.array(z.string()).min(1), asks: z.string(), why: z.string().nullable() });
export const linkDerivationRequest = z.object({
  item: z.string(),
  target: z.string(),
  relation: z.string(),
  proposal: z.string().nullable(),
});

/** What a decision wrote: the events, and the proposal or claim as it stands now. */
export const decisionAnswer = z.object({
  events: z.array(eventLine),
  claim: claimLine.nullable(),
  proposal: proposalLine.nullable(),
  question: z.string().nullable(),
});
export type DecisionAnswer = z.infer<typeof decisionAnswer>;

export const custodyAnswer = z.object({
  item: z.string(),
  sha256: z.string(),
  sha512: z.string(),
  bytes: z.int(),
  receivedAt: z.string(),
  paths: z.array(z.string()),
  /** Last time the bytes were read back; null when never since they came. */
  lastCheck: z.object({ at: z.string(), same: z.boolean() }).nullable(),
  events: z.array(eventLine),
});
export type CustodyAnswer = z.infer<typeof custodyAnswer>;

export const verificationAnswer = z.object({ running: z.boolean(), done: z.int(), total: z.int(), report: verifyReport.nullable() });
export type VerificationAnswer = z.infer<typeof verificationAnswer>;
