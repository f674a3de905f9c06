import type { CountedUnit } from '../model/index.ts';
import type { UnitLexicon } from './unit-lexicon.ts';
import { touches, type Word } from './words.ts';

/** What a number counts, as word indices, end exclusive. */
export interface CountedPhrase {
  readonly unit: CountedUnit;
  /** `compound`: four-man; `pronoun`: 17 of them; `elided`: 30 others; `unlisted`: a noun no lexicon knows. */
  readonly form: 'noun' | 'compound' | 'pronoun' | 'elided' | 'unlisted';
  /** The noun phrase without "of" before it. */
  readonly first: number;
  readonly end: number;
  /** Just after the head noun, where its predicate may begin. */
  readonly headEnd: number;
}

/** Words that may stand between a number and its noun: "highly recognised human rights experts". */
const MOST_MODIFIERS = 6;
/** How far a relative clause belongs to the noun phrase. */
const LONGEST_RELATIVE = 16;

/** `never` where the number counts time, money or measure, null where nothing counted follows. */
export function countedPhraseAt(
  words: readonly Word[],
  index: number,
  options: { lexicon: UnitLexicon; one: boolean },
): CountedPhrase | 'never' | null {
  const { lexicon } = options;
  const hyphen = words[index];
  if (hyphen?.lower === '-' && touches(words[index - 1], hyphen) && touches(hyphen, words[index + 1]))
    return compoundAt(words, index + 1, lexicon);
  const start = pastOf(words, index, lexicon);
  if (start > index && lexicon.pronouns.has(words[start]?.lower ?? '')) {
    return { unit: 'persons', form: 'pronoun', first: start, end: start + 1, headEnd: start + 1 };
  }
  return nounFrom(words, start, options);
}

function compoundAt(words: readonly Word[], index: number, lexicon: UnitLexicon): CountedPhrase | 'never' | null {
  if (lexicon.never.at(words, index) !== null) return 'never';
  const head = lexicon.heads.at(words, index);
  if (head === null || (head.value.unit !== 'persons' && head.value.unit !== 'organisations')) return null;
  const end = index + head.length;
  return { unit: head.value.unit, form: 'compound', first: index, end, headEnd: end };
}

function pastOf(words: readonly Word[], index: number, lexicon: UnitLexicon): number {
  let next = index;
  // A classifier (سی تن از زندانیان) counts by itself; only when "of" follows does the noun after it matter more.
  if (lexicon.classifiers.has(words[next]?.lower ?? '') && lexicon.of.has(words[next + 1]?.lower ?? '')) next += 1;
  if (!lexicon.of.has(words[next]?.lower ?? '')) return index;
  next += 1;
  while (lexicon.afterOf.has(words[next]?.lower ?? '') && !lexicon.pronouns.has(words[next]?.lower ?? '')) next += 1;
  return next;
}

function nounFrom(
  words: readonly Word[],
  start: number,
  { lexicon, one }: { lexicon: UnitLexicon; one: boolean },
): CountedPhrase | 'never' | null {
  for (let index = start; index <= start + MOST_MODIFIERS; index += 1) {
    const word = words[index];
    if (word === undefined || word.kind === 'number' || (index === start && lexicon.conjunctions.has(word.lower))) return null;
    if (index > start && lexicon.of.has(word.lower)) return unlisted(words, start, index);
    if (word.kind === 'mark') {
      if (joinsWords(words, index)) continue;
      return index > start ? unlisted(words, start, index) : null;
    }
    if (lexicon.never.at(words, index) !== null) return 'never';
    const head = lexicon.heads.at(words, index);
    const fits = head !== null && (!head.value.singular || one) && !(lexicon.isStop(word.lower) && head.length === 1);
    if (fits) return completed(words, { unit: head.value.unit, start, index, headEnd: index + head.length }, lexicon);
    if (lexicon.elided.has(word.lower) && index === start) return elidedAt(words, index, lexicon);
    if (lexicon.isStop(word.lower)) return index > start ? unlisted(words, start, index) : null;
    if (head === null && (lexicon.looksLikePersons(word.lower) || isDemonym(word, lexicon))) {
      return completed(words, { unit: 'persons', start, index, headEnd: index + 1 }, lexicon);
    }
  }
  return unlisted(words, start, start + 1);
}

