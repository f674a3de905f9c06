import { ACTS } from './act-lexicon.ts';
import { arabicVariants } from './number-lexicon.ts';
import { scanWords, type Word } from './words.ts';

const EVENTS: ReadonlySet<string> = new Set(Object.values(ACTS).flatMap((lexicon) => [...lexicon.events]));
/** Words after a bare month within which its event noun must stand: "November nationwide protests". */
const REACH = 4;

/** An event noun without its plural and article, so that "protest" and "protests" are one; null otherwise. */
export function eventStem(lower: string): string | null {
  for (const form of [lower, ...plural(lower), ...arabicVariants(lower)]) {
    if (EVENTS.has(form)) return form;
  }
  return null;
}

function plural(lower: string): string[] {
  const forms: string[] = [];
  if (lower.endsWith('s')) forms.push(lower.slice(0, -1));
  if (lower.endsWith('es')) forms.push(lower.slice(0, -2));
  if (/(?:ها|های|ات)$/.test(lower)) forms.push(lower.replace(/(?:های|ها|ات)$/, ''));
  return forms;
}

/** The event nouns between two positions. */
export function eventStems(text: string, start: number, end: number): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of scanWords(text, start, end)) {
    const stem = word.kind === 'word' ? eventStem(word.lower) : null;
    if (stem !== null) stems.add(stem);
  }
  return stems;
}

/** The event noun that a word just read describes: within four words, before any mark. */
export function eventStemAfter(words: readonly Word[], index: number): string | null {
  for (const word of words.slice(index, index + REACH)) {
    if (word.kind === 'mark') return null;
    const stem = eventStem(word.lower);
    if (stem !== null) return stem;
  }
  return null;
}
