import type { AttributionProposal, ChainLink, Span } from '../model/index.ts';
import { settle } from './attribution-cuts.ts';
import { type AttributionDraft, contains, hullOf, modeOf } from './attribution-draft.ts';
import { documentLink, linkOf, MAX_CHAIN, nesting } from './chains.ts';
import { confidenceOf } from './confidence.ts';
import { verbAttributions } from './english-attributions.ts';
import { patternAttributions } from './english-patterns.ts';
import { type Words, wordsOf } from './english-words.ts';
import { floatingQuotes } from './floating-quotes.ts';
import { introducedParagraphs } from './introduced-paragraphs.ts';
import { leadInOf } from './lead-in.ts';
import { cueAttributions } from './lexicon-attributions.ts';

import { antecedentOf } from './pronouns.ts';
import { quotedAttributions } from './quoted-attributions.ts';
import type { FoundAttribution, ReadingContext, Zone } from './reading-context.ts';
import { MAX_TAGGED_PARAGRAPH } from './tokens.ts';
import { transcriptTurns } from './transcripts.ts';
import { zonesWithin } from './zone-lookup.ts';

/** A sentence of more words is no prose: no attributions are looked for in it, which also bounds the work per word. */
const MAX_SENTENCE = 600;

/** Content a proposal may carry; longer is no claim a person can review. */
const MAX_CONTENT = 20_000;

/** Every attribution of the document, outermost before what it contains, with its chain. */
export function findAttributions(context: ReadingContext): readonly FoundAttribution[] {
  const turns = transcriptTurns(context);
  const inTurn = new Set(turns.map((turn) => turn.sentence));
  const drafts: AttributionDraft[] = [...turns];
  for (const [index, sentence] of context.sentences.entries()) {
    const paragraph = context.paragraphs[sentence.paragraph];
    if (
      paragraph === undefined ||
      paragraph.end - paragraph.start > MAX_TAGGED_PARAGRAPH ||
      sentence.endToken - sentence.firstToken > MAX_SENTENCE
    )
      continue;
    const found = sentence.language === 'en' ? englishSentence(context, index) : cueAttributions(context, index);
    drafts.push(...settle(context.text, inTurn.has(index) ? found.filter((draft) => draft.verbatim !== true) : found, context.quotes));
  }
  const carried = [
    ...drafts.filter((draft) => draft.content.length > 0),
    ...introducedParagraphs(
      context,
      drafts.filter((draft) => draft.content.length === 0),
    ),
  ];
  const all = [...carried, ...floatingQuotes(context, carried)];
  return finish(context, inReadingOrder(all.filter((draft) => isWithinLimits(draft))));
}

function englishSentence(context: ReadingContext, index: number): readonly AttributionDraft[] {
  const sentence = context.sentences[index];
  if (sentence === undefined) return [];
  const words = wordsOf(context, sentence);
  const paragraph = context.paragraphs[sentence.paragraph];
  const lead = leadInOf(context, sentence);
  const site = {
    words,
    sentence: index,
    floor: lead === null ? 0 : firstWordAfter(words, lead.zone.end),
    headline: paragraph?.role === 'title' || paragraph?.role === 'heading' || isHeadline(words),
    insideQuote: false,
  };
  const outer = [...patternAttributions(site), ...verbAttributions(site)].sort((a, b) => (a.cue?.start ?? 0) - (b.cue?.start ?? 0));
  return [...outer, ...quotedAttributions(site, outer)];
}

function firstWordAfter(words: Words, position: number): number {
  const index = words.list.findIndex((word) => word.start >= position);
  return index < 0 ? words.list.length : index;
}

/** A line of few words without a full stop. */
function isHeadline(words: Words): boolean {
  const last = words.at(words.list.length - 1);
  return words.list.length <= 24 && !/^[.!?:;,]$/.test(last.text) && last.quote < 0;
}

function isWithinLimits(draft: AttributionDraft): boolean {
  if (draft.content.length === 0 || draft.content.length > 20) return false;
  const hull = hullOf(draft.content);
  return hull.end > hull.start && hull.end - hull.start <= MAX_CONTENT;
}

function inReadingOrder(drafts: readonly AttributionDraft[]): readonly AttributionDraft[] {
  return drafts
    .map((draft) => ({ draft, hull: hullOf(draft.content) }))
    .sort((a, b) => a.hull.start - b.hull.start || b.hull.end - a.hull.end || (a.draft.cue?.start ?? 0) - (b.draft.cue?.start ?? 0))
    .map(({ draft }) => draft);
}

