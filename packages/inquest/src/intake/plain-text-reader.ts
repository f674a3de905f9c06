import { type DecodedText, decodeText } from './decode-text.ts';
import { type ExtractionHints, notReadable, type Reader, type Reading } from './extraction.ts';
import { readOpening } from './opening.ts';
import { isListItem, splitParagraphs } from './paragraphs.ts';

/** Text without markup: the text is the decoded file, character for character. */
export const plainTextReader: Reader = {
  name: 'plain-text',
  version: '1',
  recognise: (sample) => (sample.text === null ? null : 'text/plain'),
  read: readPlainText,
};

function readPlainText(bytes: Uint8Array, hints: ExtractionHints): Reading {
  const decoded = decodeText(bytes, { more: (hints.totalBytes ?? bytes.length) > bytes.length });
  if (decoded.kind === 'not-text') return notTextAfterAll();
  const { text } = decoded;
  const paragraphs = splitParagraphs(text);
  const { title, author, dates, stretches, roles } = readOpening(text, paragraphs.stretches);
  const segments = stretches.map((stretch, index) => {
    const begins = text.slice(stretch.start, Math.min(stretch.end, stretch.start + 40));
    return { ...stretch, role: roles.get(index) ?? (isListItem(begins) ? 'list-item' : 'paragraph'), furniture: false } as const;
  });
  return {
    ...wholeness(decoded),
    text,
    title,
    publisher: null,
    author,
    url: null,
    encoding: decoded.encoding,
    languages: [],
    dates,
    segments,
    notes: [...decoded.notes, ...paragraphs.notes],
  };
}

/** For bytes that begin like text and do not go on as such. */
export function notTextAfterAll(): Reading {
  return notReadable('unsupported', 'It begins like text and goes on with bytes that are not text; they are kept.');
}

/** Outcome, reason and words of decoded text: whole, cut at the limit, or with bytes nobody can decode. */
export function wholeness(decoded: DecodedText): Pick<Reading, 'outcome' | 'reason' | 'words'> {
  if (decoded.truncated) {
    const words = `The text is longer than can be read at once; its first ${decoded.text.length} characters were read.`;
    return { outcome: 'partly', reason: 'limit', words };
  }
  if (decoded.undecodable > 0) {
    const words = `${decoded.undecodable} byte sequences are not valid ${decoded.encoding}; each stands in the text as U+FFFD.`;
    return { outcome: 'partly', reason: 'damaged', words };
  }
  return { outcome: 'extracted', reason: null, words: null };
}
