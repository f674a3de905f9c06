import type { DocumentDate, Segment } from '../model/index.ts';
import { isListItem, linesOf, type Stretch } from './paragraphs.ts';
import { loneDate, type PrintedDate, printedDates } from './visible-dates.ts';

const MAX_HEAD_LINES = 4;
const MAX_HEAD_LINE = 120;
const MAX_TITLE = 160;
const MAX_DATELINE = 80;
const BYLINE = /^(?:By|نوشتهٔ|نوشته‌ی|نوشته|بقلم|Par)\s*:?\s+(?=\p{L})/u;

/** What the first lines of a text without markup are. */
export interface Opening {
  readonly title: string | null;
  readonly author: string | null;
  readonly dates: readonly DocumentDate[];
  /** The stretches as given, the first one parted into its lines when it is a head of several short lines. */
  readonly stretches: readonly Stretch[];
  /** Roles by index into `stretches`, where one is recognised. */
  readonly roles: ReadonlyMap<number, Segment['role']>;
}

/**
 * Title, byline and date lines among the first paragraphs. A date with a weekday alone above the
 * title is where pages print today's date: it is `pageRendered` and never anything else. A date in
 * the short lines right under the title is the document's own. Dates inside a title are left to
 * reading: they may be of what happened.
 */
export function readOpening(text: string, given: readonly Stretch[]): Opening {
  const stretches = partHead(text, given);
  const roles = new Map<number, Segment['role']>();
  const dates: DocumentDate[] = [];
  const above = stretches[0] === undefined ? null : loneDate(shortLine(text, stretches[0]) ?? '');
  const at = above === null ? 0 : 1;
  const title = titleAt(text, stretches, at);
  if (title === null) return { title: null, author: null, dates, stretches, roles };
  roles.set(at, 'title');
  if (above?.weekday === true) dates.push(documentDate(above, 'pageRendered', stretches[0]?.start ?? 0));
  let author: string | null = null;
  for (let index = at + 1; index < at + MAX_HEAD_LINES; index += 1) {
    const stretch = stretches[index];
    if (stretch === undefined) break;
    const opening = datelineDate(text.slice(stretch.start, Math.min(stretch.end, stretch.start + MAX_HEAD_LINE)));
    if (opening !== null) dates.push(documentDate(opening, 'published', stretch.start));
    const line = shortLine(text, stretch);
    if (opening !== null || line === null) break;
    const date = headDate(line);
    const name = bylineName(line, date);
    if (name !== null) {
      author = name;
      roles.set(index, 'byline');
    } else if (date !== null) roles.set(index, 'dateline');
    if (date !== null) dates.push(documentDate(date, 'published', stretch.start));
  }
  return { title, author, dates, stretches, roles };
}

/** The one date of a head line, standing alone or after a comma or colon; null for lines of prose. */
export function headDate(line: string): PrintedDate | null {
  const [date, ...others] = printedDates(line);
  if (date === undefined || others.length > 0 || /[.!?؟]\s+\p{L}/u.test(line)) return null;
  return date.start === 0 || /[,،:|–—-]\s*$/.test(line.slice(0, date.start)) || loneDate(line) !== null ? date : null;
}

/** `ORSA, 4 September 2018 – The institute said …`: the date before the dash that ends a dateline; null without one. */
export function datelineDate(paragraph: string): PrintedDate | null {
  const opening =
    /^([^.!?؟\n]{6,80}?)\s*(?:[–—]|\(?[A-Z][A-Za-z ]{1,20}\)\s*[–—-]|--?\s)/u.exec(paragraph.slice(0, MAX_DATELINE + 4))?.[1] ?? '';
  const [date, ...others] = printedDates(opening);
  return date === undefined || others.length > 0 || date.start + date.raw.length < opening.trimEnd().length ? null : date;
}

/** Who a line like "By Mara Desle, 3 September 2018" names, the date left out; null when it is no such line. */
export function bylineName(line: string, date: PrintedDate | null): string | null {
  const by = BYLINE.exec(line);
  if (by === null) return null;
  const rest = date === null ? line : `${line.slice(0, date.start)}${line.slice(date.start + date.raw.length)}`;
  const name = rest.slice(by[0].length).replace(/[\s,،|–—-]+$/u, '');
  return name === '' || name.split(/\s+/).length > 12 ? null : name;
}

export function documentDate(date: PrintedDate, kind: DocumentDate['kind'], offset: number): DocumentDate {
  const start = offset + date.start;
  return { kind, edtf: date.edtf, raw: date.raw, basis: 'visible', start, end: start + date.raw.length };
}

/** A first paragraph of two to four short lines that are no prose is a head: title, issuer, date. */
function partHead(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const [first, ...others] = stretches;
  if (first === undefined || others.length === 0 || first.end - first.start > MAX_HEAD_LINES * MAX_HEAD_LINE) return stretches;
  const lines = [...linesOf(text.slice(first.start, first.end))].filter((line) => line.start < line.end);
  if (lines.length < 2 || lines.length > MAX_HEAD_LINES) return stretches;
  const parted = lines.map((line) => ({ start: first.start + line.start, end: first.start + line.end }));
  const isHead = parted.every((line) => shortLine(text, line) !== null && !endsSentence(text.slice(line.start, line.end)));
  return isHead ? [...parted, ...others] : stretches;
}

function shortLine(text: string, stretch: Stretch): string | null {
  if (stretch.end - stretch.start > MAX_HEAD_LINE) return null;
  const line = text.slice(stretch.start, stretch.end);
  return /[\n\r]/.test(line) ? null : line;
}

/** A short line that ends like no sentence, with something longer after it. */
function titleAt(text: string, stretches: readonly Stretch[], at: number): string | null {
  const stretch = stretches[at];
  if (stretch === undefined || stretch.end - stretch.start > MAX_TITLE) return null;
  const line = text.slice(stretch.start, stretch.end);
  const looksLikeOne = !/[\n\r]/.test(line) && /\p{L}.*\p{L}/u.test(line) && !endsSentence(line) && !isListItem(line);
  const longest = stretches.slice(at + 1, at + 7).reduce((most, other) => Math.max(most, other.end - other.start), 0);
  return looksLikeOne && longest > stretch.end - stretch.start ? line : null;
}

function endsSentence(line: string): boolean {
  return /[.,;:،؛…][\u0022\u2019\u201D»)\]]?$/u.test(line);
}
