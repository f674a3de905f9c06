import { z } from 'zod';
import { edtf, itemId, proposalId, span } from './primitives.ts';

/** How the words are given. `direct-unquoted`: `Name: words` and transcripts, without quotation marks. */
export const quoteMode = z.enum(['direct', 'indirect', 'mixed', 'direct-unquoted']);
export type QuoteMode = z.infer<typeof quoteMode>;

export const speakerKind = z.enum(['document', 'named', 'anonymous', 'collective', 'institution', 'pronoun', 'unattributed']);
export type SpeakerKind = z.infer<typeof speakerKind>;

/**
 * One link of "X reports that Y said Z". Link 0 is always the captured document, the last
 * link is the claimant. `span` is null for the document itself and for nobody named.
 */
export const chainLink = z.strictObject({
  kind: speakerKind,
  /** As written, or the document's name for link 0. */
  speaker: z.string().max(2000),
  span: span.nullable(),
  /** The cue that carries this link's words, as written: said, estimated, confirmed. */
  cue: z.string().max(200).nullable(),
  /** For a pronoun: the antecedent this reading takes, shown and never silently substituted. */
  resolvedTo: span.nullable(),
  saidOn: edtf.nullable(),
});
export type ChainLink = z.infer<typeof chainLink>;

export const qualifier = z.enum(['exact', 'approx', 'min', 'max', 'range', 'vague']);
export type Qualifier = z.infer<typeof qualifier>;

/** What was counted about them. `size`: members or signatories of something, not harm done. */
export const countedAct = z.enum([
  'killed',
  'injured',
  'detained',
  'tortured',
  'disappeared',
  'displaced',
  'tried',
  'buried',
  'signed',
  'size',
  'spread',
  'documented',
  'other',
]);
export type CountedAct = z.infer<typeof countedAct>;

/** The class of thing counted; figures of different classes are never compared. */
export const countedUnit = z.enum([
  'persons',
  'organisations',
  'bodies',
  'graves',
  'places',
  'documents',
  'testimonies',
  'events',
  'other',
]);
export type CountedUnit = z.infer<typeof countedUnit>;

/**
 * A number as claimed (reference/method §2.5): literal bounds only, inclusive. `more than 5,000`
 * is min 5001; `about 30,000` has a value and no bounds; `hundreds` has a conventional floor in
 * min and value null. `raw` keeps the words.
 */
export const quantity = z.strictObject({
  raw: z.string().max(500),
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  qualifier,
});
export type Quantity = z.infer<typeof quantity>;

/** What exactly was counted, so far as the source says. Unknown is null, never guessed. */
export const counted = z.strictObject({
  unit: countedUnit,
  act: countedAct,
  /** The population in the source's words: "prisoners, a majority of them …". */
  population: z.string().max(2000).nullable(),
  /** Names the event in the source's words, normalised only for white space. */
  event: z.string().max(500).nullable(),
  place: z.string().max(500).nullable(),
  /** When the counted thing happened, not when it was said. */
  period: edtf.nullable(),
});
export type Counted = z.infer<typeof counted>;

const shared = {
  /** UTF-16 into the rendition's text; `quote` is exactly that slice. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().max(20_000),
  /** The rule that proposed it and the precision measured for that rule, 0 to 1. */
  rule: z.string().max(80),
  confidence: z.number().min(0).max(1),
};

export const attributionProposal = z.strictObject({
  ...shared,
  kind: z.literal('attribution'),
  /** The content; several parts when the sentence is split. start/end above are their hull. */
  content: z.array(span).min(1).max(20),
  /** The whole phrase that names who speaks, or null when nobody is named. */
  source: span.nullable(),
  cue: span.nullable(),
  mode: quoteMode,
  speechAct: z.enum(['assert', 'estimate', 'deny', 'demand', 'call', 'offer', 'declare', 'order', 'accuse', 'ask', 'believe', 'other']),
  /** A cue that takes a position (confirmed, admitted, claimed): the document's framing, kept as such. */
  loaded: z.boolean(),
  negated: z.boolean(),
  chain: z.array(chainLink).min(1).max(6),
  saidOn: z.strictObject({ span, edtf: edtf.nullable() }).nullable(),
  addressee: span.nullable(),
  medium: span.nullable(),
});

