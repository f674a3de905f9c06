import { ENGLISH } from './english-lexicon.ts';
import { isComma, isFiniteVerb, isNominal, type Word, type Words } from './english-words.ts';

/** Word indices, end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'whom', 'where']);
const PREDETERMINER = new Set(['all', 'both', 'such', 'half', 'many']);
const PLACE_OR_TIME = new Set([
  'in',
  'on',
  'at',
  'after',
  'during',
  'before',
  'following',
  'to',
  'via',
  'as',
  'through',
  'amid',
  'since',
  'until',
  'over',
  'while',
]);
const TIME_NOUN =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|mornings?|evenings?|nights?|afternoons?|earlier|later|today|yesterday|tomorrow|tonight|time|once)$/;

/** The end of the simple noun phrase that starts here, or the start itself when none does. */
export function nounPhraseEnd(words: Words, start: number): number {
  const first = words.at(start);
  if (first.pos === 'PRON') return isRelative(first) ? start : start + 1;
  let index = start;
  let nominal = false;
  while (index < words.list.length) {
    const word = words.at(index);
    if (!continuesNounPhrase(words, index, { start, nominal })) break;
    if (isNominal(word)) nominal = true;
    if (word.text === '(') {
      index = closeBracket(words, index);
      continue;
    }
    index += 1;
  }
  while (
    index > start &&
    !isNominal(words.at(index - 1)) &&
    !/^(?:\)|'s|’s|'|’|”|"|»)$/.test(words.at(index - 1).text) &&
    words.at(index - 1).pos !== 'DET' &&
    words.at(index - 1).pos !== 'ADJ' &&
    words.at(index - 2).text !== '-'
  )
    index -= 1;
  return nominal || isBareDeterminer(words, start, index) ? index : start;
}

/** `many`, `others`, `those` standing alone, or an adjective for people: `the accused`, `the wounded`. */
function isBareDeterminer(words: Words, start: number, end: number): boolean {
  if (end === start + 1) return ENGLISH.speakerPronouns.has(words.at(start).lower);
  return end === start + 2 && words.at(start).lower === 'the' && words.at(start + 1).pos === 'ADJ';
}

interface Phrase {
  readonly start: number;
  readonly nominal: boolean;
}

