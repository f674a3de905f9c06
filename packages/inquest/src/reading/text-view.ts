import type { Span } from '../model/index.ts';

/**
 * A folded copy of a text for matching, with the way back. The stored text is never changed.
 * Folding is 1:1 or drops a character, never adds one, so a view position has exactly one raw position.
 */
export interface TextView {
  readonly raw: string;
  readonly text: string;
  /** Raw offset of the character at a view position; the raw length for the position at the end. */
  toRaw(position: number): number;
  /** View position of the first kept character at or after a raw offset. */
  fromRaw(offset: number): number;
  /** The model span of view positions: raw offsets and the exact slice. Dropped marks inside and after the last letter come along. */
  span(start: number, end: number): Span;
}

/** What a character becomes in the view when it does not stay itself: another single character, or nothing. */
const FOLDED: ReadonlyMap<number, string> = buildFolds();

/** Folds a lexicon entry exactly as texts are folded, so that the two can be compared. */
export function foldForMatching(text: string): string {
  return viewText(text).text;
}

export function viewText(raw: string): TextView {
  const changes = scan(raw);
  const { text, offsets } = changes;
  const toRaw = (position: number): number => (offsets === null ? Math.min(position, raw.length) : (offsets[position] ?? raw.length));
  return {
    raw,
    text,
    toRaw,
    fromRaw: (offset) => (offsets === null ? Math.min(offset, text.length) : firstAtOrAfter(offsets, offset, text.length)),
    span: (start, end) => {
      const from = toRaw(start);
      const to = end <= start ? from : endOfLast(raw, toRaw(end - 1) + 1);
      return { start: from, end: to, text: raw.slice(from, to) };
    },
  };
}

/** Vowel marks belong to the letter before them; controls and joiners do not. */
function endOfLast(raw: string, after: number): number {
  let end = after;
  while (end < raw.length && isVowelMark(raw.charCodeAt(end))) end += 1;
  return end;
}

function isVowelMark(code: number): boolean {
  return (code >= 0x064b && code <= 0x0655) || code === 0x0670;
}

function scan(raw: string): { text: string; offsets: Int32Array | null } {
  const parts: string[] = [];
  const dropped: number[] = [];
  let copied = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const code = raw.charCodeAt(index);
    if (code < 0x80 && code !== 9) continue;
    const folded = FOLDED.get(code);
    if (folded === undefined) continue;
    parts.push(raw.slice(copied, index), folded);
    if (folded === '') dropped.push(index);
    copied = index + 1;
  }
  parts.push(raw.slice(copied));
  const text = parts.join('');
  return { text, offsets: dropped.length === 0 ? null : offsetsWithout(dropped, text.length) };
}

function offsetsWithout(dropped: readonly number[], length: number): Int32Array {
  const offsets = new Int32Array(length);
  let next = 0;
  let raw = 0;
  for (let position = 0; position < length; position += 1) {
    while (dropped[next] === raw) {
      next += 1;
      raw += 1;
    }
    offsets[position] = raw;
    raw += 1;
  }
  return offsets;
}

function firstAtOrAfter(offsets: Int32Array, offset: number, length: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function buildFolds(): ReadonlyMap<number, string> {
  const folds = new Map<number, string>();
  const drop = (from: number, to: number): void => {
    for (let code = from; code <= to; code += 1) folds.set(code, '');
  };
  for (const code of [0x09, 0xa0, 0x202f, 0x205f, 0x3000]) folds.set(code, ' ');
  for (let code = 0x2000; code <= 0x200a; code += 1) folds.set(code, ' ');
  // Arabic vowel signs, dagger alef, tatweel; zero-width joiners and marks; bidi controls; soft hyphen.
  drop(0x064b, 0x0655);
  for (const code of [0x0670, 0x0640, 0xad, 0xfeff]) drop(code, code);
  drop(0x200b, 0x200f);
  drop(0x202a, 0x202e);
  drop(0x2060, 0x2069);
  for (const [from, to] of ['يی', 'ىی', 'كک', 'ۀه', 'أا', 'إا', 'ٱا', '٫.', '٬,', 'ʼ’']) folds.set((from ?? '').charCodeAt(0), to ?? '');
  for (let digit = 0; digit <= 9; digit += 1) {
    folds.set(0x06f0 + digit, String(digit));
    folds.set(0x0660 + digit, String(digit));
  }
  return folds;
}