export const quantityProposal = z.strictObject({
  ...shared,
  kind: z.literal('quantity'),
  quantity,
  counted,
  /** Words in the text: the qualifier, the unit phrase, the predicate. */
  qualifierSpan: span.nullable(),
  unitSpan: span.nullable(),
  predicateSpan: span.nullable(),
  /** Who the document attributes the number to; null when it speaks in its own voice. */
  source: span.nullable(),
  cue: z.string().max(200).nullable(),
  chain: z.array(chainLink).min(1).max(6),
  /** A subset ("including 17 teenagers") of the quantity at this offset; never added to it. */
  subsetOf: z.int().nonnegative().nullable(),
});

export const dateProposal = z.strictObject({
  ...shared,
  kind: z.literal('date'),
  /** Null when the words cannot be resolved without guessing. */
  edtf: edtf.nullable(),
  candidates: z.array(edtf).max(12),
  form: z.enum(['explicit', 'relative', 'season', 'interval', 'duration', 'weekday', 'era']),
  calendar: z.enum(['gregorian', 'solar-hijri', 'lunar-hijri']),
  /** What made a relative date absolute. A page's clock is never an anchor. */
  anchor: z
    .strictObject({
      kind: z.enum(['stated', 'meta', 'url', 'narrative', 'inferred']),
      edtf,
      start: z.int().nullable(),
      end: z.int().nullable(),
    })
    .nullable(),
});

export const nameProposal = z.strictObject({
  ...shared,
  kind: z.literal('name'),
  type: z.enum(['person', 'organisation', 'place', 'unknown']),
  /** The full form elsewhere in this document, when there is exactly one it can be. */
  fullForm: span.nullable(),
});

export const roleProposal = z.strictObject({
  ...shared,
  kind: z.literal('role'),
  person: span.nullable(),
  role: span,
  body: span.nullable(),
  /** `former` and `then` as written; null when the text does not say. */
  tense: z.enum(['current', 'former', 'then', 'acting', 'starting', 'ending']).nullable(),
  period: edtf.nullable(),
});

export const derivationProposal = z.strictObject({
  ...shared,
  kind: z.literal('derivation'),
  relation: z.enum(['republishes', 'quotes', 'relies_on', 'translates', 'text_reuse', 'asserts_confirmation_of']),
  /** The named origin; a name only, until a person links it. */
  target: span,
});

export const boilerplateProposal = z.strictObject({
  ...shared,
  kind: z.literal('boilerplate'),
  zone: z.enum(['page-date', 'counter', 'source-line', 'share', 'menu', 'related', 'other']),
});

/** What reading proposes. A proposal is not a decision: a person records it or sets it aside. */
export const proposalBody = z.discriminatedUnion('kind', [
  attributionProposal,
  quantityProposal,
  dateProposal,
  nameProposal,
  roleProposal,
  derivationProposal,
  boilerplateProposal,
]);
export type ProposalBody = z.infer<typeof proposalBody>;
export type ProposalKind = ProposalBody['kind'];
export type AttributionProposal = z.infer<typeof attributionProposal>;
export type QuantityProposal = z.infer<typeof quantityProposal>;
export type DateProposal = z.infer<typeof dateProposal>;
export type NameProposal = z.infer<typeof nameProposal>;
export type RoleProposal = z.infer<typeof roleProposal>;
export type DerivationProposal = z.infer<typeof derivationProposal>;
export type BoilerplateProposal = z.infer<typeof boilerplateProposal>;

/** A proposal as stored: the id is derived from item, reader version and body. */
export const proposal = z.strictObject({ id: proposalId, item: itemId, readerVersion: z.string().max(40), body: proposalBody });
export type Proposal = z.infer<typeof proposal>;

/** Reading status, one of the two axes that are never mixed (the other is the relation among sources). */
export const readingStatus = z.enum(['proposed', 'recorded', 'set-aside', 'unsure']);
export type ReadingStatus = z.infer<typeof readingStatus>;

export const setAsideReason = z.enum(['not-a-claim', 'wrong-attribution', 'wrong-reading', 'duplicate', 'out-of-scope', 'other']);
export type SetAsideReason = z.infer<typeof setAsideReason>;
