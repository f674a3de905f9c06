import type { Weekday } from '../kernel/index.ts';
import arabic from './data/ar/dates.json' with { type: 'json' };
import english from './data/en/dates.json' with { type: 'json' };
import persian from './data/fa/dates.json' with { type: 'json' };
import french from './data/fr/dates.json' with { type: 'json' };
import { foldedSet, type LexiconLanguage, variantsOf } from './number-lexicon.ts';
import { foldForMatching } from './text-view.ts';
import { type PhraseIndex, phraseIndex } from './words.ts';

/** The fields of `data/<language>/dates.json`, described in `data/README.md`. */
type DateData = Readonly<
  Record<
    | 'months'
    | 'monthAbbreviations'
    | 'weekdays'
    | 'weekdayAbbreviations'
    | 'seasons'
    | 'solarMonths'
    | 'framesBefore'
    | 'framesAfter'
    | 'dayWords'
    | 'decadeWords',
    Readonly<Record<string, number>>
  >
> &
  Readonly<
    Record<
      | 'namesToo'
      | 'lunarMonths'
      | 'ordinalSuffixes'
      | 'links'
      | 'parts'
      | 'in'
      | 'yearAfter'
      | 'notYearAfter'
      | 'notYearBefore'
      | 'agoAfter'
      | 'agoBefore'
      | 'ageMarks'
      | 'decadePrefixes'
      | 'yearWords'
      | 'rangeMiddles'
      | 'rangeFillers'
      | 'future'
      | 'conjunctions'
      | 'published',
      readonly string[]
    >
  > & {
    readonly frameUnits: Readonly<Record<string, string>>;
    readonly durationUnits: Readonly<Record<string, string>>;
    readonly calendarMarks: Readonly<Record<string, string>>;
    readonly relative: Readonly<Record<string, readonly (string | number)[]>>;
    readonly rangeOpeners: Readonly<Record<string, readonly string[]>>;
  };

export type Calendar = 'gregorian' | 'solar-hijri' | 'lunar-hijri';
export type StepUnit = 'day' | 'week' | 'month' | 'year';

/** A month by name. `weak`: an abbreviation, or a word that is a name or verb too, so it needs company. */
export interface MonthWord {
  readonly calendar: Calendar;
  readonly month: number;
  readonly weak: boolean;
  readonly abbreviation: boolean;
}

export interface DateLexicon {
  readonly language: LexiconLanguage;
  readonly months: PhraseIndex<MonthWord>;
  readonly weekdays: PhraseIndex<{ readonly weekday: Weekday; readonly abbreviation: boolean }>;
  readonly seasons: PhraseIndex<number>;
  readonly relative: PhraseIndex<{ readonly unit: StepUnit; readonly offset: number }>;
  readonly framesBefore: PhraseIndex<number>;
  readonly framesAfter: PhraseIndex<number>;
  readonly frameUnits: PhraseIndex<StepUnit | 'weekend'>;
  readonly durationUnits: PhraseIndex<string>;
  readonly agoAfter: PhraseIndex<true>;
  readonly agoBefore: PhraseIndex<true>;
  readonly calendarMarks: PhraseIndex<Calendar>;
  readonly rangeOpeners: PhraseIndex<ReadonlySet<string>>;
  readonly rangeMiddles: PhraseIndex<true>;
  readonly links: PhraseIndex<true>;
  readonly dayWords: PhraseIndex<number>;
  readonly decadeWords: PhraseIndex<number>;
  readonly ordinalSuffixes: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly in: ReadonlySet<string>;
  readonly yearAfter: ReadonlySet<string>;
  readonly notYearAfter: ReadonlySet<string>;
  readonly notYearBefore: ReadonlySet<string>;
  readonly ageMarks: ReadonlySet<string>;
  readonly decadePrefixes: ReadonlySet<string>;
  readonly yearWords: ReadonlySet<string>;
  readonly rangeFillers: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly published: ReadonlySet<string>;
}

const CALENDARS: readonly Calendar[] = ['gregorian', 'solar-hijri', 'lunar-hijri'];
const STEP_UNITS: readonly (StepUnit | 'weekend')[] = ['day', 'week', 'month', 'year', 'weekend'];

