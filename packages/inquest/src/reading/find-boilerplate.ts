import type { BoilerplateProposal } from '../model/index.ts';
import { confidenceOf } from './confidence.ts';
import lists from './data/boilerplate.json' with { type: 'json' };
import { DATES } from './date-lexicon.ts';
import { readDates } from './date-mentions.ts';
import type { ReadingContext, ReadingLanguage } from './reading-context.ts';
import { foldForMatching } from './text-view.ts';
import { scanWords } from './words.ts';

type ZoneKind = BoilerplateProposal['zone'];

interface Line {
  readonly start: number;
  readonly end: number;
  readonly language: ReadingLanguage;
}

/** How many lines at the beginning and the end of a document may be furniture for their place alone. */
const [HEAD, TAIL] = [4, 6];
/** In short documents the two edges would meet: the head comes first. */
const outerFrom = (lines: number): number => Math.max(lines - TAIL, Math.min(lines, HEAD));
/** Longer lines are read as content. */
const LONGEST_LINE = 160;
const MOST_COUNTER_DIGITS = 4;

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => foldForMatching(word).toLowerCase()));
const SHARE = folded(lists.share);
const MENU = folded(lists.menu);
const SOURCE = folded(lists.source);
const RELATED = folded(lists.related);
const COUNTED = folded(lists.counted);

/**
 * Marks page furniture in plain text: lines that are only a date, only a counter, a source line,
 * share and menu words, related headlines. Kept in the text, left out of content and anchors.
 * It looks at whole lines only, so a date or a number inside a sentence is never touched.
 */
export function findBoilerplate(context: ReadingContext): readonly BoilerplateProposal[] {
  const lines = linesOf(context);
  const found: BoilerplateProposal[] = [];
  for (const [index, line] of lines.entries()) {
    const atEdge = index < HEAD || index >= lines.length - TAIL;
    const outer = index === 0 || index >= outerFrom(lines.length);
    const zone = line.end - line.start > LONGEST_LINE ? null : zoneOf(context.text, line, { atEdge, outer });
    if (zone === null) continue;
    const span = context.span(line.start, line.end);
    const rule = `boilerplate.${zone}`;
    found.push({ kind: 'boilerplate', start: span.start, end: span.end, quote: span.text, rule, confidence: confidenceOf(rule), zone });
  }
  // A document that is one line is its own content.
  return found.length === lines.length ? [] : found;
}

function linesOf(context: ReadingContext): Line[] {
  return context.paragraphs.flatMap((paragraph) => {
    const lines: Line[] = [];
    let start = paragraph.start;
    while (start < paragraph.end) {
      const feed = context.text.indexOf('\n', start);
      const end = feed < 0 || feed > paragraph.end ? paragraph.end : feed;
      const slice = context.text.slice(start, end);
      const [lead, body] = [slice.length - slice.trimStart().length, slice.trim()];
      if (body !== '') lines.push({ start: start + lead, end: start + lead + body.length, language: paragraph.language });
      start = end + 1;
    }
    return lines;
  });
}

function zoneOf(text: string, line: Line, { atEdge, outer }: { atEdge: boolean; outer: boolean }): ZoneKind | null {
  const words = text.slice(line.start, line.end).toLowerCase();
  if (onlyListed(words, SHARE)) return 'share';
  const label = /^([^:»>›|–—]{2,30}?)\s*[:»>›|–—]/.exec(words)?.[1]?.trim() ?? words;
  if (RELATED.has(label)) return 'related';
  if (!atEdge) return null;
  if (isCounter(words)) return 'counter';
  if (SOURCE.has(label) && label !== words && words.length < 120) return 'source-line';
  // A site's clock stands first or last; below a title the date is the document's own.
  if (outer && isOnlyDate(text, line)) return 'page-date';
  return onlyListed(words, MENU) ? 'menu' : null;
}

/** A line of nothing but listed items: `Home | News | Contact`. */
function onlyListed(words: string, list: ReadonlySet<string>): boolean {
  const items = words.split(/\s*[|•·»›>,/]\s*|\s{2,}/).filter((item) => item !== '');
  return items.length > 0 && items.every((item) => list.has(item) || item.split(' ').every((word) => list.has(word)));
}

function isCounter(words: string): boolean {
  const counter = /^\(?(\d{1,9})\)?(?:\s+([\p{L} ]{1,20}))?$/u.exec(words);
  if (counter === null) return /^(?:page|صفحه|صفحة)\s+\d{1,4}(?:\s*(?:of|\/|از|sur|من)\s*\d{1,4})?$/u.test(words);
  if (counter[2] !== undefined) return COUNTED.has(counter[2].trim());
  return (counter[1] ?? '').length <= MOST_COUNTER_DIGITS;
}

/** A whole day, with or without weekday and time, and nothing else. */
function isOnlyDate(text: string, line: Line): boolean {
  const words = scanWords(text, line.start, line.end);
  const dates = readDates(words, DATES[line.language === 'other' ? 'en' : line.language], () => false);
  const [date, ...more] = dates;
  if (date === undefined || more.length > 1 || date.meaning.kind !== 'fields' || date.meaning.fields.day === null) return false;
  const rest = words.filter((_, index) => !dates.some((one) => index >= one.first && index < one.end));
  return rest.every((word) => word.kind !== 'word' || /^(?:am|pm|gmt|utc|cet|ساعت|h)$/.test(word.lower));
}
