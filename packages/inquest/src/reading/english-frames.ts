import {
  addresseeAfter,
  clauseContentEnd,
  complementiser,
  type EndOptions,
  phraseContentEnd,
  sentenceEnd,
  skipCircumstances,
  startsClause,
} from './english-contents.ts';
import { type CueVerb, ENGLISH, type SpeechAct } from './english-lexicon.ts';
import { hasFinite, nounPhraseEnd, type Range, sourceExtent } from './english-phrases.ts';
import { isComma, isFiniteVerb, isNominal, type Words } from './english-words.ts';

/** The content a cue carries to its right. */
export interface Complement {
  readonly rule: string;
  readonly content: readonly Range[];
  readonly act: SpeechAct;
  readonly addressee: Range | null;
  readonly verbatim: boolean;
}

export interface CueSite {
  readonly words: Words;
  /** The word after the cue. */
  readonly after: number;
  readonly verb: CueVerb;
  /** The source is a document, an institution or a person by the look of its head; needed by the weaker frames. */
  readonly speaker: boolean;
  readonly document: boolean;
  /** A headline has no articles: `experts urge probe`. */
  readonly headline: boolean;
  readonly end: EndOptions;
}

type Frame = (site: CueSite) => Complement | null;

/** The frames in the order they are tried: the marked ones first, bare noun phrases last. */
const FRAMES: readonly Frame[] = [
  quoteFrame,
  thatFrame,
  colonFrame,
  whFrame,
  prepositionFrame,
  infinitiveObjectFrame,
  infinitiveFrame,
  pairFrame,
  bareClauseFrame,
  phraseFrame,
];

export function complementOf(site: CueSite): Complement | null {
  for (const frame of FRAMES) {
    const found = frame(site);
    if (found !== null) return found;
  }
  return null;
}

function takes(site: CueSite, frame: string): boolean {
  return site.verb.takes.has(frame);
}

type Found = Pick<Complement, 'rule' | 'content'> & Partial<Complement>;

function complement(site: CueSite, found: Found): Complement | null {
  if (found.content.some((range) => range.to <= range.from)) return null;
  return { act: site.verb.act, addressee: null, verbatim: false, ...found };
}

/** Past an addressee and circumstances to where a content may begin. */
function contentStart(site: CueSite): { readonly start: number; readonly addressee: Range | null } {
  const { words, after } = site;
  let addressee: Range | null = null;
  let start = after;
  if (takes(site, 'tell')) {
    addressee = addresseeAfter(words, skipAdverbs(words, after));
    if (addressee !== null) start = addressee.to;
  } else if (words.at(after).lower === 'to') {
    addressee = addresseeAfter(words, after + 1);
  }
  return { start: skipCircumstances(words, start), addressee };
}

function skipAdverbs(words: Words, from: number): number {
  let index = from;
  while (words.at(index).pos === 'ADV' && !ENGLISH.wh.has(words.at(index).lower) && words.at(index).date < 0) index += 1;
  return index;
}

/** `said: “…”`, `describes “…”`, `told a news conference: “…”`. A few quoted words inside a longer content are left to the other frames. */
function quoteFrame(site: CueSite): Complement | null {
  const { words } = site;
  if (!takes(site, 'quote') && !takes(site, 'np') && !(takes(site, 'quote-doc') && site.document)) return null;
  const { start, addressee } = contentStart(site);
  let index = start;
  if (words.at(index).lower === 'that' && words.at(index + 1).quote >= 0) return null;
  if (isComma(words.at(index)) || words.at(index).text === ':') index += 1;
  const word = words.at(index);
  if (word.quote < 0 || words.at(index - 1).quote === word.quote) return null;
  let end = index;
  while (words.at(end).quote === word.quote) end += 1;
  const after = words.at(end);
  const whole =
    after.pos === 'END' || /^[.;,:!?—–…)]$/.test(after.text) || words.at(end - 2).text === ',' || (after.pos === 'CCONJ' && index > start);
  if (!whole && index === start && end - index < 7) return null;
  if (!whole)
    return complement(site, { rule: 'mixed-quote', content: [{ from: index, to: clauseContentEnd(words, index, site.end) }], addressee });
  return complement(site, { rule: index > start ? 'introduced-quote' : 'object-quote', content: [{ from: index, to: end }], addressee });
}

function thatFrame(site: CueSite): Complement | null {
  const { words, after } = site;
  if (!takes(site, 'clause') && !takes(site, 'that') && !takes(site, 'tell') && !(takes(site, 'that-doc') && site.document)) return null;
  const that = complementiser(words, after);
  if (that < 0) return null;
  const { addressee } = contentStart(site);
  const colon = words.at(that + 1).text === ':' ? 1 : 0;
  return complement(site, {
    rule: 'that-clause',
    content: [{ from: that + 1 + colon, to: clauseContentEnd(words, that + 1, site.end) }],
    addressee,
  });
}

