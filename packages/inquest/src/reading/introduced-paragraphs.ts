import type { AttributionDraft } from './attribution-draft.ts';
import type { ReadingContext, Zone } from './reading-context.ts';
import { zoneIndexAt } from './zone-lookup.ts';

/** Items of one list that are read as one person's. */
const MAX_ITEMS = 20;
const MARKER = /^(?:[-•*–—▪◦]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)/;

/**
 * What a cue at the end of a sentence introduces: `They demanded:` and a list, one claim with a part for
 * each item; `The minister said:` and a paragraph, quoted or not. Takes the drafts whose content was still empty.
 */
export function introducedParagraphs(context: ReadingContext, dangling: readonly AttributionDraft[]): readonly AttributionDraft[] {
  return dangling.flatMap((draft) => {
    const items = listAfter(context, draft.sentence);
    if (items.length > 0) return [{ ...draft, rule: 'any.introduced-list', content: items }];
    const next = paragraphAfter(context, draft.sentence);
    return next === null ? [] : [{ ...draft, ...next }];
  });
}

/** The sentences that follow as items of one list, without their markers and closing punctuation. */
function listAfter(context: ReadingContext, sentence: number): readonly Zone[] {
  const items: Zone[] = [];
  for (let index = sentence + 1; index < context.sentences.length && items.length < MAX_ITEMS; index += 1) {
    const zone = context.sentences[index];
    const paragraph = zone === undefined ? undefined : context.paragraphs[zone.paragraph];
    if (zone === undefined || paragraph === undefined) break;
    const text = context.text.slice(zone.start, zone.end);
    const marker = MARKER.exec(text)?.[0] ?? (paragraph.role === 'list-item' && paragraph.start <= zone.start ? '' : null);
    const continues = marker === null && items.length > 0 && paragraph.role === 'list-item' && zone.start > paragraph.start;
    if (continues) continue;
    if (marker === null) break;
    const body = text.slice(marker.length).replace(/[\s.;,،؛]+(?:and|et|و)?\s*$/u, '');
    if (body !== '') items.push({ start: zone.start + marker.length, end: zone.start + marker.length + body.length });
  }
  return items;
}

/** The next paragraph, when the cue closed its own: its opening quotation, or all of it as the speaker's words. */
function paragraphAfter(
  context: ReadingContext,
  sentence: number,
): (Pick<AttributionDraft, 'rule' | 'content'> & { verbatim?: boolean }) | null {
  const own = context.sentences[sentence];
  const next = context.sentences[sentence + 1];
  if (own === undefined || next?.paragraph !== own.paragraph + 1) return null;
  const quote = context.quotes[zoneIndexAt(context.quotes, next.start)];
  if (quote?.start === next.start) return { rule: 'any.introduced-quote', content: [{ start: quote.start, end: quote.end }] };
  const paragraph = context.paragraphs[next.paragraph];
  if (paragraph === undefined || paragraph.role === 'heading' || paragraph.role === 'title') return null;
  const end = paragraph.start + context.text.slice(paragraph.start, paragraph.end).trimEnd().length;
  return { rule: 'any.introduced-paragraph', content: [{ start: next.start, end }], verbatim: true };
}
