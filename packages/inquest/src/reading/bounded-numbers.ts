import type { Qualifier } from '../model/index.ts';
import type { Bounding, NumberLexicon } from './number-lexicon.ts';
import { variantsOf } from './number-lexicon.ts';
import type { Numeral } from './numbers.ts';
import type { Word } from './words.ts';

/** A number with what the words around it make of it. Word indices, end exclusive. */
export interface BoundedNumber {
  readonly first: number;
  readonly end: number;
  /** Null for ranges and vague words. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly qualifier: Qualifier;
  /** Where the counted noun may begin: after "-odd", "or more". */
  readonly nounFrom: number;
  /** The words that qualify it, or null. */
  readonly qualifierWords: { readonly first: number; readonly end: number } | null;
  /** In digits alone, so that it may be a code. */
  readonly digits: boolean;
  /** The first numeral of a "rose from A to B" pair, which counts what the second counts. */
  readonly sharesUnit: boolean;
}

/** Words between "rose" and "from A to B", and between a negation and "more than". */
const CHANGE_REACH = 8;
const NEGATION_REACH = 6;
/** 10 to 15 thousand: a first end this much smaller takes the scale of the second. */
const SCALE_GAP = 100;

/** Reads qualifiers and ranges of a sentence's numerals, in order. Ranges are one number, changes two. */
export function boundNumbers(words: readonly Word[], numerals: readonly Numeral[], lexicon: NumberLexicon): BoundedNumber[] {
  const bounded: BoundedNumber[] = [];
  for (let index = 0; index < numerals.length; index += 1) {
    const [one, two] = [numerals[index], numerals[index + 1]];
    if (one === undefined) continue;
    const join = two === undefined ? null : joinOf(words, [one, two], lexicon);
    if (join === null || two === undefined) {
      bounded.push(single(words, one, lexicon));
      continue;
    }
    if (join === 'range') bounded.push(range(words, [one, two], lexicon));
    else bounded.push({ ...single(words, one, lexicon), sharesUnit: true }, single(words, two, lexicon));
    index += 1;
  }
  return bounded;
}

/** Whether two numerals are the ends of a range, or a figure before and after a change. */
function joinOf(words: readonly Word[], [one, two]: readonly [Numeral, Numeral], lexicon: NumberLexicon): 'range' | 'change' | null {
  if (one.kind === 'vague' || two.kind === 'vague' || one.value === null || two.value === null) return null;
  const gap = two.first - one.end;
  const opener = openerBefore(words, one.first, lexicon);
  const middle = words[one.end]?.lower ?? '';
  const joinedWord = gap === 0 && lexicon.language === 'ar' && (words[two.first]?.lower ?? '').startsWith('و');
  if (gap > 1 && !(opener !== null && gap <= 4 && changeBefore(words, opener.first, lexicon))) return null;
  if (gap === 0 && !joinedWord) return null;
  const opened =
    opener !== null &&
    (joinedWord ? opener.middles.has('و') : [...words.slice(one.end, two.first)].some((word) => opener.middles.has(word.lower)));
  if (opened && changeBefore(words, opener.first, lexicon)) return 'change';
  if (gap > 1) return null;
  if (!opened && !(gap === 1 && lexicon.rangeMiddles.has(middle))) return null;
  const low = scaledLow(one, two);
  return low !== null && two.value > low ? 'range' : null;
}

function openerBefore(
  words: readonly Word[],
  first: number,
  lexicon: NumberLexicon,
): { first: number; middles: ReadonlySet<string> } | null {
  const opener = lexicon.rangeOpeners.endingAt(words, first - 1);
  if (opener !== null) return { first: first - opener.length, middles: opener.value };
  // "From an initial 106 to 304", "from about 10 to 15".
  const qualifier = qualifierBefore(words, first, lexicon);
  if (qualifier === null) return null;
  const before = lexicon.rangeOpeners.endingAt(words, qualifier.first - 1);
  return before === null ? null : { first: qualifier.first - before.length, middles: before.value };
}

function changeBefore(words: readonly Word[], first: number, lexicon: NumberLexicon): boolean {
  const variants = variantsOf(lexicon.language);
  const from = Math.max(0, first - CHANGE_REACH);
  // Persian and Arabic verbs may follow: از ۱۰۶ به ۳۰۴ نفر رسید.
  const to = lexicon.language === 'fa' ? first + 2 * CHANGE_REACH : first;
  return words.slice(from, to).some((word) => variants(word.lower).some((form) => lexicon.changes.has(form)));
}

function scaledLow(one: Numeral, two: Numeral): number | null {
  if (one.value === null || two.value === null) return null;
  if (one.value >= two.value || one.value * SCALE_GAP > two.value) return one.value;
  for (const scale of [1_000_000, 1000]) {
    if (two.value % scale === 0 && one.value * scale < two.value && one.value < 1000) return one.value * scale;
  }
  return one.value;
}

