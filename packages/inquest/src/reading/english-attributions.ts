import { type AttributionDraft, zoneOf } from './attribution-draft.ts';
import { clauseContentEnd, sentenceEnd, skipCircumstances } from './english-contents.ts';
import { type Complement, complementOf } from './english-frames.ts';
import { type CueVerb, ENGLISH } from './english-lexicon.ts';
import { passiveAttributions } from './english-passives.ts';
import { hasFinite, nextFinite, nounPhraseEnd, type Range, sourceExtent } from './english-phrases.ts';
import type { SentenceSite } from './english-site.ts';
import { isIntroduction, subjectBefore, subjectOfMainVerb, type VerbGroup, verbGroup } from './english-subjects.ts';
import { isComma, isNominal, isTightHyphen, type Words } from './english-words.ts';
import type { Zone } from './reading-context.ts';

/** Attributions carried by verbs in one English sentence, outer and nested, in the order of their cues. */
export function verbAttributions(site: SentenceSite): readonly AttributionDraft[] {
  const { words } = site;
  const drafts: AttributionDraft[] = [];
  for (let index = site.floor; index < words.list.length; index += 1) {
    const word = words.at(index);
    if (word.pos !== 'VERB' || word.quote >= 0 || isTightHyphen(words, index - 1) || isTightHyphen(words, index + 1)) continue;
    const cue = ENGLISH.forms.get(word.lower);
    if (cue === undefined) continue;
    drafts.push(...attributionsAt(site, { head: index, verb: cue.verb }, drafts));
  }
  return drafts;
}

interface Cue {
  readonly head: number;
  readonly verb: CueVerb;
}

function attributionsAt(site: SentenceSite, cue: Cue, earlier: readonly AttributionDraft[]): readonly AttributionDraft[] {
  const { words } = site;
  const group = verbGroup(words, cue.head);
  if (group.modal || isCoordinatedInfinitive(words, group)) return [];
  if (group.infinitive && !ENGLISH.infinitiveCarriers.has(words.at(group.from - 1).lower)) return [];
  if (group.passive) return passiveAttributions(site, group, cue.verb);
  if (words.at(cue.head + 1).lower === 'by' && isNominal(words.at(group.from - 1)) && !group.gerund)
    return passiveAttributions(site, group, cue.verb);
  const source = group.gerund ? gerundSource(site, group, earlier) : finiteSource(site, group);
  if (source === 'none') return [];
  return activeAttribution(site, { group, verb: cue.verb, source }, earlier);
}

/** `met to discuss the talks and reaffirm`: the second infinitive has lost its `to`. */
function isCoordinatedInfinitive(words: Words, group: VerbGroup): boolean {
  if (words.at(group.from - 1).pos !== 'CCONJ' || ENGLISH.forms.get(words.at(group.head).lower)?.form !== 'base') return false;
  return words.list
    .slice(Math.max(0, group.from - 24), group.from - 1)
    .some((word, index, list) => word.lower === 'to' && list[index + 1]?.pos === 'VERB');
}

/** A range of words, a zone outside this sentence's reach carried over from an earlier draft, or null when the source follows the cue. */
type Source = Range | AttributionDraft | null;

interface ActiveCue {
  readonly group: VerbGroup;
  readonly verb: CueVerb;
  readonly source: Source;
}

function isRange(source: Source): source is Range {
  return source !== null && 'from' in source;
}

function finiteSource(site: SentenceSite, group: VerbGroup): Range | null | 'none' {
  const { words } = site;
  const from = group.infinitive ? verbGroup(words, group.from - 1).from : group.from;
  const subject = subjectBefore(words, from, site.floor);
  if (subject === null) return null;
  const opener = words.at(subject.from - 1).lower;
  if (opener === 'if' || opener === 'whether' || opener === 'unless') return 'none';
  if (
    subject.to - subject.from === 1 &&
    ENGLISH.firstPerson.has(words.at(subject.from).lower) &&
    (site.insideQuote || !CALLS.has(verbAct(words, group)))
  )
    return 'none';
  return subject;
}

/** In the author's own voice only calls are put forward; `we believe` is the document speaking. */
const CALLS: ReadonlySet<string> = new Set(['demand', 'call']);

function verbAct(words: Words, group: VerbGroup): string {
  const verb = ENGLISH.forms.get(words.at(group.head).lower)?.verb;
  return verb === undefined ? 'other' : verb.takes.has('for') || verb.takes.has('np-inf-on') ? 'call' : verb.act;
}

