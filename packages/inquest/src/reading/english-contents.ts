import { ENGLISH } from './english-lexicon.ts';
import { hasFinite, isTimeOrMedium, nounPhraseEnd, type Range, sourceExtent } from './english-phrases.ts';
import { isComma, isFiniteVerb, isNominal, type Words } from './english-words.ts';

const NUMBER_LEAD = /^(?:least|most|many|much|few|to)$/;

/** The last word of the sentence that belongs to a content: everything but the final full stop. */
export function sentenceEnd(words: Words): number {
  let end = words.list.length;
  while (words.at(end - 1).text === ']' && words.at(end - 3).text === '[' && words.at(end - 2).pos === 'NUM') end -= 3;
  while (end > 0 && words.at(end - 1).quote < 0 && /^(?:\.|;|,|:|—|–)$/.test(words.at(end - 1).text)) end -= 1;
  return end;
}

/** After a cue: adverbs, dates, prepositional phrases that tell where, when or how something was said. */
export function skipCircumstances(words: Words, from: number): number {
  let index = from;
  for (let step = 0; step < 12; step += 1) {
    const next = skipOne(words, index);
    if (next === index) break;
    index = next;
  }
  return index;
}

function skipOne(words: Words, index: number): number {
  const word = words.at(index);
  const after = words.at(index + 1);
  if (word.quote >= 0) return index;
  if (word.date >= 0) return pastDate(words, index);
  if (
    word.pos === 'ADV' &&
    !ENGLISH.wh.has(word.lower) &&
    after.pos !== 'NUM' &&
    !ENGLISH.subordinators.has(word.lower) &&
    !ENGLISH.hearsay.has(word.lower)
  )
    return index + 1;
  if (isComma(word) && (after.pos === 'ADP' || after.date >= 0) && circumstanceEnd(words, index + 1) > index + 1) return index + 1;
  if (isComma(word) && words.at(index - 1).date >= 0 && after.quote < 0) return index + 1;
  if (word.pos === 'ADP' || word.lower === 'to') return circumstanceEnd(words, index);
  if (word.pos === 'VERB' && /ed$|^(?:given|held|sent|made)$/.test(word.lower) && (after.pos === 'ADP' || after.date >= 0))
    return index + 1;
  if (word.pos === 'VERB' && /^(?:following|including|regarding|concerning)$/.test(word.lower)) return nounPhraseEnd(words, index + 1);
  return index;
}

function circumstanceEnd(words: Words, preposition: number): number {
  const after = words.at(preposition + 1);
  if (NUMBER_LEAD.test(after.lower) || (after.pos === 'NUM' && after.date < 0 && words.at(preposition).lower !== 'in')) return preposition;
  if (after.date >= 0 && !datesTheNoun(words, preposition)) return pastDate(words, preposition + 1);
  if (after.pos === 'VERB' && words.at(preposition).lower === 'to') return preposition;
  let end = nounPhraseEnd(words, preposition + 1);
  if (end === preposition + 1) return preposition;
  while (words.at(end).lower === 'of' && nounPhraseEnd(words, end + 1) > end + 1) end = nounPhraseEnd(words, end + 1);
  return end;
}

/** `on November nationwide protests`: a month alone after `on` is no day; it belongs to the noun. */
function datesTheNoun(words: Words, preposition: number): boolean {
  const end = pastDate(words, preposition + 1);
  return (
    words.at(preposition).lower === 'on' &&
    end === preposition + 2 &&
    /^\p{Lu}/u.test(words.at(preposition + 1).text) &&
    nounPhraseEnd(words, preposition + 1) > end &&
    /^(?:ADJ|NOUN)$/.test(words.at(end).pos)
  );
}

export function pastDate(words: Words, index: number): number {
  const date = words.at(index).date;
  let end = index;
  while (words.at(end).date === date && date >= 0) end += 1;
  return end;
}

/** `that` ahead of a complement clause, with nothing but circumstances and addressees before it; -1 when there is none. */
export function complementiser(words: Words, from: number): number {
  for (let index = from; index < Math.min(words.list.length, from + 30); index += 1) {
    const word = words.at(index);
    if (word.lower === 'that' && word.depth === 0 && word.quote < 0) return introducesClause(words, index, from) ? index : -1;
    if (word.quote >= 0 || word.text === ':' || word.text === ';' || word.pos === 'AUX') return -1;
    if (ENGLISH.wh.has(word.lower) && index > from) return -1;
    if (isComma(word) && words.at(index + 1).pos === 'VERB') return -1;
    if (word.pos === 'VERB' && isFiniteVerb(words, index) && index > from) return -1;
  }
  return -1;
}