function range(words: readonly Word[], [one, two]: readonly [Numeral, Numeral], lexicon: NumberLexicon): BoundedNumber {
  const opener = lexicon.rangeOpeners.endingAt(words, one.first - 1);
  return {
    first: one.first,
    end: two.end,
    nounFrom: two.end,
    value: null,
    min: scaledLow(one, two),
    max: two.value,
    qualifier: 'range',
    qualifierWords: opener === null ? null : { first: one.first - opener.length, end: one.first },
    digits: false,
    sharesUnit: false,
  };
}

interface Qualified {
  readonly bounding: Bounding;
  readonly first: number;
  readonly end: number;
}

function qualifierBefore(words: readonly Word[], first: number, lexicon: NumberLexicon): Qualified | null {
  const found = lexicon.before.endingAt(words, first - 1);
  return found === null ? null : { bounding: found.value, first: first - found.length, end: first };
}

function qualifierAfter(words: readonly Word[], end: number, lexicon: NumberLexicon): Qualified | null {
  const at = words[end]?.lower === ',' ? end + 1 : end;
  const found = lexicon.after.at(words, at);
  return found === null ? null : { bounding: found.value, first: at, end: at + found.length };
}

function single(words: readonly Word[], numeral: Numeral, lexicon: NumberLexicon): BoundedNumber {
  const qualified = qualification(words, numeral, lexicon);
  const nounFrom = qualifierAfter(words, numeral.end, lexicon)?.end ?? numeral.end;
  const base = { first: numeral.first, end: numeral.end, nounFrom, digits: numeral.digits, sharesUnit: false };
  const qualifierWords = qualified === null ? null : { first: qualified.first, end: qualified.end };
  if (numeral.kind === 'vague') return { ...base, value: null, min: numeral.floor, max: null, qualifier: 'vague', qualifierWords };
  const approximate = numeral.kind === 'approx' && (qualified === null || qualified.bounding === 'exact');
  const bounds = boundsOf(approximate ? 'approx' : (qualified?.bounding ?? 'exact'), numeral.value ?? 0);
  return { ...base, value: numeral.value, ...bounds, qualifierWords };
}

/** Two qualifiers may stand together ("at least some 30"): the one that bounds counts. */
function qualification(words: readonly Word[], numeral: Numeral, lexicon: NumberLexicon): Qualified | null {
  const near = qualifierBefore(words, numeral.first, lexicon);
  const outer = near === null ? null : qualifierBefore(words, near.first, lexicon);
  const bounds = (one: Qualified | null): boolean => one !== null && one.bounding !== 'approx' && one.bounding !== 'exact';
  const before = near !== null && outer !== null && bounds(outer) && !bounds(near) ? { ...outer, end: near.end } : near;
  const after = qualifierAfter(words, numeral.end, lexicon);
  if (before === null || (before.bounding === 'exact' && after !== null)) return after;
  return negated(words, before, lexicon);
}

/** "Never admitted to more than 6" bounds from above; "did not kill fewer than 6" from below. */
function negated(words: readonly Word[], qualified: Qualified, lexicon: NumberLexicon): Qualified {
  if (qualified.bounding !== 'more' && qualified.bounding !== 'fewer') return qualified;
  for (let index = qualified.first - 1; index >= Math.max(0, qualified.first - NEGATION_REACH); index -= 1) {
    const word = words[index];
    if (word === undefined || (word.kind === 'mark' && !/^['’-]$/.test(word.lower))) break;
    const isNegator = lexicon.negators.has(word.lower) || (word.lower === 't' && words[index - 1]?.kind === 'mark');
    if (isNegator) return { ...qualified, bounding: qualified.bounding === 'more' ? 'atMost' : 'atLeast' };
  }
  return qualified;
}

/** Literal bounds, inclusive: more than 5,000 begins at 5,001; about 30,000 has none, an exact 17 needs none. */
function boundsOf(bounding: Bounding, value: number): Pick<BoundedNumber, 'min' | 'max' | 'qualifier'> {
  switch (bounding) {
    case 'exact':
      return { qualifier: 'exact', min: null, max: null };
    case 'approx':
      return { qualifier: 'approx', min: null, max: null };
    case 'more':
      return { qualifier: 'min', min: value + 1, max: null };
    case 'atLeast':
      return { qualifier: 'min', min: value, max: null };
    case 'fewer':
      return { qualifier: 'max', min: null, max: value - 1 };
    case 'atMost':
      return { qualifier: 'max', min: null, max: value };
  }
}

/** A qualifier that follows the counted noun ("12 people at least") bounds what nothing before it bounds. */
export function boundAfterNoun(
  words: readonly Word[],
  number: BoundedNumber,
  at: { nounEnd: number; lexicon: NumberLexicon },
): BoundedNumber {
  if (number.qualifier !== 'exact' || number.value === null) return number;
  const after = qualifierAfter(words, at.nounEnd, at.lexicon);
  // "In 12 villages, at least 40 …" bounds what comes next.
  if (after === null || words[after.end]?.kind === 'number') return number;
  return { ...number, ...boundsOf(after.bounding, number.value), qualifierWords: { first: after.first, end: after.end } };
}
