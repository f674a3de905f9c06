import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './decode-text.ts';
import { detectLanguages } from './detect-languages.ts';
import {
  type Extraction,
  type ExtractionHints,
  HEAD_BYTES,
  MAX_DATES,
  MAX_NOTES,
  notReadable,
  oneLine,
  type Reader,
  type Reading,
  type Sample,
} from './extraction.ts';
import { READERS } from './readers.ts';

/** Recorded as the reader of items that no reader reads. */
const NO_READER = 'format-detection';
const NO_READER_VERSION = '1';

/** What the first bytes say about an item. */
export interface Format {
  readonly mediaType: string;
  readonly reader: Reader | null;
}

/**
 * Reads one item's bytes with the reader its content calls for. Never throws on content and
 * depends on nothing but its arguments: the same bytes and ending of the name give the same
 * extraction. Give at most `MAX_SOURCE_BYTES` and say in `totalBytes` how long the file is.
 */
export async function extractItem(bytes: Uint8Array, hints: ExtractionHints): Promise<Extraction> {
  if (bytes.length === 0) return byNobody('application/x-empty', notReadable('empty', 'The file is empty.'));
  const { mediaType, reader } = await detectFormat(bytes, hints.path);
  if (reader === null) return byNobody(mediaType, notReadable('unsupported', unsupportedWords(mediaType)));
  let reading: Reading;
  try {
    reading = reader.read(bytes, hints);
  } catch {
    reading = notReadable('damaged', `Reading it as ${mediaType} failed; the bytes are kept.`);
  }
  if (reading.outcome !== 'kept-not-readable' && reading.segments.length === 0) {
    reading = { ...notReadable('empty', 'It holds no visible text.'), encoding: reading.encoding, notes: reading.notes };
  }
  return { ...(await withLanguages(withinLimits(reading))), mediaType, reader: reader.name, readerVersion: reader.version };
}

/**
 * The media type by content, and who reads it. Needs the first `HEAD_BYTES` only. The name's
 * ending decides between plain text and Markdown and nothing else.
 */
export async function detectFormat(bytes: Uint8Array, path: string): Promise<Format> {
  if (bytes.length === 0) return { mediaType: 'application/x-empty', reader: null };
  const head = bytes.subarray(0, HEAD_BYTES);
  const decoded = decodeText(head, { more: bytes.length > HEAD_BYTES });
  const sample: Sample = { head, text: decoded.kind === 'text' ? decoded.text : null, extension: extensionOf(path) };
  const bodied = sample.text === null ? null : textBodiedFormat(sample.text);
  if (bodied !== null) return { mediaType: bodied, reader: null };
  for (const reader of READERS) {
    const mediaType = reader.recognise(sample);
    if (mediaType !== null) return { mediaType, reader };
  }
  return { mediaType: (await signatureType(head)) ?? 'application/octet-stream', reader: null };
}

/** Formats that may consist of nothing but text characters and still are not text for a reader. */
function textBodiedFormat(text: string): string | null {
  if (/^\s{0,1024}%PDF-\d/.test(text)) return 'application/pdf';
  if (text.startsWith('{\\rtf')) return 'application/rtf';
  if (text.startsWith('%!PS')) return 'application/postscript';
  const header = /^(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,50}){2,}/.exec(text.slice(0, 16_384))?.[0];
  if (header !== undefined && /^(?:MIME-Version|Received|Return-Path|Message-ID):/im.test(header)) {
    return /^Content-Type:\s*multipart\/related/im.test(header) ? 'multipart/related' : 'message/rfc822';
  }
  return null;
}

async function signatureType(head: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null;
  } catch {
    return null;
  }
}

function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

function unsupportedWords(mediaType: string): string {
  return mediaType === 'application/octet-stream'
    ? 'The bytes are not text in any known encoding and carry no known signature; they are kept.'
    : `No reader for ${mediaType} exists; the bytes are kept.`;
}

function byNobody(mediaType: string, reading: Reading): Extraction {
  return { ...reading, mediaType, reader: NO_READER, readerVersion: NO_READER_VERSION };
}

/** Holds every field to the lengths that a rendition may have (model/item.ts), and to whole characters. */
function withinLimits(reading: Reading): Reading {
  const short = (text: string): string => text.slice(0, 500).toWellFormed();
  return {
    ...reading,
    words: oneLine(reading.words, 500),
    title: oneLine(reading.title, 1000),
    publisher: oneLine(reading.publisher, 500),
    author: oneLine(reading.author, 500),
    url: reading.url !== null && reading.url.length <= 4000 ? reading.url.toWellFormed() : null,
    dates: reading.dates.slice(0, MAX_DATES).map((date) => ({ ...date, raw: short(date.raw) })),
    notes: reading.notes.slice(0, MAX_NOTES).map((note) => ({ ...note, words: short(note.words) })),
  };
}

async function withLanguages(reading: Reading): Promise<Reading> {
  return { ...reading, ...(await detectLanguages(reading)) };
}
