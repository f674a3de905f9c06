import chardet from 'chardet';
import { MAX_TEXT_UNITS, type Note } from './extraction.ts';
import { plausibility } from './letter-plausibility.ts';

/** The text of some bytes, and how it was decoded. */
export interface DecodedText {
  readonly kind: 'text';
  readonly text: string;
  /** WHATWG name in lower case. `utf-8` also for pure ASCII; ISO-8859-1 and -9 are read as their Windows supersets. */
  readonly encoding: string;
  /** More text followed that the limit left out. */
  readonly truncated: boolean;
  /** Byte sequences the encoding does not know; each stands in the text as U+FFFD. */
  readonly undecodable: number;
  readonly notes: readonly Note[];
}

export interface NotText {
  readonly kind: 'not-text';
}

export interface DecodeOptions {
  /** An encoding the document states for itself. Believed only where the bytes agree. */
  readonly declared?: string | null;
  /** Whether bytes follow that were not handed over: then a cut character at the end is no damage. */
  readonly more?: boolean;
}

/** Tried in this order; the first wins among equals. Only single-byte tables that TextDecoder has. */
const SINGLE_BYTE = [
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1253',
  'windows-1255',
  'iso-8859-15',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'koi8-r',
] as const;

/** What chardet calls tables with nearly the same letters. */
const SAME_LETTERS: ReadonlyMap<string, string> = new Map([
  ['windows-1252', 'iso-8859-1'],
  ['iso-8859-15', 'iso-8859-1'],
  ['windows-1254', 'iso-8859-9'],
  ['windows-1250', 'iso-8859-2'],
]);
/** chardet tells Western tables apart by letter sequences, and takes Persian for Hebrew: it only tips the scales. */
const WEIGHT_OF_PRIOR = 0.3;

const CHUNK_BYTES = 1024 * 1024;
const SAMPLE_BYTES = 32 * 1024;
const WINDOW_BYTES = 256;
/** Below this average the best table still gives no writing; see letter-plausibility.ts. */
const LEAST_PLAUSIBLE = 0.1;
/** A stated encoding loses only to one that reads this much better. */
const CLEARLY_BETTER = 0.4;
/** So many well-formed sequences per broken one make a damaged UTF-8 file rather than another encoding. */
const WELL_FORMED_PER_BROKEN = 4;
/** One control character in so many code units is tolerated in text. */
const UNITS_PER_CONTROL = 1000;

/**
 * Decodes bytes to text: byte order mark, then strict UTF-8, then UTF-16 without a mark, then
 * damaged UTF-8, then a stated or the most plausible single-byte table. The text is the decoded
 * file character for character, without the mark; line ends are untouched. NUL or many other
 * control characters mean the bytes are not text. East Asian multi-byte encodings are not tried.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText | NotText {
  const decoded = byMark(bytes, options) ?? byUtf8(bytes, options) ?? byUtf16(bytes, options) ?? bySingleByte(bytes, options);
  if (decoded === null || isControlJunk(decoded.text)) return { kind: 'not-text' };
  return decoded;
}

function byMark(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  const [a, b, c] = bytes;
  const mark = (encoding: string, length: number): DecodedText => ({
    ...decodeAs(encoding, bytes.subarray(length), options),
    notes: [{ code: 'byte-order-mark', words: `The file begins with a byte order mark for ${encoding}; the text leaves it out.` }],
  });
  if (a === 0xef && b === 0xbb && c === 0xbf) return mark('utf-8', 3);
  if (a === 0xff && b === 0xfe) return mark('utf-16le', 2);
  if (a === 0xfe && b === 0xff) return mark('utf-16be', 2);
  return null;
}

function byUtf8(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  const decoded = decodeAs('utf-8', bytes, options);
  if (decoded.undecodable > 0 && wellFormedSequences(bytes) < decoded.undecodable * WELL_FORMED_PER_BROKEN) return null;
  if (decoded.undecodable === 0 && decoded.text.includes('\0')) return null;
  return withDeclared(decoded, options.declared);
}

function byUtf16(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  if (bytes.length < 4) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let best: { encoding: string; share: number } | null = null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const share = shareOfWriting(decodeAs(encoding, sample, { more: true }).text);
    if (best === null || share > best.share) best = { encoding, share };
  }
  return best !== null && best.share > 0.9 ? decodeAs(best.encoding, bytes, options) : null;
}

/** Of the characters, how many belong to alphabets, spaces and punctuation that documents are made of. */
function shareOfWriting(text: string): number {
  if (!/[ \n]/.test(text)) return 0;
  const usual = text.match(/[\t\n\r -~\u00A0-\u024F\u0370-\u052F\u0590-\u074F\u2010-\u2026\u200B-\u200F]/gu)?.length ?? 0;
  return usual / text.length;
}

