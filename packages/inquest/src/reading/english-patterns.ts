import { type AttributionDraft, zoneOf } from './attribution-draft.ts';
import { clauseContentEnd, phraseContentEnd, sentenceEnd } from './english-contents.ts';
import { ENGLISH } from './english-lexicon.ts';
import { hasFinite, nextFinite, type Range, sourceExtent } from './english-phrases.ts';
import type { SentenceSite } from './english-site.ts';
import { sourceKind } from './english-speakers.ts';
import { isComma, isFiniteVerb, isNominal, type Words } from './english-words.ts';

/** Attributions without a cue verb: `according to`, hearsay adverbs, `Name: clause`. */
export function patternAttributions(site: SentenceSite): readonly AttributionDraft[] {
  const label = labelled(site);
  return [...(label === null ? [] : [label]), ...accordingTo(site), ...hearsay(site)];
}

interface Found {
  readonly rule: string;
  readonly content: readonly Range[];
  readonly source: Range | null;
  readonly cue: Range;
  readonly verbatim?: boolean;
}

function toDraft(site: SentenceSite, found: Found): AttributionDraft {
  return {
    rule: found.rule,
    content: found.content.map((range) => zoneOf(site.words, range)),
    source: found.source === null ? null : zoneOf(site.words, found.source),
    cue: zoneOf(site.words, found.cue),
    act: 'assert',
    loaded: site.words.at(found.cue.from).lower === 'allegedly',
    negated: false,
    addressee: null,
    medium: null,
    sentence: site.sentence,
    ...(found.verbatim === true ? { verbatim: true } : {}),
  };
}

function accordingTo(site: SentenceSite): readonly AttributionDraft[] {
  const { words } = site;
  const drafts: AttributionDraft[] = [];
  for (let index = site.floor; index < words.list.length; index += 1) {
    if (words.at(index).quote >= 0) continue;
    const phrase = ENGLISH.according.find((entry) => entry.every((word, offset) => words.at(index + offset).lower === word));
    if (phrase === undefined) continue;
    const from = index + phrase.length;
    const to = sourceExtent(words, from, { afterCue: true });
    const head = words.list.slice(from, to).findLast((word) => isNominal(word) || word.pos === 'PRON');
    if (to === from || head === undefined || ENGLISH.notSpeakers.has(head.lower)) continue;
    const content = accordingContent(site, index, to);
    if (content !== null)
      drafts.push(toDraft(site, { rule: 'en.according-to', content, source: { from, to }, cue: { from: index, to: from } }));
  }
  return drafts;
}

/** Before the phrase, after it, or on both sides of it, whichever holds the clause. */
function accordingContent({ words, floor }: SentenceSite, cue: number, sourceEnd: number): readonly Range[] | null {
  const end = sentenceEnd(words);
  const start = clauseLeft(words, floor, cue);
  const leftEnd = isComma(words.at(cue - 1)) ? cue - 1 : cue;
  const left = { from: start, to: leftEnd };
  const rightStart = isComma(words.at(sourceEnd)) ? sourceEnd + 1 : sourceEnd;
  const right = { from: rightStart, to: clauseContentEnd(words, rightStart, { relative: false }) };
  const leftHolds = left.to > left.from && (hasFinite(words, left) || words.at(leftEnd - 1).quote >= 0);
  if (leftHolds) {
    const resumes = isComma(words.at(sourceEnd)) && rightStart < end && !hasFinite(words, left) && hasFinite(words, right);
    return resumes ? [left, right] : [left];
  }
  if (rightStart >= end || (!hasFinite(words, right) && words.at(rightStart).quote < 0)) return left.to > left.from + 2 ? [left] : null;
  return left.to > left.from && !/^(?:and|but|while|also|however)$/.test(words.at(left.from).lower) ? [left, right] : [right];
}

