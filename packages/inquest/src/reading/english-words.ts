import { ENGLISH } from './english-lexicon.ts';
import type { ReadingContext, Sentence, Token } from './reading-context.ts';
import { zoneIndexAt } from './zone-lookup.ts';

/** A token of an English sentence with what the grammar asks about it. */
export interface Word extends Token {
  readonly pos: string;
  /** Index into `context.quotes`, -1 outside quotations. */
  readonly quote: number;
  /** Index into `context.dates`, -1 outside dates. */
  readonly date: number;
  /** How many round or square brackets are open here; the brackets themselves count as inside. */
  readonly depth: number;
}

/** One sentence (or the inside of one quotation) as words. Ranges are word indices, end exclusive. */
export interface Words {
  readonly list: readonly Word[];
  at(index: number): Word;
}

const END: Word = { start: -1, end: -1, text: '', lower: '', pos: 'END', quote: -1, date: -1, depth: 0 };

export function wordsOf(context: ReadingContext, sentence: Sentence): Words {
  const list: Word[] = [];
  let depth = 0;
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = context.tokens[index];
    if (token === undefined) break;
    if (token.text === '(' || token.text === '[') depth += 1;
    list.push({
      ...token,
      pos: token.pos ?? 'X',
      quote: zoneIndexAt(context.quotes, token.start),
      date: zoneIndexAt(context.dates, token.start),
      depth,
    });
    if ((token.text === ')' || token.text === ']') && depth > 0) depth -= 1;
  }
  repairTags(list);
  return view(list);
}

/** The same grammar over the inside of a quotation: its words stand outside any quotation there. */
export function wordsWithin(words: Words, from: number, to: number): Words {
  return view(words.list.slice(from, to).map((word) => ({ ...word, quote: -1 })));
}

function view(list: readonly Word[]): Words {
  return { list, at: (index) => list[index] ?? END };
}

const NOMINAL_BEFORE = new Set(['NOUN', 'PROPN', 'PRON', 'ADV']);
const OBJECT_STARTS = new Set(['DET', 'PRON', 'PROPN', 'NUM', 'SCONJ', 'ADJ']);

/**
 * The tagger takes many finite cues for nouns (`Survivors estimate that`, `Reuters quotes him`). A form of
 * a cue after a subject and before an object is read as a verb; after a determiner or a possessive it stays a noun.
 */
function repairTags(list: Word[]): void {
  repairAbbreviations(list);
  repairCapitals(list);
  for (const [index, word] of list.entries()) {
    if (word.pos === 'VERB' || word.pos === 'AUX') continue;
    const form = ENGLISH.forms.get(word.lower);
    if (form === undefined || !/^[a-z]/.test(word.text)) continue;
    const before = list[index - 1];
    const after = list[index + 1];
    if (before === undefined || after === undefined) continue;
    if (ALWAYS_VERBS.test(word.lower) && !/^(?:DET|ADJ)$/.test(before.pos)) {
      list[index] = { ...word, pos: 'VERB' };
      continue;
    }
    if (readsAsVerb(list, index, { before, after, form: form.form })) list[index] = { ...word, pos: 'VERB' };
  }
}

