import { type AttributionDraft, zoneOf } from './attribution-draft.ts';
import { skipCircumstances } from './english-contents.ts';
import { type Complement, complementOf } from './english-frames.ts';
import { type CueVerb, ENGLISH } from './english-lexicon.ts';
import { passiveAttributions } from './english-passives.ts';
import { hasFinite, nounPhraseEnd, type Range, sourceExtent } from './english-phrases.ts';
import type { SentenceSite } from './english-site.ts';
import { sourceKind } from './english-speakers.ts';
import { subjectBefore, subjectOfMainVerb, type VerbGroup, verbGroup } from './english-subjects.ts';
import { contentToTheLeft, followsQuotation, invertedSource } from './english-tags.ts';
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
  const left = contentToTheLeft(site, inverted === null ? { from: own.from, to: group.to } : { from: group.from, to: own.to }, verb);
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

/** What stands before the subject and belongs to the content: `If …, X said …`. */
function withCondition(site: SentenceSite, source: Range | null, complement: Complement): readonly Range[] {
  const { words } = site;
  if (source === null || complement.rule !== 'bare-clause' || !isComma(words.at(source.from - 1))) return complement.content;
  const first = words.at(site.floor);
  const range = { from: site.floor, to: source.from - 1 };
  if (!ENGLISH.conditionals.has(first.lower) || !hasFinite(words, range)) return complement.content;
  return [range, ...complement.content];
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
