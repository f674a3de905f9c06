import { z } from 'zod';
import { claimContent } from './claim.ts';
import { outcome, reason, renditionSummary } from './item.ts';
import { claimId, edtf, eventId, instant, itemId, proposalId, questionId, sha256, sha512 } from './primitives.ts';
import { counted, proposal, setAsideReason } from './proposal.ts';

/**
 * Everything that can be put on the ledger. Each payload carries its schema version in the
 * envelope (`schema`); a version once released keeps its reader for ever. To change a payload,
 * add version n+1 here with an upgrade to it, never edit version n.
 */
export const eventPayloads = {
  'inquiry.created': z.strictObject({
    inquiry: z.uuid(),
    title: z.string().min(1).max(500),
    createdAt: instant,
    /** Made by `inquest sample`: everything in it is invented. */
    sample: z.boolean(),
  }),
  'item.received': z.strictObject({
    item: itemId,
    sha256,
    sha512,
    bytes: z.int().nonnegative(),
    /** Path or name as given by the person, relative where possible. */
    path: z.string().max(4096),
    mediaType: z.string().max(200),
    /** File system modification time as found: metadata, never a document date by itself. */
    modifiedAt: instant.nullable(),
    parent: itemId.nullable(),
  }),
  /** The same bytes came again under another path; a second acquisition, not a second item. */
  'item.received-again': z.strictObject({ item: itemId, path: z.string().max(4096), sha256 }),
  /** Something that was offered could not be taken in; nothing of it is held. */
  'intake.refused': z.strictObject({ path: z.string().max(4096), reason, words: z.string().max(500) }),
  /** A text rendition exists as objects; citations point into it. */
  'rendition.made': z.strictObject({
    item: itemId,
    /** SHA-256 of the rendition record (see model/item.ts), itself an object. */
    rendition: sha256,
    text: sha256,
    length: z.int().nonnegative(),
    reader: z.string().max(80),
    readerVersion: z.string().max(40),
    outcome: outcome.extract(['extracted', 'partly']),
    reason: reason.nullable(),
    /** Root of salted commitments per segment, so that a redacted copy can later prove what remains. */
    segmentsRoot: z.string().regex(/^[0-9a-f]{64}$/),
    segmentsSalt: z.string().regex(/^[0-9a-f]{64}$/),
    /** A sentence for a person when `outcome` is `partly`; otherwise null. */
    words: z.string().max(500).nullable(),
    /** What lists show of the rendition without opening it: projections read events, never objects. */
    summary: renditionSummary,
  }),
  /** The bytes are kept and cannot be read: why, in a code and a sentence. */
  'rendition.failed': z.strictObject({
    item: itemId,
    reason,
    words: z.string().max(500),
    reader: z.string().max(80),
    readerVersion: z.string().max(40),
  }),
  'claim.recorded': z.strictObject({
    claim: claimId,
    content: claimContent,
    /** The proposal as it stood, whole: a later reader version may no longer make it. */
    proposal: proposal.nullable(),
    edited: z.boolean(),
  }),
  'claim.edited': z.strictObject({
    claim: claimId,
    version: z.int().min(2),
    content: claimContent,
    reason: z.string().max(2000).nullable(),
  }),
  'proposal.set-aside': z.strictObject({ proposal, reason: setAsideReason, words: z.string().max(2000).nullable() }),
  'proposal.marked-unsure': z.strictObject({ proposal, words: z.string().max(2000).nullable() }),
  /** Takes back one earlier decision; the decision stays on the ledger. */
  'decision.undone': z.strictObject({
    event: eventId,
    claim: claimId.nullable(),
    proposal: proposalId.nullable(),
    question: questionId.nullable(),
  }),
  /** A person says: these figures answer one question. */
  'question.confirmed': z.strictObject({
    question: questionId,
    asks: z.string().min(1).max(500),
    counted: counted.omit({ population: true }),
    claims: z.array(claimId).max(10_000),
    proposals: z.array(proposalId).max(10_000),
  }),
  /** A person says: these do not answer that question; they form their own. */
  'question.split': z.strictObject({
    question: questionId,
    from: questionId,
    asks: z.string().min(1).max(500),
    claims: z.array(claimId).max(10_000),
    proposals: z.array(proposalId).max(10_000),
    why: z.string().max(2000).nullable(),
    period: edtf.nullable(),
  }),
  /** All objects, or one item's, were read back and compared with their names. */
  'fixity.checked': z.strictObject({
    item: itemId.nullable(),
    objects: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    problems: z.array(z.strictObject({ code: z.string().max(60), sha256 })).max(1000),
  }),
} as const;

export type EventType = keyof typeof eventPayloads;
export type EventPayload<T extends EventType> = z.infer<(typeof eventPayloads)[T]>;

/** The schema version each type is written in today. */
export const CURRENT_SCHEMA = Object.freeze(
  Object.fromEntries(Object.keys(eventPayloads).map((type) => [type, 1])) as Record<EventType, number>,
);
