import type { ChainLink, CountedAct, QuantityProposal, Span } from '../model/index.ts';
import { ACTS } from './act-lexicon.ts';
import { documentLink, innermostAttribution, MAX_CHAIN } from './chains.ts';
import { confidenceOf } from './confidence.ts';
import { actOf, type FigureAct } from './figure-acts.ts';
import { type FigureMention, figuresOf } from './figure-mentions.ts';
import { type Scenery, sceneryOf, settingOf } from './figure-setting.ts';
import type { LexiconLanguage } from './number-lexicon.ts';
import type { ReadingContext, Sentence, Zone } from './reading-context.ts';
import { scanWords, type Word } from './words.ts';
import { zonesBetween } from './zones-between.ts';

/** Words before a figure within which "reportedly" is about it. */
const HEARSAY_REACH = 10;
/** Spaces that group digits wherever they stand. */
const GROUPING_SPACE = /[\u00A0\u2009\u202F]/;

/**
 * Proposes every figure of a document: the number as claimed with its literal bounds, what was
 * counted, when and where as far as the text says, and whose number it is: the innermost
 * attribution's source, nobody for hearsay, else the document's own voice.
 */
export function findQuantities(context: ReadingContext): readonly QuantityProposal[] {
  const scenery = sceneryOf(context);
  let before: Before = { paragraph: -1, act: null };
  return context.sentences.flatMap((sentence, index) => {
    if (sentence.language === 'other') return [];
    const [found, last] = inSentence(scenery, { sentence, index, language: sentence.language, before });
    before = last;
    return found;
  });
}

interface At {
  readonly sentence: Sentence;
  readonly index: number;
  readonly language: LexiconLanguage;
  readonly before: Before;
}

/** The last figure of persons read, and in which paragraph. */
interface Before {
  readonly paragraph: number;
  readonly act: CountedAct | null;
}

function inSentence(scenery: Scenery, at: At): [QuantityProposal[], Before] {
  const { context } = scenery;
  const { sentence, language } = at;
  const words = scanWords(context.text, sentence.start, sentence.end);
  const dates = zonesBetween(context.dates, sentence.start, sentence.end);
  const figures = figuresOf({
    words,
    language,
    taken: (zone) => dates.some((date) => date.start < zone.end && date.end > zone.start),
    groups: (position) => language === 'fr' || GROUPING_SPACE.test(context.view.raw.charAt(context.view.toRaw(position))),
  });
  const clause = { words, figures, acts: ACTS[language] };
  let { before } = at;
  const proposals = figures.map((figure, index) => {
    const own = actOf(clause, index);
    // "Puts the number at 3,400": the number of what the figure before counted.
    const resumes = own.act === 'other' && figure.toll !== null && figure.phrase === null && before.paragraph === sentence.paragraph;
    const figureAct = resumes && before.act !== null ? { act: before.act, predicate: null } : own;
    if (figure.unit === 'persons') before = { paragraph: sentence.paragraph, act: figureAct.act };
    return proposal(scenery, at, { words, figures, figure, figureAct });
  });
  return [proposals, before];
}

function zoneOf(words: readonly Word[], range: { readonly first: number; readonly end: number } | null): Zone | null {
  const [first, last] = range === null ? [undefined, undefined] : [words[range.first], words[range.end - 1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

interface FigureAt {
  readonly words: readonly Word[];
  readonly figures: readonly FigureMention[];
  readonly figure: FigureMention;
  readonly figureAct: FigureAct;
}

function proposal(scenery: Scenery, at: At, { words, figures, figure, figureAct }: FigureAt): QuantityProposal {
  const { context } = scenery;
  const spanOf = (range: { first: number; end: number } | null | undefined): Span | null => {
    const [first, last] = range == null ? [undefined, undefined] : [words[range.first], words[range.end - 1]];
    return first === undefined || last === undefined ? null : context.span(first.start, last.end);
  };
  const zone = { start: words[figure.number.first]?.start ?? 0, end: words[figure.number.end - 1]?.end ?? 0 };
  const whole = context.span(zone.start, zone.end);
  const { act, predicate } = figureAct;
  const unitSpan = spanOf(figure.phrase ?? figure.toll);
  const subset = figure.subsetOf === null ? undefined : figures[figure.subsetOf];
  const subsetStart = subset === undefined ? undefined : words[subset.number.first]?.start;
  return {
    kind: 'quantity',
    start: whole.start,
    end: whole.end,
    quote: whole.text,
    rule: figure.rule,
    confidence: confidenceOf(figure.rule),
    quantity: {
      raw: rawOf(context, words, figure),
      value: figure.number.value,
      min: figure.number.min,
      max: figure.number.max,
      qualifier: figure.number.qualifier,
    },
    counted: {
      unit: figure.unit,
      act,
      population: figure.phrase === null ? null : (unitSpan?.text.slice(0, 2000) ?? null),
      ...settingOf(scenery, { zone, sentence: at.index, act, predicate: zoneOf(words, predicate) }),
    },
    qualifierSpan: spanOf(figure.number.qualifierWords),
    unitSpan,
    predicateSpan: spanOf(predicate),
    ...carrierOf(context, at, { zone, words, figure }),
    subsetOf: subsetStart === undefined ? null : context.view.toRaw(subsetStart),
  };
}

/** The number with its qualifier and noun, as written. */
function rawOf(context: ReadingContext, words: readonly Word[], figure: FigureMention): string {
  const qualifier = figure.number.qualifierWords;
  const first = Math.min(figure.number.first, qualifier?.first ?? figure.number.first);
  const end = Math.max(figure.number.end, qualifier?.end ?? 0, figure.phrase?.headEnd ?? 0);
  return context.span(words[first]?.start ?? 0, words[end - 1]?.end ?? 0).text.slice(0, 500);
}

function carrierOf(
  context: ReadingContext,
  { language }: At,
  { zone, words, figure }: { zone: Zone; words: readonly Word[]; figure: FigureMention },
): Pick<QuantityProposal, 'source' | 'cue' | 'chain'> {
  const carrier = innermostAttribution(context, zone);
  const hearsay = hearsayBefore(words, figure.number.first, language);
  const [first, last] = hearsay === null ? [undefined, undefined] : [words[hearsay.first], words[hearsay.end - 1]];
  // A report inside somebody's words is theirs; one around their cue is not.
  const nearer =
    first !== undefined && (carrier === null || carrier.contentZones.some((part) => part.start <= first.start && first.end <= part.end));
  if (nearer && last !== undefined) {
    const cue = context.span(first.start, last.end).text.slice(0, 200);
    const nobody: ChainLink = { kind: 'unattributed', speaker: '', span: null, cue, resolvedTo: null, saidOn: null };
    const chain = carrier?.body.chain ?? [documentLink(context)];
    return { source: null, cue, chain: [...chain.slice(0, MAX_CHAIN - 1), nobody] };
  }
  if (carrier === null) return { source: null, cue: null, chain: [documentLink(context)] };
  return { source: carrier.body.source, cue: carrier.body.cue?.text.slice(0, 200) ?? null, chain: carrier.body.chain };
}

function hearsayBefore(words: readonly Word[], first: number, language: LexiconLanguage): { first: number; end: number } | null {
  for (let index = first - 1; index >= Math.max(0, first - HEARSAY_REACH); index -= 1) {
    const word = words[index];
    if (word === undefined || /^[.;:!?؟؛]$/.test(word.lower)) return null;
    const found = ACTS[language].hearsay.endingAt(words, index);
    if (found !== null) return { first: index - found.length + 1, end: index + 1 };
  }
  return null;
}
