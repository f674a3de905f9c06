import { z } from 'zod';
import { edtf, itemId, sha256 } from './primitives.ts';

/** What became of an item's bytes; nothing received is ever without one for long. */
export const outcome = z.enum(['pending', 'extracted', 'partly', 'kept-not-readable', 'duplicate', 'refused']);
export type ItemOutcome = z.infer<typeof outcome>;

/** Why an item is `partly`, `kept-not-readable` or `refused`. Open for later formats, never free text. */
export const reason = z.enum([
  'empty',
  'unsupported',
  'damaged',
  'encrypted',
  'limit',
  'needs-ocr',
  'changed-while-reading',
  'no-permission',
  'not-a-file',
  'not-found',
]);
export type ItemReason = z.infer<typeof reason>;

/**
 * Where a document date comes from. `pageRendered` is a site's clock and is never an
 * anchor for relative dates (reference rule: article date > signed > address > none).
 */
export const documentDate = z.strictObject({
  kind: z.enum(['published', 'updated', 'signed', 'pageRendered', 'captured', 'urlPath', 'event', 'metadata']),
  edtf,
  /** The words or attribute it was read from, verbatim. */
  raw: z.string().max(500),
  basis: z.enum(['meta', 'json-ld', 'visible', 'url', 'front-matter', 'file', 'inference']),
  /** UTF-16 offsets into the text when `basis` is `visible`. */
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
});
export type DocumentDate = z.infer<typeof documentDate>;

/** A stretch of the text with one role. Segments cover the text in order and never overlap. */
export const segment = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  role: z.enum(['title', 'heading', 'byline', 'dateline', 'paragraph', 'quote', 'list-item', 'table-row', 'caption', 'code']),
  /** Page furniture: kept, marked, never read as content and never an anchor. */
  furniture: z.boolean(),
  /** BCP 47, when this segment's language differs from the item's. */
  language: z.string().max(35).optional(),
  page: z.int().positive().optional(),
});
export type Segment = z.infer<typeof segment>;

/** The text that citations point into, and how it was made. Stored as an object: the text once, this once. */
export const rendition = z.strictObject({
  version: z.literal(1),
  item: itemId,
  kind: z.literal('text'),
  /** SHA-256 of the UTF-8 text object. */
  text: sha256,
  /** Length of the text in UTF-16 code units. */
  length: z.int().nonnegative(),
  producedBy: z.strictObject({ reader: z.string().max(80), version: z.string().max(40) }),
  /** The decoding, for text formats; null when the format has none. */
  encoding: z.string().max(40).nullable(),
  languages: z.array(z.string().max(35)).max(20),
  title: z.string().max(1000).nullable(),
  publisher: z.string().max(500).nullable(),
  author: z.string().max(500).nullable(),
  url: z.string().max(4000).nullable(),
  dates: z.array(documentDate).max(200),
  segments: z.array(segment).max(200_000),
  /** Oddities a person may want to know, as codes with a plain sentence. */
  notes: z.array(z.strictObject({ code: z.string().max(60), words: z.string().max(500) })).max(200),
});
export type Rendition = z.infer<typeof rendition>;

/** The part of a rendition that lists and tables show; the rendition object holds the whole. */
export const renditionSummary = z.strictObject({
  title: z.string().max(1000).nullable(),
  publisher: z.string().max(500).nullable(),
  author: z.string().max(500).nullable(),
  url: z.string().max(4000).nullable(),
  languages: z.array(z.string().max(35)).max(20),
  encoding: z.string().max(40).nullable(),
  /** The first fifty of the rendition's dates, in its order. */
  dates: z.array(documentDate).max(50),
  segments: z.int().nonnegative(),
});
export type RenditionSummary = z.infer<typeof renditionSummary>;