/** The full stop of `Lt. Gen. Rask`: inside a sentence it belongs to the name. */
function repairAbbreviations(list: Word[]): void {
  for (const [index, word] of list.entries()) {
    const before = list[index - 1];
    const after = list[index + 1];
    if (word.text !== '.' || before === undefined || after === undefined || before.end !== word.start) continue;
    if (isCapitalised(before) && /^[\p{Lu}“"(,]/u.test(after.text)) {
      list[index] = { ...word, pos: 'PROPN' };
      list[index - 1] = { ...before, pos: 'PROPN' };
    }
  }
}

/** A capitalised word inside a sentence that is not all capitals is a name, whatever verb it looks like: Amity Watch, Working Group. */
function repairCapitals(list: Word[]): void {
  const letters = list.filter((word) => /^\p{L}/u.test(word.text));
  if (letters.filter((word) => isCapitalised(word)).length > letters.length * 0.6) return;
  for (const [index, word] of list.entries()) {
    if (index === 0 || word.pos !== 'VERB' || !isCapitalised(word)) continue;
    const neighbour = [list[index - 1], list[index + 1]].some(
      (other) => other !== undefined && isCapitalised(other) && other.pos !== 'DET',
    );
    const opens = /^(?:[“"«‘:–—]|\n)$/.test(list[index - 1]?.text ?? '');
    if (neighbour && !opens) list[index] = { ...word, pos: 'PROPN' };
  }
}

function isCapitalised(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text);
}

/** Forms that are hardly ever nouns. */
const ALWAYS_VERBS = /^(?:say|says|said|saying|tells|told|believes|believed|denies|denied|argues|argued|insists|insisted|adds|added)$/;

interface Neighbours {
  readonly before: Word;
  readonly after: Word;
  readonly form: string;
}

function readsAsVerb(list: readonly Word[], index: number, { before, after, form }: Neighbours): boolean {
  if ((form === 'past' || form === 'pp') && before.pos === 'AUX' && after.lower === 'to') return true;
  if (form === 'past' || form === 'pp')
    return !/^(?:DET|ADP)$/.test(before.pos) && (OBJECT_STARTS.has(after.pos) || isOpeningMark(after) || after.lower === 'that');
  if (form === 'ing') return before.lower === ',' && (OBJECT_STARTS.has(after.pos) || isOpeningMark(after));
  if (after.lower === 'that' && form === 'base' && before.pos === 'NOUN') return !/^(?:DET|ADJ|ADP)$/.test(before.pos);
  const subject = NOMINAL_BEFORE.has(before.pos) || before.text === ')' || before.lower === 'who';
  if (!subject || before.lower === "'s" || (list[index - 2]?.lower === "'s" && before.pos !== 'NOUN')) return false;
  if (form === 'base' && (before.pos === 'NOUN' || before.pos === 'PROPN') && !hasPluralHead(list, index)) return false;
  return OBJECT_STARTS.has(after.pos) || isOpeningMark(after) || after.lower === 'that';
}

/** Whether the noun phrase before a base form can be its plural subject: `lawyers`, `The people of Karsa`, `Amity and Pell`. */
function hasPluralHead(list: readonly Word[], verb: number): boolean {
  for (let index = verb - 1; index >= Math.max(0, verb - 10); index -= 1) {
    const word = list[index];
    if (word === undefined) return false;
    if (word.lower === 'and') return true;
    const ends = index === verb - 1 || /^(?:of|in|from|for|on|at)$/.test(list[index + 1]?.lower ?? '');
    if (ends && /(?:[^s]s|people|police|men|women|children)$/.test(word.lower)) return true;
    if (!/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(word.pos) && !/^(?:of|in|from|for|on|at)$/.test(word.lower)) return false;
  }
  return false;
}

function isOpeningMark(word: Word): boolean {
  return word.quote >= 0 && /^[“"«‘]$/.test(word.text);
}

export function isNominal(word: Word): boolean {
  return word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'NUM';
}

export function isComma(word: Word): boolean {
  return word.text === ',' && word.depth === 0;
}

/** A dash set off by spaces, a semicolon or a colon: no noun phrase crosses it. */
export function isBreak(word: Word, before: Word): boolean {
  if (word.text === ';' || word.text === ':') return true;
  return /^[—–]$/.test(word.text) || (word.text === '-' && word.start > before.end && before.pos !== 'PROPN');
}

const PARTICIPLE = /(?:ed|en|wn|ung|ught|old|aid|ept|ost|ade|ead|ven)$/;

/** A verb that carries a clause: not an infinitive, a gerund, or a participle that modifies the noun before it. */
export function isFiniteVerb(words: Words, index: number): boolean {
  const word = words.at(index);
  const before = words.at(index - 1);
  if (word.pos === 'AUX') return before.lower !== 'to' && !/^(?:being|been|be)$/.test(word.lower);
  if (word.pos !== 'VERB') return false;
  if (before.lower === 'to' && before.pos === 'PART') return false;
  if (word.lower.endsWith('ing')) return false;
  if (before.pos === 'DET' || before.pos === 'ADJ' || before.pos === 'ADP' || isTightHyphen(words, index - 1)) return false;
  if (
    before.lower.endsWith('ly') &&
    before.pos === 'ADV' &&
    /^(?:CCONJ|DET|ADP|ADJ)$/.test(words.at(index - 2).pos) &&
    /^(?:ADJ|NOUN)$/.test(words.at(index + 1).pos)
  )
    return false;
  return !isReducedRelative(words, index);
}

/** The hyphen of a compound: `state-ordered`, `Karsa-based`. */
export function isTightHyphen(words: Words, index: number): boolean {
  const word = words.at(index);
  return word.text === '-' && (words.at(index - 1).end === word.start || words.at(index + 1).start === word.end);
}

/** `the letter signed by`, `a report released on Monday`, `people killed in 1988`: participle after its noun. */
export function isReducedRelative(words: Words, index: number): boolean {
  const word = words.at(index);
  if (word.pos !== 'VERB' || !PARTICIPLE.test(word.lower)) return false;
  const before = words.at(index - 1);
  if (!isNominal(before) && before.text !== ')') return false;
  const after = words.at(index + 1);
  if (/^(?:out|up|off|away|down|back|over)$/.test(after.lower)) return false;
  return after.lower === 'by' || ((after.pos === 'ADP' || after.date >= 0) && anotherFiniteFollows(words, index + 1));
}

function anotherFiniteFollows(words: Words, from: number): boolean {
  for (let index = from; index < Math.min(words.list.length, from + 14); index += 1) {
    const word = words.at(index);
    if (isComma(word) || word.text === ';') return isVerbAfter(words, index + 1);
    if (/^(?:who|which|that|and|,|while|when|after)$/.test(word.lower)) return false;
    if (word.pos === 'AUX' || (word.pos === 'VERB' && !word.lower.endsWith('ing') && words.at(index - 1).lower !== 'to')) return true;
  }
  return false;
}

function isVerbAfter(words: Words, index: number): boolean {
  const word = words.at(index);
  return word.pos === 'AUX' || (word.pos === 'VERB' && !word.lower.endsWith('ing'));
}
