import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { daysApart, readEdtf } from '../language/edtf.ts';
import type { MessageId } from '../language/words.ts';

/** One of an item's three dates: what it says and what it rests on. */
export interface ItemDate {
  readonly edtf: string | null;
  /** Where it stands in the material. */
  readonly basis: MessageId | null;
  /** The words it was read from, where they stand in the text. */
  readonly raw: string | null;
  /** A date of the site that is not the article's. */
  readonly off: boolean;
}

/** What the item says of itself: never one date, always which. */
export interface ThreeDates {
  readonly page: ItemDate;
  readonly stated: ItemDate;
  readonly captured: ItemDate;
}

const BASES: Readonly<Record<string, MessageId>> = {
  meta: 'basis.meta',
  'json-ld': 'basis.meta',
  visible: 'basis.visible',
  url: 'basis.url',
  'front-matter': 'basis.front',
  file: 'basis.file',
  inference: 'basis.inference',
};

/** A site redraws its pages; within a month of the stated date that misleads nobody. */
const OFF_AFTER_DAYS = 31;

export function threeDates(item: ItemLine): ThreeDates {
  const page = dateOf(item, ['pageRendered']);
  const stated = dateOf(item, ['published', 'signed']);
  const captured = dateOf(item, ['captured']);
  const apart = page.edtf !== null && stated.edtf !== null ? daysApart(readEdtf(page.edtf), readEdtf(stated.edtf)) : null;
  return {
    page: { ...page, off: apart !== null && apart > OFF_AFTER_DAYS },
    stated,
    captured: captured.edtf === null ? { ...captured, edtf: item.receivedAt, basis: 'basis.received' } : captured,
  };
}

function dateOf(item: ItemLine, kinds: readonly string[]): ItemDate {
  for (const kind of kinds) {
    const found = item.dates.all.find((date) => date.kind === kind);
    if (found) {
      const raw = found.basis === 'visible' && found.raw !== '' ? found.raw : null;
      return { edtf: found.edtf, basis: BASES[found.basis] ?? null, raw, off: false };
    }
  }
  return { edtf: null, basis: null, raw: null, off: false };
}

/** What kind of thing the bytes are, in a word or two. */
export function mediaWord(mediaType: string | null): MessageId {
  if (mediaType === null) return 'media.unknown';
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'media.page';
  if (mediaType === 'application/pdf') return 'media.pdf';
  if (mediaType === 'text/markdown') return 'media.markdown';
  if (mediaType === 'text/csv' || /spreadsheet|excel/.test(mediaType)) return 'media.table';
  if (mediaType === 'message/rfc822') return 'media.mail';
  if (/wordprocessingml|msword|opendocument\.text/.test(mediaType)) return 'media.document';
  if (/zip|tar|gzip|7z/.test(mediaType)) return 'media.archive';
  const family = mediaType.split('/')[0];
  if (family === 'text') return 'media.text';
  if (family === 'image') return 'media.image';
  if (family === 'audio') return 'media.audio';
  if (family === 'video') return 'media.video';
  return 'media.other';
}

export function isWebPage(item: ItemLine): boolean {
  return mediaWord(item.mediaType) === 'media.page';
}

/** What to call an item: its title, else the last part of the name it came under. */
export function nameOf(item: ItemLine): string {
  return item.title ?? item.path.split(/[/\\]/).at(-1) ?? item.path;
}

/** By item, the items that rest on it by recorded claims, in the order of the list. */
export type Repeats = ReadonlyMap<string, readonly ItemLine[]>;

export function repeatsAmong(items: readonly ItemLine[]): Repeats {
  const repeats = new Map<string, ItemLine[]>();
  for (const item of items) {
    for (const origin of item.derivesFrom) {
      const known = repeats.get(origin);
      if (known) known.push(item);
      else repeats.set(origin, [item]);
    }
  }
  return repeats;
}

const OUTCOMES: ReadonlySet<string> = new Set(['pending', 'extracted', 'partly', 'kept-not-readable', 'duplicate', 'refused']);

/** What the filter asks for: words, and an outcome or a reason. */
export interface ItemFilter {
  readonly words?: string | undefined;
  readonly show?: string | undefined;
}

/**
 * Whether an item is among those asked for. Every word must stand in its ID, title, publisher,
 * path or languages; case, Arabic and Persian forms of the same letter, and digits of either
 * script do not matter.
 */
export function matches(item: ItemLine, { words, show }: ItemFilter): boolean {
  if (show !== undefined && show !== (OUTCOMES.has(show) ? item.outcome : item.reason)) return false;
  if (words === undefined) return true;
  const text = fold([item.item, item.title, item.publisher, item.path, ...item.languages].join('\n'));
  return fold(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u064a', '\u06cc')
    .replaceAll('\u0643', '\u06a9')
    .replace(/\p{Mn}|\u0640|\u200c|\u200d/gu, '')
    .trim();
}
