import { createRequire } from 'node:module';
import type { ItsFunction, PartOfSpeech } from 'wink-nlp';
import type { Paragraph, Token } from './reading-context.ts';

/** Gives words and, where it can, a universal part of speech. Positions are relative to the text given. */
export type Tagger = (text: string) => readonly Token[];

/** Paragraphs longer than this are cut into words by a plain pattern and get no attributions. */
export const MAX_TAGGED_PARAGRAPH = 50_000;
/** The tagger remembers every new word; it is loaded afresh after this many characters so that memory stays level. */
const CHARACTERS_PER_LOAD = 8_000_000;

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\d+(?:[.,:/]\d+)*|\.{2,}|[^\s\p{L}\p{M}\d]/gu;

/** Words of a paragraph, in view positions. English is tagged; other languages are only cut into words. */
export function tokenize(text: string, paragraph: Paragraph): readonly Token[] {
  const slice = text.slice(paragraph.start, paragraph.end);
  const tagger = paragraph.language === 'en' && slice.length <= MAX_TAGGED_PARAGRAPH ? englishTagger : plainWords;
  return tagger(slice).map((token) => ({ ...token, start: token.start + paragraph.start, end: token.end + paragraph.start }));
}

export function plainWords(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    tokens.push({ start: match.index, end: match.index + match[0].length, text: match[0], lower: match[0].toLowerCase(), pos: null });
  }
  return tokens;
}

/** wink-nlp with its English model, loaded on first use. Falls back to plain words where its tokens do not lie on the text. */
export function englishTagger(text: string): readonly Token[] {
  const wink = loadWink(text.length);
  // The tagger knows only the straight apostrophe and makes words of line ends; the replacements are 1:1, so positions hold.
  const tagged = wink(text.replace(/[’‘]/g, "'").replace(/\s/g, ' '));
  const tokens: Token[] = [];
  let from = 0;
  for (const [index, value] of tagged.words.entries()) {
    const start = skipSpace(text, from);
    const end = start + value.length;
    const own = text.slice(start, end);
    if (own.replace(/[’‘]/g, "'") !== value) return plainWords(text);
    tokens.push({ start, end, text: own, lower: value.toLowerCase(), pos: tagged.tags[index] ?? 'X' });
    from = end;
  }
  return tokens;
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && /\s/.test(text[position] ?? '')) position += 1;
  return position;
}

interface Tagged {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

let loaded: ((text: string) => Tagged) | null = null;
let charactersSinceLoad = 0;

function loadWink(characters: number): (text: string) => Tagged {
  charactersSinceLoad += characters;
  if (loaded === null || charactersSinceLoad > CHARACTERS_PER_LOAD) {
    charactersSinceLoad = characters;
    loaded = newWink();
  }
  return loaded;
}

function newWink(): (text: string) => Tagged {
  const require = createRequire(import.meta.url);
  // CommonJS modules loaded lazily: their published types describe exactly these exports.
  const winkNLP = require('wink-nlp') as typeof import('wink-nlp').default;
  const model = require('wink-eng-lite-web-model') as typeof import('wink-eng-lite-web-model').default;
  const nlp = winkNLP(model, ['pos']);
  // A function kept as a property: it asks for no `this`, and the library knows it by identity.
  const its: { readonly pos: ItsFunction<PartOfSpeech> } = nlp.its;
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    return { words: tokens.out(), tags: tokens.out(its.pos) };
  };
}
