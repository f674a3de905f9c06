import type { Paragraph, QuoteZone, Zone } from './reading-context.ts';

/** A quotation is not looked for beyond this many characters from its opening mark. */
export const MAX_QUOTE = 8_000;

const LETTER = /[\p{L}\p{N}]/u;
const OPENING_AFTER = /[\s([{—–\-/:…]/;

/**
 * Quotations of each paragraph, outermost only, in order. A mark inside a word is an apostrophe,
 * whichever way it curls; a single quotation mark that is never closed opens nothing. A double one that
 * is never closed counts only when the next paragraph opens with one: a quotation over several paragraphs.
 */
export function findQuotes(text: string, paragraphs: readonly Paragraph[]): readonly QuoteZone[] {
  const zones: QuoteZone[] = [];
  let openBefore = false;
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    const nextOpens = next !== undefined && isDoubleOpening(text, firstVisible(text, next));
    const continues = openBefore && isDoubleOpening(text, firstVisible(text, paragraph));
    const found = quotesWithin(text, paragraph, { index, nextOpens, continues });
    for (const zone of found) zones.push(zone);
    const last = found.at(-1);
    openBefore = last !== undefined && !last.closed;
  });
  return zones;
}

interface Surroundings {
  readonly index: number;
  readonly nextOpens: boolean;
  readonly continues: boolean;
}

function quotesWithin(text: string, paragraph: Paragraph, around: Surroundings): QuoteZone[] {
  const zones: QuoteZone[] = [];
  const closings = closingMarks(text, paragraph);
  const first = firstVisible(text, paragraph);
  let position = paragraph.start;
  while (position < paragraph.end) {
    const close = openingAt(text, position, paragraph.start);
    if (close === null) {
      position += 1;
      continue;
    }
    const closed = close === '’' || close === "'" ? singleClose(text, position, paragraph.end) : closings.after(close, position);
    const continues = around.continues && position === first;
    if (closed !== null && closed - position <= MAX_QUOTE) {
      zones.push(zone(position, closed, { paragraph: around.index, closed: true, continues }));
      position = closed + 1;
    } else if (close !== '’' && close !== "'" && around.nextOpens && paragraph.end - position <= MAX_QUOTE) {
      zones.push({
        start: position,
        end: paragraph.end,
        innerStart: position + 1,
        innerEnd: paragraph.end,
        paragraph: around.index,
        closed: false,
        continues,
      });
      return zones;
    } else {
      position += 1;
    }
  }
  return zones;
}

function zone(open: number, close: number, rest: Pick<QuoteZone, 'paragraph' | 'closed' | 'continues'>): QuoteZone {
  return { start: open, end: close + 1, innerStart: open + 1, innerEnd: close, ...rest };
}

/** The closing mark an opening at this position asks for, or null when it opens nothing. */
function openingAt(text: string, position: number, paragraphStart: number): string | null {
  const mark = text[position] ?? '';
  if (mark === '“' || mark === '„') return '”';
  if (mark === '«') return '»';
  if (mark !== '"' && mark !== '”' && mark !== '‘' && mark !== "'") return null;
  const before = position === paragraphStart ? ' ' : (text[position - 1] ?? ' ');
  const after = text[position + 1] ?? ' ';
  if (!OPENING_AFTER.test(before) || /\s/.test(after)) return null;
  if (mark === '‘') return '’';
  if (mark === "'") return LETTER.test(after) && !/\d/.test(after) ? "'" : null;
  return mark === '"' ? '"' : '”';
}

/** Positions of the closing marks of a paragraph, looked up in order: one pass however often it is asked. */
function closingMarks(text: string, paragraph: Paragraph): { after(mark: string, position: number): number | null } {
  const next = new Map<string, number>();
  return {
    after(mark, position) {
      const known = next.get(mark);
      if (known !== undefined && known > position) return known === Number.POSITIVE_INFINITY ? null : known;
      const found = nextClosing(text, mark, { start: position + 1, end: paragraph.end });
      next.set(mark, found ?? Number.POSITIVE_INFINITY);
      return found;
    },
  };
}

/** Curly marks are also closed by their mirror image where a typist reversed one: “…“ or „…“. */
function nextClosing(text: string, mark: string, within: Zone): number | null {
  for (let position = within.start; position < within.end; position += 1) {
    const character = text[position];
    if (character === mark) return position;
    if (mark === '”' && (character === '“' || character === '"') && !opensHere(text, position)) return position;
  }
  return null;
}

function opensHere(text: string, position: number): boolean {
  return OPENING_AFTER.test(text[position - 1] ?? ' ') && !/\s/.test(text[position + 1] ?? ' ');
}

/**
 * The first mark after a word that no letter follows. One after a plural s may be a possessive
 * (the leaders’ impunity), so a later mark before the next opening is preferred to it.
 */
function singleClose(text: string, open: number, paragraphEnd: number): number | null {
  const curly = text[open] === '‘';
  const close = curly ? '’' : "'";
  const end = Math.min(paragraphEnd, open + MAX_QUOTE);
  let possessive: number | null = null;
  for (let position = open + 2; position < end; position += 1) {
    const character = text[position];
    if (curly && character === '‘' && OPENING_AFTER.test(text[position - 1] ?? '')) break;
    if (character !== close) continue;
    const before = text[position - 1] ?? ' ';
    if (LETTER.test(text[position + 1] ?? ' ') || /\s/.test(before)) {
      if (!curly && /\s/.test(before)) break;
      continue;
    }
    if (before !== 's') return position;
    possessive ??= position;
  }
  return possessive;
}

function firstVisible(text: string, paragraph: Paragraph): number {
  let position = paragraph.start;
  while (position < paragraph.end && /\s/.test(text[position] ?? '')) position += 1;
  return position;
}

function isDoubleOpening(text: string, position: number): boolean {
  const mark = text[position] ?? '';
  return mark === '“' || mark === '«' || mark === '"' || mark === '„';
}
