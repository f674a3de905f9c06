import type { Segment } from '../model/index.ts';
import { MAX_SEGMENTS } from './extraction.ts';
import { type DomDocument, type DomElement, walk } from './html-dom.ts';
import { BLOCK_ELEMENTS, BLOCK_MARK, STRAY_LESS_THAN } from './lighten-html.ts';

/** Where on a page a block stands, when its element or role says that it is not content. */
export type Zone = 'header' | 'navigation' | 'footer' | 'aside';

/** One block of visible text. Offsets are into the page's text. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly role: Segment['role'];
  /** 1 to 6 for headings, else null. */
  readonly level: number | null;
  /** Number of the block element that holds it (lighten-html.ts). */
  readonly owner: number;
  readonly zone: Zone | null;
  /** Number of the innermost article or main element around it, or null. */
  readonly work: number | null;
  /** Code units of its text that are inside links. */
  readonly linked: number;
  /** Its element or one around it is named like a site's own clock. */
  readonly clock: boolean;
  /** Its element or one around it is marked as naming the author. */
  readonly byline: boolean;
}

/** A `<time>` element with visible text. */
export interface PrintedTime {
  readonly start: number;
  readonly end: number;
  readonly datetime: string;
  readonly modified: boolean;
}

export interface PageText {
  /** All visible text in document order, blocks separated by a blank line. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly times: readonly PrintedTime[];
  /** Elements left out because the page hides them, when they hold text. */
  readonly hidden: number;
}

/** Not text of the page: never shown, or controls. */
const SKIPPED = new Set('head template noscript svg math object canvas audio video select datalist textarea'.split(' '));
const ROLES: Readonly<Record<string, Segment['role']>> = {
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  tr: 'table-row',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  pre: 'code',
};
const ZONE_OF_ROLE: Readonly<Record<string, Zone>> = {
  banner: 'header',
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  search: 'navigation',
  contentinfo: 'footer',
  complementary: 'aside',
};
const CLOCK =
  /(?:^|[\s_-])(?:clock|today|current-?date|site-?date|page-?date|header-?date|date-?time-?now|jdate|server-?date)(?:$|[\s_-])/i;
const BYLINE = /(?:^|[\s_-])(?:byline|author|contributor)s?(?:$|[\s_-])/i;

interface Frame {
  readonly element: DomElement;
  readonly owner: number;
  readonly role: Segment['role'];
  readonly level: number | null;
  readonly zone: Zone | null;
  readonly clock: boolean;
  readonly byline: boolean;
  readonly pre: boolean;
  readonly work: number | null;
}

const OUTERMOST: Omit<Frame, 'element'> = {
  owner: -1,
  role: 'paragraph',
  level: null,
  zone: null,
  clock: false,
  byline: false,
  pre: false,
  work: null,
};

/** The visible text of a page, white space as a browser would show it, with what is known of each block. */
export function pageText(document: DomDocument): PageText {
  const writer = new BlockWriter();
  const frames: Frame[] = [];
  const links: DomElement[] = [];
  let hidden = 0;
  walk(document.documentElement, {
    enter(element) {
      const name = element.localName;
      if (SKIPPED.has(name)) return false;
      if (isHidden(element)) {
        hidden += /\S/.test(element.textContent ?? '') ? 1 : 0;
        return false;
      }
      if (name === 'br') writer.lineBreak();
      if (name === 'a') links.push(element);
      if (name === 'td' || name === 'th') writer.cell();
      else if (BLOCK_ELEMENTS.has(name)) writer.flush();
      frames.push(frameOf(element, frames.at(-1) ?? OUTERMOST));
      if (name === 'time') writer.openTime(element.getAttribute('datetime') ?? '', /modif|updat/i.test(markOf(element)));
      return true;
    },
    leave(element) {
      const name = element.localName;
      if (name === 'time') writer.closeTime();
      if (name === 'a') links.pop();
      if (name !== 'td' && name !== 'th' && BLOCK_ELEMENTS.has(name)) writer.flush();
      frames.pop();
    },
    text(data) {
      writer.write(data.replaceAll(STRAY_LESS_THAN, '<'), frames.at(-1) ?? OUTERMOST, links.length > 0);
    },
  });
  writer.flush();
  return { ...writer.result(), hidden };
}

function frameOf(element: DomElement, outer: Omit<Frame, 'element'>): Frame {
  const name = element.localName;
  const mark = markOf(element);
  const level = /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : outer.level;
  const number = numberOf(element);
  const isWork = name === 'article' || name === 'main' || element.getAttribute('role') === 'main';
  const work = isWork ? number : outer.work;
  return {
    element,
    owner: number ?? outer.owner,
    role: level === null ? (ROLES[name] ?? outer.role) : 'heading',
    level,
    zone: outer.zone ?? zoneOf(element, work !== null),
    clock: outer.clock || CLOCK.test(mark),
    byline: outer.byline || BYLINE.test(mark) || /author/i.test(element.getAttribute('rel') ?? ''),
    pre: outer.pre || name === 'pre',
    work,
  };
}

