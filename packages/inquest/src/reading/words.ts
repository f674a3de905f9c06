import { foldForMatching } from './text-view.ts';

/** A word, numeral or mark of the view, in lower case for look-up. Positions are view positions. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

/** Words are cut at hyphens and apostrophes, so that `four-man` and `Thursday’s` show their parts. */
const WORD = /(\d+(?:[.,'’]\d+)*)|([\p{L}\p{M}]+)|\S/gu;

/** Cuts `text` between two positions into words, numerals and single marks, in one linear pass. */
export function scanWords(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = start;
  for (let found = WORD.exec(text); found !== null && found.index < end; found = WORD.exec(text)) {
    const kind = found[1] !== undefined ? 'number' : found[2] !== undefined ? 'word' : 'mark';
    const lower = kind === 'word' ? found[0].toLowerCase() : found[0];
    words.push({ start: found.index, end: WORD.lastIndex, lower, kind, capital: kind === 'word' && /^\p{Lu}/u.test(found[0]) });
  }
  return words;
}

/** Whether a word follows another without a space between. */
export function touches(left: Word | undefined, right: Word | undefined): boolean {
  return right !== undefined && left?.end === right.start;
}

/** Phrases of a lexicon, found by their first word; the longest wins. */
export interface PhraseIndex<T> {
  /** The longest phrase that begins at word `index`, or null. `length` counts words. */
  at(words: readonly Word[], index: number): { readonly value: T; readonly length: number } | null;
  /** The longest phrase whose last word is at `index`, or null. */
  endingAt(words: readonly Word[], index: number): { readonly value: T; readonly length: number } | null;
}

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/**
 * Builds an index over phrases, folded exactly as texts are. `variants` gives the forms under
 * which a written word is also looked up (Arabic joins small words to the next); by default none.
 */
export function phraseIndex<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
  variants: (word: string) => readonly string[] = (word) => [word],
): PhraseIndex<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  const byLast = new Map<string, Phrase<T>[]>();
  for (const [text, value] of entries) {
    const folded = foldForMatching(text);
    const words = scanWords(folded, 0, folded.length).map((word) => word.lower);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) continue;
    insert(byFirst, first, { words, value });
    insert(byLast, last, { words, value });
  }
  const matches = (words: readonly Word[], from: number, phrase: Phrase<T>): boolean =>
    from >= 0 &&
    phrase.words.every((expected, offset) => {
      const written = words[from + offset]?.lower;
      return written !== undefined && (written === expected || (offset === 0 && variants(written).includes(expected)));
    });
  return {
    at: (words, index) => {
      for (const key of variants(words[index]?.lower ?? '')) {
        const phrase = byFirst.get(key)?.find((candidate) => matches(words, index, candidate));
        if (phrase !== undefined) return { value: phrase.value, length: phrase.words.length };
      }
      return null;
    },
    endingAt: (words, index) => {
      for (const key of variants(words[index]?.lower ?? '')) {
        const phrase = byLast.get(key)?.find((candidate) => matches(words, index - candidate.words.length + 1, candidate));
        if (phrase !== undefined) return { value: phrase.value, length: phrase.words.length };
      }
      return null;
    },
  };
}

function insert<T>(map: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>): void {
  const known = map.get(key) ?? [];
  known.push(phrase);
  known.sort((a, b) => b.words.length - a.words.length);
  map.set(key, known);
}