/** The clause the phrase hangs on begins after a semicolon, a colon or a spaced dash. */
function clauseLeft(words: Words, floor: number, cue: number): number {
  let start = floor;
  for (let index = cue - 1; index >= floor; index -= 1) {
    if (/^[;—–]$/.test(words.at(index).text) && words.at(index).quote < 0) {
      start = index + 1;
      break;
    }
  }
  while (start < cue && words.at(start).pos === 'CCONJ') start += 1;
  return start;
}

/** `reportedly left hundreds dead`: nobody is named, and the sentence says so. */
function hearsay(site: SentenceSite): readonly AttributionDraft[] {
  const { words } = site;
  const drafts: AttributionDraft[] = [];
  for (let index = site.floor; index < words.list.length; index += 1) {
    const word = words.at(index);
    if (word.quote >= 0 || !ENGLISH.hearsay.has(word.lower)) continue;
    const from = isComma(words.at(index + 1)) ? index + 2 : index + 1;
    if (words.at(from).pos === 'END' || /^[.,;:]$/.test(words.at(from).text)) continue;
    const range = { from, to: phraseContentEnd(words, from) };
    const says =
      hasFinite(words, range) || words.at(from).pos === 'VERB' || words.at(index - 1).pos === 'AUX' || isFiniteVerb(words, index - 1);
    if (range.to > from && says)
      drafts.push(toDraft(site, { rule: 'en.hearsay-adverb', content: [range], source: null, cue: { from: index, to: index + 1 } }));
  }
  return drafts;
}

const LABEL_LIMIT = 26;
const NOT_LABELS =
  /^(?:source|sources|photo|photos|image|picture|video|note|update|updated|read|related|more|see|also|date|tel|phone|fax|email|e-mail|contact|subject|re|from|to|cc|author|by|published|copyright|tags|topics|share|place|time|venue|address|website|web|isbn|page|table|figure|annex|appendix|chapter|section|part|article|question|answer|background|example|ps|nb|warning|correction|editor’s|caption)$/;

/** `Maryam Karimi, the group’s president: We demand …`: a name, a colon, a clause. */
function labelled(site: SentenceSite): AttributionDraft | null {
  const { words, floor } = site;
  let colon = -1;
  for (let index = floor; index < Math.min(words.list.length, floor + LABEL_LIMIT); index += 1) {
    const word = words.at(index);
    if (word.text === ':' && word.depth === 0) {
      colon = index;
      break;
    }
    if (word.quote >= 0 || word.pos === 'AUX' || (word.pos === 'VERB' && isFiniteVerb(words, index) && !/^\p{Lu}/u.test(word.text)))
      return null;
  }
  if (colon <= floor || words.at(colon + 1).start === words.at(colon).end) return null;
  const source = { from: floor, to: colon };
  if (!namesSpeaker(words, source)) return null;
  const from = colon + 1;
  if (words.at(from).quote >= 0) return labelledQuote(site, source, from);
  if (!/^[\p{Lu}\d“"]/u.test(words.at(from).text) || nextFinite(words, from, words.list.length) < 0) return null;
  return toDraft(site, {
    rule: 'en.label-clause',
    content: [{ from, to: words.list.length }],
    source,
    cue: { from: colon, to: colon + 1 },
    verbatim: true,
  });
}

function labelledQuote(site: SentenceSite, source: Range, from: number): AttributionDraft {
  const { words } = site;
  let to = from;
  while (words.at(to).quote === words.at(from).quote) to += 1;
  return toDraft(site, { rule: 'en.label-quote', content: [{ from, to }], source, cue: { from: from - 1, to: from } });
}

function namesSpeaker(words: Words, source: Range): boolean {
  const first = words.at(source.from);
  if (NOT_LABELS.test(first.lower) || first.pos === 'NUM' || first.pos === 'ADP' || first.pos === 'SCONJ' || first.date >= 0) return false;
  if (words.list.slice(source.from, source.to).some((word) => word.date >= 0)) return false;
  const names = words.list.slice(source.from, source.to).filter((word) => word.pos === 'PROPN');
  if (source.to - source.from === 1 && words.list.slice(source.to + 1, source.to + 14).some((word) => word.text === ':')) return false;
  return names.length > 0 && sourceKind(words, source).speaker;
}
