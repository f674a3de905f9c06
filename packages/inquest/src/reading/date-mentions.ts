import { CalendarDates } from './calendar-dates.ts';
import { CountedDates } from './counted-dates.ts';
import type { DateLexicon } from './date-lexicon.ts';
import type { DateMention } from './date-meaning.ts';
import type { CountsSomething } from './date-parts.ts';
import { joinRanges } from './date-ranges.ts';
import type { Word } from './words.ts';

/** The dates of one run of words, left to right, the longest form at each word, ranges joined. */
export function readDates(words: readonly Word[], lexicon: DateLexicon, counts: CountsSomething): DateMention[] {
  const calendar = new CalendarDates(words, lexicon, counts);
  const counted = new CountedDates(words, lexicon, counts);
  const mentions: DateMention[] = [];
  for (let index = 0; index < words.length; ) {
    const mention = calendar.dated(index) ?? counted.counted(index) ?? calendar.bareYear(index) ?? counted.duration(index);
    if (mention !== null) mentions.push(mention);
    index = mention === null ? index + 1 : Math.max(mention.end, index + 1);
  }
  return joinRanges(mentions, words, lexicon);
}
