import { type AttributionDraft, overlaps } from './attribution-draft.ts';
import type { QuoteZone, ReadingContext, Zone } from './reading-context.ts';
import { zoneIndexAt } from './zone-lookup.ts';

/** Fewer words than this, standing alone, are a title or a slogan. */
const SHORTEST = 4;
/** A speech that holds a quotation began at most this many sentences before it; a speaker is carried no further. */
const REACH = 40;
/** Frames that report an act or a stance rather than words just spoken. */
const NOT_SPEECH = /object-phrase|infinitive|by-agent|passive|hearsay|object-as|object-name|object-at|object-of/;
const BYLINE = /^\s*[—–―-]{1,2}\s*(?<name>[\p{Lu}][^.\n“"]{2,80})/u;

/**
 * Quotations that are sentences of their own and carry no cue: the rest of what the last quoted speaker
 * said, in the same paragraph or the one before, or a pull quote signed with a dash.
 */
export function floatingQuotes(context: ReadingContext, drafts: readonly AttributionDraft[]): readonly AttributionDraft[] {
  const bySentence = Map.groupBy(drafts, (draft) => draft.sentence);
  const found: AttributionDraft[] = [];
  for (const quote of context.quotes) {
    const sentence = zoneIndexAt(context.sentences, quote.start);
    if (sentence < 0 || !standsAlone(context, quote, context.sentences[sentence])) continue;
    const near = draftsNear(bySentence, sentence);
    if (near.some((draft) => draft.content.some((zone) => overlaps(zone, quote)))) continue;
    const own = floatingQuote(context, { quote, sentence, near });
    if (own === null) continue;
    found.push(own);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), own]);
  }
  return found;
}

function draftsNear(bySentence: ReadonlyMap<number, readonly AttributionDraft[]>, sentence: number): readonly AttributionDraft[] {
  const near: AttributionDraft[] = [];
  for (let index = Math.max(0, sentence - REACH); index <= sentence; index += 1) near.push(...(bySentence.get(index) ?? []));
  return near;
}

interface Floating {
  readonly quote: QuoteZone;
  readonly sentence: number;
  readonly near: readonly AttributionDraft[];
}

function floatingQuote(context: ReadingContext, { quote, sentence, near }: Floating): AttributionDraft | null {
  const signed = byline(context, quote);
  const before = signed === null ? lastSpeaker(context, near, quote) : null;
  if (signed === null && before === null) return null;
  return {
    rule: signed !== null ? 'any.signed-quote' : quote.continues ? 'any.continued-quote' : 'any.floating-quote',
    content: [{ start: quote.start, end: quote.end }],
    source: signed ?? before?.source ?? null,
    cue: null,
    act: before?.act ?? 'assert',
    loaded: false,
    negated: false,
    addressee: null,
    medium: null,
    sentence,
  };
}

/** Nothing but white space or a conjunction between it and the ends of its sentence. */
function standsAlone(context: ReadingContext, quote: QuoteZone, sentence: Zone | undefined): boolean {
  const words = context.text.slice(quote.innerStart, quote.innerEnd).trim();
  if (sentence === undefined || words.split(/\s+/, SHORTEST).length < SHORTEST || !/^[\p{Lu}\p{Lo}\d…[(]/u.test(words)) return false;
  const before = context.text.slice(sentence.start, quote.start).trim();
  const after = context.text.slice(quote.end, sentence.end).trim();
  return /^(?:and|but|And|But|…)?$/.test(before) && (/^[.,…]*$/.test(after) || BYLINE.test(after));
}

function byline(context: ReadingContext, quote: QuoteZone): Zone | null {
  const match = BYLINE.exec(context.text.slice(quote.end, quote.end + 120));
  const name = match?.groups?.['name'];
  if (match === null || name === undefined) return null;
  const start = quote.end + match[0].indexOf(name);
  return { start, end: start + name.trimEnd().length };
}

/** Who spoke last, no further back than the paragraph before. */
function lastSpeaker(context: ReadingContext, near: readonly AttributionDraft[], quote: QuoteZone): AttributionDraft | null {
  const floor = context.paragraphs[Math.max(0, quote.paragraph - 1)]?.start ?? 0;
  let best: AttributionDraft | null = null;
  let bestEnd = -1;
  for (const draft of near) {
    const end = Math.max(...draft.content.map((zone) => zone.end), draft.cue?.end ?? 0);
    if (end > quote.start || end < floor || draft.source === null || end <= bestEnd || NOT_SPEECH.test(draft.rule)) continue;
    best = draft;
    bestEnd = end;
  }
  return best;
}
