import type { ItemId } from '../kernel/index.ts';
import type { DocumentDate, Segment } from '../model/index.ts';
import type { ReadableDocument } from './reading-context.ts';

/** UTF-16 code units read for proposals; longer texts are kept whole and read so far. */
export const MAX_READ_UNITS = 2 * 1024 * 1024;

/** What a text rendition, or the extraction it is made from, knows of its document. */
export interface ReadableSource {
  readonly item: ItemId;
  readonly path: string;
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly languages: readonly string[];
  readonly dates: readonly DocumentDate[];
  readonly segments: readonly Segment[];
}

/** What chains and lists call a document: its publisher, else its title, else the last part of its path. */
export function documentName(source: Pick<ReadableSource, 'publisher' | 'title' | 'path'>): string {
  return source.publisher ?? source.title ?? source.path.split(/[\\/]/).at(-1) ?? source.path;
}

/** The document as reading takes it, the same whenever and wherever it is read; `truncated` when its text is longer than is read. */
export function readableDocument(source: ReadableSource): { readonly document: ReadableDocument; readonly truncated: boolean } {
  const { item, text, languages, url } = source;
  const truncated = text.length > MAX_READ_UNITS;
  const end = truncated ? wholeCharacters(text, MAX_READ_UNITS) : text.length;
  const segments = source.segments
    .filter((segment) => segment.start < end)
    .map((segment) => ({ ...segment, end: Math.min(segment.end, end) }));
  const dates = source.dates.filter((date) => date.end === null || date.end <= end);
  return { document: { item, documentName: documentName(source), text: text.slice(0, end), segments, languages, dates, url }, truncated };
}

function wholeCharacters(text: string, units: number): number {
  const last = text.charCodeAt(units - 1);
  return last >= 0xd800 && last <= 0xdbff ? units - 1 : units;
}
