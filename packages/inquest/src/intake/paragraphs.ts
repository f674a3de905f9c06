import { MAX_SEGMENTS, type Note } from './extraction.ts';

/** A stretch of text without white space at its ends. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** In a paragraph whose longest line is longer than this, lines are not wrapped: each is a paragraph of its own. */
const UNWRAPPED_LINE = 120;
const LIST_ITEM = /^\s{0,12}(?:[-*•–·▪●]|\(?(?:\d{1,3}|[۰-۹]{1,3}|[٠-٩]{1,3}|[a-z])[.)])\s+\S/u;

/**
 * Paragraphs of plain text: blank lines part them, and single line ends do where lines are not
 * wrapped or begin list items. Ordered, disjoint, none empty. After `MAX_SEGMENTS` the rest is one.
 */
export function splitParagraphs(text: string): { readonly stretches: readonly Stretch[]; readonly notes: readonly Note[] } {
  const stretches: Stretch[] = [];
  let lines: Stretch[] = [];
  for (const line of linesOf(text)) {
    if (line.start < line.end) lines.push(line);
    else {
      stretches.push(...asParagraphs(text, lines));
      lines = [];
    }
    if (stretches.length + lines.length >= MAX_SEGMENTS) break;
  }
  stretches.push(...asParagraphs(text, lines));
  if (stretches.length < MAX_SEGMENTS) return { stretches, notes: [] };
  const kept = stretches.slice(0, MAX_SEGMENTS - 1);
  const rest = trimmed(text, kept.at(-1)?.end ?? 0, text.length);
  const words = `The text has more than ${MAX_SEGMENTS} paragraphs; the last one holds the rest.`;
  return { stretches: rest.start < rest.end ? [...kept, rest] : kept, notes: [{ code: 'many-paragraphs', words }] };
}

export function isListItem(line: string): boolean {
  return LIST_ITEM.test(line);
}

function asParagraphs(text: string, lines: readonly Stretch[]): readonly Stretch[] {
  const unwrapped = lines.some((line) => line.end - line.start > UNWRAPPED_LINE);
  const paragraphs: Stretch[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last === undefined || unwrapped || isListItem(text.slice(line.start, Math.min(line.end, line.start + 40)))) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
  }
  return paragraphs;
}

/** Each line without its white space; a blank line is an empty stretch. */
export function* linesOf(text: string): Generator<Stretch> {
  const ends = /\r\n|[\n\r\f\u2028\u2029]/g;
  let from = 0;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    yield trimmed(text, from, match.index);
    from = match.index + match[0].length;
  }
  yield trimmed(text, from, text.length);
}

/** `start` to `end` without white space and invisible marks at either end. */
export function trimmed(text: string, start: number, end: number): Stretch {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
