import type { DocumentDate } from '../model/index.ts';
import type { Block, PageText } from './html-blocks.ts';
import { datelineDate, documentDate, headDate } from './opening.ts';
import { isoDate, loneDate, type PrintedDate, printedDates } from './visible-dates.ts';

/** Blocks after the title that may carry the document's own date. */
const HEAD_BLOCKS = 5;
const MAX_HEAD_BLOCK = 200;
const MAX_FURNITURE_BLOCK = 80;
const MAX_PAGE_DATES = 20;
/** How far before a date the word stands that says what it is of. */
const MAX_CUE = 40;
const UPDATED = /\b(?:updated|modified|revised|mis à jour|last edited)\b|به[\s\u200C]?روز|ویرایش|تحديث/iu;

const OF_PAGE = /\b(?:generated|rendered|printed|retrieved|accessed|today)\b|امروز|چاپ|اليوم/iu;

export interface PageDates {
  readonly dates: readonly DocumentDate[];
  /** Blocks of the head that carry the document's date. */
  readonly datelines: ReadonlySet<number>;
}

/**
 * Dates printed on a page, by where they stand. Between the title and the first paragraphs they
 * are the document's; above the title, in furniture or in an element named like a clock they are
 * the page's (`pageRendered`), which no rule ever turns into a publication date. Dates elsewhere
 * in the content are left to reading.
 */
export function pageDates(page: PageText, isMain: readonly boolean[], title: number | null): PageDates {
  const dates: DocumentDate[] = [];
  const datelines = new Set<number>();
  let ofPage = 0;
  const head = headOf(page, isMain, title);
  for (const [index, block] of page.blocks.entries()) {
    const length = block.end - block.start;
    const text = page.text.slice(block.start, Math.min(block.end, block.start + MAX_HEAD_BLOCK + 1));
    if (!block.clock && head.has(index)) {
      const opening = datelineDate(text);
      const found = opening !== null ? [opening] : length <= MAX_HEAD_BLOCK ? headDates(text) : [];
      for (const date of found) dates.push(documentDate(date, isOfUpdate(date, page, block) ? 'updated' : 'published', block.start));
      if (found.length > 0 && opening === null) datelines.add(index);
    } else if ((block.clock || isMain[index] !== true) && length <= MAX_FURNITURE_BLOCK && ofPage < MAX_PAGE_DATES) {
      const found = furnitureDate(text);
      if (found === null) continue;
      dates.push(documentDate(found, 'pageRendered', block.start));
      ofPage += 1;
    }
  }
  return { dates: [...dates, ...headTimes(page, head, dates)], datelines };
}

/** The blocks that may carry the document's own date: from after the title into the first paragraphs. */
function headOf(page: PageText, isMain: readonly boolean[], title: number | null): ReadonlySet<number> {
  const from = title === null ? isMain.indexOf(true) : title + 1;
  const head = new Set<number>();
  if (from === -1) return head;
  let paragraphs = 0;
  for (let index = from; index < Math.min(page.blocks.length, from + HEAD_BLOCKS); index += 1) {
    const block = page.blocks[index];
    if (block === undefined || block.zone === 'navigation' || block.zone === 'footer' || block.zone === 'aside') continue;
    head.add(index);
    if (block.end - block.start > MAX_HEAD_BLOCK) paragraphs += 1;
    if (paragraphs > 0) break;
  }
  return head;
}

function headDates(line: string): readonly PrintedDate[] {
  const one = headDate(line);
  if (one !== null) return [one];
  const all = printedDates(line).filter((date) => !date.monthOnly);
  return all.length === 2 && UPDATED.test(line) ? all : [];
}

function furnitureDate(text: string): PrintedDate | null {
  const [date, ...others] = printedDates(text).filter((found) => !found.monthOnly);
  if (date === undefined || others.length > 0) return null;
  return loneDate(text) !== null || date.raw.length * 2 >= text.length || date.weekday || OF_PAGE.test(text) ? date : null;
}

function isOfUpdate(date: PrintedDate, page: PageText, block: Block): boolean {
  const start = block.start + date.start;
  const time = page.times.find((entry) => entry.start <= start && start < entry.end);
  return time?.modified === true || UPDATED.test(page.text.slice(Math.max(block.start, start - MAX_CUE), start));
}

/** `<time datetime>` in the head whose words name no full date themselves ("two days ago", "14 Jan"). */
function headTimes(page: PageText, head: ReadonlySet<number>, known: readonly DocumentDate[]): readonly DocumentDate[] {
  const dates: DocumentDate[] = [];
  for (const time of page.times) {
    const edtf = isoDate(time.datetime);
    const index = page.blocks.findIndex((block) => block.start <= time.start && time.end <= block.end);
    if (edtf === null || !head.has(index) || page.blocks[index]?.clock === true) continue;
    if (known.some((date) => date.start !== null && date.start >= time.start && date.start < time.end)) continue;
    const raw = page.text.slice(time.start, time.end);
    dates.push({ kind: time.modified ? 'updated' : 'published', edtf, raw, basis: 'visible', start: time.start, end: time.end });
  }
  return dates;
}
