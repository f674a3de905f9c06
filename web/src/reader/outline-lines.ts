import type { Entry } from './entry.ts';
import type { Block } from './passages.ts';

/** One line of the outline: where it leads and how many entries begin there. */
export interface OutlineLine {
  readonly start: number;
  readonly words: string;
  readonly furniture: boolean;
  readonly count: number;
}

/** More would not be an outline. */
const MOST_LINES = 60;
const FIRST_WORDS = 4;

/**
 * The headings of a text, or the first words of its paragraphs where it has fewer than two, with
 * the entries that begin under each. Furniture is one line wherever it stands. Neighbouring lines
 * are joined when there would be more than sixty.
 */
export function outlineOf(text: string, blocks: readonly Block[], entries: readonly Entry[]): readonly OutlineLine[] {
  const content = blocks.filter((block) => !block.blank);
  const headed = content.filter((block) => block.segment?.role === 'heading' && !block.segment.furniture).length > 1;
  const lines: { start: number; words: string; furniture: boolean; count: number }[] = [];
  for (const block of content) {
    const furniture = block.segment?.furniture === true;
    const role = block.segment?.role;
    const last = lines.at(-1);
    if (furniture) {
      if (last?.furniture !== true) lines.push({ start: block.start, words: '', furniture, count: 0 });
    } else if (
      headed ? role === 'heading' || role === 'title' || last === undefined || last.furniture : role !== 'byline' && role !== 'dateline'
    ) {
      const words = text.slice(block.start, block.end);
      lines.push({ start: block.start, words: role === 'heading' || role === 'title' ? words : firstWords(words), furniture, count: 0 });
    }
  }
  const kept = thinned(lines);
  let place = 0;
  for (const entry of entries) {
    while ((kept[place + 1]?.start ?? Number.POSITIVE_INFINITY) <= entry.start) place++;
    const line = kept[place];
    if (line !== undefined) line.count++;
  }
  return kept;
}

function firstWords(words: string): string {
  const all = words.trim().split(/\s+/u, FIRST_WORDS + 1);
  return all.length > FIRST_WORDS ? `${all.slice(0, FIRST_WORDS).join(' ')}…` : all.join(' ');
}

function thinned<T>(lines: readonly T[]): T[] {
  const every = Math.ceil(lines.length / MOST_LINES);
  return lines.filter((_, index) => index % every === 0);
}