/** Headers and footers inside an article are the article's own. */
function zoneOf(element: DomElement, inContent: boolean): Zone | null {
  const byRole = ZONE_OF_ROLE[element.getAttribute('role') ?? ''];
  if (byRole !== undefined) return byRole;
  const name = element.localName;
  if (name === 'nav' || name === 'menu') return 'navigation';
  if (name === 'aside') return 'aside';
  if (inContent) return null;
  return name === 'header' || name === 'footer' ? name : null;
}

function markOf(element: DomElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
}

function isHidden(element: DomElement): boolean {
  return element.hasAttribute('hidden') || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '');
}

function numberOf(element: DomElement): number | null {
  if (!BLOCK_ELEMENTS.has(element.localName)) return null;
  for (const { name } of element.attributes) if (name.startsWith(BLOCK_MARK)) return Number(name.slice(BLOCK_MARK.length));
  return null;
}

/** Collects inline text into blocks: runs of white space become one space, two line breaks end a block. */
class BlockWriter {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #times: PrintedTime[] = [];
  #length = 0;
  #buffer = '';
  #frame: Omit<Frame, 'element'> = OUTERMOST;
  #linked = 0;
  #space = false;
  #breaks = 0;
  #tab = false;
  #time: { readonly start: number; readonly datetime: string; readonly modified: boolean } | null = null;
  #openTimes: PrintedTime[] = [];

  write(data: string, frame: Omit<Frame, 'element'>, linked: boolean): void {
    if (this.#buffer === '' && /\S/.test(data)) this.#frame = frame;
    const before = this.#buffer.length;
    if (frame.pre) this.#writePreformatted(data);
    else {
      for (const word of data.split(/([ \t\n\r\f]+)/)) {
        if (word === '') continue;
        if (/^[ \t\n\r\f]/.test(word)) this.#space = true;
        else this.#append(word);
      }
    }
    if (linked) this.#linked += this.#buffer.length - before;
  }

  #writePreformatted(data: string): void {
    for (const [index, line] of data.split(/\r?\n/).entries()) {
      if (index > 0) this.#breaks += 1;
      if (line.trim() !== '') this.#append(line.trimEnd());
    }
  }

  #append(word: string): void {
    if (this.#buffer !== '') {
      if (this.#tab) this.#buffer += '\t';
      else if (this.#breaks > 0) this.#buffer += '\n'.repeat(this.#breaks);
      else if (this.#space) this.#buffer += ' ';
    }
    this.#space = false;
    this.#breaks = 0;
    this.#tab = false;
    if (this.#time !== null && this.#time.start < 0) this.#time = { ...this.#time, start: this.#buffer.length };
    this.#buffer += word;
  }

  lineBreak(): void {
    this.#breaks += 1;
    if (this.#breaks >= 2 && !this.#frame.pre) this.flush();
  }

  cell(): void {
    if (this.#buffer !== '') this.#tab = true;
  }

  openTime(datetime: string, modified: boolean): void {
    this.#time = { start: -1, datetime, modified };
  }

  closeTime(): void {
    const time = this.#time;
    this.#time = null;
    if (time === null || time.start < 0) return;
    this.#openTimes.push({ start: time.start, end: this.#buffer.length, datetime: time.datetime, modified: time.modified });
  }

  flush(): void {
    const { owner, role, level, zone, work, clock, byline } = this.#frame;
    if (this.#buffer.trim() !== '') {
      if (this.#parts.length > 0) {
        this.#parts.push('\n\n');
        this.#length += 2;
      }
      const start = this.#length;
      this.#parts.push(this.#buffer);
      this.#length += this.#buffer.length;
      const last = this.#blocks.at(-1);
      if (this.#blocks.length >= MAX_SEGMENTS && last !== undefined) this.#blocks[this.#blocks.length - 1] = { ...last, end: this.#length };
      else this.#blocks.push({ start, end: this.#length, role, level, owner, zone, work, clock, byline, linked: this.#linked });
      for (const time of this.#openTimes) this.#times.push({ ...time, start: start + time.start, end: start + time.end });
    }
    this.#buffer = '';
    this.#linked = 0;
    this.#space = false;
    this.#breaks = 0;
    this.#tab = false;
    this.#openTimes = [];
    this.#time = null;
  }

  result(): Omit<PageText, 'hidden'> {
    return { text: this.#parts.join(''), blocks: this.#blocks, times: this.#times };
  }
}
