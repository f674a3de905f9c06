import type { ReadingLanguage } from './reading-context.ts';

const LEXICONS: ReadonlySet<string> = new Set<ReadingLanguage>(['en', 'fa', 'ar', 'fr']);
const ARABIC_LETTER = /[؀-ۿ]/g;
const LATIN_LETTER = /[A-Za-zÀ-ɏ]/g;
/** Letters Persian has and Arabic has not; the view has already folded yeh and kaf. */
const PERSIAN_LETTER = /[پچژگ]/;
const PERSIAN_WORD = /(?:^|\s)(?:که|است|این|را|از|شد|کرد|های|برای|آن|بود|گفت)(?=[\s.،؛:!؟]|$)/;
const ARABIC_WORD = /(?:^|\s)(?:في|فی|من|على|علی|إلى|الی|ان|التی|الذی|هذا|قال|عن|كان|کان)(?=[\s.،؛:!؟]|$)/;
const FRENCH_WORD = /(?:^|[\s'’])(?:le|la|les|des|du|une|est|dans|que|qui|pour|sur|par|au|aux|ont|été)(?=[\s,.;:'’]|$)/gi;
const ENGLISH_WORD = /(?:^|\s)(?:the|of|and|to|in|that|is|was|for|on|with|by|said|were|has|have)(?=[\s,.;:'’]|$)/gi;
/** Enough to tell; longer paragraphs are judged by their beginning. */
const SAMPLE = 600;

/**
 * The lexicon to read a paragraph with: its own mark when intake set one, else by script, letters and
 * small words, else the document's. Persian and Arabic are told apart only here, so a document that
 * mixes them is read paragraph by paragraph.
 */
export function readingLanguage(text: string, marked: string | undefined, documentLanguages: readonly string[]): ReadingLanguage {
  const own = marked === undefined ? null : primary(marked);
  if (own !== null) return own;
  const sample = text.slice(0, SAMPLE);
  const arabic = count(sample, ARABIC_LETTER);
  const latin = count(sample, LATIN_LETTER);
  const declared = documentLanguages.map(primary);
  if (arabic > latin) return arabicScript(sample, declared);
  if (latin === 0) return declared[0] ?? 'other';
  const french = count(sample, FRENCH_WORD);
  const english = count(sample, ENGLISH_WORD);
  if (french > english) return 'fr';
  if (english > french) return 'en';
  return declared.find((language) => language === 'en' || language === 'fr') ?? (declared.length === 0 ? 'en' : 'other');
}

function arabicScript(sample: string, declared: readonly ReadingLanguage[]): ReadingLanguage {
  const first = declared.find((language) => language === 'fa' || language === 'ar');
  const persian = PERSIAN_LETTER.test(sample) || PERSIAN_WORD.test(sample);
  const arabic = ARABIC_WORD.test(sample);
  if (persian !== arabic) return persian ? 'fa' : 'ar';
  return first ?? (persian ? 'fa' : 'other');
}

function primary(tag: string): ReadingLanguage {
  const subtag = tag.toLowerCase().split('-')[0] ?? '';
  return isReadingLanguage(subtag) ? subtag : 'other';
}

function isReadingLanguage(subtag: string): subtag is ReadingLanguage {
  return LEXICONS.has(subtag);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