/** `The minister said: We will not answer.` The words are given as the speaker's own, so the final stop is theirs. */
function colonFrame(site: CueSite): Complement | null {
  const { words } = site;
  if (!takes(site, 'quote')) return null;
  const { start, addressee } = contentStart(site);
  if (words.at(start).text !== ':' || words.at(start + 1).quote >= 0) return null;
  if (!hasFinite(words, { from: start + 1, to: words.list.length })) return null;
  return complement(site, { rule: 'colon-clause', content: [{ from: start + 1, to: words.list.length }], addressee, verbatim: true });
}

function whFrame(site: CueSite): Complement | null {
  const { words } = site;
  if (!takes(site, 'wh') && !takes(site, 'tell')) return null;
  const { start, addressee } = contentStart(site);
  if (!ENGLISH.wh.has(words.at(start).lower) || !hasFinite(words, { from: start + 1, to: words.list.length })) return null;
  if (takes(site, 'tell') && !takes(site, 'wh') && addressee === null) return null;
  return complement(site, { rule: 'wh-clause', content: [{ from: start, to: clauseContentEnd(words, start, site.end) }], addressee });
}

const RESPONSIBILITY = /^(?:responsibility|credit)$/;
const PREPOSITIONS = ['for', 'on', 'of', 'about', 'to', 'against', 'with'];

/** `called for an inquiry`, `warned of reprisals`, `insisted on his innocence`. */
function prepositionFrame(site: CueSite): Complement | null {
  const { words } = site;
  const index = skipAdverbs(words, site.after);
  const preposition = words.at(index).lower;
  if (!PREPOSITIONS.includes(preposition) || !takes(site, preposition)) return null;
  if (words.at(index + 1).date >= 0 || !site.speaker) return null;
  const start = index + 1;
  const first = words.at(start);
  if ((first.pos === 'VERB' && !first.lower.endsWith('ing')) || first.pos === 'END') return null;
  if (preposition === 'to' && !first.lower.endsWith('ing')) return null;
  return complement(site, {
    rule: `verb-${preposition}`,
    content: [{ from: start, to: phraseContentEnd(words, start) }],
    act: site.verb.takes.get(preposition) ?? site.verb.act,
  });
}

/** `urged the office to investigate`, `called on the council to act`: the one who is to act belongs to the content. */
function infinitiveObjectFrame(site: CueSite): Complement | null {
  const { words } = site;
  for (const [frame, preposition] of [
    ['np-inf', null],
    ['np-inf-on', /^(?:on|upon)$/],
    ['np-inf-to', /^to$/],
  ] as const) {
    if (!takes(site, frame)) continue;
    const index = skipAdverbs(words, site.after);
    if (preposition !== null && !preposition.test(words.at(index).lower)) continue;
    const start = preposition === null ? index : index + 1;
    if (words.at(start).quote >= 0 || words.at(start).lower === 'to') continue;
    const object = sourceExtent(words, start, { afterCue: false });
    const to = skipAdverbs(words, isComma(words.at(object)) ? object + 1 : object);
    const negated = words.at(to).lower === 'not' ? 1 : 0;
    if (object === start || words.at(to + negated).lower !== 'to' || !isVerbLike(words, to + negated + 1)) continue;
    return complement(site, {
      rule: 'object-infinitive',
      content: [{ from: start, to: phraseContentEnd(words, start) }],
      act: site.verb.takes.get(frame) ?? site.verb.act,
      addressee: { from: start, to: object },
    });
  }
  return null;
}

function isVerbLike(words: Words, index: number): boolean {
  const word = words.at(index);
  return (
    word.pos === 'VERB' ||
    word.pos === 'AUX' ||
    word.pos === 'ADV' ||
    (word.pos === 'NOUN' && words.at(index + 1).pos !== 'ADP') ||
    word.quote >= 0
  );
}

/** `vowed to fight on`, `claimed to have seen`. */
function infinitiveFrame(site: CueSite): Complement | null {
  const { words, after } = site;
  if (!takes(site, 'inf') || !site.speaker) return null;
  const negated = words.at(after).lower === 'not' ? 1 : 0;
  if (words.at(after + negated).lower !== 'to' || !isVerbLike(words, after + negated + 1)) return null;
  return complement(site, { rule: 'infinitive', content: [{ from: after, to: phraseContentEnd(words, after) }] });
}

const PAIRS: readonly (readonly [string, RegExp])[] = [
  ['np-of', /^of$/],
  ['np-as', /^as$/],
  ['np-for', /^for$/],
  ['np-on', /^(?:on|upon)$/],
  ['np-in', /^in$/],
  ['np-at', /^at$/],
];

/** `accused the ministry of hiding`, `put the figure at 97`, `lists him as a member`, `called the trial a farce`. */
function pairFrame(site: CueSite): Complement | null {
  const { words } = site;
  const gap = pairGap(site);
  if (gap !== null) return gap;
  const start = skipAdverbs(words, site.after);
  if (words.at(start).quote >= 0 && words.at(start - 1).quote < 0 && !takes(site, 'np-two')) return null;
  const object = objectEnd(words, start);
  if (object === start) return null;
  for (const [frame, preposition] of PAIRS) {
    if (!takes(site, frame)) continue;
    const joint = findPreposition(words, start, preposition);
    if (joint < 0 || !plausiblePair(words, frame, joint)) continue;
    return complement(site, { rule: `object-${frame.slice(3)}`, content: [{ from: start, to: phraseContentEnd(words, start) }] });
  }
  return takes(site, 'np-two') && site.speaker ? twoPhrases(site, start, object) : null;
}

