import { ENGLISH } from './english-lexicon.ts';
import type { Range } from './english-phrases.ts';
import type { Words } from './english-words.ts';

/** By the look of its head: a name, a personal pronoun, a word for people, bodies or documents. */
export function sourceKind(words: Words, { from, to }: Range): { readonly speaker: boolean; readonly document: boolean } {
  let document = false;
  let speaker = false;
  for (let index = from; index < to; index += 1) {
    const word = words.at(index);
    if (word.depth > 0) continue;
    if (ENGLISH.documentNouns.has(word.lower)) document = true;
    if (word.pos === 'PROPN' || ENGLISH.speakerNouns.has(word.lower) || (word.pos === 'PRON' && ENGLISH.speakerPronouns.has(word.lower)))
      speaker = true;
    if (word.pos === 'NOUN' && ENGLISH.speakerSuffixes.some((suffix) => word.lower.endsWith(suffix))) speaker = true;
    if (word.lower === 'of' || /^(?:who|which|whose|that)$/.test(word.lower)) break;
  }
  return { speaker: speaker || document, document };
}
