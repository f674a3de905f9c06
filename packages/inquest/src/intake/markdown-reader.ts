import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isPartialDate } from '../kernel/index.ts';
import type { DocumentDate, Segment } from '../model/index.ts';
import { decodeText } from './decode-text.ts';
import { type ExtractionHints, MAX_SEGMENTS, type Note, type Reader, type Reading, type Sample } from './extraction.ts';
import { trimmed } from './paragraphs.ts';
import { notTextAfterAll, plainTextReader, wholeness } from './plain-text-reader.ts';
import { isoDate, loneDate } from './visible-dates.ts';

const ENDINGS = new Set(['md', 'markdown', 'mdown', 'mkd']);
/** Parsing takes time beyond proportion in size and nesting; what exceeds these is read as plain text. */
const MAX_MARKDOWN_UNITS = 2 * 1024 * 1024;
const MAX_NESTING = 200;
/** Marks that may open or close something, in one paragraph. */
const MAX_MARKS = 4000;
const MAX_FRONT_MATTER_LINES = 200;

/** Rendered text of Markdown: blocks separated by blank lines, link texts kept, marks left out. */
export const markdownReader: Reader = {
  name: 'markdown',
  version: '1',
  recognise,
  read: readMarkdown,
};

/** All plain text is Markdown, so content cannot decide; the ending does, and without one the marks. */
function recognise(sample: Sample): string | null {
  if (sample.text === null) return null;
  if (ENDINGS.has(sample.extension)) return 'text/markdown';
  if (sample.extension !== '') return null;
  const marks = [/^---\r?\n[a-z]+:/, /^#{1,6} \S/m, /\]\(https?:\/\/\S+\)/, /^```/m, /^[*-] \S/m, /\*\*\S[^*]*\*\*/];
  return marks.filter((mark) => mark.test(sample.text ?? '')).length >= 2 ? 'text/markdown' : null;
}

function readMarkdown(bytes: Uint8Array, hints: ExtractionHints): Reading {
  const decoded = decodeText(bytes, { more: (hints.totalBytes ?? bytes.length) > bytes.length });
  if (decoded.kind === 'not-text') return notTextAfterAll();
  if (decoded.text.length > MAX_MARKDOWN_UNITS || isTooDense(decoded.text)) {
    const plain = plainTextReader.read(bytes, hints);
    const words = 'The Markdown is too long, too deeply nested or too dense to be rendered; it was read as plain text with its marks.';
    return { ...plain, notes: [...plain.notes, { code: 'read-as-plain-text', words }] };
  }
  const { fields, body } = splitFrontMatter(decoded.text);
  const blocks = blocksOf(fromMarkdown(body));
  const { text, segments } = join(blocks);
  const notes: Note[] = [...decoded.notes];
  if (fields.size > 0)
    notes.push({ code: 'front-matter', words: 'Fields above the text were read as metadata and are not part of the text.' });
  const heading = blocks.find((block) => block.role === 'title')?.text ?? null;
  return {
    ...wholeness(decoded),
    text,
    title: fields.get('title') ?? heading,
    publisher: fields.get('publisher') ?? fields.get('site') ?? null,
    author: fields.get('author') ?? null,
    url: webAddress(fields.get('url') ?? fields.get('source') ?? fields.get('canonical')),
    encoding: decoded.encoding,
    languages: [fields.get('lang') ?? fields.get('language')].filter((tag) => tag !== undefined),
    dates: frontMatterDates(fields),
    segments,
    notes,
  };
}

function isTooDense(text: string): boolean {
  const deep = new RegExp(`^[ \\t]*(?:[>*+-][ \\t]?){${MAX_NESTING}}`, 'm');
  return deep.test(text) || text.split(/\n[ \t]*\r?\n/).some((paragraph) => (paragraph.match(/[*_[\]<&`!]/g)?.length ?? 0) > MAX_MARKS);
}

/** `key: value` lines between two `---` lines at the very top. Nested values are passed over. */
function splitFrontMatter(text: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } {
  const fields = new Map<string, string>();
  const match = /^---[ \t]*\r?\n((?:(?!---[ \t]*\r?\n)[^\n]*\n){0,200}?)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return { fields, body: text };
  for (const line of (match[1] ?? '').split(/\r?\n/, MAX_FRONT_MATTER_LINES)) {
    const field = /^([A-Za-z_-]{1,40}):\s*(.+?)\s*$/.exec(line);
    const value = field?.[2]?.replace(/^(["'])(.*)\1$/, '$2');
    if (field?.[1] !== undefined && value !== undefined && value !== '') fields.set(field[1].toLowerCase(), value);
  }
  return fields.size === 0 ? { fields, body: text } : { fields, body: text.slice(match[0].length) };
}

function frontMatterDates(fields: ReadonlyMap<string, string>): readonly DocumentDate[] {
  const dates: DocumentDate[] = [];
  const kinds = { date: 'published', published: 'published', updated: 'updated', lastmod: 'updated', modified: 'updated' } as const;
  for (const [key, kind] of Object.entries(kinds)) {
    const raw = fields.get(key);
    if (raw === undefined) continue;
    const edtf = isoDate(raw) ?? loneDate(raw)?.edtf ?? (isPartialDate(raw) ? raw : null);
    if (edtf !== null) dates.push({ kind, edtf, raw, basis: 'front-matter', start: null, end: null });
  }
  return dates;
}

function webAddress(value: string | undefined): string | null {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : null;
}

interface Block {
  readonly text: string;
  readonly role: Segment['role'];
}

const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem', 'table', 'footnoteDefinition']);

/** Leaf blocks in document order; walks with its own stack, so nesting costs no call depth. */
function blocksOf(root: Root): readonly Block[] {
  const blocks: Block[] = [];
  const open: { readonly node: Nodes; readonly role: Segment['role'] }[] = [{ node: root, role: 'paragraph' }];
  for (let entry = open.pop(); entry !== undefined && blocks.length < MAX_SEGMENTS; entry = open.pop()) {
    const { node, role } = entry;
    if (CONTAINERS.has(node.type) && 'children' in node) {
      const inside = node.type === 'blockquote' ? 'quote' : node.type === 'listItem' ? 'list-item' : role;
      for (const child of [...node.children].reverse()) open.push({ node: child, role: inside });
      continue;
    }
    const text = renderedText(node);
    if (text === '') continue;
    const isTitle = node.type === 'heading' && node.depth === 1 && !blocks.some((block) => block.role === 'title');
    blocks.push({ text, role: isTitle ? 'title' : node.type === 'heading' ? 'heading' : node.type === 'code' ? 'code' : role });
  }
  return blocks;
}

/** Text of one leaf block: line ends kept, image descriptions kept, raw HTML left as it stands. */
function renderedText(leaf: Nodes): string {
  const parts: string[] = [];
  const open: (Nodes | RootContent)[] = [leaf];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'break') parts.push('\n');
    else if ('children' in node) open.push(...[...node.children].reverse());
    else if ('value' in node) parts.push(node.value);
    else if ('alt' in node && typeof node.alt === 'string') parts.push(node.alt);
  }
  const joined = parts.join('');
  const { start, end } = trimmed(joined, 0, joined.length);
  return joined.slice(start, end);
}

function join(blocks: readonly Block[]): { readonly text: string; readonly segments: readonly Segment[] } {
  const segments: Segment[] = [];
  let at = 0;
  for (const block of blocks) {
    segments.push({ start: at, end: at + block.text.length, role: block.role, furniture: false });
    at += block.text.length + 2;
  }
  return { text: blocks.map((block) => block.text).join('\n\n'), segments };
}