/** `which Amity Watch has described as “long overdue”`: the object is the pronoun before the cue. */
function pairGap(site: CueSite): Complement | null {
  const gap = site.end.relative && takes(site, 'np') && site.words.at(site.after).lower === 'as';
  return gap
    ? complement(site, { rule: 'object-as', content: [{ from: site.after + 1, to: phraseContentEnd(site.words, site.after + 1) }] })
    : null;
}

function plausiblePair(words: Words, frame: string, joint: number): boolean {
  const after = words.at(joint + 1);
  if (frame !== 'np-at') return after.date < 0;
  return [1, 2, 3, 4].some(
    (step) => words.at(joint + step).pos === 'NUM' || /^(?:dozens|scores|hundreds|thousands|tens)$/.test(words.at(joint + step).lower),
  );
}

function findPreposition(words: Words, from: number, preposition: RegExp): number {
  for (let index = from + 1; index < Math.min(words.list.length, from + 24); index += 1) {
    const word = words.at(index);
    if (word.quote < 0 && word.depth === 0 && preposition.test(word.lower)) return index;
    if (isComma(word) || word.text === ';' || isFiniteVerb(words, index)) return -1;
  }
  return -1;
}

function objectEnd(words: Words, from: number): number {
  return sourceExtent(words, from, { afterCue: false, noApposition: true });
}

/** Two noun phrases in a row, the second often quoted: `called it a “massacre”`. */
function twoPhrases(site: CueSite, start: number, object: number): Complement | null {
  const { words } = site;
  const simple = words.at(start).pos === 'PRON' ? start + 1 : nounPhraseEnd(words, start);
  for (const second of [simple, object]) {
    const word = words.at(second);
    const opens =
      /^(?:a|an)$/.test(word.lower) ||
      (word.quote >= 0 && words.at(second - 1).quote !== word.quote) ||
      (word.pos === 'ADJ' && words.at(start).pos === 'PRON');
    if (opens)
      return complement(site, { rule: 'object-name', content: [{ from: start, to: phraseContentEnd(words, start) }], act: 'assert' });
  }
  return null;
}

function bareClauseFrame(site: CueSite): Complement | null {
  const { words } = site;
  if (!takes(site, 'clause') && !takes(site, 'tell')) return null;
  const { start, addressee } = contentStart(site);
  if (takes(site, 'np-responsibility') && RESPONSIBILITY.test(words.at(start).lower)) return null;
  if (takes(site, 'tell') && !takes(site, 'clause') && addressee === null) return null;
  const begin = beginsAtGap(site) ? site.after : start;
  if (begin >= sentenceEnd(words) || (!beginsAtGap(site) && !startsClause(words, begin, takesObject(site)))) return null;
  const that = words.at(begin).lower === 'that' && words.at(begin).pos !== 'DET' ? 1 : 0;
  const to = clauseContentEnd(words, begin, site.end);
  return complement(site, { rule: that === 1 ? 'that-clause' : 'bare-clause', content: [{ from: begin + that, to }], addressee });
}

function takesObject(site: CueSite): boolean {
  return [...site.verb.takes.keys()].some((frame) => frame.startsWith('np') || frame === 'inf' || frame === 'object');
}

/** `which some experts believe amounted to`: the clause has lost its subject to the pronoun. */
function beginsAtGap(site: CueSite): boolean {
  return site.end.relative && (site.words.at(site.after).pos === 'VERB' || site.words.at(site.after).pos === 'AUX');
}

/** `denied any involvement`, `demand the prosecution of`, `announced the death toll`. */
function phraseFrame(site: CueSite): Complement | null {
  const { words } = site;
  const any = takes(site, 'np');
  const byDocument = takes(site, 'np-doc') && site.document;
  const headline = takes(site, 'np-headline') && site.headline;
  const responsibility = takes(site, 'np-responsibility');
  if (!any && !byDocument && !headline && !responsibility) return null;
  if (!site.speaker) return null;
  const { start } = contentStart(site);
  const first = words.at(start);
  if (words.at(site.after).lower === 'to' && start === site.after) return null;
  if (responsibility && !any && !RESPONSIBILITY.test(first.lower)) return null;
  const gerund = (first.pos === 'VERB' || first.pos === 'AUX') && first.lower.endsWith('ing');
  const free = first.lower === 'what' && hasFinite(words, { from: start + 1, to: words.list.length });
  if (!gerund && !free && nounPhraseEnd(words, start) === start) return null;
  if (
    any &&
    first.pos === 'PRON' &&
    !isNominal(words.at(start + 1)) &&
    words.at(start + 1).pos !== 'ADJ' &&
    /^(?:it|this|that|so)$/.test(first.lower)
  )
    return null;
  return complement(site, { rule: 'object-phrase', content: [{ from: start, to: phraseContentEnd(words, start) }] });
}
