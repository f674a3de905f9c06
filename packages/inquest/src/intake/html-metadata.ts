import type { DocumentDate } from '../model/index.ts';
import { oneLine } from './extraction.ts';
import type { DomDocument } from './html-dom.ts';
import { isoDate, loneDate, urlPathDate } from './visible-dates.ts';

const MAX_JSON_NODES = 2000;
const MAX_VALUE = 4000;

/** What a page states about itself outside its visible text. */
export interface PageMetadata {
  readonly title: string | null;
  /** The whole of `<title>`, which often carries the site's name too. */
  readonly windowTitle: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly dates: readonly DocumentDate[];
}

const PUBLISHED = new Set([
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'publication-date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
]);
const UPDATED = new Set([
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
]);

/** `source` is the page as decoded, for the marks that programs leave in comments when they save a page. */
export function pageMetadata(document: DomDocument, data: readonly string[], source: string): PageMetadata {
  const meta = metaTags(document);
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = oneLine(meta.get(name)?.[0], MAX_VALUE);
      if (value !== null) return value;
    }
    return null;
  };
  const articles = data.flatMap(readJsonLd);
  const article = articles.find((entry) => entry.datePublished !== null) ?? articles[0];
  const windowTitle = oneLine([...document.querySelectorAll('title')][0]?.textContent, MAX_VALUE);
  const saved = savedBy(source);
  const url = webAddress(linkHref(document, 'canonical')) ?? webAddress(first('og:url')) ?? saved.url;
  return {
    title: article?.headline ?? first('og:title', 'twitter:title', 'dc.title', 'citation_title'),
    windowTitle,
    publisher: first('og:site_name') ?? article?.publisher ?? first('publisher', 'dc.publisher', 'citation_publisher', 'application-name'),
    author: article?.author ?? personName(first('author', 'article:author', 'dc.creator', 'citation_author', 'parsely-author')),
    url,
    dates: [...metaDates(meta), ...articles.flatMap((entry) => entry.dates), ...saved.dates, ...addressDates(url)],
  };
}

function metaTags(document: DomDocument): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = element.getAttribute('content');
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((attribute) => element.getAttribute(attribute)?.toLowerCase().trim());
    for (const name of new Set(names)) {
      if (name === undefined || name === '' || content === null) continue;
      tags.set(name, [...(tags.get(name) ?? []), content]);
    }
  }
  return tags;
}

function metaDates(meta: ReadonlyMap<string, readonly string[]>): readonly DocumentDate[] {
  const dates: DocumentDate[] = [];
  for (const [name, values] of meta) {
    const kind = PUBLISHED.has(name) ? 'published' : UPDATED.has(name) ? 'updated' : null;
    for (const raw of kind === null ? [] : values.slice(0, 3)) {
      const edtf = anyDate(raw);
      if (kind !== null && edtf !== null) dates.push({ kind, edtf, raw, basis: 'meta', start: null, end: null });
    }
  }
  return dates;
}

function anyDate(raw: string): string | null {
  return isoDate(raw) ?? loneDate(raw)?.edtf ?? null;
}

interface LinkedData {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly datePublished: string | null;
  readonly dates: readonly DocumentDate[];
}

/** Articles in one JSON-LD script; malformed JSON gives none. */
function readJsonLd(script: string): readonly LinkedData[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(script);
  } catch {
    return [];
  }
  const found: LinkedData[] = [];
  const open: unknown[] = [parsed];
  for (let seen = 0, node = open.shift(); node !== undefined && seen < MAX_JSON_NODES; seen += 1, node = open.shift()) {
    if (Array.isArray(node)) open.push(...(node as readonly unknown[]).slice(0, MAX_JSON_NODES));
    else if (isRecord(node)) {
      if (/article|posting|report|webpage/i.test(JSON.stringify(node['@type'] ?? ''))) found.push(linkedData(node));
      open.push(node['@graph'], node['mainEntity'], node['mainEntityOfPage']);
    }
    while (open.length > 0 && open[0] === undefined) open.shift();
  }
  return found.sort((a, b) => Number(b.headline !== null) - Number(a.headline !== null));
}

function linkedData(node: Readonly<Record<string, unknown>>): LinkedData {
  const dates: DocumentDate[] = [];
  for (const [key, kind] of [
    ['datePublished', 'published'],
    ['dateModified', 'updated'],
  ] as const) {
    const raw = nameIn(node[key]);
    const edtf = raw === null ? null : anyDate(raw);
    if (raw !== null && edtf !== null) dates.push({ kind, edtf, raw, basis: 'json-ld', start: null, end: null });
  }
  return {
    headline: nameIn(node['headline']),
    publisher: nameIn(node['publisher']),
    author: personName(nameIn(node['author'])),
    datePublished: nameIn(node['datePublished']),
    dates,
  };
}

/** A string, or the `name` of an object, or the first of an array of either. */
function nameIn(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  if (typeof one === 'string') return oneLine(one, MAX_VALUE);
  return isRecord(one) && typeof one['name'] === 'string' ? oneLine(one['name'], MAX_VALUE) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `article:author` often holds the address of a profile instead of a name. */
function personName(value: string | null): string | null {
  return value === null || /^https?:/i.test(value) ? null : value;
}

function linkHref(document: DomDocument, rel: string): string | null {
  for (const element of document.querySelectorAll('link')) {
    if ((element.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes(rel)) return element.getAttribute('href');
  }
  return null;
}

function webAddress(value: string | null): string | null {
  return value !== null && /^https?:\/\/\S+$/i.test(value.trim()) ? value.trim() : null;
}

function addressDates(url: string | null): readonly DocumentDate[] {
  const found = url === null ? null : urlPathDate(url);
  return found === null ? [] : [{ kind: 'urlPath', edtf: found.edtf, raw: found.raw, basis: 'url', start: null, end: null }];
}

/** Browsers and SingleFile write a comment with the address, the latter with the day, when they save a page. */
function savedBy(source: string): { readonly url: string | null; readonly dates: readonly DocumentDate[] } {
  const head = source.slice(0, 8192);
  const browser = /<!--\s*saved from url=\(\d{4,8}\)(\S+)\s*-->/i.exec(head)?.[1];
  const comment = /<!--\s*Page saved with SingleFile([\s\S]{0,6000}?)-->/i.exec(head)?.[1] ?? '';
  const single = /^\s*url:\s*(\S+)/im.exec(comment)?.[1];
  const raw = /^\s*saved date:\s*([A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4}))/m.exec(comment);
  const day = raw === null ? null : (loneDate(`${raw[3] ?? ''} ${raw[2] ?? ''} ${raw[4] ?? ''}`)?.edtf ?? null);
  return {
    url: webAddress(single ?? null) ?? webAddress(browser ?? null),
    dates: day === null ? [] : [{ kind: 'captured', edtf: day, raw: raw?.[1] ?? '', basis: 'meta', start: null, end: null }],
  };
}
