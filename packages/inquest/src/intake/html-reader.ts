import type { Segment } from '../model/index.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import type { ExtractionHints, Note, Reader, Reading, Sample } from './extraction.ts';
import { type Block, type PageText, pageText } from './html-blocks.ts';
import { pageDates } from './html-dates.ts';
import { parseDocument } from './html-dom.ts';
import { findMainText } from './html-main-text.ts';
import { type PageMetadata, pageMetadata } from './html-metadata.ts';
import { type LightHtml, lightenHtml } from './lighten-html.ts';
import { bylineName } from './opening.ts';
import { notTextAfterAll, wholeness } from './plain-text-reader.ts';
import { printedDates } from './visible-dates.ts';

/** Saved web pages: all visible text in document order, content parted from page furniture. */
export const htmlReader: Reader = {
  name: 'html',
  version: '1',
  recognise,
  read: readHtml,
};

const OPENS_LIKE_HTML =
  /^(?:\s|<!--[\s\S]{0,20000}?-->|<\?xml[^>]{0,500}\?>)*<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|main|div|table|h1|p|font|center)\b/i;

/** By content. A page named `.md` must say outright that it is one: Markdown may hold HTML blocks. */
function recognise({ text, extension }: Sample): string | null {
  if (text === null) return null;
  const opens = OPENS_LIKE_HTML.exec(text);
  const declares = opens !== null && /<(?:!doctype\s+html|html)$/i.test(opens[0]);
  const isMarkdownByName = extension === 'md' || extension === 'markdown';
  const tags = text.match(/<\/(?:p|div|a|b|i|h[1-6]|li|td|span|body|html)\s*>/gi)?.length ?? 0;
  const soup = /<(?:html|body|head)[\s>]/i.test(text) && tags >= 3 && !/^```/m.test(text);
  if (!declares && (isMarkdownByName || (opens === null && !soup) || (opens !== null && tags === 0))) return null;
  return /^\s*<\?xml/.test(text) && text.includes('xmlns="http://www.w3.org/1999/xhtml"') ? 'application/xhtml+xml' : 'text/html';
}

function readHtml(bytes: Uint8Array, hints: ExtractionHints): Reading {
  const more = (hints.totalBytes ?? bytes.length) > bytes.length;
  const decoded = decodeText(bytes, { more, declared: declaredEncoding(bytes) });
  if (decoded.kind === 'not-text') return notTextAfterAll();
  const light = lightenHtml(decoded.text);
  const document = parseDocument(light.markup);
  const page = pageText(document);
  const metadata = pageMetadata(document, light.data, decoded.text);
  const main = findMainText(light, page);
  const title = findTitle(page, main.isMain, metadata);
  const printed = pageDates(page, main.isMain, title);
  const byline = findByline(page, title);
  const segments = page.blocks.map((block, index): Segment => {
    const role = index === title ? 'title' : index === byline?.index ? 'byline' : printed.datelines.has(index) ? 'dateline' : block.role;
    return { start: block.start, end: block.end, role, furniture: main.isMain[index] !== true && role === block.role };
  });
  return {
    ...completeness(decoded, light),
    text: page.text,
    title: metadata.title ?? titleText(page, title) ?? metadata.windowTitle,
    publisher: metadata.publisher,
    author: metadata.author ?? byline?.name ?? null,
    url: metadata.url,
    encoding: decoded.encoding,
    languages: light.language === null ? [] : [light.language],
    dates: [...metadata.dates, ...printed.dates],
    segments,
    notes: [...decoded.notes, ...pageNotes(light, page, main.found)],
  };
}

/** The encoding a page states in its first kilobyte, in a meta element or an XML declaration. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1] ??
    null
  );
}

function completeness(decoded: DecodedText, light: LightHtml): Pick<Reading, 'outcome' | 'reason' | 'words'> {
  if (light.cut === 'limit')
    return { outcome: 'partly', reason: 'limit', words: 'The page is larger than can be read at once; its beginning was read.' };
  if (light.cut === 'unclosed') {
    return {
      outcome: 'partly',
      reason: 'damaged',
      words: 'A script or style that never ends hides the rest of the page; the text before it was read.',
    };
  }
  return wholeness(decoded);
}

/** The heading that repeats the stated title; else the first first-level heading in the content. */
function findTitle(page: PageText, isMain: readonly boolean[], metadata: PageMetadata): number | null {
  const stated = [metadata.title, metadata.windowTitle].filter((title) => title !== null).map(plainWords);
  const says = (block: Block): boolean => {
    const words = plainWords(page.text.slice(block.start, block.end));
    return words.length >= 8 && stated.some((title) => title === words || (title.startsWith(words) && words.length * 2 > title.length));
  };
  const at = [
    page.blocks.findIndex((block) => block.level !== null && says(block)),
    page.blocks.findIndex((block, index) => block.level === 1 && isMain[index] === true),
    page.blocks.findIndex((block) => block.level === 1 && block.zone === null),
    page.blocks.findIndex((block) => says(block) && block.zone !== 'navigation' && block.linked === 0),
  ].find((index) => index !== -1);
  return at ?? null;
}

function titleText(page: PageText, title: number | null): string | null {
  const block = title === null ? undefined : page.blocks[title];
  return block === undefined ? null : page.text.slice(block.start, block.end);
}

function plainWords(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** A short block near the title that begins "By …" or is marked as naming the author. */
function findByline(page: PageText, title: number | null): { readonly index: number; readonly name: string | null } | null {
  const from = title === null ? 0 : title + 1;
  for (let index = from; index < Math.min(from + 4, page.blocks.length); index += 1) {
    const block = page.blocks[index];
    if (block === undefined || block.end - block.start > 160) continue;
    const line = page.text.slice(block.start, block.end);
    const name = bylineName(line, printedDates(line)[0] ?? null);
    if (name !== null) return { index, name };
    if (block.byline && block.zone === null) return { index, name: printedDates(line).length === 0 && line.length <= 80 ? line : null };
  }
  return null;
}

function pageNotes(light: LightHtml, page: PageText, found: 'readability' | 'elements'): readonly Note[] {
  const notes: Note[] = [];
  if (light.scripts > 0) notes.push({ code: 'scripts-left-out', words: `${light.scripts} scripts are not part of the text.` });
  if (page.hidden > 0)
    notes.push({ code: 'hidden-text-left-out', words: `${page.hidden} passages that the page hides are not part of the text.` });
  if (light.flattened)
    notes.push({ code: 'deep-nesting', words: 'Elements are nested too deeply; the innermost were read without their structure.' });
  if (found === 'elements')
    notes.push({ code: 'content-by-elements', words: 'Content was parted from page furniture by the page’s own elements only.' });
  return notes;
}