function bySingleByte(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  const sample = nonAsciiSample(bytes);
  const prior = new Map(chardet.analyse(sample).map((match) => [match.name.toLowerCase(), match.confidence / 100]));
  const scores = SINGLE_BYTE.map((encoding: string) => {
    const likely = prior.get(encoding) ?? prior.get(SAME_LETTERS.get(encoding) ?? encoding) ?? 0;
    return { encoding, score: plausibility(new TextDecoder(encoding).decode(sample)) + likely * WEIGHT_OF_PRIOR };
  });
  const best = scores.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  const declared = scores.find((entry) => entry.encoding === canonical(options.declared));
  const chosen = declared !== undefined && declared.score > best.score - CLEARLY_BETTER ? declared : best;
  if (chosen.score < LEAST_PLAUSIBLE && sample.length > 0 && shareOfNonAscii(sample) > 0.05) return null;
  return withDeclared(decodeAs(chosen.encoding, bytes, options), options.declared);
}

function canonical(label: string | null | undefined): string | null {
  if (label === null || label === undefined) return null;
  try {
    return new TextDecoder(label.trim()).encoding.toLowerCase();
  } catch {
    return null;
  }
}

function withDeclared(decoded: DecodedText, declared: string | null | undefined): DecodedText {
  if (declared === null || declared === undefined || canonical(declared) === decoded.encoding) return decoded;
  const words = `The document states another encoding than the one its bytes are in; it was read as ${decoded.encoding}.`;
  return { ...decoded, notes: [...decoded.notes, { code: 'encoding-differs', words }] };
}

function decodeAs(encoding: string, bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const parts: string[] = [];
  let units = 0;
  let at = 0;
  while (at < bytes.length && units <= MAX_TEXT_UNITS) {
    const part = decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true });
    at += CHUNK_BYTES;
    units += part.length;
    parts.push(part);
  }
  if (at >= bytes.length && options.more !== true) parts.push(decoder.decode());
  const whole = parts.join('');
  const text = whole.length > MAX_TEXT_UNITS ? cutAt(whole, MAX_TEXT_UNITS) : whole;
  const truncated = text.length < whole.length || at < bytes.length || options.more === true;
  return { kind: 'text', text, encoding, truncated, undecodable: undecodable(encoding, text, bytes), notes: [] };
}

/** Replacement characters that decoding put there; the file may also hold U+FFFD itself. */
function undecodable(encoding: string, text: string, bytes: Uint8Array): number {
  let inText = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) inText += 1;
  if (inText === 0 || encoding !== 'utf-8') return inText;
  let inFile = 0;
  for (let i = bytes.indexOf(0xef); i !== -1; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) inFile += 1;
  }
  return Math.max(0, inText - inFile);
}

function wellFormedSequences(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0xc2 || lead > 0xf4) continue;
    const length = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let followed = 0;
    while (followed < length && ((bytes[i + followed + 1] ?? 0) & 0xc0) === 0x80) followed += 1;
    if (followed === length) count += 1;
    i += followed;
  }
  return count;
}

/** Windows of the bytes that hold anything to judge by, up to `SAMPLE_BYTES`. */
function nonAsciiSample(bytes: Uint8Array): Uint8Array {
  const windows: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length < SAMPLE_BYTES; at += WINDOW_BYTES) {
    const window = bytes.subarray(at, at + WINDOW_BYTES);
    if (!window.some((byte) => byte >= 0x80)) continue;
    windows.push(window);
    length += window.length;
  }
  const sample = new Uint8Array(length);
  let to = 0;
  for (const window of windows) {
    sample.set(window, to);
    to += window.length;
  }
  return sample;
}

function shareOfNonAscii(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count += 1;
  return count / bytes.length;
}

/** Tab, line ends, form feed, backspace, escape and a final DOS end-of-file mark occur in text; NUL never. */
function isControlJunk(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x7f || (code < 0x20 && !(code >= 0x08 && code <= 0x0d) && code !== 0x1b)) controls += 1;
  }
  if (text.endsWith('\x1A')) controls -= 1;
  return controls * UNITS_PER_CONTROL > text.length;
}

/** The first `units` code units, one fewer when that would part a surrogate pair. */
function cutAt(text: string, units: number): string {
  const last = text.charCodeAt(units - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? units - 1 : units);
}
