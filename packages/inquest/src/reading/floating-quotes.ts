import { type AttributionDraft, overlaps } from './attribution-draft.ts';
import type { QuoteZone, ReadingContext } from './reading-context.ts';

/** Fewer words than this, standing alone, are a title or a slogan. */
const SHORTEST = 4;
const BYLINE = /^\s*[—–―-]{1,2}\s*(?<name>[\p{Lu}][^.\n“"]{2,80})/u;

/**
 * Quotations that are sentences of their own and carry no cue: the rest of what the last quoted speaker
 * said, in the same paragraph or the one before, or a pull quote signed with a dash.
 */
export function floatingQuotes(context: ReadingContext, drafts: readonly AttributionDraft[]): readonly AttributionDraft[] {
  const found: AttributionDraft[] = [];
  for (const quote of context.quotes) {
    if (!standsAlone(context, quote) || drafts.some((draft) => draft.content.some((zone) => overlaps(zone, quote)))) continue;
    const sentence = context.sentences.findIndex((candidate) => candidate.start <= quote.start && quote.start < candidate.end);
    if (sentence < 0) continue;
    const signed = byline(context, quote);
    const before = signed === null ? lastSpeaker(context, [...drafts, ...found], quote) : null;
    if (signed === null && before === null) continue;
    found.push({
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
    });
  }
  return found;
}

/** Nothing but white space, brackets or a conjunction between it and the ends of its sentence. */
function standsAlone(context: ReadingContext, quote: QuoteZone): boolean {
  const words = context.text.slice(quote.innerStart, quote.innerEnd).trim();
  if (words.split(/\s+/).length < SHORTEST || !/^[\p{Lu}\p{Lo}\d…[(]/u.test(words)) return false;
  const sentence = context.sentences.find((candidate) => candidate.start <= quote.start && quote.start < candidate.end);
  if (sentence === undefined) return false;
  const before = context.text.slice(sentence.start, quote.start).trim();
  const after = context.text.slice(quote.end, sentence.end).trim();
  return /^(?:and|but|And|But|…)?$/.test(before) && (/^[.,…]*$/.test(after) || BYLINE.test(after));
}

function byline(context: ReadingContext, quote: QuoteZone): { start: number; end: number } | null {
  const match = BYLINE.exec(context.text.slice(quote.end, quote.end + 120));
  const name = match?.groups?.['name'];
  if (match === null || name === undefined) return null;
  const start = quote.end + match[0].indexOf(name);
  return { start, end: start + name.trimEnd().length };
}

/** Who was last quoted directly, no further back than the paragraph before. */
function lastSpeaker(context: ReadingContext, drafts: readonly AttributionDraft[], quote: QuoteZone): AttributionDraft | null {
  const floor = context.paragraphs[Math.max(0, quote.paragraph - 1)]?.start ?? 0;
  let best: AttributionDraft | null = null;
  for (const draft of drafts) {
    const end = Math.max(...draft.content.map((zone) => zone.end), draft.cue?.end ?? 0);
    if (end > quote.start || end < floor || draft.source === null || draft.rule === 'en.hearsay-adverb') continue;
    const bestEnd = best === null ? -1 : Math.max(...best.content.map((zone) => zone.end), best.cue?.end ?? 0);
    if (end > bestEnd) best = draft;
  }
  return best;
}
