import type { Paragraph, QuoteZone, Zone } from './reading-context.ts';

const TERMINAL = /[.!?…؟۔]+/g;
const CLOSING = /[)\]”’"'»]/;
const STARTS_SENTENCE = /[\p{Lu}\p{Lo}\d“"«‘'([—–-]/u;
/** Words whose full stop ends no sentence; one-letter initials and dotted capitals are seen without a list. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm|Spc|Pfc|Cpl|Pvt|Pte|Cmdr|Lcpl|Cdr|Supt|Insp|Det|Amb|Atty|Dist|Sen|Rep|Gov|Rev|Hon|Pres|St|Sr|Jr|No|Nos|Art|vs|cf|e\.g|i\.e|approx|ca|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|M|MM|Mme|Mlle|p|pp|vol|ed|eds|fig|para|paras|etc|[A-Z]|(?:[A-Z]\.)+[A-Z])$/;
const LINE_ITEM = /\n[ ]*(?=[-•*–—▪◦]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|[“"«]|[\p{Lu}][\p{Lu}\p{M} .'’-]{1,40}:|[QA][.:]\s)/gu;
const BLANK_LINE = /\n[ \r]*\n/g;

export interface SplitOptions {
  /** The quotations of this paragraph, in order. */
  readonly quotes: readonly QuoteZone[];
  /** Whether a word is a form of a cue verb. */
  readonly speaks: (word: string) => boolean;
}

/**
 * Where the sentences of a paragraph end. No boundary falls inside a quotation; one that ends with a
 * full stop ends its sentence, except when only the speaker follows (“Why?” asked the judge.).
 */
export function splitSentences(text: string, paragraph: Paragraph, { quotes, speaks }: SplitOptions): readonly Zone[] {
  const slice = text.slice(paragraph.start, paragraph.end);
  const within = quoteLookup(quotes);
  const ends: number[] = [];
  for (const match of slice.matchAll(TERMINAL)) {
    const position = paragraph.start + match.index;
    const end = position + match[0].length;
    const quote = within(position);
    const boundary =
      quote === null
        ? plainEnd(text, { start: position, end }, paragraph)
        : quoteEnd(text, { start: position, end }, { quote, paragraph, speaks });
    if (boundary !== null) ends.push(boundary);
  }
  ends.push(...lineEnds(text, paragraph).filter((position) => within(position) === null));
  for (const pattern of [LINE_ITEM, BLANK_LINE]) {
    for (const match of slice.matchAll(pattern)) {
      const position = paragraph.start + match.index;
      if (within(position) === null) ends.push(position);
    }
  }
  return zonesBetween(text, paragraph, ends);
}

/** Lines of a wrapped paragraph are at most this long; where a longer one stands, every line is a sentence or more of its own. */
const WRAPPED = 100;

/** Line ends that end a sentence without a full stop: headings, names and addresses set on lines of their own. */
function lineEnds(text: string, paragraph: Paragraph): readonly number[] {
  const slice = text.slice(paragraph.start, paragraph.end);
  if (!slice.includes('\n')) return [];
  const lines = slice.split('\n');
  const longest = Math.max(...lines.slice(0, MAX_LINES).map((line) => line.length));
  const ends: number[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]?.trimStart() ?? '';
    const short = line.trim().length < longest * 0.6;
    if (next !== '' && STARTS_SENTENCE.test(next.slice(0, 2)) && !/[,;]\s*$/.test(line) && (longest > WRAPPED || short))
      ends.push(paragraph.start + start + line.length);
    start += line.length + 1;
  }
  return ends;
}

/** The longest line is looked for among this many. */
const MAX_LINES = 2_000;

function plainEnd(text: string, { start: position, end }: Zone, paragraph: Paragraph): number | null {
  const stop = pastClosing(text, end, paragraph.end);
  if (stop < paragraph.end && !/\s/.test(text[stop] ?? '')) return null;
  const next = nextVisible(text, stop, paragraph.end);
  if (next === null) return null;
  if (!STARTS_SENTENCE.test(text.slice(next, next + 2))) return null;
  if (text[position] === '.' && end === position + 1 && ABBREVIATION.test(text.slice(Math.max(paragraph.start, position - 12), position)))
    return null;
  return stop;
}

interface QuoteEnding {
  readonly quote: QuoteZone;
  readonly paragraph: Paragraph;
  readonly speaks: (word: string) => boolean;
}

function quoteEnd(text: string, { end }: Zone, { quote, paragraph, speaks }: QuoteEnding): number | null {
  if (quote.innerEnd - quote.innerStart < 6) return null;
  if (end < quote.innerEnd && text.slice(end, quote.innerEnd).trim() !== '') return null;
  const stop = pastClosing(text, quote.end, paragraph.end);
  if (stop < paragraph.end && !/\s/.test(text[stop] ?? '')) return null;
  const next = nextVisible(text, stop, paragraph.end);
  if (next === null || !STARTS_SENTENCE.test(text.slice(next, next + 2))) return null;
  return onlySpeakerFollows(text.slice(next, next + 200), speaks) ? null : stop;
}

/** `Pell said.` or `asked the judge, a former clerk.`: a cue with no words of its own before the next stop or comma. */
function onlySpeakerFollows(following: string, speaks: (word: string) => boolean): boolean {
  const stop = following.search(/[.,;:!?\n“"«]/);
  const words = (stop < 0 ? following : following.slice(0, stop)).trim().split(/\s+/);
  if (words.length > 9 || /[:“"«]/.test(following[stop] ?? '')) return false;
  return speaks((words.at(-1) ?? '').toLowerCase());
}

function zonesBetween(text: string, paragraph: Paragraph, ends: readonly number[]): readonly Zone[] {
  const zones: Zone[] = [];
  let start = paragraph.start;
  for (const end of [...new Set(ends), paragraph.end].sort((a, b) => a - b)) {
    const zone = trim(text, start, end);
    if (zone !== null) zones.push(zone);
    start = end;
  }
  return zones;
}

function trim(text: string, from: number, to: number): Zone | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end > start ? { start, end } : null;
}

function pastClosing(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit && CLOSING.test(text[position] ?? '')) position += 1;
  // Note marks of an encyclopaedia: word.”[3][4]
  const notes = /^(?:\[\d{1,3}\])+/.exec(text.slice(position, Math.min(limit, position + 24)));
  return notes === null ? position : position + notes[0].length;
}

function nextVisible(text: string, from: number, limit: number): number | null {
  let position = from;
  while (position < limit && /\s/.test(text[position] ?? '')) position += 1;
  return position < limit ? position : null;
}

/** Quotations come in order and positions are asked in order, so one pointer serves a whole paragraph. */
function quoteLookup(quotes: readonly QuoteZone[]): (position: number) => QuoteZone | null {
  let low = 0;
  let last = -1;
  return (position) => {
    if (position < last) low = 0;
    last = position;
    while (low < quotes.length && (quotes[low]?.end ?? 0) <= position) low += 1;
    const quote = quotes[low];
    return quote !== undefined && quote.start <= position ? quote : null;
  };
}