/** Who a participle belongs to: the subject of its main clause, the document just named, or the person quoted `as saying`. */
function gerundSource(site: SentenceSite, group: VerbGroup, earlier: readonly AttributionDraft[]): Source | 'none' {
  const { words } = site;
  const before = words.at(group.from - 1);
  if (before.lower === 'as') return quotedPerson(words, group.from - 1) ?? 'none';
  const main = subjectOfMainVerb(words, group.from, site.floor);
  if (isComma(before) || /^(?:by|while|in)$/.test(before.lower) || before.pos === 'CCONJ') {
    const spoken = earlier.findLast((draft) => draft.source !== null && draft.rule !== 'en.quoted-as');
    if (
      spoken !== undefined &&
      (main === null || spoken.cue?.start === words.at(main.verb).start || spoken.source?.start === words.at(main.subject.from).start)
    )
      return spoken;
    return main?.subject ?? spoken ?? 'none';
  }
  if (!isNominal(before)) return 'none';
  const phrase = phraseEndingAt(words, group.from);
  if (ENGLISH.mediumNouns.has(before.lower)) return main !== null && main.verb < phrase.from ? main.subject : phrase;
  return phrase;
}

/** `quotes him as telling`, `was quoted by IRNA as saying`. */
function quotedPerson(words: Words, as: number): Range | null {
  for (let index = as - 1; index >= Math.max(0, as - 16); index -= 1) {
    const word = words.at(index);
    if (!/^(?:quot|cit)(?:e|es|ed|ing)$/.test(word.lower)) continue;
    const group = verbGroup(words, index);
    if (group.passive) return subjectBefore(words, group.from, 0);
    const end = sourceExtent(words, index + 1, { afterCue: false });
    return end > index + 1 ? { from: index + 1, to: Math.min(end, as) } : null;
  }
  return null;
}

function phraseEndingAt(words: Words, to: number): Range {
  let from = to;
  while (from > 0) {
    const word = words.at(from - 1);
    if (!isNominal(word) && word.pos !== 'ADJ' && word.pos !== 'DET' && word.lower !== "'s" && word.lower !== '’s' && word.text !== '-')
      break;
    from -= 1;
    if (word.pos === 'DET') break;
  }
  return { from, to };
}

function activeAttribution(site: SentenceSite, cue: ActiveCue, earlier: readonly AttributionDraft[]): readonly AttributionDraft[] {
  const { words } = site;
  const { group, verb, source } = cue;
  const inverted = source === null ? invertedSource(site, group, verb) : null;
  if (source === null && inverted === null) return [];
  const own = isRange(source) ? source : inverted;
  const complement = inverted === null ? complementOf(complementSite(site, cue, own)) : null;
  if (
    complement !== null &&
    group.gerund &&
    !isComma(words.at(group.from - 1)) &&
    WEAK.test(complement.rule) &&
    !ENGLISH.mediumNouns.has(words.at(group.from - 1).lower)
  )
    return [];
  const prefersLeft = complement !== null && own !== null && complement.rule !== 'that-clause' && followsQuotation(words, own.from);
  if (complement !== null && !prefersLeft)
    return [
      draft(site, cue, {
        source: own,
        carried: isRange(source) ? null : source,
        complement,
        content: withCondition(site, own, complement),
      }),
    ];
  if (own !== null && inverted === null && introducesNext(words, group.to)) return [introduction(site, cue, own)];
  if (own === null || group.gerund) return [];
  const left = contentToTheLeft(site, inverted === null ? own.from : group.from, inverted === null ? group.to : own.to, verb);
  if (
    left === null ||
    earlier.some((other) =>
      other.content.some((zone) => zone.start <= words.at(left[0]?.from ?? 0).start && zone.end > words.at(group.head).end),
    )
  )
    return [];
  const rule = inverted === null ? 'postposed' : 'inverted';
  const quoted = words.at(left[0]?.from ?? 0).quote >= 0;
  return [
    draft(site, cue, {
      source: own,
      carried: null,
      complement: { rule: quoted ? `${rule}-quote` : rule, content: left, act: verb.act, addressee: null, verbatim: false },
      content: left,
    }),
  ];
}

/** Frames too weak for a participle that follows no comma and no document: `by welcoming residents`. */
const WEAK = /^(?:object-phrase|object-name|verb-|infinitive)/;

/** `“…,” X said, “…”`: the quotation before the speaker comes first. */
function followsQuotation(words: Words, from: number): boolean {
  const before = isComma(words.at(from - 1)) ? from - 2 : from - 1;
  return words.at(before).quote >= 0 && (before < from - 1 || /^[,?!…—–.]$/.test(words.at(before - 1).text));
}

/** `said:`, `demanded the following:` at the end of a sentence. */
function introducesNext(words: Words, after: number): boolean {
  const last = words.list.length - 1;
  if (words.at(last).text !== ':') return false;
  const rest = skipCircumstances(words, after);
  return (
    rest >= last ||
    words.list.slice(rest, last).every((word) => /^(?:for|that|on|the|following|this|to|of|as|follows|and)$/.test(word.lower)) ||
    addresseeThenColon(words, rest, last)
  );
}

function addresseeThenColon(words: Words, from: number, last: number): boolean {
  return nounPhraseEnd(words, from) >= last - 1;
}

