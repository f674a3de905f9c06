/** Code units of markup given to the parser, scripts, styles and long attributes already left out. */
export const MAX_MARKUP_UNITS = 8 * 1024 * 1024;
const MAX_NESTING = 128;
const MAX_ATTRIBUTE_UNITS = 4096;
const MAX_DATA_BLOCKS = 20;
const MAX_DATA_UNITS = 512 * 1024;
const MAX_HEAD_TAGS = 500;
const MAX_ATTRIBUTES = 200;

/** The attributes reading a page needs; all others, data URIs above all, are left out. */
const KEPT_ATTRIBUTES = new Set(
  'alt charset class content datetime dir hidden href http-equiv id itemprop lang name property rel role style'.split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const HEAD_ONLY = new Set(['meta', 'link', 'base']);
const SKELETON = new Set(['html', 'head', 'body', 'frameset', 'frame']);
/** Their content is not text of the page. */
const DROPPED = new Set(['script', 'style', 'iframe', 'noembed', 'noframes']);
/** The parser closes these by itself where the author did not, so they do not pile up. */
const SELF_CLOSING = new Set('p li dt dd td th tr thead tbody tfoot option optgroup colgroup'.split(' '));

/** Stands for a `<` that opens no tag: as an entity each would cost the parser a node of its own. A noncharacter of Unicode. */
export const STRAY_LESS_THAN = '\uFDD0';

export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Prefix of the attribute that numbers a block element; the number is in the name so that merging elements keeps both. */
export const BLOCK_MARK = 'data-inquest-';

/** A page reduced to what reading needs, in a skeleton that parses the same everywhere. */
export interface LightHtml {
  /** `<html><head>…</head><body>…</body></html>`, nesting and attributes within limits, every block element numbered. */
  readonly markup: string;
  /** Contents of JSON-LD scripts, verbatim. */
  readonly data: readonly string[];
  readonly language: string | null;
  readonly blocks: number;
  readonly scripts: number;
  readonly flattened: boolean;
  /** A script or tag that never ends took the rest of the page, or the page exceeds `MAX_MARKUP_UNITS`. */
  readonly cut: 'limit' | 'unclosed' | null;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

/** One pass, linear in the length of the page whatever it holds. Text is passed through as it stands. */
export function lightenHtml(source: string): LightHtml {
  const page = new Lightener(source);
  page.run();
  return page.result();
}

class Lightener {
  readonly #source: string;
  /** Where each mark occurs last: a search beyond it would run to the end of the page every time. */
  readonly #last: Readonly<Record<string, number>>;
  readonly #neverClosed = new Set<string>();
  readonly #head: string[] = [];
  readonly #body: string[] = [];
  readonly #data: string[] = [];
  readonly #flattenedOpen = new Map<string, number>();
  #units = 0;
  #depth = 0;
  #blocks = 0;
  #scripts = 0;
  #flattened = false;
  #hasTitle = false;
  #language: string | null = null;
  #cut: LightHtml['cut'] = null;

  constructor(source: string) {
    this.#source = source;
    this.#last = Object.fromEntries(['"', "'", '>', '-->'].map((mark) => [mark, source.lastIndexOf(mark)]));
  }

  result(): LightHtml {
    const markup = `<!doctype html><html><head>${this.#head.join('')}</head><body>${this.#body.join('')}</body></html>`;
    return {
      markup,
      data: this.#data,
      language: this.#language,
      blocks: this.#blocks,
      scripts: this.#scripts,
      flattened: this.#flattened,
      cut: this.#cut,
    };
  }

  run(): void {
    const source = this.#source;
    let at = 0;
    while (at < source.length && this.#cut === null) {
      const open = source.indexOf('<', at);
      if (open === -1) {
        this.#emit(source.slice(at));
        return;
      }
      this.#emit(source.slice(at, open));
      at = this.#markupAt(open);
    }
  }

  /** Handles what begins with `<` at `open`; the place to go on from. */
  #markupAt(open: number): number {
    const source = this.#source;
    if (source.startsWith('<!--', open)) return this.#past('-->', open + 4) ?? this.#past('>', open) ?? source.length;
    if (/[!?]/.test(source.charAt(open + 1))) return this.#past('>', open) ?? source.length;
    const tag = this.#tagAt(open);
    if (typeof tag === 'number') {
      this.#emit(this.#source.slice(open, tag).replaceAll('<', STRAY_LESS_THAN));
      return tag;
    }
    if (SKELETON.has(tag.name)) {
      if (tag.name === 'html' && !tag.closing) this.#language ??= tag.attributes.get('lang') ?? null;
      return tag.end;
    }
    if (tag.closing) this.#close(tag.name);
    else if (DROPPED.has(tag.name)) return this.#drop(tag);
    else if (tag.name === 'title') return this.#title(tag);
    else this.#open(tag);
    return tag.end;
  }

  #past(mark: string, from: number): number | null {
    const at = this.#find(mark, from);
    return at === null ? null : at + mark.length;
  }

  #find(mark: string, from: number): number | null {
    return (this.#last[mark] ?? -1) < from ? null : this.#source.indexOf(mark, from);
  }

  /** The tag that begins at `open`, or how far the stretch reaches that is text because no tag ends there. */
  #tagAt(open: number): Tag | number {
    const name = /<(\/?)([a-z][^\s/>]{0,60})/iy;
    name.lastIndex = open;
    const match = name.exec(this.#source);
    if (match === null) return open + 1;
    const attributes = new Map<string, string>();
    const attribute = /[\s/]*(?:([^\s=>/"']+)\s*(?:=\s*(?:(["'])|([^\s>"'][^\s>]*)))?|["'=])/y;
    let at = name.lastIndex;
    for (let count = 0; count < MAX_ATTRIBUTES; count += 1) {
      attribute.lastIndex = at;
      const found = attribute.exec(this.#source);
      if (found === null) break;
      at = attribute.lastIndex;
      const [, key, quote, bare] = found;
      let value = bare ?? '';
      if (quote !== undefined) {
        const close = this.#find(quote, at);
        if (close === null) return at;
        value = close - at <= MAX_ATTRIBUTE_UNITS ? this.#source.slice(at, close) : '';
        at = close + 1;
      }
      const lower = key?.toLowerCase();
      if (lower !== undefined && KEPT_ATTRIBUTES.has(lower) && !attributes.has(lower))
        attributes.set(lower, value.slice(0, MAX_ATTRIBUTE_UNITS));
    }
    const end = this.#past('>', at);
    return end === null ? at : { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/', attributes, end };
  }

  #open(tag: Tag): void {
    const { name } = tag;
    if (HEAD_ONLY.has(name)) {
      if (this.#head.length < MAX_HEAD_TAGS) this.#head.push(written(tag, ''));
      return;
    }
    const nests = !VOID.has(name) && !SELF_CLOSING.has(name);
    if (nests && this.#depth >= MAX_NESTING) {
      this.#flattened = true;
      this.#flattenedOpen.set(name, (this.#flattenedOpen.get(name) ?? 0) + 1);
      if (BLOCK_ELEMENTS.has(name) && this.#body.at(-1) !== '<p>') this.#emit('<p>');
      return;
    }
    if (nests) this.#depth += 1;
    const isBlock = BLOCK_ELEMENTS.has(name);
    this.#emit(written(tag, isBlock ? ` ${BLOCK_MARK}${this.#blocks}=""` : ''));
    if (isBlock) this.#blocks += 1;
  }

  #close(name: string): void {
    if (VOID.has(name) && name !== 'br') return;
    const flattened = this.#flattenedOpen.get(name) ?? 0;
    if (flattened > 0) {
      this.#flattenedOpen.set(name, flattened - 1);
      return;
    }
    if (!SELF_CLOSING.has(name) && !VOID.has(name)) this.#depth = Math.max(0, this.#depth - 1);
    this.#emit(`</${name}>`);
  }

  #drop(tag: Tag): number {
    this.#scripts += tag.name === 'script' ? 1 : 0;
    const end = this.#closingTag(tag.name, tag.end);
    if (end === null) {
      this.#cut = 'unclosed';
      return this.#source.length;
    }
    if (tag.name === 'script' && this.#data.length < MAX_DATA_BLOCKS && end.from - tag.end <= MAX_DATA_UNITS) {
      const content = this.#source.slice(tag.end, end.from);
      if (/^\s*[[{]/.test(content) && content.includes('@type')) this.#data.push(content);
    }
    return end.to;
  }

  #title(tag: Tag): number {
    const end = this.#closingTag('title', tag.end);
    const next = this.#source.indexOf('<', tag.end);
    const stop = end?.from ?? (next === -1 ? this.#source.length : next);
    if (!this.#hasTitle) this.#head.push(`<title>${this.#source.slice(tag.end, Math.min(stop, tag.end + MAX_ATTRIBUTE_UNITS))}</title>`);
    this.#hasTitle = true;
    return end?.to ?? stop;
  }

  #closingTag(name: string, from: number): { readonly from: number; readonly to: number } | null {
    if (this.#neverClosed.has(name)) return null;
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    pattern.lastIndex = from;
    const match = pattern.exec(this.#source);
    if (match === null) {
      this.#neverClosed.add(name);
      return null;
    }
    return { from: match.index, to: this.#past('>', match.index) ?? this.#source.length };
  }

  #emit(markup: string): void {
    if (markup === '') return;
    if (this.#units + markup.length > MAX_MARKUP_UNITS) {
      this.#cut = 'limit';
      if (markup.startsWith('<')) return;
    }
    const fits = markup.slice(0, MAX_MARKUP_UNITS - this.#units);
    this.#body.push(fits);
    this.#units += fits.length;
  }
}

function written(tag: Tag, mark: string): string {
  let attributes = '';
  for (const [name, value] of tag.attributes) {
    if (name === 'style' && !/none|hidden/i.test(value)) continue;
    attributes += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
  }
  return `<${tag.name}${attributes}${mark}>`;
}
