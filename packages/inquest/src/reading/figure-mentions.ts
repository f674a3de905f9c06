import type { CountedUnit } from '../model/index.ts';
import { ACTS, type ActLexicon } from './act-lexicon.ts';
import { type BoundedNumber, boundAfterNoun, boundNumbers } from './bounded-numbers.ts';
import { type CountedPhrase, countedPhraseAt } from './counted-phrase.ts';
import { DATES } from './date-lexicon.ts';
import { type LexiconLanguage, NUMBERS } from './number-lexicon.ts';
import { findNumerals } from './numbers.ts';
import type { Zone } from './reading-context.ts';
import { UNITS, type UnitLexicon } from './unit-lexicon.ts';
import { touches, type Word } from './words.ts';

/** A number that counts something an inquiry asks about, in one sentence. */
export interface FigureMention {
  readonly number: BoundedNumber;
  readonly unit: CountedUnit;
  /** The noun phrase; null where the noun is left out ("38 wounded") or stands before ("death toll of 1500"). */
  readonly phrase: CountedPhrase | null;
  /** The noun before it that stands for a number of victims, as word indices. */
  readonly toll: { readonly first: number; readonly end: number } | null;
  /** Where the words after the counted noun begin. */
  readonly after: number;
  /** Index among the sentence's figures of the one it is part of, or null. */
  readonly subsetOf: number | null;
  readonly rule: string;
}

export interface FigureSentence {
  readonly words: readonly Word[];
  readonly language: LexiconLanguage;
  /** Stretches whose numbers are dates, durations or numbers of something named. */
  readonly taken: (zone: Zone) => boolean;
  /** Whether the space at a view position may group digits. */
  readonly groups: (position: number) => boolean;
}

/** How far before a number its toll noun may stand, and how far "including" reaches. */
const TOLL_REACH = 9;
const SUBSET_REACH = 4;
/** How near an act must follow a number whose noun is left out. */
const ELIDED_REACH = 4;
const AGE_REACH = 3;

/**
 * Reads the figures of one sentence: numbers of persons, bodies, graves, groups, places, documents,
 * testimonies and events. Left out: ages, years, durations, money, proportions, ordinals, numbers of
 * rooms, pages, units and articles, and every number whose noun no lexicon knows and no act explains.
 */
export function figuresOf(sentence: FigureSentence): FigureMention[] {
  const { words, language } = sentence;
  const numerals = findNumerals(words, { lexicon: NUMBERS[language], groups: sentence.groups });
  const numbers = boundNumbers(words, numerals, NUMBERS[language]);
  const found: FigureMention[] = [];
  for (const [index, number] of numbers.entries()) {
    if (isCode(sentence, number)) continue;
    const mention = mentionOf(sentence, number, found) ?? otherEnd(sentence, { numbers, index, found });
    if (mention !== null) found.push(mention);
  }
  return found;
}

/** "Rose from 106 to 304": the end that names nothing counts what the other end counts. */
function otherEnd(
  sentence: FigureSentence,
  { numbers, index, found }: { numbers: readonly BoundedNumber[]; index: number; found: readonly FigureMention[] },
): FigureMention | null {
  const [before, number, after] = [numbers[index - 1], numbers[index], numbers[index + 1]];
  const last = found.at(-1);
  if (number === undefined) return null;
  if (before?.sharesUnit === true && last?.number === before) return { ...last, number };
  const other = number.sharesUnit && after !== undefined ? mentionOf(sentence, after, found) : null;
  return other === null ? null : { ...other, number };
}

