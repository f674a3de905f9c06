import type { DocumentDate, ItemReason, Rendition, Segment } from '../model/index.ts';

/** UTF-16 code units of text kept from one item; the rest stays in the bytes and is counted as not read. */
export const MAX_TEXT_UNITS = 32 * 1024 * 1024;
/** Bytes a caller needs to hand over at most: beyond them no supported encoding can add text within the limit. */
export const MAX_SOURCE_BYTES = 4 * MAX_TEXT_UNITS;
/** Bytes from the beginning that decide which format an item is. */
export const HEAD_BYTES = 64 * 1024;
export const MAX_SEGMENTS = 200_000;
export const MAX_DATES = 200;
export const MAX_NOTES = 200;

export type Note = Rendition['notes'][number];

/** What is known about the bytes besides the bytes. */
export interface ExtractionHints {
  /** Name or path as given; only its ending is used, and only where content cannot decide. */
  readonly path: string;
  /** Length of the whole file when `bytes` is only its beginning. */
  readonly totalBytes?: number;
}

/** What one reader made of one item's bytes. */
export interface Reading {
  readonly outcome: 'extracted' | 'partly' | 'kept-not-readable';
  readonly reason: ItemReason | null;
  /** The reason as one plain sentence without any content of the item; null when extracted whole. */
  readonly words: string | null;
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** WHATWG encoding name in lower case; null when the format has none. */
  readonly encoding: string | null;
  /** BCP 47 tags the document states for itself. Detection adds to them. */
  readonly languages: readonly string[];
  readonly dates: readonly DocumentDate[];
  /** In order of the text, inside its bounds, never overlapping, never empty. Offsets are UTF-16. */
  readonly segments: readonly Segment[];
  readonly notes: readonly Note[];
}

/** A reading with the instrument that made it. */
export interface Extraction extends Reading {
  readonly mediaType: string;
  readonly reader: string;
  readonly readerVersion: string;
}

/** The beginning of an item, looked at once for all readers. */
export interface Sample {
  readonly head: Uint8Array;
  /** The head as text when some encoding reads it as text; else null. */
  readonly text: string | null;
  /** Lower-case ending of the name without the dot, or empty. */
  readonly extension: string;
}

/** One format. To support another, write one file with a reader and list it in readers.ts. */
export interface Reader {
  readonly name: string;
  /** Changes whenever the same bytes may give another text, segment or date. */
  readonly version: string;
  /** The media type of a sample this reader reads, or null when it is not its format. */
  recognise(sample: Sample): string | null;
  /** Never throws on content: what is odd becomes a note, what cannot be read a reason. */
  read(bytes: Uint8Array, hints: ExtractionHints): Reading;
}

/** A reading that holds nothing but why. */
export function notReadable(reason: ItemReason, words: string): Reading {
  return {
    outcome: 'kept-not-readable',
    reason,
    words,
    text: '',
    title: null,
    publisher: null,
    author: null,
    url: null,
    encoding: null,
    languages: [],
    dates: [],
    segments: [],
    notes: [],
  };
}

/** `text` on one line and at most `max` code units, or null when nothing is left. */
export function oneLine(text: string | null | undefined, max: number): string | null {
  if (text === null || text === undefined) return null;
  const line = text.toWellFormed().replace(/\s+/gu, ' ').trim();
  if (line === '') return null;
  return line.length <= max ? line : `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
