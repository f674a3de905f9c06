import { ENGLISH } from './english-lexicon.ts';
import { closeBracket, isTimePhrase, nounPhraseEnd, type Range } from './english-phrases.ts';
import { isBreak, isComma, isFiniteVerb, isNominal, isReducedRelative, type Words } from './english-words.ts';

/** A verb with its auxiliaries and adverbs. */
export interface VerbGroup extends Range {
  /** The verb itself. */
  readonly head: number;
  readonly passive: boolean;
  readonly infinitive: boolean;
  readonly gerund: boolean;
  readonly negated: boolean;
  /** may, might, could, should: nothing has been said yet. */
  readonly modal: boolean;
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", 'am', '’s', '’re', 'got', 'get', 'gets']);
const NEGATION = new Set(['not', "n't", 'never', 'n’t', 'neither', 'no']);
/** A subject is looked for at most this many words back. */
const MAX_SUBJECT = 90;

export function verbGroup(words: Words, head: number): VerbGroup {
  let from = head;
  const isGroupWord = (index: number): boolean => {
    const word = words.at(index);
    return (
      word.pos === 'AUX' ||
      (word.pos === 'PART' && word.lower !== "'s" && word.lower !== '’s') ||
      NEGATION.has(word.lower) ||
      (word.pos === 'ADV' && !isSubordinator(words, index))
    );
  };
  while (from > 0 && isGroupWord(from - 1) && !(words.at(from - 1).pos === 'ADV' && words.at(from - 2).pos === 'DET')) from -= 1;
  while (from < head && words.at(from).pos === 'ADV' && isComma(words.at(from - 1)) && from + 1 === head) break;
  const group = words.list.slice(from, head);
  const lower = words.at(head).lower;
  const gerundForm = lower.endsWith('ing');
  const be = group.some((word) => BE.has(word.lower) && word.pos !== 'PART');
  return {
    from,
    to: head + 1,
    head,
    passive: be && !gerundForm,
    infinitive: group.some((word) => word.lower === 'to'),
    gerund: gerundForm && !be,
    negated: group.some((word) => NEGATION.has(word.lower)),
    modal: group.some((word) => ENGLISH.modals.has(word.lower)),
  };
}

function isSubordinator(words: Words, index: number): boolean {
  const word = words.at(index);
  return ENGLISH.wh.has(word.lower) || ENGLISH.subordinators.has(word.lower);
}

/**
 * The subject of the verb group that starts at `verb`, as a whole phrase with apposition and relative
 * clause, or null when none stands before it in its clause. `floor` is where to stop looking.
 */
export function subjectBefore(words: Words, verb: number, floor: number): Range | null {
  const limit = hardLimit(words, verb, floor);
  if (limit >= verb) return null;
  const before = words.at(verb - 1);
  if (before.pos === 'CCONJ' || (/^(?:then|also)$/.test(before.lower) && words.at(verb - 2).pos === 'CCONJ'))
    return sharedSubject(words, verb - 1, limit);
  if (/^(?:who|which|that)$/.test(before.lower)) return antecedent(words, verb - 1, limit);
  const segments = commaSegments(words, limit, verb);
  const last = segments.at(-1);
  if (last === undefined) return null;
  if (last.from === last.to) return aroundParenthesis(words, segments.slice(0, -1));
  const own = withinSegment(words, last);
  if (own === null) return null;
  return own.from === last.from || own.from === last.from + leadingJoin(words, last) ? extendLeft(words, segments.slice(0, -1), own) : own;
}

/** The nearest mark no subject crosses: colon, semicolon, spaced dash, the end of a quotation that is not part of a phrase. */
function hardLimit(words: Words, verb: number, floor: number): number {
  const lowest = Math.max(floor, verb - MAX_SUBJECT);
  for (let index = verb - 1; index >= lowest; index -= 1) {
    const word = words.at(index);
    if (word.depth > 0) continue;
    if (isBreak(word, words.at(index - 1)) && word.date < 0) return index + 1;
    if (
      word.quote >= 0 &&
      /^[”"»’']$/.test(word.text) &&
      words.at(index + 1).quote !== word.quote &&
      /^[,.?!…]$/.test(words.at(index - 1).text)
    )
      return index + 1;
    if (/^[.?!…]$/.test(word.text) && word.quote < 0) return index + 1;
  }
  return lowest;
}

function commaSegments(words: Words, from: number, to: number): readonly Range[] {
  const segments: Range[] = [];
  let start = from;
  for (let index = from; index < to; index += 1) {
    const word = words.at(index);
    const dateComma = word.date >= 0 && words.at(index + 1).date === word.date;
    if (!isComma(word) || dateComma) continue;
    segments.push({ from: start, to: index });
    start = index + 1;
  }
  segments.push({ from: start, to });
  return segments;
}

/** The verb follows a comma: what stands before it is an apposition or relative clause, its head further left. */
function aroundParenthesis(words: Words, segments: readonly Range[]): Range | null {
  const parenthesis = segments.at(-1);
  if (parenthesis === undefined) return null;
  let head = segments.length - 2;
  while (head > 0 && isParentheticalOnly(words, segments[head], segments[head - 1])) head -= 1;
  const segment = segments[head];
  if (segment === undefined && isClause(words, parenthesis)) return sharedSubject(words, parenthesis.to, parenthesis.from);
  if (segment === undefined || isIntroduction(words, segment)) {
    const own = withinSegment(words, parenthesis);
    return own !== null && looksLikeSource(words, own) ? own : null;
  }
  const own = withinSegment(words, segment);
  return own === null ? null : { from: own.from, to: parenthesis.to };
}

/** A subject and a finite verb of its own, outside any relative clause. */
function isClause(words: Words, { from, to }: Range): boolean {
  for (let index = from + 1; index < to; index += 1) if (isFiniteVerb(words, index) && !ownedByRelative(words, index, from)) return true;
  return false;
}

/** An age, a home town, a relative clause, a second description: never itself the head. */
function isParentheticalOnly(words: Words, segment: Range | undefined, before: Range | undefined): boolean {
  if (segment === undefined || before === undefined || isIntroduction(words, before)) return false;
  const first = words.at(segment.from);
  if (/^(?:who|whose|which|whom|of|from|aged|now|then|formerly|himself|herself)$/.test(first.lower)) return true;
  if (segment.to - segment.from === 1 && first.pos === 'NUM') return true;
  return /^(?:a|an|the|former)$/.test(first.lower) && words.at(before.to - 1).pos === 'PROPN';
}

/** A phrase set before the subject: when, where, through what, in what case. */
export function isIntroduction(words: Words, segment: Range): boolean {
  const start = segment.from + leadingJoin(words, segment);
  if (start >= segment.to) return true;
  const first = words.at(start);
  if (first.date >= 0 && words.at(segment.to - 1).date !== first.date && !/^['’]s$/.test(words.at(dateEnd(words, start)).text)) return true;
  if (first.pos === 'ADP' || first.pos === 'ADV' || first.pos === 'SCONJ' || first.pos === 'CCONJ' || first.pos === 'INTJ') return true;
  if (first.pos === 'VERB' && /(?:ing|ed|en)$/.test(first.lower)) return true;
  if (ENGLISH.subordinators.has(first.lower) || first.lower === 'to') return true;
  return isTimePhrase(words, { from: start, to: segment.to });
}

function leadingJoin(words: Words, segment: Range): number {
  let skipped = 0;
  while (segment.from + skipped < segment.to) {
    const word = words.at(segment.from + skipped);
    if (word.pos !== 'CCONJ' && !/^[“"«‘(]$/.test(word.text) && word.lower !== 'however' && word.lower !== 'meanwhile') break;
    skipped += 1;
  }
  return skipped;
}

/** The subject inside one comma segment that ends at the verb. */
function withinSegment(words: Words, segment: Range): Range | null {
  let from = clauseStart(words, segment);
  while (from < segment.to && startsBeforeSubject(words, from, segment.to)) from = afterIntroduction(words, { from, to: segment.to });
  if (from >= segment.to) return null;
  const range = { from, to: segment.to };
  return looksLikeSource(words, range) ? range : null;
}

/** After the last clause boundary: a conjunction, or a verb that already had its own subject. */
function clauseStart(words: Words, { from, to }: Range): number {
  for (let index = to - 1; index >= from; index -= 1) {
    const word = words.at(index);
    if (word.depth > 0) continue;
    if (word.pos === 'SCONJ' && index > from && !/^(?:than|like)$/.test(word.lower)) return index + 1;
    if (/^(?:which|that|whom|who|what)$/.test(word.lower) && isObjectRelative(words, index, to)) return index + 1;
    if (ENGLISH.wh.has(word.lower) && word.pos === 'ADV') return index + 1;
    if (index > from && /^(?:after|before|until|since|because|when|while|although|though|once|whereas)$/.test(word.lower)) return index + 1;
    if (isFiniteVerb(words, index) && !ownedByRelative(words, index, from)) return afterVerb(words, index, to);
    if (
      word.pos === 'VERB' &&
      word.lower.endsWith('ing') &&
      index > from &&
      ENGLISH.forms.has(word.lower) &&
      !isNominal(words.at(index + 1))
    )
      return afterVerb(words, index, to);
  }
  return from;
}

function afterVerb(words: Words, verb: number, to: number): number {
  let index = verb + 1;
  while (index < to && (words.at(index).pos === 'ADV' || words.at(index).lower === 'that')) index += 1;
  return index;
}

/** `which some experts believe`: the pronoun stands for an object, the subject begins after it. */
function isObjectRelative(words: Words, pronoun: number, to: number): boolean {
  const next = words.at(pronoun + 1);
  if (pronoun + 1 >= to || next.pos === 'AUX' || next.pos === 'VERB') return false;
  for (let index = pronoun + 1; index < to; index += 1) if (isFiniteVerb(words, index)) return false;
  return true;
}

/** The verb of a relative clause inside the subject: `officials who visited the site`. */
function ownedByRelative(words: Words, verb: number, from: number): boolean {
  for (let index = verb - 1; index >= from; index -= 1) {
    const word = words.at(index);
    if (/^(?:who|which|that|whose|whom|where)$/.test(word.lower))
      return (
        index === from ||
        isNominal(words.at(index - 1)) ||
        words.at(index - 1).text === ')' ||
        words.at(index - 1).pos === 'PRON' ||
        words.at(index - 1).pos === 'DET'
      );
    if (word.pos !== 'AUX' && word.pos !== 'ADV' && word.pos !== 'PART' && isFiniteVerb(words, index)) return false;
  }
  return false;
}

function startsBeforeSubject(words: Words, index: number, to: number): boolean {
  const word = words.at(index);
  if (word.pos === 'CCONJ' || word.pos === 'ADV' || word.pos === 'INTJ' || word.pos === 'SCONJ')
    return index + 1 < to && !/^(?:about|nearly|almost|some|around)$/.test(word.lower);
  if (/^[“"«‘(,\]]$/.test(word.text)) return true;
  if (word.pos === 'VERB' && word.lower.endsWith('ing') && /^\p{Lu}/u.test(word.text)) return true;
  if (word.pos === 'PUNCT' && word.text !== '(') return true;
  if (word.pos === 'ADP' && word.lower !== 'of') return true;
  return (
    word.date >= 0 &&
    words.at(to - 1).date !== word.date &&
    !/^['’]/.test(words.at(dateEnd(words, index)).text) &&
    !isNominal(words.at(dateEnd(words, index)))
  );
}

function dateEnd(words: Words, index: number): number {
  let end = index;
  while (words.at(end).date === words.at(index).date && words.at(end).date >= 0) end += 1;
  return end;
}

/** One word, one date, or a preposition with its noun phrase, as long as something is left for the subject. */
function afterIntroduction(words: Words, { from, to }: Range): number {
  const word = words.at(from);
  if (word.date >= 0) return dateEnd(words, from);
  if (word.pos === 'VERB' && nounPhraseEnd(words, from + 1) < to) return Math.max(from + 1, nounPhraseEnd(words, from + 1));
  if (word.pos !== 'ADP') return from + 1;
  if (words.at(from + 1).date >= 0) return dateEnd(words, from + 1);
  let end = nounPhraseEnd(words, from + 1);
  while (words.at(end).lower === 'of' && end < to) end = Math.max(end + 1, nounPhraseEnd(words, end + 1));
  if (end < to) return Math.max(end, from + 1);
  for (let index = to - 1; index > from + 1; index -= 1) {
    const starts = words.at(index).pos === 'PRON' || (words.at(index).pos === 'PROPN' && words.at(index - 1).pos === 'NOUN');
    if (starts) return index;
  }
  return from + 1;
}

/** Lists (`Rights groups, lawyers and families`) and a description before its name reach over the comma. */
function extendLeft(words: Words, segments: readonly Range[], own: Range): Range {
  const conjunction = words.list.slice(own.from, own.to).some((word) => word.pos === 'CCONJ');
  const tag = isComma(words.at(own.to + 1)) || isComma(words.at(own.to + 2));
  const named = !tag && words.list.slice(own.from, own.to).every((word) => word.pos === 'PROPN') && describesPerson(words, segments.at(-1));
  const headline =
    segments.length === 1 &&
    own.from > 0 &&
    words.at(segments[0]?.from ?? 0).start === words.at(0).start &&
    !words.list.some((word) => word.text === '.');
  const described = isNameThenRole(words, segments.at(-1), own);
  if (!conjunction && !named && !headline && !described) return own;
  let from = own.from;
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index];
    if (segment === undefined || isIntroduction(words, segment) || !isPlainPhrase(words, segment)) break;
    from = segment.from + leadingJoin(words, segment);
    if ((named || described) && !conjunction) break;
  }
  return { from, to: own.to };
}

/** `Gen. Josef Rask, commander of the garrison said`: the second comma was left out. */
function isNameThenRole(words: Words, segment: Range | undefined, own: Range): boolean {
  if (segment === undefined || segment.to - segment.from > 6 || !ENGLISH.speakerNouns.has(words.at(own.from).lower)) return false;
  return words.list.slice(segment.from, segment.to).every((word) => word.pos === 'PROPN');
}

/** A description that a name may follow: `The group’s director, Jonas Pell`. */
function describesPerson(words: Words, segment: Range | undefined): boolean {
  return segment !== undefined && words.list.slice(segment.from, segment.to).some((word) => ENGLISH.speakerNouns.has(word.lower));
}

function isPlainPhrase(words: Words, { from, to }: Range): boolean {
  if (from >= to) return false;
  for (let index = from; index < to; index += 1) {
    const word = words.at(index);
    if (word.quote >= 0 || word.pos === 'PRON' || word.pos === 'AUX' || (word.pos === 'VERB' && isFiniteVerb(words, index))) return false;
  }
  return isNominal(words.at(to - 1)) || words.at(to - 1).text === ')';
}

/** `X met the families and said that`: the subject of the verb before the conjunction. */
function sharedSubject(words: Words, conjunction: number, limit: number): Range | null {
  for (let index = conjunction - 1; index >= limit; index -= 1) {
    const word = words.at(index);
    if (word.quote >= 0 || !isFiniteVerb(words, index) || ownedByRelative(words, index, limit)) continue;
    const group = verbGroup(words, index);
    const subject = subjectBefore(words, group.from, limit);
    const subjunctive = words.list.slice(group.from, group.head).some((inner) => inner.lower === 'be');
    if (subject !== null && !subjunctive) return subject;
    index = group.from;
  }
  return null;
}

/** The phrase a relative pronoun stands for: `witnesses who say`. */
function antecedent(words: Words, pronoun: number, limit: number): Range | null {
  const to = isComma(words.at(pronoun - 1)) ? pronoun - 1 : pronoun;
  let from = to;
  while (from > limit) {
    const word = words.at(from - 1);
    const inPhrase =
      isNominal(word) ||
      word.pos === 'ADJ' ||
      word.pos === 'DET' ||
      word.lower === "'s" ||
      word.lower === '’s' ||
      word.text === '-' ||
      word.lower === 'of' ||
      word.depth > 0;
    if (!inPhrase || isComma(word)) break;
    from -= 1;
  }
  while (from < to && (words.at(from).lower === 'of' || words.at(from).text === '-')) from += 1;
  return from < to && looksLikeSource(words, { from, to }) ? { from, to } : null;
}

/** Whether there is a noun or a personal pronoun in it at all. */
export function looksLikeSource(words: Words, { from, to }: Range): boolean {
  if (to - from === 1) {
    const only = words.at(from);
    if (ENGLISH.notSources.has(only.lower)) return false;
    return isNominal(only) || only.pos === 'PRON' || only.pos === 'ADJ' || ENGLISH.speakerPronouns.has(only.lower);
  }
  for (let index = from; index < to; index += 1) if (isNominal(words.at(index)) || words.at(index).pos === 'PRON') return true;
  return false;
}

/** The subject of the clause a participle hangs on: `Borrell distanced the EU …, claiming`. */
export function subjectOfMainVerb(
  words: Words,
  participle: number,
  floor: number,
): { readonly subject: Range; readonly verb: number } | null {
  const limit = hardLimit(words, participle, floor);
  for (let index = limit; index < participle; index += 1) {
    const word = words.at(index);
    if (word.text === '(') index = closeBracket(words, index);
    if (!isFiniteVerb(words, index) || ownedByRelative(words, index, limit) || isReducedRelative(words, index)) continue;
    const group = verbGroup(words, index);
    const subject = subjectBefore(words, group.from, limit);
    if (subject !== null) return { subject, verb: index };
  }
  return null;
}