/** "30 others", "scores more": followed by a noun after all, or standing for the persons before. */
function elidedAt(words: readonly Word[], index: number, lexicon: UnitLexicon): CountedPhrase | 'never' | null {
  const head = nounFrom(words, index + 1, { lexicon, one: false });
  if (head === 'never') return 'never';
  if (head !== null && (head.form === 'noun' || (head.form === 'unlisted' && words[index]?.lower !== 'others')))
    return { ...head, first: index };
  return { unit: 'persons', form: 'elided', first: index, end: index + 1, headEnd: index + 1 };
}

function unlisted(words: readonly Word[], start: number, end: number): CountedPhrase | null {
  return words[start]?.kind === 'word' ? { unit: 'other', form: 'unlisted', first: start, end, headEnd: Math.min(end, start + 1) } : null;
}

/** Hyphens inside a word and the apostrophe of a possessive part nothing. */
function joinsWords(words: readonly Word[], index: number): boolean {
  const mark = words[index];
  if (mark === undefined || !/^['’‘-]$/.test(mark.lower)) return false;
  return touches(words[index - 1], mark) && touches(mark, words[index + 1]);
}

const DEMONYM = /(?:ians?|ans|nis|ris|qis|tis|lis|aris|ese|ites|urds|rabs|urks|reeks|azis|lims|hmen)$/;

function isDemonym(word: Word, lexicon: UnitLexicon): boolean {
  return lexicon.language === 'en' && word.capital && DEMONYM.test(word.lower) && word.lower.length > 4;
}

interface Head {
  readonly unit: CountedUnit;
  readonly start: number;
  readonly index: number;
  readonly headEnd: number;
}

/** Extends the noun phrase over compounds, a second noun joined by "and", and a relative clause. */
function completed(words: readonly Word[], head: Head, lexicon: UnitLexicon): CountedPhrase {
  let { unit, headEnd } = head;
  // Police officers, prison guards: in English the last noun is the head.
  for (
    let next = lexicon.heads.at(words, headEnd);
    lexicon.language === 'en' && next !== null && !next.value.singular;
    next = lexicon.heads.at(words, headEnd)
  ) {
    if (/^(?:dead|wounded|injured|missing|disappeared)$/.test(words[headEnd]?.lower ?? '')) break;
    unit = next.value.unit;
    headEnd += next.length;
  }
  const coordinated = pastCoordination(words, headEnd, { unit, lexicon });
  return { unit, form: 'noun', first: head.start, end: pastRelative(words, coordinated, lexicon), headEnd };
}

function pastCoordination(words: readonly Word[], index: number, of: { unit: CountedUnit; lexicon: UnitLexicon }): number {
  if (!of.lexicon.conjunctions.has(words[index]?.lower ?? '')) return index;
  const other = nounFrom(words, index + 1, { lexicon: of.lexicon, one: false });
  return other !== null && other !== 'never' && other.form === 'noun' && other.unit === of.unit ? other.headEnd : index;
}

function pastRelative(words: readonly Word[], index: number, lexicon: UnitLexicon): number {
  if (!lexicon.relatives.has(words[index]?.lower ?? '')) return index;
  for (let end = index + 1; end < Math.min(words.length, index + LONGEST_RELATIVE); end += 1) {
    const word = words[end];
    if (word === undefined || (word.kind === 'mark' && !joinsWords(words, end)) || word.kind === 'number') return end;
    if (end > index + 1 && /^(?:was|were|is|are|has|have|had|been|ont|étaient|sont|a|شدند|شد|بودند)$/.test(word.lower)) return end;
  }
  return index;
}

/** Whether people, bodies, graves or groups are counted right after a number: then it is no year. */
export function countsPersons(words: readonly Word[], index: number, lexicon: UnitLexicon): boolean {
  const phrase = countedPhraseAt(words, index, { lexicon, one: false });
  if (phrase === null || phrase === 'never' || phrase.form === 'unlisted' || phrase.form === 'compound') return false;
  return phrase.unit !== 'events' && phrase.unit !== 'places' && phrase.headEnd - index <= 3;
}
