import type { SpeechAct } from './english-lexicon.ts';
import type { Range } from './english-phrases.ts';
import type { Words } from './english-words.ts';
import type { QuoteZone, Zone } from './reading-context.ts';

/** An attribution as a rule found it, in view positions, before chains and grounding. */
export interface AttributionDraft {
  readonly rule: string;
  /** In order. Empty while the cue stands at the end of its sentence and what it introduces is still to be found. */
  readonly content: readonly Zone[];
  readonly source: Zone | null;
  readonly cue: Zone | null;
  readonly act: SpeechAct;
  readonly loaded: boolean;
  readonly negated: boolean;
  readonly addressee: Zone | null;
  readonly medium: Zone | null;
  /** Index into `context.sentences`. */
  readonly sentence: number;
  /** Words without quotation marks that are the speaker's own: transcripts, `Name: clause`. */
  readonly verbatim?: boolean;
}

export function zoneOf(words: Words, { from, to }: Range): Zone {
  return { start: words.at(from).start, end: words.at(Math.max(from, to - 1)).end };
}

/** The hull of a content. */
export function hullOf(zones: readonly Zone[]): Zone {
  return { start: Math.min(...zones.map((zone) => zone.start)), end: Math.max(...zones.map((zone) => zone.end)) };
}

export function contains(outer: Zone, inner: Zone): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Zone, b: Zone): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Direct when every part is a whole quotation or ends in one after a colon, mixed when quoted words stand among others. */
export function modeOf(
  text: string,
  { content, verbatim }: AttributionDraft,
  quotes: readonly QuoteZone[],
): 'direct' | 'indirect' | 'mixed' | 'direct-unquoted' {
  if (verbatim === true) return 'direct-unquoted';
  const inside = quotes.filter((quote) => content.some((zone) => overlaps(zone, quote)));
  if (inside.length === 0) return 'indirect';
  const whole = content.every((zone) => inside.some((quote) => isWholly(text, zone, quote)));
  return whole ? 'direct' : 'mixed';
}

function isWholly(text: string, zone: Zone, quote: QuoteZone): boolean {
  if (zone.start >= quote.start && zone.end <= quote.end) return true;
  if (quote.start < zone.start || quote.end > zone.end) return false;
  const before = text.slice(zone.start, quote.start);
  const after = text.slice(quote.end, zone.end);
  return /^\s*(?:…|\.{3})?\s*$/.test(after) && (before.trim() === '' || /:\s*$/.test(before));
}