/** Data files are checked when they are read: a word outside the closed list stops the program. */
function oneOf<T extends string>(allowed: readonly T[], written: unknown): T {
  const found = allowed.find((value) => value === written);
  if (found === undefined) throw new Error(`unknown word in dates.json: ${String(written)}`);
  return found;
}

function dateLexicon(language: LexiconLanguage, data: DateData): DateLexicon {
  const variants = variantsOf(language);
  const index = <T>(entries: Iterable<readonly [string, T]>): PhraseIndex<T> => phraseIndex(entries, variants);
  const phrases = (words: readonly string[]) => index(words.map((word) => [word, true] as const));
  const weakWords = new Set(data.namesToo.map(foldForMatching));
  const months = (entries: Readonly<Record<string, number>>, calendar: Calendar, abbreviation: boolean) =>
    Object.entries(entries).map(([name, month]): readonly [string, MonthWord] => {
      // Persian and Arabic have no capitals; Solar Hijri months are ordinary text only in Persian.
      const weak = abbreviation || weakWords.has(foldForMatching(name)) || (calendar === 'solar-hijri' && language !== 'fa');
      return [name, { calendar, month, weak, abbreviation }];
    });
  const lunar = data.lunarMonths.map((name): readonly [string, MonthWord] => [
    name,
    { calendar: 'lunar-hijri', month: 0, weak: true, abbreviation: false },
  ]);
  const weekdays = (entries: Readonly<Record<string, number>>, abbreviation: boolean) =>
    // The data counts Monday 1 to Sunday 7.
    Object.entries(entries).map(([name, day]) => [name, { weekday: day as Weekday, abbreviation }] as const);
  return {
    language,
    months: index([
      ...months(data.months, 'gregorian', false),
      ...months(data.monthAbbreviations, 'gregorian', true),
      ...months(data.solarMonths, 'solar-hijri', false),
      ...lunar,
    ]),
    weekdays: index([...weekdays(data.weekdays, false), ...weekdays(data.weekdayAbbreviations, true)]),
    seasons: index(Object.entries(data.seasons)),
    relative: index(
      Object.entries(data.relative).map(
        ([phrase, [unit, offset]]) => [phrase, { unit: oneOf(['day', 'week', 'month', 'year'], unit), offset: Number(offset) }] as const,
      ),
    ),
    framesBefore: index(Object.entries(data.framesBefore)),
    framesAfter: index(Object.entries(data.framesAfter)),
    frameUnits: index(Object.entries(data.frameUnits).map(([phrase, unit]) => [phrase, oneOf(STEP_UNITS, unit)] as const)),
    durationUnits: index(Object.entries(data.durationUnits)),
    agoAfter: phrases(data.agoAfter),
    agoBefore: phrases(data.agoBefore),
    calendarMarks: index(Object.entries(data.calendarMarks).map(([mark, name]) => [mark, oneOf(CALENDARS, name)] as const)),
    rangeOpeners: phraseIndex(Object.entries(data.rangeOpeners).map(([phrase, middles]) => [phrase, foldedSet(middles)] as const)),
    rangeMiddles: phrases(data.rangeMiddles),
    links: phraseIndex(data.links.map((word) => [word, true] as const)),
    dayWords: phraseIndex(Object.entries(data.dayWords)),
    decadeWords: index(Object.entries(data.decadeWords)),
    ordinalSuffixes: foldedSet(data.ordinalSuffixes),
    parts: foldedSet(data.parts),
    in: foldedSet(data.in),
    yearAfter: foldedSet(data.yearAfter),
    notYearAfter: foldedSet(data.notYearAfter),
    notYearBefore: foldedSet(data.notYearBefore),
    ageMarks: foldedSet(data.ageMarks),
    decadePrefixes: foldedSet(data.decadePrefixes),
    yearWords: foldedSet(data.yearWords),
    rangeFillers: foldedSet(data.rangeFillers),
    future: foldedSet(data.future),
    conjunctions: foldedSet(data.conjunctions),
    published: foldedSet(data.published),
  };
}

/** The date lexicon of each language, built once from its data file. */
export const DATES: Readonly<Record<LexiconLanguage, DateLexicon>> = {
  en: dateLexicon('en', english),
  fa: dateLexicon('fa', persian),
  fr: dateLexicon('fr', french),
  ar: dateLexicon('ar', arabic),
};
