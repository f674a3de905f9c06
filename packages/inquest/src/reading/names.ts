import type { NameProposal, Span } from '../model/index.ts';
import { confidenceOf } from './confidence.ts';
import { ENGLISH } from './english-lexicon.ts';
import { NAMES } from './name-lexicon.ts';
import type { ReadingContext, Sentence, Token, Zone } from './reading-context.ts';

type NameType = NameProposal['type'];

/** A capitalised sequence and what it seems to name. */
interface Candidate extends Zone {
  readonly type: NameType;
  readonly rule: string;
  readonly words: readonly string[];
}

/**
 * Names of persons, bodies and places. A person's last name alone points to the full name when the document
 * has exactly one it can be; spellings are compared letter by letter, so Khomeini is never joined to Khamenei.
 */
export function findNames(context: ReadingContext): readonly NameProposal[] {
  const candidates = context.sentences.flatMap((sentence) => namesOf(context, sentence));
  const typed = agreeWithinDocument(candidates);
  const full = fullNames(typed);
  return typed.map((candidate) => {
    const whole = context.span(candidate.start, candidate.end);
    const form = full.get(candidate) ?? null;
    const fullForm: Span | null = form === null ? null : context.span(form.start, form.end);
    return {
      kind: 'name',
      start: whole.start,
      end: whole.end,
      quote: whole.text,
      rule: candidate.rule,
      confidence: confidenceOf(candidate.rule),
      type: candidate.type,
      fullForm,
    };
  });
}

function namesOf(context: ReadingContext, sentence: Sentence): readonly Candidate[] {
  const tokens = context.tokens.slice(sentence.firstToken, sentence.endToken);
  if (sentence.language === 'fa') return gazetteerNames(tokens, NAMES.persianPlaces, 'fa.place');
  if (sentence.language === 'ar') return gazetteerNames(tokens, NAMES.arabicPlaces, 'ar.place');
  const shouting = tokens.filter((token) => /^\p{Lu}/u.test(token.text)).length > tokens.length * 0.7 && tokens.length > 4;
  return shouting ? [] : capitalSequences(tokens, context);
}

function gazetteerNames(tokens: readonly Token[], places: typeof NAMES.persianPlaces, rule: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index];
    const entry =
      first === undefined
        ? undefined
        : places.get(first.text)?.find((words) => words.every((word, offset) => tokens[index + offset]?.text === word));
    if (first === undefined || entry === undefined) continue;
    found.push({ start: first.start, end: tokens[index + entry.length - 1]?.end ?? first.end, type: 'place', rule, words: entry });
    index += entry.length - 1;
  }
  return found;
}

function capitalSequences(tokens: readonly Token[], context: ReadingContext): readonly Candidate[] {
  const found: Candidate[] = [];
  let index = 0;
  while (index < tokens.length) {
    if (!startsName(tokens, index)) {
      index += 1;
      continue;
    }
    const end = sequenceEnd(tokens, index);
    found.push(...typeSequence(tokens, { from: index, to: end }, context));
    index = end;
  }
  return found;
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

function startsName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || !isCapital(token) || NAMES.notNames.has(token.lower)) return false;
  const opens = index === 0 || /^[“"«‘:.?!—–(]$/.test(tokens[index - 1]?.text ?? '');
  if (!opens) return true;
  return (
    token.pos === 'PROPN' ||
    token.pos === null ||
    isCapital(tokens[index + 1]) ||
    NAMES.latinPlaces.has(token.text) ||
    NAMES.knownBodies.has(token.text)
  );
}