/** A draft whose content is still to come. */
function introduction(site: SentenceSite, cue: ActiveCue, own: Range): AttributionDraft {
  const complement: Complement = { rule: 'introduced', content: [], act: cue.verb.act, addressee: null, verbatim: false };
  return draft(site, cue, { source: own, carried: null, complement, content: [] });
}

function complementSite(site: SentenceSite, { group, verb, source }: ActiveCue, own: Range | null): Parameters<typeof complementOf>[0] {
  const { words } = site;
  const relative =
    (own !== null && /^(?:who|which|that|whom)$/.test(words.at(group.from - 1).lower)) ||
    (own !== null && /^(?:which|that|whom|who|what)$/.test(words.at(own.from - 1).lower));
  const kind = own === null ? { speaker: source !== null, document: false } : sourceKind(words, own);
  return { words, after: group.to, verb, ...kind, headline: site.headline, end: { relative } };
}

/** By the look of its head: a name, a personal pronoun, a word for people, bodies or documents. */
export function sourceKind(words: Words, { from, to }: Range): { readonly speaker: boolean; readonly document: boolean } {
  let document = false;
  let speaker = false;
  for (let index = from; index < to; index += 1) {
    const word = words.at(index);
    if (word.depth > 0) continue;
    if (ENGLISH.documentNouns.has(word.lower)) document = true;
    if (word.pos === 'PROPN' || ENGLISH.speakerNouns.has(word.lower) || (word.pos === 'PRON' && ENGLISH.speakerPronouns.has(word.lower)))
      speaker = true;
    if (word.pos === 'NOUN' && ENGLISH.speakerSuffixes.some((suffix) => word.lower.endsWith(suffix))) speaker = true;
    if (word.lower === 'of' || /^(?:who|which|whose|that)$/.test(word.lower)) break;
  }
  return { speaker: speaker || document, document };
}

/** `“…,” said X` and `…, said X`: the cue right after a quotation or a comma, its source after it. */
function invertedSource(site: SentenceSite, group: VerbGroup, verb: CueVerb): Range | null {
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

/** What stands before the subject and belongs to the content: `If …, X said …`. */
function withCondition(site: SentenceSite, source: Range | null, complement: Complement): readonly Range[] {
  const { words } = site;
  if (source === null || complement.rule !== 'bare-clause' || !isComma(words.at(source.from - 1))) return complement.content;
  const first = words.at(site.floor);
  const range = { from: site.floor, to: source.from - 1 };
  if (!ENGLISH.conditionals.has(first.lower) || !hasFinite(words, range)) return complement.content;
  return [range, ...complement.content];
}

/** `…, X said.` and `…, X said, …`: the clause or quotation before the tag, and what resumes after it. */
function contentToTheLeft(site: SentenceSite, tagFrom: number, tagTo: number, verb: CueVerb): readonly Range[] | null {
  const { words } = site;
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
  const tagEnd = tagCloses(words, tagTo);
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

interface DraftParts {
  readonly source: Range | null;
  readonly carried: AttributionDraft | null;
  readonly complement: Complement;
  readonly content: readonly Range[];
}

function draft(site: SentenceSite, { group, verb }: ActiveCue, parts: DraftParts): AttributionDraft {
  const { words } = site;
  const { complement } = parts;
  return {
    rule: `en.${group.gerund ? 'participle-' : ''}${complement.rule}`,
    content: parts.content.map((range) => zoneOf(words, range)),
    source: parts.source === null ? (parts.carried?.source ?? null) : zoneOf(words, parts.source),
    cue: zoneOf(words, { from: cueStart(words, group), to: group.to }),
    act: group.negated && complement.act === 'assert' && verb.takes.has('clause') ? 'deny' : complement.act,
    loaded: verb.loaded,
    negated: verb.negates || group.negated,
    addressee: complement.addressee === null ? null : zoneOf(words, complement.addressee),
    medium: mediumNear(words, group),
    sentence: site.sentence,
    ...(complement.verbatim ? { verbatim: true } : {}),
  };
}

/** The auxiliaries are part of the cue as written, a leading comma or adverb before them is not. */
function cueStart(words: Words, group: VerbGroup): number {
  let from = group.from;
  while (from < group.head && words.at(from).pos === 'ADV') from += 1;
  return from;
}

/** `in a statement`, `at a press conference`: the noun phrase after the cue that names a medium. */
function mediumNear(words: Words, group: VerbGroup): Zone | null {
  for (let index = group.to; index < group.to + 10; index += 1) {
    const word = words.at(index);
    if (word.quote >= 0 || word.lower === 'that' || isComma(word)) return null;
    if (!/^(?:in|at|during|via|on)$/.test(word.lower)) continue;
    const end = nounPhraseEnd(words, index + 1);
    if (end > index + 1 && ENGLISH.mediumNouns.has(words.at(end - 1).lower)) return zoneOf(words, { from: index + 1, to: end });
  }
  return null;
}
