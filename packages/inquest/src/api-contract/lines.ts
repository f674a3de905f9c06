import { z } from 'zod';

/**
 * The lines of the command line and of the HTTP interface: one shape for both, fixed so that
 * scripts can rely on it. Fields may be added; none is renamed or dropped.
 */
const offset = z.int().nonnegative();
const spanLine = z.object({ start: offset, end: offset, text: z.string() });

export const dateLine = z.object({
  kind: z.string(),
  edtf: z.string(),
  raw: z.string(),
  basis: z.string(),
  start: offset.nullable(),
  end: offset.nullable(),
});

export const itemLine = z.object({
  path: z.string(),
  /** `S-n`, or null when nothing was taken in. */
  item: z.string().nullable(),
  sha256: z.string().nullable(),
  bytes: z.int().nullable(),
  mediaType: z.string().nullable(),
  outcome: z.enum(['pending', 'extracted', 'partly', 'kept-not-readable', 'duplicate', 'refused']),
  reason: z.string().nullable(),
  /** The reason as a sentence, in English. */
  words: z.string().nullable(),
  languages: z.array(z.string()),
  encoding: z.string().nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  textLength: z.int().nullable(),
  parent: z.string().nullable(),
  duplicateOf: z.string().nullable(),
  /** Items this one is said to derive from, by recorded claims. */
  derivesFrom: z.array(z.string()),
  /** Per kind, the first date of that kind as EDTF, or null. `all` lists every date with basis. */
  dates: z.object({
    published: z.string().nullable(),
    updated: z.string().nullable(),
    pageRendered: z.string().nullable(),
    captured: z.string().nullable(),
    urlPath: z.string().nullable(),
    all: z.array(dateLine),
  }),
  /** Number of proposals per kind. */
  proposals: z.record(z.string(), z.int()),
  /** Undecided proposals and recorded claims. */
  open: z.int(),
  recorded: z.int(),
  receivedAt: z.string().nullable(),
});
export type ItemLine = z.infer<typeof itemLine>;

export const textLine = z.object({
  item: z.string(),
  /** SHA-256 of the rendition record. */
  rendition: z.string(),
  /** SHA-256 of the text's UTF-8 bytes. */
  sha256: z.string(),
  text: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  languages: z.array(z.string()),
  segments: z.array(
    z.object({
      start: offset,
      end: offset,
      role: z.string(),
      furniture: z.boolean(),
      direction: z.enum(['ltr', 'rtl']),
      language: z.string().optional(),
      page: z.int().optional(),
    }),
  ),
});
export type TextLine = z.infer<typeof textLine>;

export const chainLine = z.object({
  kind: z.string(),
  text: z.string(),
  start: offset.nullable(),
  end: offset.nullable(),
  cue: z.string().nullable(),
  resolvedTo: spanLine.nullable(),
  saidOn: z.string().nullable(),
});

const decisionStatus = z.enum(['proposed', 'recorded', 'set-aside', 'unsure']);

/** `text.slice(start, end) === quote`, always; offsets are UTF-16 into the item's text. */
export const proposalLine = z.object({
  file: z.string(),
  item: z.string(),
  id: z.string(),
  kind: z.string(),
  start: offset,
  end: offset,
  quote: z.string(),
  /** All parts of a split quotation; one part otherwise. */
  parts: z.array(spanLine),
  source: spanLine.nullable(),
  cue: z.string().nullable(),
  mode: z.string().nullable(),
  chain: z.array(chainLine),
  /** The numeral or vague word, verbatim. */
  number: z.string().nullable(),
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  qualifier: z.string().nullable(),
  unit: z.string().nullable(),
  predicate: z.string().nullable(),
  edtf: z.string().nullable(),
  rule: z.string(),
  confidence: z.number(),
  status: decisionStatus,
  /** The claim it became, when recorded. */
  claim: z.string().nullable(),
  /** The event that decided it, which `undo` takes back. */
  decision: z.string().nullable(),
  /** Why it was set aside, as one of the reasons; null otherwise. */
  reason: z.string().nullable(),
  /** The sentence the tool would record; it begins with the claimant. */
  sentence: z.string(),
  /** The whole proposal, as in the model. */
  body: z.record(z.string(), z.unknown()),
});
export type ProposalLine = z.infer<typeof proposalLine>;