/** Capitalised words, hyphens, possessives inside bodies, and connectors that lead to another capital. */
function sequenceEnd(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length) {
    const token = tokens[end];
    const before = tokens[end - 1];
    if (token === undefined || before === undefined) break;
    const tight = token.start === before.end;
    if (isCapital(token) && (!NAMES.notNames.has(token.lower) || tight)) end += 1;
    else if (token.text === '-' && tight && tokens[end + 1]?.start === token.end) end += 2;
    else if (/^['’]s$/.test(token.text) && isCapital(tokens[end + 1]) && NAMES.bodyHeads.has(tokens[end + 1]?.lower ?? '')) end += 2;
    else if (token.text === '&' && isCapital(tokens[end + 1])) end += 2;
    else {
      const joined = connectorEnd(tokens, from, end);
      if (joined === end) break;
      end = joined;
    }
  }
  return end;
}

/** `of Iran`, `for the Victims of the 1988 Massacre in Iran`, `bin Salman`: only after a body's head word, or for particles of names. */
function connectorEnd(tokens: readonly Token[], from: number, at: number): number {
  const token = tokens[at];
  if (token === undefined || !NAMES.connectors.has(token.lower)) return at;
  if (NAMES.particles.has(token.lower) && isCapital(tokens[at + 1])) return at + 2;
  const body = tokens
    .slice(from, at)
    .some(
      (word) => NAMES.bodyHeads.has(word.lower) || NAMES.roleHeads.has(word.lower) || /^(?:justice|rights|situation)$/.test(word.lower),
    );
  if (!body || token.lower === 'to' || token.lower === 'the') return at;
  let next = at + 1;
  while (next < at + 4 && (/^(?:the|\d{4})$/.test(tokens[next]?.lower ?? '') || /^(?:the)$/.test(tokens[next]?.lower ?? ''))) next += 1;
  if (!isCapital(tokens[next]) || NAMES.notNames.has(tokens[next]?.lower ?? '')) return at;
  if (token.lower === 'and' && NAMES.bodyHeads.has(tokens[at - 1]?.lower ?? '')) return at;
  if (token.lower === 'in' && !tokens.slice(from, at).some((word) => word.lower === 'for')) return at;
  return next + 1;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function typeSequence(tokens: readonly Token[], range: Range, context: ReadingContext): readonly Candidate[] {
  const words = tokens.slice(range.from, range.to);
  const lower = words.map((word) => word.lower);
  const text = context.text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  if (words.every((word) => isDemonym(word.lower))) return [];
  if (NAMES.knownBodies.has(text)) return [candidate(words, 'organisation', 'known-body')];
  if (NAMES.latinPlaces.has(text)) return [candidate(words, 'place', 'gazetteer')];
  const post = postOf(words);
  if (post !== null) return typeSequence(tokens, { from: range.from + post, to: range.to }, context);
  const titled = lower.findLastIndex(
    (word) => NAMES.honorifics.has(word) || NAMES.roles.has(word) || NAMES.roleHeads.has(word.replace(/s$/, '')),
  );
  const afterTitle = words.slice(titled + 1);
  if (titled >= 0 && titled < words.length - 1 && !hasBodyHead(lower.slice(titled + 1)) && !NAMES.connectors.has(lower[titled + 1] ?? '')) {
    const before = words.slice(0, titled).filter((word) => NAMES.latinPlaces.has(word.text) || NAMES.knownBodies.has(word.text));
    return [
      ...before.map((word) => candidate([word], NAMES.latinPlaces.has(word.text) ? 'place' : 'organisation', 'gazetteer')),
      candidate(afterTitle, 'person', 'title-and-name'),
    ];
  }
  if (hasBodyHead(lower)) return [candidate(words, 'organisation', 'body-head')];
  if (words.length === 1 && words[0] !== undefined) return single(tokens, range, words[0]);
  const first = words[0];
  if (first !== undefined && (NAMES.latinPlaces.has(first.text) || NAMES.knownBodies.has(first.text))) {
    const rest = words.slice(1);
    const own = candidate([first], NAMES.latinPlaces.has(first.text) ? 'place' : 'organisation', 'gazetteer');
    return titled >= 0 || rest.length === 0 ? [own] : [candidate(words, 'unknown', 'capitals')];
  }
  if (titled === words.length - 1) return [];
  const plain = words.slice(isDemonym(lower[0] ?? '') ? 1 : 0);
  if (lower.some((word) => NAMES.placeHeads.has(word))) return [candidate(words, 'place', 'place-head')];
  if (lower.some((word) => NAMES.otherHeads.has(word))) return [candidate(words, 'unknown', 'capitals')];
  if (isLocative(tokens[range.from - 1]) && !hasPersonEvidence(tokens, range)) return [candidate(plain, 'place', 'after-preposition')];
  if (
    plain.length >= 2 &&
    plain.length <= 5 &&
    plain.every((word) => /^\p{Lu}?[\p{L}’'.-]+$/u.test(word.text) && !/^\p{Lu}{2,}$/u.test(word.text))
  ) {
    return [hasPersonEvidence(tokens, range) ? candidate(plain, 'person', 'person-by-context') : candidate(plain, 'unknown', 'two-names')];
  }
  return [candidate(words, 'unknown', 'capitals')];
}

/** `President-elect of the National Council …`: the words after `of (the)` name the body; null when no post opens the sequence. */
function postOf(words: readonly Token[]): number | null {
  const of = words.findIndex((word) => word.text === 'of' || word.text === 'for');
  if (
    of < 1 ||
    of > 4 ||
    !words.slice(0, of).some((word) => NAMES.roleHeads.has(word.lower)) ||
    words.slice(0, of).some((word) => NAMES.bodyHeads.has(word.lower))
  )
    return null;
  if (words[of]?.text === 'for') return null;
  const next = words[of + 1]?.text === 'the' ? of + 2 : of + 1;
  return next < words.length ? next : null;
}

function isLocative(before: Token | undefined): boolean {
  return before !== undefined && /^(?:in|near|outside|around|towards|toward|inside|throughout|across)$/.test(before.lower);
}

/** A cue on either side, a role before, a description, an age or a possessive after. */
function hasPersonEvidence(tokens: readonly Token[], { from, to }: Range): boolean {
  const [before, after, next] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  if (
    before !== undefined &&
    (NAMES.roleHeads.has(before.lower) ||
      NAMES.honorifics.has(before.lower) ||
      ENGLISH.forms.get(before.lower)?.verb.takes.has('quote') === true)
  )
    return true;
  if (roleEndsBefore(tokens, from) || (before?.text === ',' && roleEndsBefore(tokens, from - 1))) return true;
  if (after === undefined) return false;
  const speaks = ENGLISH.forms.get(after.lower);
  if (speaks !== undefined && speaks.form !== 'base') return true;
  if (after.lower === 'who' || (/^['’]s$/.test(after.text) && next !== undefined && NAMES.roleHeads.has(next.lower))) return true;
  return (
    after.text === ',' &&
    next !== undefined &&
    (ENGLISH.forms.get(next.lower)?.form === 'past' ||
      /^(?:a|an|the|who|whose|now|then|former|\d{2})$/.test(next.lower) ||
      ENGLISH.speakerNouns.has(next.lower))
  );
}

/** `head of judiciary Gholam …`: a role a few words back, nothing but `of` and nouns since. */
function roleEndsBefore(tokens: readonly Token[], from: number): boolean {
  for (let index = from - 1; index >= Math.max(0, from - 4); index -= 1) {
    const token = tokens[index];
    if (token === undefined || !/^[\p{L}’'-]+$/u.test(token.text)) return false;
    if (NAMES.roleHeads.has(token.lower)) return true;
    if (token.lower !== 'of' && token.lower !== 'the' && token.pos !== 'NOUN' && token.pos !== 'ADJ') return false;
  }
  return false;
}

function single(tokens: readonly Token[], { from }: Range, word: Token): readonly Candidate[] {
  const before = tokens[from - 1];
  if (before !== undefined && (NAMES.honorifics.has(before.lower) || (NAMES.roleHeads.has(before.lower) && !/^\p{Lu}/u.test(before.text))))
    return [candidate([word], 'person', 'title-and-name')];
  if (NAMES.roles.has(word.lower) || NAMES.bodyHeads.has(word.lower) || NAMES.honorifics.has(word.lower)) return [];
  if (/^\p{Lu}{2,6}$/u.test(word.text)) return [candidate([word], 'organisation', 'acronym')];
  if (word.text.length < 3) return [];
  if (isLocative(before)) return [candidate([word], 'place', 'after-preposition')];
  if (from === 0) return [candidate([word], 'unknown', 'first-capital')];
  if (word.pos !== null && word.pos !== 'PROPN') return [];
  return [candidate([word], 'unknown', 'one-capital')];
}

function candidate(words: readonly Token[], type: NameType, rule: string): Candidate {
  const trimmed = words.filter((word, index) => index > 0 || !NAMES.connectors.has(word.text));
  return {
    start: trimmed[0]?.start ?? 0,
    end: trimmed.at(-1)?.end ?? 0,
    type,
    rule: `name.${rule}`,
    words: trimmed.map((word) => word.text),
  };
}

function hasBodyHead(words: readonly string[]): boolean {
  return words.some((word) => NAMES.bodyHeads.has(word));
}

function isDemonym(word: string): boolean {
  return NAMES.demonymEndings.some((ending) => word.endsWith(ending) && word.length > 3);
}

/**
 * The same words have the same type throughout, and a last name is its person's. Two capitalised words whose
 * second stands alone elsewhere are a person; a capital that only ever opens a sentence is dropped.
 */
function agreeWithinDocument(candidates: readonly Candidate[]): readonly Candidate[] {
  const alone = new Set(candidates.filter((one) => one.words.length === 1 && one.type === 'unknown').map((one) => one.words[0]));
  const settled = candidates.map((one): Candidate => {
    const named = one.rule === 'name.two-names' && one.words.length <= 3 && alone.has(one.words.at(-1));
    return named ? { ...one, type: 'person', rule: 'name.name-and-last-name' } : one;
  });
  const people = new Set(settled.filter((one) => one.type === 'person').flatMap((one) => [one.words.at(-1), one.words.join(' ')]));
  const typed = new Map(
    settled.filter((one) => one.type === 'organisation' || one.type === 'place').map((one) => [one.words.join(' '), one.type]),
  );
  const within = new Set(settled.filter((one) => one.rule !== 'name.first-capital').map((one) => one.words[0]));
  return settled.flatMap((one): readonly Candidate[] => {
    if (one.type !== 'unknown') return [one];
    const words = one.words.join(' ');
    if (people.has(words)) return [{ ...one, type: 'person', rule: 'name.last-name' }];
    const type = typed.get(words);
    if (type !== undefined) return [{ ...one, type, rule: 'name.same-words' }];
    return one.rule === 'name.first-capital' && !within.has(one.words[0]) ? [] : [one];
  });
}

/** For a last name: the first mention of the one full name that ends in it, letter for letter; nothing when there are two such names. */
function fullNames(candidates: readonly Candidate[]): ReadonlyMap<Candidate, Candidate> {
  const byLast = new Map<string, Map<string, Candidate>>();
  for (const one of candidates) {
    const last = one.words.at(-1);
    if (one.type !== 'person' || one.words.length < 2 || last === undefined) continue;
    const forms = byLast.get(last) ?? new Map<string, Candidate>();
    const key = one.words.join(' ');
    if (!forms.has(key)) forms.set(key, one);
    byLast.set(last, forms);
  }
  const full = new Map<Candidate, Candidate>();
  for (const one of candidates) {
    const only = one.type === 'person' && one.words.length === 1 ? byLast.get(one.words[0] ?? '') : undefined;
    const form = only?.size === 1 ? [...only.values()][0] : undefined;
    if (form !== undefined) full.set(one, form);
  }
  return full;
}