function introducesClause(words: Words, index: number, from: number): boolean {
  const after = words.at(index + 1);
  if (index === from)
    return after.pos === 'AUX' || (!/^(?:[.,;?!])$/.test(after.text) && hasFinite(words, { from: index + 1, to: words.list.length }));
  if (after.pos === 'VERB' && !after.lower.endsWith('ing')) return false;
  if (modifiesTopic(words, index, from)) return false;
  return after.pos !== 'AUX' && hasFinite(words, { from: index + 1, to: words.list.length });
}

/** `speculated on the role that …`: a relative clause on what the cue is about. */
function modifiesTopic(words: Words, that: number, from: number): boolean {
  const noun = words.at(that - 1);
  if (noun.pos !== 'NOUN' || noun.date >= 0 || ENGLISH.mediumNouns.has(noun.lower) || ENGLISH.speakerNouns.has(noun.lower)) return false;
  for (let index = that - 2; index >= from; index -= 1) {
    const word = words.at(index);
    if (word.pos === 'ADP') return /^(?:on|of|about|into|over|regarding)$/.test(word.lower);
  }
  return false;
}

/** Whether a finite clause without `that` starts here: a subject and, not inside a relative clause, its verb. `strict`: the cue takes a plain object too. */
export function startsClause(words: Words, from: number, strict: boolean): boolean {
  const first = words.at(from);
  if (
    first.pos === 'AUX' ||
    first.pos === 'VERB' ||
    first.pos === 'CCONJ' ||
    first.pos === 'END' ||
    first.text === ',' ||
    (first.quote >= 0 && first.text !== '“')
  )
    return (
      first.pos === 'VERB' &&
      first.lower.endsWith('ing') &&
      hasFinite(words, { from: from + 1, to: words.list.length }) &&
      nounPhraseEnd(words, from + 1) > from
    );
  if (/^(?:who|which|whom|whose|to|as|like|than)$/.test(first.lower)) return false;
  for (let index = from + 1; index < Math.min(words.list.length, from + 45); index += 1) {
    const word = words.at(index);
    if (word.text === ';' || word.text === ':') return false;
    if (word.depth > 0) continue;
    if (
      strict &&
      ((isComma(word) && /^(?:CCONJ|PRON|SCONJ)$/.test(words.at(index + 1).pos)) ||
        (word.pos === 'CCONJ' && isFiniteVerb(words, index + 1)))
    )
      return false;
    if (!isFiniteVerb(words, index)) continue;
    if (strict && isBareParticiple(words, index)) continue;
    if (!insideRelative(words, index, from)) return true;
  }
  return false;
}

/** `the number of aircraft employed in a strike`: after a noun and before a preposition it may as well modify the noun. */
function isBareParticiple(words: Words, verb: number): boolean {
  const word = words.at(verb);
  return word.pos === 'VERB' && word.lower.endsWith('ed') && isNominal(words.at(verb - 1)) && words.at(verb + 1).pos === 'ADP';
}

function insideRelative(words: Words, verb: number, from: number): boolean {
  for (let index = verb - 1; index >= from; index -= 1) {
    const word = words.at(index);
    if (/^(?:who|which|whose|whom|that|where|when|after|while|because|if|as|before)$/.test(word.lower) && index > from) return true;
    if (isComma(word) && index > from && words.at(index + 1).pos !== 'ADV') return false;
    if (isFiniteVerb(words, index) && words.at(index).pos === 'VERB') return false;
  }
  return false;
}

export interface EndOptions {
  /** The cue stands in a relative clause: stop at the comma that closes it. */
  readonly relative: boolean;
}

/** The end of a clausal content: the sentence's, or the comma that closes the relative clause its cue stands in. */
export function clauseContentEnd(words: Words, from: number, options: EndOptions): number {
  const end = sentenceEnd(words);
  for (let index = from; index < end; index += 1) {
    const word = words.at(index);
    if (word.quote >= 0) continue;
    if (
      options.relative &&
      isComma(word) &&
      (words.at(index + 1).pos === 'AUX' || words.at(index + 1).pos === 'VERB' || words.at(index + 1).pos === 'ADV')
    )
      return index;
    if (word.text === ';' && newCueFollows(words, index + 1)) return index;
  }
  return end;
}

/** The end of a nominal content: it runs over lists and appositions but not into a new clause, a date of saying or a medium. */
export function phraseContentEnd(words: Words, from: number): number {
  const end = sentenceEnd(words);
  let index = from;
  while (index < end) {
    const word = words.at(index);
    if (word.quote >= 0 || word.depth > 0) {
      index += 1;
      continue;
    }
    if (word.text === ';' || /^[—–]$/.test(word.text)) break;
    if (isComma(word) && word.date < 0 && !listContinues(words, index, end)) break;
    if (
      index > from &&
      word.pos === 'SCONJ' &&
      /^(?:after|when|while|because|since|although|though|as|before|if|unless|until)$/.test(word.lower) &&
      hasFinite(words, { from: index + 1, to: end })
    )
      break;
    if (index > from && word.lower === 'that' && saidBySomebody(words, index)) break;
    if (word.pos === 'CCONJ' && index > from && startsVerbPhrase(words, index + 1, from)) break;
    index += 1;
  }
  return trimTail(words, from, index);
}

