import type { ObjectStore } from '../custody/index.ts';
import { assert, type ItemId, type Sha256 } from '../kernel/index.ts';
import { type Rendition, type RenditionSummary, rendition } from '../model/index.ts';
import { type Extraction, MAX_TEXT_UNITS } from './extraction.ts';

/** A text of `MAX_TEXT_UNITS` in UTF-8, at three bytes each. */
const MAX_TEXT_BYTES = 3 * MAX_TEXT_UNITS;
const MAX_RECORD_BYTES = 256 * 1024 * 1024;
const MAX_SUMMARY_DATES = 50;

/** The record of a text rendition, as it becomes an object. `text` names the object of the text. */
export function renditionRecord(item: ItemId, text: Sha256, extraction: Extraction): Rendition {
  const { encoding, title, publisher, author, url } = extraction;
  return rendition.parse({
    version: 1,
    item,
    kind: 'text',
    text,
    length: extraction.text.length,
    producedBy: { reader: extraction.reader, version: extraction.readerVersion },
    encoding,
    languages: extraction.languages,
    title,
    publisher,
    author,
    url,
    dates: extraction.dates,
    segments: extraction.segments,
    notes: extraction.notes,
  });
}

/** What the event of a rendition carries of it. */
export function summaryOf(record: Rendition): RenditionSummary {
  const { title, publisher, author, url, languages, encoding, dates, segments } = record;
  return { title, publisher, author, url, languages, encoding, dates: dates.slice(0, MAX_SUMMARY_DATES), segments: segments.length };
}

/**
 * The rendition and text that an item's citations point into, each compared with its name. Faults:
 * INQ-NOT-FOUND and INQ-OBJECT-DAMAGED as of the object store.
 */
export async function openRendition(
  objects: ObjectStore,
  names: { readonly rendition: Sha256; readonly text: Sha256 },
): Promise<{ readonly record: Rendition; readonly text: string }> {
  const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const record = rendition.parse(JSON.parse(decode(await objects.read(names.rendition, MAX_RECORD_BYTES))));
  assert(record.text === names.text, 'a rendition names its own text');
  return { record, text: decode(await objects.read(names.text, MAX_TEXT_BYTES)) };
}
