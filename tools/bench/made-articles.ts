/**
 * Text of our own, as much as is asked for: news of the invented country Velmar, put together from
 * patterns. The same number gives the same words on every machine. About half the sentences hold
 * something to propose: who says what, a figure, a date, a post.
 */
import { ENGLISH, PERSIAN, type Phrases } from './made-phrases.ts';

export type MadeLanguage = 'en' | 'fa';

export interface MadeArticle {
  readonly name: string;
  readonly text: string;
}

const PHRASES: Readonly<Record<MadeLanguage, Phrases>> = { en: ENGLISH, fa: PERSIAN };

/** Bytes an article is to have, near enough. */
const ARTICLE_BYTES = 3000;
/** One in so many is in Persian; one in so many is a saved page, the others are plain text. */
const PERSIAN_EVERY = 7;
const PAGE_EVERY = 3;
const MOST_SENTENCES = 6;

/** A whole number below `limit`; each call another. */
type Draw = (limit: number) => number;

/** Mulberry32, by Tommy Ettinger, public domain. */
function drawFrom(seed: number): Draw {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A filled pattern, begun with a capital letter where the script has one. */
function sentence(pattern: string, phrases: Phrases, draw: Draw): string {
  const words = filled(pattern, phrases, draw);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Fills the `{slots}` of a pattern; what fills one may have slots itself. */
function filled(pattern: string, phrases: Phrases, draw: Draw): string {
  return pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'number') return phrases.digits(2 + draw(10 ** (1 + draw(5))));
    const choices = phrases.slots[slot];
    if (choices === undefined) throw new Error(`nothing fills ${slot}`);
    return filled(choices[draw(choices.length)] ?? '', phrases, draw);
  });
}

function paragraph(language: MadeLanguage, draw: Draw): string {
  const phrases = PHRASES[language];
  const count = 2 + draw(MOST_SENTENCES - 1);
  return Array.from({ length: count }, () => {
    const patterns = draw(2) === 0 ? phrases.claims : phrases.narrative;
    return sentence(patterns[draw(patterns.length)] ?? '', phrases, draw);
  }).join(' ');
}

/** Paragraphs parted by blank lines, at least `length` UTF-16 units together, cut there. */
export function madeText(language: MadeLanguage, length: number): string {
  const draw = drawFrom(1991);
  const paragraphs: string[] = [];
  for (let units = 0; units < length; ) {
    const next = paragraph(language, draw);
    paragraphs.push(next);
    units += next.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

function* articleParagraphs(language: MadeLanguage, draw: Draw): Generator<string> {
  for (let bytes = 0; bytes < ARTICLE_BYTES; ) {
    const next = paragraph(language, draw);
    yield next;
    bytes += Buffer.byteLength(next);
  }
}

/** Small articles, English and some Persian, text files and some saved pages. No two are alike. */
export function* madeArticles(count: number): Generator<MadeArticle> {
  for (let n = 1; n <= count; n++) {
    const draw = drawFrom(n);
    const language = n % PERSIAN_EVERY === 0 ? 'fa' : 'en';
    const phrases = PHRASES[language];
    const title = sentence(phrases.titles[draw(phrases.titles.length)] ?? '', phrases, draw);
    const paragraphs = [...articleParagraphs(language, draw)];
    const isPage = n % PAGE_EVERY === 0;
    yield {
      name: `article-${String(n).padStart(5, '0')}.${isPage ? 'html' : 'txt'}`,
      text: isPage ? savedPage(language, title, paragraphs) : `${[title, ...paragraphs].join('\n\n')}\n`,
    };
  }
}

function savedPage(language: MadeLanguage, title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="The Harbour Dispatch"></head>
<body><header><nav><a href="/">World</a> <a href="/velmar">Velmar</a></nav></header>
<main><article><h1>${title}</h1>
${body}
</article></main>
<footer><p>Most read</p><p>Share</p></footer></body></html>
`;
}