function isCode({ words, language, taken }: FigureSentence, number: BoundedNumber): boolean {
  const [first, last] = [words[number.first], words[number.end - 1]];
  if (first === undefined || last === undefined || taken({ start: first.start, end: last.end })) return true;
  const [before, after] = [words[number.first - 1], words[number.end]];
  const units = UNITS[language];
  if (before !== undefined && (units.currency.has(before.lower) || /^[#№@/+]$/.test(before.lower))) return true;
  if (NUMBERS[language].fractions.at(words, number.end) !== null) return true;
  if (/^[-–]$/.test(after?.lower ?? '') && NUMBERS[language].fractions.at(words, number.end + 1) !== null) return true;
  if (number.value !== null && !Number.isInteger(number.value)) return true;
  if (isProportion(words, number, units) || isAge(words, number.first, language)) return true;
  if (touches(last, after) && (DATES[language].ordinalSuffixes.has(after?.lower ?? '') || after?.lower === '/')) return true;
  if (touches(before, first) && (before?.kind === 'word' ? language !== 'ar' : /^[-./:–]$/.test(before?.lower ?? '')) && number.digits)
    return true;
  return number.digits && number.qualifierWords === null && namesSomething(words, number.first, language);
}

/** Three in four, un sur cinq: neither number counts anybody. */
function isProportion(words: readonly Word[], number: BoundedNumber, units: UnitLexicon): boolean {
  const small = (index: number): boolean => {
    const word = words[index];
    return word !== undefined && (word.kind === 'number' || /^(?:one|two|three|four|nine|un|une|deux|trois)$/.test(word.lower));
  };
  const before = words[number.first - 1];
  const after = words[number.end];
  if (
    before !== undefined &&
    units.among.has(before.lower) &&
    small(number.first - 2) &&
    units.language !== 'ar' &&
    units.language !== 'fa'
  )
    return true;
  return (
    after !== undefined &&
    units.among.has(after.lower) &&
    (units.language === 'en' || units.language === 'fr') &&
    small(number.end + 1) &&
    words[number.end + 1]?.kind !== 'number'
  );
}

/** "Aged between 17 and 25". */
function isAge(words: readonly Word[], first: number, language: LexiconLanguage): boolean {
  const near = words.slice(Math.max(0, first - AGE_REACH), first);
  return near.some((word) => DATES[language].ageMarks.has(word.lower) && word.lower !== 'old');
}

/** Room 14, Brigade 55, Article 9, No. 12: the word before makes the number a name. */
function namesSomething(words: readonly Word[], first: number, language: LexiconLanguage): boolean {
  const dotted = words[first - 1]?.lower === '.' ? first - 2 : first - 1;
  const before = words[dotted];
  if (before?.kind !== 'word') return false;
  return UNITS[language].codes.has(before.lower) && ACTS[language].tolls.endingAt(words, dotted) === null;
}

function mentionOf(sentence: FigureSentence, number: BoundedNumber, before: readonly FigureMention[]): FigureMention | null {
  const { words, language } = sentence;
  const [units, acts] = [UNITS[language], ACTS[language]];
  const one = number.value === 1;
  const phrase = countedPhraseAt(words, number.nounFrom, { lexicon: units, one });
  if (phrase === 'never') return null;
  const subsetOf = subset(words, number, { units, before });
  const toll = tollBefore(words, number.first, acts);
  const base = { number, toll, subsetOf };
  if (phrase !== null && phrase.form !== 'unlisted') {
    if (
      one &&
      !(phrase.form === 'noun' && countsOne(phrase.unit) && phrase.first === number.end && harmFollows(words, phrase.headEnd, acts))
    )
      return null;
    if (isResumed(words, { number, phrase }, sentence)) return null;
    const bounded = boundAfterNoun(words, number, { nounEnd: phrase.headEnd, lexicon: NUMBERS[language] });
    return { ...base, number: bounded, unit: phrase.unit, phrase, after: phrase.end, rule: `quantity.${phrase.form}` };
  }
  if (one) return null;
  if (harmFollows(words, number.nounFrom, acts))
    return { ...base, unit: 'persons', phrase: null, after: number.end, rule: 'quantity.elided-act' };
  if (toll !== null)
    return { ...base, unit: tollUnit(words, toll, { units, first: number.first }), phrase: null, after: number.end, rule: 'quantity.toll' };
  const lone = units.lone.has(words[number.end]?.lower ?? '');
  if (phrase === null || lone || number.qualifier === 'vague') return withoutNoun(sentence, base, phrase);
  return governedByHarm(words, number, acts)
    ? { ...base, unit: 'persons', phrase, after: phrase.headEnd, rule: 'quantity.unlisted' }
    : null;
}

/** "One" is a figure only of persons, bodies and graves; "one group" is a way of speaking. */
function countsOne(unit: CountedUnit): boolean {
  return unit === 'persons' || unit === 'bodies' || unit === 'graves';
}

/** "The two leaders met", "Committee 1267 lists": persons already named, and numbers that are names. */
function isResumed(words: readonly Word[], at: { number: BoundedNumber; phrase: CountedPhrase }, { language }: FigureSentence): boolean {
  const before = words[at.number.first - 1];
  if (before === undefined || at.number.qualifierWords !== null) return false;
  const resumed =
    at.number.value === 2 && UNITS[language].definite.has(before.lower) && !harmFollows(words, at.phrase.headEnd, ACTS[language]);
  const named =
    at.number.digits &&
    before.capital &&
    at.number.first > 1 &&
    at.phrase.unit !== 'persons' &&
    at.phrase.unit !== 'bodies' &&
    at.phrase.unit !== 'graves';
  return resumed || named;
}

/** "killing 12.", "hundreds were", "including three from Karsa". */
function withoutNoun(
  { words, language }: FigureSentence,
  base: Pick<FigureMention, 'number' | 'toll' | 'subsetOf'>,
  phrase: CountedPhrase | null,
): FigureMention | null {
  const { number } = base;
  const bare = { ...base, unit: 'persons' as const, phrase: null, after: number.end };
  // "Killing hundreds overnight": a vague number takes its noun only after "of".
  const alone = phrase === null || ((number.min ?? 0) >= 20 && !UNITS[language].of.has(words[number.end]?.lower ?? ''));
  if (alone && governedByHarm(words, number, ACTS[language])) return { ...bare, rule: 'quantity.governed' };
  if (phrase === null && base.subsetOf !== null) return { ...bare, rule: 'quantity.subset' };
  const next = words[number.end];
  if (next !== undefined && UNITS[language].lone.has(next.lower)) return { ...bare, rule: 'quantity.lone' };
  const verbFollows =
    next?.kind === 'word' && (UNITS[language].isStop(next.lower) || language === 'en') && !UNITS[language].of.has(next.lower);
  const crowd = number.qualifier === 'vague' && (number.min ?? 0) >= 20;
  const byTheHundred = /^(?:the|their|by)$/.test(words[number.first - 1]?.lower ?? '');
  return crowd && verbFollows && !byTheHundred ? { ...bare, rule: 'quantity.crowd' } : null;
}

const HARMS: ReadonlySet<string> = new Set(['killed', 'injured', 'detained', 'tortured', 'disappeared', 'displaced', 'tried', 'buried']);

/** Whether an act done to people follows at once: "38 wounded", "17 of whom were later executed". */
function harmFollows(words: readonly Word[], from: number, acts: ActLexicon): boolean {
  for (let index = from; index < from + ELIDED_REACH; index += 1) {
    const word = words[index];
    if (word?.kind !== 'word' || UNITS[acts.language].conjunctions.has(word.lower)) return false;
    const act = acts.acts.at(words, index);
    if (act !== null) return HARMS.has(act.value) && !(acts.language === 'ar' && word.lower.startsWith('و'));
  }
  return false;
}

/** Whether the number is the object of an act: "killed 12", "the execution of 12". */
function governedByHarm(words: readonly Word[], number: BoundedNumber, acts: ActLexicon): boolean {
  const qualifier = number.qualifierWords;
  const first = qualifier !== null && qualifier.first < number.first ? qualifier.first : number.first;
  const at = /^(?:of|de|d|the)$/.test(words[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  const act = acts.acts.endingAt(words, at);
  return act !== null && HARMS.has(act.value);
}

/** The toll noun that a number completes: "death toll of", "number of dead … at", "put the figure at". */
function tollBefore(words: readonly Word[], first: number, acts: ActLexicon): FigureMention['toll'] {
  let linked = acts.tollLinks.size === 0;
  for (let index = first - 1; index >= Math.max(0, first - TOLL_REACH); index -= 1) {
    const word = words[index];
    if (word === undefined || word.kind === 'number' || (word.kind === 'mark' && !/^[’'"“”:()-]$/.test(word.lower))) return null;
    linked ||= acts.tollLinks.has(word.lower);
    const toll = acts.tolls.endingAt(words, index);
    if (toll !== null && !linked) return null;
    if (toll !== null) return { first: index - toll.length + 1, end: index + 1 };
  }
  return null;
}

function tollUnit(words: readonly Word[], toll: { first: number; end: number }, at: { units: UnitLexicon; first: number }): CountedUnit {
  const phrase = countedPhraseAt(words, toll.end, { lexicon: at.units, one: false });
  return phrase !== null && phrase !== 'never' && phrase.form === 'noun' && phrase.headEnd <= at.first ? phrase.unit : 'persons';
}

/** The figure before, when "including" or "among them" stands between. */
function subset(
  words: readonly Word[],
  number: BoundedNumber,
  at: { units: UnitLexicon; before: readonly FigureMention[] },
): number | null {
  if (at.before.length === 0) return null;
  const first = number.qualifierWords !== null && number.qualifierWords.first < number.first ? number.qualifierWords.first : number.first;
  for (let index = first - 1; index >= Math.max(0, first - SUBSET_REACH); index -= 1) {
    if (at.units.subset.endingAt(words, index) !== null) return at.before.length - 1;
  }
  const follows = at.units.subset.at(words, number.end);
  return follows === null ? null : at.before.length - 1;
}