function continuesNounPhrase(words: Words, index: number, { start, nominal }: Phrase): boolean {
  const word = words.at(index);
  const before = words.at(index - 1);
  const after = words.at(index + 1);
  if (isNominal(word)) return index === start || !(before.date >= 0 && word.date < 0 && word.pos !== 'NOUN');
  if (word.pos === 'DET') return index === start || (index === start + 1 && PREDETERMINER.has(before.lower));
  if (word.pos === 'ADJ')
    return !nominal || isNominal(after) || after.pos === 'ADJ' || /^(?:chief|general|elect|-)$/.test(word.lower) || after.text === '-';
  if (word.lower === "'s" || word.lower === '’s' || word.text === '-' || word.text === '/')
    return index > start && (word.start === before.end || (word.text === '-' && before.pos === 'PROPN' && after.pos === 'PROPN'));
  if (/^['’‘]$/.test(word.text))
    return nominal && word.start === before.end && (isNominal(after) || after.pos === 'ADJ' || /^s$/.test(after.lower));
  if (word.text === '(') return nominal && closeBracket(words, index) - index <= 12;
  if (/^[“”"«»]$/.test(word.text)) return word.quote >= 0 && shortQuote(words, index);
  if (word.pos === 'ADV') return !nominal && (after.pos === 'ADJ' || after.pos === 'VERB' || after.pos === 'NUM' || after.pos === 'ADP');
  if (word.lower === 'than') return before.lower === 'more' || before.lower === 'less' || before.lower === 'fewer';
  if (word.pos === 'VERB') return premodifies(words, index, { start, nominal });
  if (word.pos === 'CCONJ')
    return !nominal && index > start && words.at(index - 1).pos === 'ADJ' && (after.pos === 'ADJ' || after.pos === 'NOUN');
  return false;
}

/** A participle before its noun (`the leading democracies`), or a capitalised word the tagger took for a verb. */
function premodifies(words: Words, index: number, { start, nominal }: Phrase): boolean {
  const word = words.at(index);
  const after = words.at(index + 1);
  if (/^\p{Lu}/u.test(word.text) && index > 0 && (isCapital(after) || isCapital(words.at(index - 1)))) return true;
  if (words.at(index - 1).text === '-' && words.at(index - 1).end === word.start) return true;
  if (index === start) return word.lower.endsWith('ed') && after.pos === 'NOUN';
  return (
    index > start && !nominal && /(?:ed|ing|en)$/.test(word.lower) && (isNominal(after) || after.pos === 'ADJ' || after.pos === 'VERB')
  );
}

function isCapital(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text);
}

/** Quotation marks round one to four words inside a phrase: scare quotes, a name, a title. */
function shortQuote(words: Words, index: number): boolean {
  const quote = words.at(index).quote;
  let size = 0;
  for (let other = index - 6; other <= index + 6; other += 1) if (words.at(other).quote === quote) size += 1;
  return size <= 6;
}

function isRelative(word: Word): boolean {
  return RELATIVE.has(word.lower);
}

/** The index after the bracket that closes the one here, at most 40 words on. */
export function closeBracket(words: Words, open: number): number {
  const close = words.at(open).text === '[' ? ']' : ')';
  for (let index = open + 1; index < Math.min(words.list.length, open + 40); index += 1)
    if (words.at(index).text === close) return index + 1;
  return open + 1;
}

/** Whether a prepositional phrase here tells when or through what medium something was said. */
export function isTimeOrMedium(words: Words, preposition: number): boolean {
  const start = preposition + 1;
  if (words.at(start).date >= 0) return true;
  const end = nounPhraseEnd(words, start);
  for (let index = start; index < end; index += 1) if (words.at(index).date >= 0 && index < start + 2) return true;
  const head = words.at(end - 1).lower;
  return end > start && (ENGLISH.mediumNouns.has(head) || TIME_NOUN.test(head));
}

export interface ExtentOptions {
  /** Stop before a place or time phrase right after a bare proper name (`said Rehman in Geneva`). */
  readonly afterCue: boolean;
  /** Do not cross commas into appositions. */
  readonly noApposition?: boolean;
}

/**
 * How far the noun phrase of a source reaches to the right: its own words, `of` and other prepositional
 * phrases, brackets, coordination, participles (`signed by …`), appositions and relative clauses.
 */
export function sourceExtent(words: Words, start: number, options: ExtentOptions): number {
  let end = nounPhraseEnd(words, start);
  if (end === start) return start;
  if (words.at(start).pos === 'PRON') return end;
  const limit = Math.min(words.list.length, start + 80);
  while (end < limit) {
    const next = extend(words, { from: start, to: end }, options);
    if (next === end) break;
    end = next;
  }
  return end;
}

function extend(words: Words, sofar: Range, options: ExtentOptions): number {
  const { from, to } = sofar;
  const next = words.at(to);
  if (next.quote >= 0 && words.at(to - 1).quote !== next.quote && !shortQuote(words, to)) return to;
  if (next.text === '(' || next.text === '[') return closeBracket(words, to);
  if (next.lower === 'of' || next.text === '&') return phraseAfter(words, to);
  if (next.pos === 'ADP' || next.lower === 'to' || next.lower === 'for') return prepositionalEnd(words, sofar, options);
  if (next.pos === 'CCONJ' && next.lower !== 'but') return coordinationEnd(words, to);
  if (isRelative(next) && next.lower !== 'that') return clauseEnd(words, to);
  if (next.pos === 'VERB' && /(?:ed|en|ing|wn|ung|eld|ept|ade)$/.test(next.lower) && !ENGLISH.forms.has(next.lower))
    return reducedRelativeEnd(words, to);
  if (isComma(next) && options.noApposition !== true) return appositionEnd(words, { from, to });
  return to;
}

/** After a preposition: the noun phrase, or back to the preposition itself when none follows. */
function phraseAfter(words: Words, preposition: number): number {
  let start = preposition + 1;
  while (words.at(start).pos === 'ADP' || words.at(start).lower === 'more' || words.at(start).lower === 'than') start += 1;
  const end = nounPhraseEnd(words, start);
  return end > start ? end : preposition;
}

function prepositionalEnd(words: Words, { from, to }: Range, options: ExtentOptions): number {
  const preposition = words.at(to).lower;
  if (isTimeOrMedium(words, to)) return to;
  const properOnly = words.list.slice(from, to).every((word) => word.pos === 'PROPN' || word.text === '-');
  if (options.afterCue && PLACE_OR_TIME.has(preposition) && properOnly) return to;
  if (words.at(to + 1).pos === 'VERB' && words.at(to).lower === 'to') return to;
  return phraseAfter(words, to);
}

/** `X and Y` as one source, unless Y already has a verb of its own. */
function coordinationEnd(words: Words, conjunction: number): number {
  const start = conjunction + 1;
  const end = nounPhraseEnd(words, start);
  if (end === start || words.at(start).pos === 'PRON') return conjunction;
  for (let index = end; index < end + 12; index += 1) {
    const word = words.at(index);
    if (isComma(word) || word.pos === 'END' || isRelative(word) || word.quote >= 0) break;
    if (isFiniteVerb(words, index)) return conjunction;
  }
  return end;
}

/** To the next comma, opening quotation or the end. */
function clauseEnd(words: Words, start: number): number {
  let index = start;
  while (index < words.list.length && index < start + 30) {
    const word = words.at(index);
    if (isComma(word) || word.text === ';' || word.text === ':' || (word.quote >= 0 && !shortQuote(words, index))) break;
    if (/^[.!?]$/.test(word.text) && index >= words.list.length - 2) break;
    index += 1;
  }
  return index;
}

function reducedRelativeEnd(words: Words, verb: number): number {
  let index = verb + 1;
  while (words.at(index).pos === 'ADV') index += 1;
  if (words.at(index).pos !== 'ADP' && words.at(index).date < 0) {
    const object = nounPhraseEnd(words, index);
    return object > index && words.at(verb).lower.endsWith('ing') ? object : verb;
  }
  const end = phraseAfter(words, index);
  return end > index ? end : verb;
}

/** `, the rapporteur on Iran` or `, who fled in 1989`: up to the comma or stop that ends it. */
function appositionEnd(words: Words, { from, to }: Range): number {
  const start = to + 1;
  const first = words.at(start);
  if (first.quote >= 0 || first.pos === 'CCONJ' || (first.pos === 'PRON' && !isRelative(first)) || first.pos === 'ADV' || first.date >= 0)
    return to;
  if (isRelative(first) && first.lower !== 'that') return clauseEnd(words, start);
  if ((first.pos !== 'DET' && !isNominal(first) && first.pos !== 'ADJ') || nounPhraseEnd(words, start) === start) return to;
  const inner = sourceExtent(words, start, { afterCue: false, noApposition: true });
  const after = words.at(inner);
  const ends =
    isComma(after) ||
    after.pos === 'END' ||
    /^[.;:!?—–]$/.test(after.text) ||
    after.quote >= 0 ||
    isTimeOrMedium(words, inner) ||
    after.pos === 'CCONJ';
  if (!ends || hasFinite(words, { from: start, to: inner })) return to;
  return looksLikeApposition(words, { from, to }, start) ? inner : to;
}

/** A name beside a description, either way round; two descriptions in a row are a list or a new clause. */
function looksLikeApposition(words: Words, head: Range, start: number): boolean {
  const headNamed = words.list.slice(head.from, head.to).some((word) => word.pos === 'PROPN');
  const first = words.at(start);
  return (
    headNamed || first.pos === 'PROPN' || first.lower === 'a' || first.lower === 'an' || first.lower === 'the' || first.lower === 'former'
  );
}

export function hasFinite(words: Words, { from, to }: Range): boolean {
  for (let index = from; index < to; index += 1) if (isFiniteVerb(words, index)) return true;
  return false;
}

/** Whether a date or a count of days and the like is all there is: `Two weeks later`, `On 3 May`. */
export function isTimePhrase(words: Words, { from, to }: Range): boolean {
  let time = false;
  for (let index = from; index < to; index += 1) {
    const word = words.at(index);
    if (word.date >= 0 || TIME_NOUN.test(word.lower)) time = true;
    else if (word.pos === 'PROPN' || (word.pos === 'NOUN' && !TIME_NOUN.test(word.lower))) return false;
  }
  return time;
}

/** The next finite verb at or after an index, in the same sentence and outside quotations, or -1. */
export function nextFinite(words: Words, from: number, to: number): number {
  for (let index = from; index < to; index += 1) if (words.at(index).quote < 0 && isFiniteVerb(words, index)) return index;
  return -1;
}
