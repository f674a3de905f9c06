import type { ChainLink } from '../model/index.ts';
import { foldedWords } from './folded-words.ts';

/**
 * Whose words a claim carries: the last link of its chain. `named` has at least one name by
 * which the same claimant is found in another document; everybody else cannot be told apart or
 * put together across documents without a person's decision.
 */
export type Voice =
  | { readonly kind: 'document' }
  | { readonly kind: 'unattributed' }
  | { readonly kind: 'unnamed'; readonly words: string }
  | { readonly kind: 'named'; readonly names: readonly string[] };

/** Titles and offices that stand before a name and are no part of it. */
const BEFORE_A_NAME = new Set(
  foldedWords(
    'mr mrs ms miss dr prof professor sir dame president prime minister foreign deputy former ex chief head judge general colonel ' +
      'ayatollah cleric leader supreme special rapporteur high commissioner secretary director spokesman spokeswoman spokesperson ambassador ' +
      'senator lawyer attorney prosecutor chairman chairwoman chair policy un eu us uk آقای خانم دکتر السید السیده الدکتور',
  ),
);
/** What ends a name without a comma: a relative clause, or an apposition with its article. */
const AFTER_A_NAME = /\s(?:who|whose|which|that)\s|\s(?:in|at|on|for)\s(?=\p{Ll})(?!the\b)|(?<=\p{Lu}[\p{L}’'-]*)\s(?:the|an?)\s/u;
/** A word with a capital, also behind a small prefix: al-Jazeera, O’Neill. */
const CAPITALISED = /^\P{L}*(?:\p{Ll}{1,3}[-’'])?\p{Lu}/u;
/** Words that many bodies share: by themselves they name nobody. */
const SHARED_WORDS = new Set(
  foldedWords(
    'institute association committee commission council ministry government group groups organization organisation office agency press news ' +
      'report letter court party union international nations rights justice iran state department police army spokesman spokeswoman ' +
      'وزارت سازمان انجمن دولت موسسه کمیته وزاره منظمه حکومه',
  ),
);

const MOST_NAMES = 12;

/**
 * The names by which the claimant a phrase names can be found elsewhere, folded: the name
 * without titles, relative clauses and apposition, and what stands in brackets beside it
 * (`(PMOI / MEK)`). Empty when the phrase names nobody.
 */
export function namesIn(phrase: string): string[] {
  const names = new Set<string>();
  const bracketed = phrase.matchAll(/[(（]([^()（）]{1,200})[)）]/gu);
  for (const [, inside = ''] of bracketed) {
    for (const alias of inside.split(/[/,;]/u)) addName(names, alias);
  }
  const segments = phrase.replace(/[(（][^()（）]*[)）]/gu, ' ').split(/[,،;]/u);
  const titled = segments.map((segment) => ({ segment, name: withoutTitles(segment) }));
  // "UN Special Rapporteur on …, Javaid Rehman": the part that is a name and nothing else wins.
  const chosen = titled.find(({ name }) => name !== null && isWholeName(name)) ?? titled.find(({ name }) => name !== null);
  if (chosen?.name !== undefined && chosen.name !== null) addName(names, chosen.name);
  return [...names].slice(0, MOST_NAMES);
}

function addName(names: Set<string>, text: string): void {
  const name = foldedWords(text)
    .filter((word) => word !== 'the')
    .join(' ');
  if (name.length > 1 && !SHARED_WORDS.has(name)) names.add(name);
}

function isCased(text: string): boolean {
  return /[\p{Lu}\p{Ll}]/u.test(text);
}

/** The name in one part of a phrase, or null when it has none. Scripts without capitals: the whole part. */
function withoutTitles(segment: string): string | null {
  const text = segment.trim();
  if (text === '') return null;
  if (!isCased(text)) {
    const words = text.split(/\s+/u);
    return words.slice(words.findIndex((word) => !isTitle(word))).join(' ') || null;
  }
  const uncut = text.replace(/^(?:the|an?)\s+/iu, '');
  const words = uncut.slice(0, AFTER_A_NAME.exec(uncut)?.index ?? uncut.length).split(/\s+/u);
  const first = words.findIndex((word) => CAPITALISED.test(word) && !isTitle(word));
  if (first < 0) return null;
  // "Slovenian Prime Minister Janez Jansa": what follows the last title, when it is a first and a last name.
  const afterTitle = words.findLastIndex(isTitle) + 1;
  const behind = words.slice(afterTitle);
  return (afterTitle > first && behind.length > 1 && behind.every((word) => CAPITALISED.test(word)) ? behind : words.slice(first)).join(
    ' ',
  );
}

function isTitle(word: string): boolean {
  return BEFORE_A_NAME.has(foldedWords(word)[0] ?? '');
}

/** Nothing but capitalised words and the small ones names are joined by; at least two. */
function isWholeName(name: string): boolean {
  if (!isCased(name)) return true;
  const words = name.split(/\s+/u);
  return (
    words.length > 1 &&
    words.every((word) => CAPITALISED.test(word) || /^(?:of|for|and|de|van|von|al|bin|the)$/u.test(word)) &&
    !/\bon the\b/u.test(name)
  );
}

/** A body written without capitals: `the ministry of justice`. One shared word, as in `the ministry`, names none. */
function bodyIn(phrase: string): readonly string[] {
  const words = foldedWords(phrase.split(/[,،;(]/u)[0] ?? '').filter((word) => word !== 'the');
  return words.length > 1 ? [words.join(' ')] : [];
}

/** Whose words a chain carries: its last link's, or the document's own where there is no other. */
export function voiceOf(chain: readonly ChainLink[]): Voice {
  const claimant = chain.at(-1);
  return claimant === undefined || chain.length === 1 ? { kind: 'document' } : speakerOf(claimant);
}

/** Whose words one link carries. A pronoun counts as the name a reading took it for, else as unnamed. */
export function speakerOf(link: ChainLink): Voice {
  if (link.kind === 'unattributed') return { kind: 'unattributed' };
  const phrase = link.kind === 'pronoun' ? (link.resolvedTo?.text ?? '') : link.speaker;
  const unnamed = link.kind === 'anonymous' || link.kind === 'collective';
  const names = unnamed ? [] : namesIn(phrase);
  if (names.length === 0 && link.kind === 'institution') names.push(...bodyIn(phrase));
  if (names.length > 0) return { kind: 'named', names };
  return { kind: 'unnamed', words: foldedWords(phrase === '' ? link.speaker : phrase).join(' ') };
}

/** Whether one name is the last word of another and names somebody by itself: Rehman, Javaid Rehman. */
export function isShortFor(short: string, full: string): boolean {
  return !short.includes(' ') && !SHARED_WORDS.has(short) && full.endsWith(` ${short}`);
}

/** Whether two sets of names can mean one claimant. */
export function shareAName(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => one === other || isShortFor(one, other) || isShortFor(other, one)));
}

const CONFIRMING = /\b(?:re-?)?(?:confirm|corroborat|verif|authenticat)(?:s|ed|es|ies|ied|ing)?\b|تأیید|تایید|أكد|اکد/iu;

/** Whether the document says that the claimant confirmed it: a claim about another source, which that source has not made here. */
export function saysConfirmed(chain: readonly ChainLink[]): boolean {
  const claimant = chain.at(-1);
  return chain.length > 1 && CONFIRMING.test(claimant?.cue ?? '');
}