/** `that was announced by X`: its own attribution. */
function saidBySomebody(words: Words, pronoun: number): boolean {
  for (let index = pronoun + 1; index < pronoun + 6; index += 1) {
    if (ENGLISH.forms.has(words.at(index).lower) && words.at(index + 1).lower === 'by') return true;
  }
  return false;
}

/** `condemned the killings and called for`: a second verb with the same subject. */
function startsVerbPhrase(words: Words, index: number, from: number): boolean {
  let at = index;
  while (words.at(at).pos === 'ADV') at += 1;
  if (!ENGLISH.forms.has(words.at(at).lower) && hasFinite(words, { from, to: index - 1 })) return false;
  return (isFiniteVerb(words, at) && words.at(at).pos === 'VERB') || words.at(at).pos === 'AUX';
}

function listContinues(words: Words, comma: number, end: number): boolean {
  let start = comma + 1;
  if (words.at(start).pos === 'CCONJ') start += 1;
  const first = words.at(start);
  if (first.quote >= 0) return true;
  if (first.lower === 'including' || first.lower === 'particularly' || first.lower === 'especially') return true;
  if (
    (first.pos === 'VERB' && first.lower.endsWith('ing')) ||
    (first.pos === 'ADP' && first.lower !== 'of') ||
    first.pos === 'SCONJ' ||
    first.pos === 'ADV'
  )
    return false;
  if (/^(?:who|which|whose|where|when|while|but|as)$/.test(first.lower)) return false;
  let stop = start;
  while (stop < end && !isComma(words.at(stop)) && words.at(stop).text !== ';') stop += 1;
  return !hasFinite(words, { from: start, to: stop });
}

/** Takes a trailing `in July`, `on Monday`, `in a statement` off a nominal content. A bare year stays: it dates the thing. */
function trimTail(words: Words, from: number, to: number): number {
  let end = to;
  for (let step = 0; step < 3; step += 1) {
    const cut = trailingPhrase(words, from, end);
    if (cut === end) return end;
    end = cut;
    while (end > from && isComma(words.at(end - 1))) end -= 1;
  }
  return end;
}

function trailingPhrase(words: Words, from: number, end: number): number {
  for (let index = end - 1; index > from + 1 && index >= end - 8; index -= 1) {
    const word = words.at(index);
    if (word.quote >= 0) return end;
    if (word.pos !== 'ADP' && !(word.date >= 0 && words.at(index - 1).date !== word.date)) continue;
    const start = word.pos === 'ADP' ? index + 1 : index;
    const toEnd = word.date >= 0 || words.at(start).date >= 0 ? pastDate(words, start) === end : nounPhraseEnd(words, start) === end;
    if (!toEnd) return end;
    const dated = words.at(start).date >= 0;
    if (dated) return isBareYear(words, start, end) ? end : words.at(index - 1).pos === 'ADP' && word.pos !== 'ADP' ? index - 1 : index;
    return /^(?:in|at|during|via|through)$/.test(word.lower) &&
      isTimeOrMedium(words, index) &&
      !words.list.slice(start, end).some((inner) => inner.date >= 0)
      ? index
      : end;
  }
  return end;
}

function isBareYear(words: Words, from: number, to: number): boolean {
  return to - from === 1 && /^\d{3,4}s?$/.test(words.at(from).text);
}

function newCueFollows(words: Words, from: number): boolean {
  for (let index = from; index < Math.min(words.list.length, from + 12); index += 1) {
    if (words.at(index).pos === 'VERB' && ENGLISH.forms.has(words.at(index).lower)) return true;
  }
  return false;
}

/** The addressee of `told X that`, `asked X`: the phrase right after the cue, or null. */
export function addresseeAfter(words: Words, from: number): Range | null {
  const first = words.at(from);
  if (first.quote >= 0 || first.date >= 0 || first.lower === 'that' || ENGLISH.wh.has(first.lower)) return null;
  let end = sourceExtentNoVerb(words, from);
  while (end > from && !isNominal(words.at(end - 1)) && words.at(end - 1).pos !== 'PRON' && words.at(end - 1).text !== ')') end -= 1;
  return end > from ? { from, to: end } : null;
}

function sourceExtentNoVerb(words: Words, from: number): number {
  if (words.at(from).pos === 'PRON') return from + 1;
  const simple = nounPhraseEnd(words, from);
  if (simple === from) return from;
  if (words.at(simple).lower !== 'of' && words.at(simple).pos !== 'CCONJ' && words.at(simple).text !== '(') return simple;
  return sourceExtent(words, from, { afterCue: true, noApposition: true });
}
