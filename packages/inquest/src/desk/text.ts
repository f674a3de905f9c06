import type { TextLine } from '../api-contract/index.ts';
import type { CitedText } from '../claims/index.ts';
import { getItem, getItems, type Item, openRendition } from '../intake/index.ts';
import { InquestFault, type ItemId } from '../kernel/index.ts';
import { itemId, type Rendition, type Segment } from '../model/index.ts';
import { documentName } from '../reading/index.ts';
import { idOr, notFound } from './ids.ts';
import type { Inquiry } from './inquiry.ts';

/** What lists and chains call an item, and when it says it was published. */
export interface NamedDocument {
  readonly item: ItemId;
  readonly path: string;
  readonly title: string | null;
  /** Publisher, else title, else the path's last part: link 0 of every chain. */
  readonly documentName: string;
  /** Article date as EDTF, never a page's clock; null when unknown. */
  readonly published: string | null;
}

function named(item: Item): NamedDocument {
  const published = item.dates.find(({ kind }) => kind === 'published') ?? item.dates.find(({ kind }) => kind === 'signed');
  return { item: item.id, path: item.path, title: item.title, documentName: documentName(item), published: published?.edtf ?? null };
}

const AT_ONCE = 500;

/** The documents among `items` that the scope may see. */
export async function documentsOf(inquiry: Inquiry, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, NamedDocument>> {
  const documents = new Map<ItemId, NamedDocument>();
  for (let at = 0; at < items.length; at += AT_ONCE) {
    for (const item of await getItems(inquiry.store, inquiry.scope, items.slice(at, at + AT_ONCE))) documents.set(item.id, named(item));
  }
  return documents;
}

/** One document's names. Fault INQ-NOT-FOUND. */
export async function itemNamed(inquiry: Inquiry, id: ItemId): Promise<NamedDocument> {
  return named(await itemOf(inquiry, id));
}

/** One item. Fault INQ-NOT-FOUND. */
export async function itemOf(inquiry: Inquiry, id: ItemId): Promise<Item> {
  const item = await getItem(inquiry.store, inquiry.scope, id);
  if (item === null) throw notFound(id);
  return item;
}

/** The text a claim's citation points into, compared with its digest as it is read. */
export async function citedText(inquiry: Inquiry, id: ItemId): Promise<CitedText> {
  const item = await itemOf(inquiry, id);
  const { text, record } = await readText(inquiry, item);
  return { item: item.id, compartment: item.compartment, text, sha256: record.text, documentName: documentName(item) };
}

async function readText(inquiry: Inquiry, item: Item): Promise<{ text: string; record: Rendition }> {
  if (item.rendition === null || item.text === null) {
    throw new InquestFault('INQ-NOT-FOUND', {
      what: `${item.id} has no text.`,
      why: item.words ?? (item.outcome === 'pending' ? 'It has been received and not yet been read.' : 'Its format cannot be read yet.'),
      do:
        item.outcome === 'pending'
          ? 'Wait until it is read, or run `inquest add` again.'
          : 'The bytes are kept; a later version may read them.',
    });
  }
  return openRendition(inquiry.objects, { rendition: item.rendition, text: item.text });
}

/** The text with its segments, as the line of the contract. */
export async function textLineOf(inquiry: Inquiry, id: string): Promise<TextLine> {
  const item = await itemOf(inquiry, idOr(itemId, id));
  const { text, record } = await readText(inquiry, item);
  const main = directionOf(record.languages[0], text);
  return {
    item: item.id,
    rendition: item.rendition ?? '',
    sha256: record.text,
    text,
    direction: main,
    languages: record.languages,
    segments: record.segments.map((segment) => segmentLine(segment, text, record.languages[0])),
  };
}

function segmentLine(segment: Segment, text: string, language: string | undefined): TextLine['segments'][number] {
  const { start, end, role, furniture, page } = segment;
  const direction = directionOf(segment.language ?? language, text.slice(start, Math.min(end, start + DIRECTION_SAMPLE)));
  return {
    start,
    end,
    role,
    furniture,
    direction,
    ...(segment.language === undefined ? {} : { language: segment.language }),
    ...(page === undefined ? {} : { page }),
  };
}

const DIRECTION_SAMPLE = 2000;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;
const LETTER = /\p{L}/gu;

/** By the letters themselves, whatever the language is said to be: the first language only breaks a tie. */
function directionOf(language: string | undefined, text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, DIRECTION_SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  const rightToLeft = sample.match(RIGHT_TO_LEFT)?.length ?? 0;
  if (letters === 0) return /^(ar|ckb|fa|he|ps|ur)\b/.test(language ?? '') ? 'rtl' : 'ltr';
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr';
}
