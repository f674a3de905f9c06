import { z } from 'zod';
import { claimId, compartmentId, edtf, eventId, instant, itemId, personId, proposalId, sha256, span } from './primitives.ts';
import { chainLink, counted, quantity, quoteMode } from './proposal.ts';

/**
 * Where a claim opens: a passage of one rendition, with enough context to find it again
 * after re-reading. `quote` is exactly `text.slice(start, end)`; parts list the pieces of
 * a split quotation.
 */
export const citation = z.strictObject({
  item: itemId,
  /** SHA-256 of the text object the offsets point into. */
  text: sha256,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().min(1).max(20_000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  parts: z.array(span).max(20),
});
export type Citation = z.infer<typeof citation>;

const name = z.string().min(1).max(500);

export const quantityBody = z.strictObject({ kind: z.literal('quantity'), quantity, counted });
export const quoteBody = z.strictObject({
  kind: z.literal('quote'),
  mode: quoteMode,
  /** The words, one entry per fragment; ellipses split fragments. */
  fragments: z.array(z.string().min(1).max(20_000)).min(1).max(20),
});
export const roleBody = z.strictObject({
  kind: z.literal('role'),
  person: name,
  role: name,
  body: name.nullable(),
  from: edtf.nullable(),
  to: edtf.nullable(),
  tense: z.enum(['current', 'former', 'then', 'acting', 'starting', 'ending']).nullable(),
  appointedBy: name.nullable(),
});
export const eventFactBody = z.strictObject({
  kind: z.literal('event_fact'),
  event: name,
  aspect: z.enum(['occurred', 'ordered', 'place', 'time', 'manner']),
  detail: z.string().min(1).max(2000),
  place: name.nullable(),
  time: edtf.nullable(),
});
export const legalCharacterisationBody = z.strictObject({
  kind: z.literal('legal_characterisation'),
  of: name,
  crimes: z.array(name).min(1).max(20),
  certainty: z.enum(['is', 'may_amount_to', 'believed']),
  instrument: name.nullable(),
});
export const callForActionBody = z.strictObject({
  kind: z.literal('call_for_action'),
  /** Empty: the source names no addressee. */
  addressees: z.array(name).max(20),
  action: z.enum([
    'establish_coi',
    'investigate',
    'prosecute',
    'universal_jurisdiction',
    'sanction',
    'condition_relations',
    'disclose_fate',
    'release',
    'preserve_evidence',
    'share_evidence',
    'condemn',
    'other',
  ]),
  regarding: z.string().min(1).max(2000),
});
export const responseBody = z.strictObject({
  kind: z.literal('response'),
  to: z.string().min(1).max(2000),
  type: z.enum([
    'denies_act',
    'acknowledges_act_denies_responsibility',
    'alternative_explanation',
    'accepts',
    'no_response',
    'pledged',
    'deflects_or_praises',
  ]),
});
export const offerBody = z.strictObject({
  kind: z.literal('offer'),
  what: z.string().min(1).max(2000),
  to: name.nullable(),
  condition: z.string().max(2000).nullable(),
});
/**
 * This document rests on another: republishes it, quotes it, relies on it. Recorded by a
 * person, it is an edge of the independence graph. `asserts_confirmation_of` is never one:
 * "Reuters confirmed" adds no origin until Reuters itself is captured.
 */
export const derivationBody = z.strictObject({
  kind: z.literal('derivation'),
  relation: z.enum(['republishes', 'quotes', 'relies_on', 'translates', 'text_reuse', 'same_underlying_source', 'asserts_confirmation_of']),
  /** The origin as named by the document. */
  targetName: name,
  /** The origin's item, when it is held here and a person linked it. */
  target: itemId.nullable(),
});

/** What a claim says. Kinds not listed are refused by name until they exist. */
export const claimBody = z.discriminatedUnion('kind', [
  quantityBody,
  quoteBody,
  roleBody,
  eventFactBody,
  legalCharacterisationBody,
  callForActionBody,
  responseBody,
  offerBody,
  derivationBody,
]);
export type ClaimBody = z.infer<typeof claimBody>;
export type ClaimBodyKind = ClaimBody['kind'];
export type QuantityBody = z.infer<typeof quantityBody>;
export type DerivationBody = z.infer<typeof derivationBody>;

/** What a person decides about one claim; the rest (id, version, who, when) the ledger adds. */
export const claimContent = z.strictObject({
  body: claimBody,
  citation,
  /** Link 0 is the captured document, the last link the claimant. */
  chain: z.array(chainLink).min(1).max(6),
  polarity: z.enum(['affirms', 'denies']),
  stance: z.enum(['inculpatory', 'exculpatory', 'neutral']),
  /** When the claim was made, per the chain's last link or the document; null when unknown. */
  saidOn: edtf.nullable(),
  note: z.string().max(5000).nullable(),
});
export type ClaimContent = z.infer<typeof claimContent>;

/** A recorded claim, at its newest version. Older versions stay on the ledger. */
export const claim = z.strictObject({
  id: claimId,
  version: z.int().positive(),
  item: itemId,
  compartment: compartmentId,
  status: z.enum(['recorded', 'undone']),
  proposal: proposalId.nullable(),
  content: claimContent,
  recordedBy: personId,
  recordedAt: instant,
  /** The event that made this version. */
  event: eventId,
});
export type Claim = z.infer<typeof claim>;