function finish(context: ReadingContext, drafts: readonly AttributionDraft[]): readonly FoundAttribution[] {
  const parents = nesting(drafts);
  const bySentence = Map.groupBy(drafts, (draft) => draft.sentence);
  const links = drafts.map((draft, index) =>
    ownLink(context, draft, { parent: parentOf(drafts, parents, index), beside: bySentence.get(draft.sentence) ?? [] }),
  );
  return drafts.map((draft, index) => {
    const link = links[index];
    const chain: ChainLink[] = link === undefined ? [] : [link.link];
    for (let parent = parents[index] ?? -1, depth = 0; parent >= 0 && depth < MAX_CHAIN; parent = parents[parent] ?? -1, depth += 1) {
      const above = links[parent];
      if (above !== undefined) chain.unshift(above.link);
    }
    const lead = leadLink(context, draft);
    if (lead !== null) chain.unshift(lead);
    return place(context, draft, { chain: [documentLink(context), ...chain.slice(-(MAX_CHAIN - 1))], saidOn: link?.saidOn ?? null });
  });
}

interface Others {
  /** The attribution this one stands in. */
  readonly parent: AttributionDraft | null;
  /** Those of the same sentence, itself included. */
  readonly beside: readonly AttributionDraft[];
}

function parentOf(drafts: readonly AttributionDraft[], parents: readonly number[], index: number): AttributionDraft | null {
  return drafts[parents[index] ?? -1] ?? null;
}

function ownLink(
  context: ReadingContext,
  draft: AttributionDraft,
  others: Others,
): { link: ChainLink; saidOn: AttributionProposal['saidOn'] } {
  const saidOn = saidOnOf(context, draft, others);
  const source = spanOf(context, draft.source);
  const resolved = draft.source === null ? null : antecedentOf(context, draft.source);
  return { link: linkOf({ source, cue: spanOf(context, draft.cue), resolvedTo: spanOf(context, resolved), saidOn }), saidOn };
}

function spanOf(context: ReadingContext, zone: Zone | null): Span | null {
  return zone === null ? null : context.span(zone.start, zone.end);
}

/** The date in the sentence of the attribution that stands in no content of it: nearest after the cue, else before it. */
function saidOnOf(context: ReadingContext, draft: AttributionDraft, { parent, beside }: Others): AttributionProposal['saidOn'] {
  const sentence = context.sentences[draft.sentence];
  const cue = draft.cue;
  if (sentence === undefined || cue === null || draft.source === null) return null;
  const free = zonesWithin(context.dates, sentence).filter(
    (date) =>
      !beside.some((other) => other !== parent && other.content.some((zone) => contains(zone, date))) &&
      (parent === null || parent.content.some((zone) => contains(zone, date))) &&
      date.body.form !== 'duration' &&
      !isPastComma(context, draft, date) &&
      (!isInside(draft.source, date) || /^['’]s/.test(context.text.slice(date.end, date.end + 2))),
  );
  const distance = (date: Zone): number => (date.start >= cue.end ? date.start - cue.end : (cue.start - date.end) * 2 + 20);
  const nearest = [...free].sort((a, b) => distance(a) - distance(b))[0];
  return nearest === undefined ? null : { span: context.span(nearest.start, nearest.end), edtf: nearest.body.edtf };
}

/** Beyond the content and a comma, a date belongs to what the sentence goes on to say. */
function isPastComma(context: ReadingContext, draft: AttributionDraft, date: Zone): boolean {
  const hull = hullOf(draft.content);
  const cue = draft.cue;
  return cue !== null && hull.start > cue.end && date.start > hull.end && context.text.slice(hull.end, date.start).includes(',');
}

function isInside(outer: Zone | null, inner: Zone): boolean {
  return outer !== null && contains(outer, inner);
}

/** In the paragraph a publisher's lead-in opens, that publisher passes on what is said. */
function leadLink(context: ReadingContext, draft: AttributionDraft): ChainLink | null {
  const sentence = context.sentences[draft.sentence];
  if (sentence === undefined) return null;
  const lead = leadInOf(context, sentence);
  if (lead?.publisher === null || lead === null) return null;
  return linkOf({ source: spanOf(context, lead.publisher), cue: null, resolvedTo: null, saidOn: null });
}

function place(
  context: ReadingContext,
  draft: AttributionDraft,
  { chain, saidOn }: { chain: readonly ChainLink[]; saidOn: AttributionProposal['saidOn'] },
): FoundAttribution {
  const content = draft.content.map((zone) => context.span(zone.start, zone.end));
  const hull = hullOf(draft.content);
  const whole = context.span(hull.start, hull.end);
  return {
    ...hull,
    contentZones: draft.content,
    cueZone: draft.cue,
    sourceZone: draft.source,
    body: {
      kind: 'attribution',
      start: whole.start,
      end: whole.end,
      quote: whole.text,
      rule: draft.rule,
      confidence: confidenceOf(draft.rule),
      content,
      source: spanOf(context, draft.source),
      cue: spanOf(context, draft.cue),
      mode: modeOf(context.text, draft, context.quotes),
      speechAct: draft.act,
      loaded: draft.loaded,
      negated: draft.negated,
      chain: [...chain],
      saidOn,
      addressee: spanOf(context, draft.addressee),
      medium: spanOf(context, draft.medium),
    },
  };
}
