import { DATES, type DateLexicon } from './date-lexicon.ts';
import type { DateMention } from './date-meaning.ts';
import { readDates } from './date-mentions.ts';
import type { CountsSomething } from './date-parts.ts';
import type { ReadingContext, ReadingLanguage } from './reading-context.ts';
import { scanWords, type Word } from './words.ts';

/** A date with where it stands: view positions, its paragraph and sentence, and the words around it. */
export interface LocatedDate {
  readonly mention: DateMention;
  readonly start: number;
  readonly end: number;
  /** The words of its paragraph; `mention` counts in them. */
  readonly words: readonly Word[];
  readonly lexicon: DateLexicon;
  /** Index into the context's paragraphs; null inside page furniture, which anchors nothing. */
  readonly paragraph: number | null;
  /** Index into the context's sentences, or -1. */
  readonly sentence: number;
}

/** All dates of a document in reading order: of its paragraphs and of lines that only date the page. */
export function locateDates(context: ReadingContext, counts: (language: ReadingLanguage) => CountsSomething): LocatedDate[] {
  const sentenceAt = sentenceLookup(context);
  const found: LocatedDate[] = [];
  for (const zone of dateZones(context)) {
    // A language without a lexicon still writes 1991-08-09 and 1991; English forms are read, words are not.
    const lexicon = DATES[zone.language === 'other' ? 'en' : zone.language];
    const words = scanWords(context.text, zone.start, zone.end);
    for (const mention of readDates(words, lexicon, counts(zone.language))) {
      const [start, end] = [words[mention.first]?.start ?? 0, words[mention.end - 1]?.end ?? 0];
      found.push({
        mention,
        start,
        end,
        words,
        lexicon,
        paragraph: zone.paragraph,
        sentence: zone.paragraph === null ? -1 : sentenceAt(start),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

interface DateZone {
  readonly start: number;
  readonly end: number;
  readonly language: ReadingLanguage;
  readonly paragraph: number | null;
}

function dateZones(context: ReadingContext): DateZone[] {
  const zones: DateZone[] = context.paragraphs.map((paragraph, index) => ({ ...paragraph, paragraph: index }));
  for (const zone of context.boilerplate) {
    if (zone.body.zone !== 'page-date') continue;
    const language = context.paragraphs[0]?.language ?? 'other';
    zones.push({ start: zone.start, end: zone.end, language, paragraph: null });
  }
  return zones;
}

function sentenceLookup(context: ReadingContext): (position: number) => number {
  const { sentences } = context;
  return (position) => {
    let [low, high] = [0, sentences.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const sentence = sentences[middle];
      if (sentence === undefined || position < sentence.start) high = middle - 1;
      else if (position >= sentence.end) low = middle + 1;
      else return middle;
    }
    return -1;
  };
}
