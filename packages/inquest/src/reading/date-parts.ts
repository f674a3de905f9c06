import { isPartialDate, solarHijriToEdtf } from '../kernel/index.ts';
import type { Calendar, DateLexicon, MonthWord } from './date-lexicon.ts';
import type { CalendarFields, DateMeaning, DateMention } from './date-meaning.ts';
import { touches, type Word } from './words.ts';

/** A number followed by what it counts is no year. */
export type CountsSomething = (words: readonly Word[], afterNumber: number) => boolean;

export const [FIRST_YEAR, LAST_YEAR] = [1700, 2100] as const;
export const [FIRST_SOLAR, LAST_SOLAR] = [1250, 1450] as const;
export const NO_FIELDS: CalendarFields = { calendar: 'gregorian', year: null, month: null, day: null, season: null };

/** A date between two words (end exclusive), by the rule that read it. */
export function mention([first, end]: readonly [first: number, end: number], meaning: DateMeaning, rule: string): DateMention {
  return { first, end, meaning, rule: `date.${rule}` };
}

/** The pieces dates are made of, read at a word of one paragraph: days, months, years, and what links them. */
export class DateParts {
  protected readonly words: readonly Word[];
  protected readonly lexicon: DateLexicon;
  protected readonly counts: CountsSomething;

  constructor(words: readonly Word[], lexicon: DateLexicon, counts: CountsSomething) {
    this.words = words;
    this.lexicon = lexicon;
    this.counts = counts;
  }

  protected lower(index: number): string {
    return this.words[index]?.lower ?? '';
  }

  protected get capitals(): boolean {
    return this.lexicon.language === 'en';
  }

  protected monthAt(index: number): { readonly month: MonthWord; readonly end: number } | null {
    const found = this.lexicon.months.at(this.words, index);
    if (found === null) return null;
    if (this.capitals && this.words[index]?.capital !== true) return null;
    const stop = index + found.length;
    const dotted = found.value.abbreviation && this.lower(stop) === '.' && touches(this.words[stop - 1], this.words[stop]);
    return { month: found.value, end: this.pastSecondName(dotted ? stop + 1 : stop, found.value) };
  }

  /** August by both of its Arabic names: آب/أغسطس. */
  protected pastSecondName(end: number, month: MonthWord): number {
    const other = /^[/(]$/.test(this.lower(end)) ? this.lexicon.months.at(this.words, end + 1) : null;
    if (other?.value.month !== month.month || other.value.calendar !== month.calendar) return end;
    const next = end + 1 + other.length;
    return this.lower(end) === '(' && this.lower(next) === ')' ? next + 1 : next;
  }

  protected dayAt(index: number): { readonly day: number; readonly end: number } | null {
    const word = this.words[index];
    const spelled = this.lexicon.dayWords.at(this.words, index);
    if (spelled !== null) return { day: spelled.value, end: index + spelled.length };
    if (word === undefined || !/^\d{1,2}$/.test(word.lower)) return null;
    const day = Number(word.lower);
    if (day < 1 || day > 31) return null;
    const suffix = this.words[index + 1];
    const ordinal = suffix !== undefined && touches(word, suffix) && this.lexicon.ordinalSuffixes.has(suffix.lower);
    return { day, end: ordinal ? index + 2 : index + 1 };
  }

  protected pastLinks(index: number): number {
    const link = this.lexicon.links.at(this.words, index);
    return link === null ? index : index + link.length;
  }

  /** The year after a month, season or day: with a comma, a linking word, or two digits where the language does so. */
  protected yearAfter(
    index: number,
    near: Calendar | null,
  ): { readonly year: number; readonly calendar: Calendar; readonly end: number } | null {
    const afterLinks = this.pastLinks(index);
    const comma = this.lower(index) === ',' || this.lower(index) === '،';
    for (const at of [afterLinks, ...(comma ? [index + 1] : [])]) {
      const year = this.yearAt(at, near);
      if (year === null) continue;
      if (comma && at === index + 1 && this.counts(this.words, at + 1)) continue;
      return year;
    }
    return null;
  }

  protected yearAt(
    index: number,
    near: Calendar | null,
  ): { readonly year: number; readonly calendar: Calendar; readonly end: number } | null {
    const word = this.words[index];
    if (word?.kind !== 'number') return null;
    const short = this.lexicon.language === 'fa' && near !== null && /^[3-9]\d$/.test(word.lower);
    const year = short ? 1300 + Number(word.lower) : Number(word.lower);
    if (!short && !/^\d{4}$/.test(word.lower)) return null;
    const mark = this.lexicon.calendarMarks.at(this.words, index + 1);
    const solarNear = near === 'solar-hijri' && year >= FIRST_SOLAR && year <= LAST_SOLAR;
    const calendar = mark?.value ?? (short || solarNear ? 'solar-hijri' : this.calendarOfYear(year));
    if (calendar === null || (short && this.counts(this.words, index + 1))) return null;
    return { year, calendar, end: index + 1 + (mark?.length ?? 0) };
  }

  protected calendarOfYear(year: number): Calendar | null {
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return 'gregorian';
    if (year < FIRST_SOLAR || year > LAST_SOLAR) return null;
    return this.lexicon.language === 'fa' ? 'solar-hijri' : this.lexicon.language === 'ar' ? 'lunar-hijri' : null;
  }

  protected insideNumber(first: number): boolean {
    const before = this.words[first - 1];
    return before !== undefined && touches(before, this.words[first]) && (before.kind === 'number' || /^[/$€£#.+-]$/.test(before.lower));
  }

  /** Early, late, mid- belong to the phrase and change nothing that EDTF could say. */
  protected partBefore(first: number): number {
    if (this.lexicon.parts.has(this.lower(first - 1))) return first - 1;
    if (this.lower(first - 1) === '-' && this.lexicon.parts.has(this.lower(first - 2))) return first - 2;
    return first;
  }
}

/** Whether the calendar has the day; a leap year stands for an unknown one. */
export function exists(fields: CalendarFields): boolean {
  const { calendar, month, day } = fields;
  if (calendar === 'solar-hijri') return solarHijriToEdtf({ year: fields.year ?? 1399, month, day }).ok;
  if (calendar === 'lunar-hijri' || month === null) return true;
  const two = (value: number) => String(value).padStart(2, '0');
  return isPartialDate(`${fields.year ?? 2000}-${two(month)}${day === null ? '' : `-${two(day)}`}`);
}