export const claimLine = z.object({
  claim: z.string(),
  version: z.int(),
  item: z.string(),
  file: z.string(),
  status: z.enum(['recorded', 'undone']),
  kind: z.string(),
  /** The typed body; with the fields below it is the claim's whole content. */
  body: z.record(z.string(), z.unknown()),
  citation: z.object({
    item: z.string(),
    text: z.string(),
    start: offset,
    end: offset,
    quote: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    parts: z.array(spanLine),
  }),
  chain: z.array(chainLine),
  polarity: z.string(),
  stance: z.string(),
  saidOn: z.string().nullable(),
  note: z.string().nullable(),
  proposal: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  event: z.string(),
  sentence: z.string(),
  /** Relations to other claims: same question, derived from, responds to. */
  relations: z.array(z.object({ type: z.string(), to: z.string() })),
});
export type ClaimLine = z.infer<typeof claimLine>;

export const eventLine = z.object({
  index: z.int(),
  id: z.string(),
  type: z.string(),
  recordedAt: z.string(),
  actor: z.string(),
  touches: z.array(z.string()),
  /** The event as an English sentence, for reading; programs use type and payload. */
  sentence: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type EventLine = z.infer<typeof eventLine>;

const interval = z.object({ min: z.int(), max: z.int() });
export const accountLine = z.object({
  /** Stable within the report: the claim's id, or the proposal's. */
  id: z.string(),
  claim: z.string().nullable(),
  proposal: z.string().nullable(),
  status: decisionStatus,
  item: z.string(),
  file: z.string(),
  raw: z.string(),
  quote: z.string(),
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  qualifier: z.string(),
  claimant: z.string(),
  /** What was counted, in the source's words where it gives any. */
  counted: z.record(z.string(), z.unknown()),
  firstSaid: z.string().nullable(),
  reports: z.int(),
  origins: interval,
  /** Every report of this account: where, and what it rests on by recorded derivation. */
  via: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      file: z.string(),
      outlet: z.string(),
      saidOn: z.string().nullable(),
      derivesFrom: z.string().nullable(),
      proposed: z.boolean(),
      quote: z.string(),
    }),
  ),
});
export type AccountLine = z.infer<typeof accountLine>;

const comparisonLine = z.object({
  a: z.string(),
  b: z.string(),
  result: z.enum(['equal', 'compatible', 'tension', 'contradiction', 'not_comparable']),
  reason: z.string().nullable(),
  /** The reason as an English sentence. */
  words: z.string(),
});
export const questionLine = z.object({
  id: z.string(),
  asks: z.string(),
  status: z.enum(['proposed', 'confirmed']),
  counted: z.record(z.string(), z.unknown()),
  accounts: z.array(accountLine),
  comparison: z.array(comparisonLine),
  origins: interval,
  reports: z.int(),
});
export type QuestionLine = z.infer<typeof questionLine>;
export const figuresReport = z.object({
  questions: z.array(questionLine),
  acrossQuestions: z.array(comparisonLine),
  /** There are more figures than one report puts side by side; those received last are left out. */
  truncated: z.boolean(),
});
export type FiguresLine = z.infer<typeof figuresReport>;

export const verifyReport = z.object({
  objects: z.int(),
  events: z.int(),
  checkpoint: z.object({ origin: z.string(), size: z.int(), root: z.string(), note: z.string() }).nullable(),
  problems: z.array(z.object({ code: z.string(), what: z.string(), where: z.string() })),
  /** Bytes held that no event names: information, not a problem. */
  unreferenced: z.array(z.string()),
});
export type VerifyReport = z.infer<typeof verifyReport>;

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** What to do. */
  do: z.string(),
  /** For 412: both versions. */
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;
