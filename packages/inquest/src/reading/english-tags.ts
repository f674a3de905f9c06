import { clauseContentEnd, sentenceEnd, skipCircumstances } from './english-contents.ts';
import { type CueVerb, ENGLISH } from './english-lexicon.ts';
import { hasFinite, nextFinite, nounPhraseEnd, type Range, sourceExtent } from './english-phrases.ts';
import type { SentenceSite } from './english-site.ts';
import { sourceKind } from './english-speakers.ts';
import { isIntroduction, type VerbGroup } from './english-subjects.ts';
import { isComma, type Words } from './english-words.ts';

/** `“…,” said X` and `…, said X`: the cue right after a quotation or a comma, its source after it. */
export function invertedSource(site: SentenceSite, group: VerbGroup, verb: CueVerb): Range | null {
  const { words } = site;
  const before = words.at(group.from - 1);
  if (group.from !== group.head || group.gerund) return null;
  if (!verb.takes.has('quote') && !verb.takes.has('quote-doc')) return null;
  const afterQuote = before.quote >= 0 || (isComma(before) && words.at(group.from - 2).quote >= 0);
  if (!afterQuote && !isComma(before)) return null;
  if (words.at(group.to).quote >= 0) return null;
  const start = group.to;
  const end = sourceExtent(words, start, { afterCue: true });
  if (end === start) return null;
  const range = { from: start, to: end };
  return sourceKind(words, range).speaker ? range : null;
}

/** `“…,” X said, “…”`: the quotation before the speaker comes first. */
export function followsQuotation(words: Words, from: number): boolean {
  const before = isComma(words.at(from - 1)) ? from - 2 : from - 1;
  return words.at(before).quote >= 0 && (before < from - 1 || /^[,?!…—–.]$/.test(words.at(before - 1).text));
}

/** `…, X said.` and `…, X said, …`: the clause or quotation before the tag, and what resumes after it. */
export function contentToTheLeft(site: SentenceSite, tag: Range, verb: CueVerb): readonly Range[] | null {
  const { words } = site;
  const tagFrom = tag.from;
  if (!verb.takes.has('clause') && !verb.takes.has('quote') && !verb.takes.has('tell') && !verb.takes.has('quote-doc')) return null;
  const before = words.at(tagFrom - 1);
  const commaTag = isComma(before) || /^[—–-]$/.test(before.text);
  if (!commaTag && before.quote < 0) return null;
  const to = commaTag ? tagFrom - 1 : tagFrom;
  const from = leftStart(words, site.floor, to);
  if (from >= to) return null;
  const left = { from, to };
  const quote = words.at(to - 1).quote;
  if (quote < 0 && isIntroduction(words, left) && !hasFinite(words, left)) return null;
  if (quote < 0 && ENGLISH.subordinators.has(words.at(from).lower)) return null;
  if (quote < 0 && !verb.takes.has('clause') && !verb.takes.has('tell')) return null;
  const tagEnd = tagCloses(words, tag.to);
  if (tagEnd === null) return null;
  const resumed = resumes(words, tagEnd, left);
  if (quote < 0 && resumed === null && !hasFinite(words, left)) return null;
  return resumed === null ? [quote >= 0 ? quotationAlone(words, left, quote) : left] : [left, resumed];
}

/** A quotation that opens after a colon or at the start is the content; words before it in the same clause belong to it. */
function quotationAlone(words: Words, left: Range, quote: number): Range {
  for (let index = left.to - 1; index >= left.from; index -= 1) {
    if (words.at(index).quote !== quote) return words.at(index).text === ':' ? { from: index + 1, to: left.to } : left;
  }
  return left;
}

function leftStart(words: Words, floor: number, to: number): number {
  let from = floor;
  for (let index = to - 1; index >= floor; index -= 1) {
    if (words.at(index).text === ';' && words.at(index).quote < 0) {
      from = index + 1;
      break;
    }
  }
  while (from < to && words.at(from).quote < 0 && (words.at(from).pos === 'CCONJ' || words.at(from).text === ',')) from += 1;
  return from;
}

/** The tag is over: end of sentence, a comma, or circumstances and an addressee before one. Null when something else follows. */
function tagCloses(words: Words, from: number): number | null {
  let index = skipCircumstances(words, from);
  const addressee = nounPhraseEnd(words, index);
  if (addressee > index && words.at(index).quote < 0) index = skipCircumstances(words, addressee);
  const word = words.at(index);
  if (word.pos === 'END' || /^[.,:;!?—–)]$/.test(word.text) || word.quote >= 0) return index;
  return word.pos === 'CCONJ' ||
    word.pos === 'SCONJ' ||
    ENGLISH.subordinators.has(word.lower) ||
    (word.pos === 'VERB' && word.lower.endsWith('ing'))
    ? index
    : null;
}

/** The second half of a split content: another quotation, or the rest of a clause that has had no verb yet. */
function resumes(words: Words, tagEnd: number, left: Range): Range | null {
  const mark = words.at(tagEnd);
  const start = /^[,:;—–.]$/.test(mark.text) && mark.quote < 0 ? tagEnd + 1 : tagEnd;
  const first = words.at(start);
  const leftQuote = words.at(left.to - 1).quote;
  if (first.pos === 'END') return null;
  if (leftQuote >= 0) {
    if (first.quote < 0) return null;
    let end = start;
    while (words.at(end).quote === first.quote) end += 1;
    return { from: start, to: end };
  }
  if (!isComma(mark) || nextFinite(words, left.from, left.to) >= 0) return null;
  return nextFinite(words, start, sentenceEnd(words)) >= 0
    ? { from: start, to: clauseContentEnd(words, start, { relative: false }) }
    : null;
}
