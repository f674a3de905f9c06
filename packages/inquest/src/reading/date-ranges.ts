import type { DateLexicon } from './date-lexicon.ts';
import type { CalendarFields, DateMention } from './date-meaning.ts';
import type { Word } from './words.ts';

/** The most words that may stand between the two ends of a range: "to the end of". */
const LONGEST_GAP = 6;

/**
 * Joins "from A to B", "between A and B", "A – B" into one interval. What one end leaves out the
 * other gives: the year of "between 9 August and the end of September 1991" is 1991 twice.
 */
export function joinRanges(read: readonly DateMention[], words: readonly Word[], lexicon: DateLexicon): DateMention[] {
  const mentions = shareYears(read, words, lexicon);
  const joined: DateMention[] = [];
  for (let index = 0; index < mentions.length; index += 1) {
    const one = mentions[index];
    const two = mentions[index + 1];
    if (one === undefined) continue;
    const range = two === undefined ? null : rangeOf(one, two, { words, lexicon });
    joined.push(range ?? one);
    if (range !== null) index += 1;
  }
  return joined;
}

/** "In August and September 1991", "June, July and August 1991": the last year is everybody's. */
function shareYears(read: readonly DateMention[], words: readonly Word[], lexicon: DateLexicon): readonly DateMention[] {
  const mentions = [...read];
  let listed = false;
  for (let index = mentions.length - 2; index >= 0; index -= 1) {
    const [one, two] = [mentions[index], mentions[index + 1]];
    if (one?.meaning.kind !== 'fields' || two?.meaning.kind !== 'fields' || two.first - one.end !== 1) {
      listed = false;
      continue;
    }
    const between = words[one.end]?.lower ?? '';
    const [fields, next] = [one.meaning.fields, two.meaning.fields];
    listed = lexicon.conjunctions.has(between) || (listed && /^[,،]$/.test(between));
    if (!listed || openerBefore(one.first, words, lexicon)?.has(between) === true) continue;
    if (fields.year !== null || fields.month === null || next.year === null || next.month === null) continue;
    const year = fields.month > next.month ? next.year - 1 : next.year;
    mentions[index] = { ...one, meaning: { kind: 'fields', fields: { ...fields, year, calendar: next.calendar } } };
  }
  return mentions;
}

function rangeOf(one: DateMention, two: DateMention, at: { words: readonly Word[]; lexicon: DateLexicon }): DateMention | null {
  if (one.meaning.kind !== 'fields' || two.meaning.kind !== 'fields') return null;
  if (!connected(one, two, at)) return null;
  const ends = completed(one.meaning.fields, two.meaning.fields);
  if (ends === null) return null;
  return { first: one.first, end: two.end, meaning: { kind: 'interval', ...ends }, rule: 'date.range' };
}

function connected(one: DateMention, two: DateMention, { words, lexicon }: { words: readonly Word[]; lexicon: DateLexicon }): boolean {
  if (two.first - one.end > LONGEST_GAP || two.first === one.end) return false;
  const filled = (from: number): boolean => words.slice(from, two.first).every((word) => lexicon.rangeFillers.has(word.lower));
  const opener = openerBefore(one.first, words, lexicon);
  const middleWord = words[one.end]?.lower ?? '';
  if (opener?.has(middleWord) === true && filled(one.end + 1)) return true;
  // The joining word of Arabic stands at the head of the next: بين يوليو وسبتمبر.
  const middle = lexicon.rangeMiddles.at(words, one.end);
  return middle !== null && (opener !== null || lexicon.language !== 'fr') && filled(one.end + middle.length);
}

function openerBefore(first: number, words: readonly Word[], lexicon: DateLexicon): ReadonlySet<string> | null {
  for (let index = first - 1; index >= Math.max(0, first - LONGEST_GAP); index -= 1) {
    const opener = lexicon.rangeOpeners.endingAt(words, index);
    if (opener !== null) return opener.value;
    if (!lexicon.rangeFillers.has(words[index]?.lower ?? '')) return null;
  }
  return null;
}

function completed(one: CalendarFields, two: CalendarFields): { from: CalendarFields; to: CalendarFields } | null {
  if (one.year !== null && two.year === null) {
    const later = two.month !== null && one.month !== null && two.month < one.month ? one.year + 1 : one.year;
    return { from: one, to: { ...two, year: later, calendar: one.calendar } };
  }
  if (one.year === null && two.year !== null) {
    if (one.month === null && one.season === null) return null;
    const earlier = one.month !== null && two.month !== null && one.month > two.month ? two.year - 1 : two.year;
    return { from: { ...one, year: earlier, calendar: two.calendar }, to: two };
  }
  if (one.year !== null && two.year !== null && one.year > two.year) return null;
  return { from: one, to: two };
}
