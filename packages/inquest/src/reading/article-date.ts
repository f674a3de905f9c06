import { type PartialDate, parsePartialDate } from '../kernel/index.ts';
import type { DocumentDate } from '../model/index.ts';
import { edtfOfFields } from './date-calendar.ts';
import { DATES } from './date-lexicon.ts';
import type { LocatedDate } from './located-dates.ts';
import type { ReadingContext } from './reading-context.ts';

/** The day (or month) a document says it was written, and the words or attribute that say so. */
export interface ArticleDate {
  readonly date: PartialDate;
  readonly kind: 'stated' | 'meta' | 'url';
  /** Raw offsets, when it stands in the text. */
  readonly start: number | null;
  readonly end: number | null;
}

/** Kinds that may anchor, best first. A page's clock, the day of capture and file times never do. */
const ANCHORING: readonly DocumentDate['kind'][] = ['published', 'updated', 'signed', 'urlPath'];
/** How far into a document a dateline may stand, in paragraphs, and how long a line that only dates may be. */
const [HEAD, TAIL] = [4, 2];
const SHORT_LINE = 140;
const DATELINE_REACH = 90;

/**
 * The document's own date: stated in a dateline, a publication line or at the signature, else what
 * intake knows as published, updated, signed or from the address. Null: nobody says.
 */
export function articleDate(context: ReadingContext, dates: readonly LocatedDate[]): ArticleDate | null {
  return statedDate(context, dates) ?? knownDate(context.document.dates);
}

function knownDate(dates: readonly DocumentDate[]): ArticleDate | null {
  for (const kind of ANCHORING) {
    const known = dates.find((date) => date.kind === kind);
    const read = known === undefined ? null : parsePartialDate(known.edtf.replace(/T.*$/, ''));
    if (known === undefined || read?.ok !== true || read.value.earliest === null) continue;
    const stated = known.basis === 'visible' || known.basis === 'front-matter';
    return { date: read.value, kind: kind === 'urlPath' ? 'url' : stated ? 'stated' : 'meta', start: known.start, end: known.end };
  }
  return null;
}

function statedDate(context: ReadingContext, dates: readonly LocatedDate[]): ArticleDate | null {
  const count = context.paragraphs.length;
  for (const located of dates) {
    const paragraph = located.paragraph;
    if (paragraph === null || (paragraph >= HEAD && paragraph < count - TAIL)) continue;
    const { meaning } = located.mention;
    if (meaning.kind !== 'fields' || meaning.fields.day === null || meaning.fields.year === null) continue;
    if (
      !(paragraph < HEAD && (isDateline(context, located) || isPublicationLine(context, located) || isDateLine(context, located))) &&
      !isSignature(context, located)
    )
      continue;
    const edtf = edtfOfFields(meaning.fields);
    const read = edtf === null ? null : parsePartialDate(edtf);
    if (read?.ok !== true) continue;
    const span = context.span(located.start, located.end);
    return { date: read.value, kind: 'stated', start: span.start, end: span.end };
  }
  return null;
}

/** `KARSA, 14 August 1991 (Agency) –`: names and marks before, a dash, bracket or colon after. */
function isDateline(context: ReadingContext, located: LocatedDate): boolean {
  const paragraph = context.paragraphs[located.paragraph ?? -1];
  if (paragraph === undefined) return false;
  if ((paragraph.role === 'dateline' || paragraph.role === 'byline') && located.end - paragraph.start < SHORT_LINE) return true;
  if (located.start - paragraph.start > DATELINE_REACH) return false;
  const before = context.text.slice(paragraph.start, located.start);
  const after = context.text.slice(located.end, Math.min(paragraph.end, located.end + 60));
  const namesOnly = /^[\s(/,.–—-]*(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.’'-]*[\s,(/–—:.-]+){0,8}$/u.test(before);
  // Scripts without capitals: a few words with a mark before the date.
  return namesOnly && before.trim() !== '' && /^\s*(?:\)|\([^)]{1,50}\))?\s*[–—:]|^\s*(?:\)|\([^)]{1,50}\))?\s+-\s/.test(after);
}

function isPublicationLine(context: ReadingContext, located: LocatedDate): boolean {
  const paragraph = context.paragraphs[located.paragraph ?? -1];
  if (paragraph === undefined || paragraph.end - paragraph.start > SHORT_LINE || paragraph.language === 'other') return false;
  const published = DATES[paragraph.language].published;
  return located.words.slice(Math.max(0, located.mention.first - 5), located.mention.first).some((word) => published.has(word.lower));
}

/** A line of its own below a title or masthead; the first line of all is furniture, not this. */
function isDateLine(context: ReadingContext, located: LocatedDate): boolean {
  const lineStart = context.text.lastIndexOf('\n', located.start - 1) + 1;
  const feed = context.text.indexOf('\n', located.end);
  const around = context.text.slice(lineStart, located.start) + context.text.slice(located.end, feed < 0 ? undefined : feed);
  return context.text.slice(0, lineStart).trim() !== '' && !/[\p{L}\p{N}]/u.test(around);
}

/** `Karsa, 14 August 1991` alone at the end: where and when the document was signed. */
function isSignature(context: ReadingContext, located: LocatedDate): boolean {
  const index = located.paragraph ?? -1;
  const paragraph = context.paragraphs[index];
  if (paragraph === undefined || index < context.paragraphs.length - TAIL || index < 1) return false;
  const before = context.text.slice(paragraph.start, located.start).trim();
  const after = context.text.slice(located.end, paragraph.end).trim();
  return /^[\p{L}\s]{2,40}[,،]$/u.test(before) && /^[.]?$/.test(after);
}
