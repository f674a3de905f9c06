import { isPartialDate, solarHijriToEdtf, type Weekday } from '../kernel/index.ts';
import type { Calendar, DateLexicon, MonthWord, StepUnit } from './date-lexicon.ts';
import { NUMBERS } from './number-lexicon.ts';
import { numeralAt } from './numbers.ts';
import { touches, type Word } from './words.ts';

/** A date as its words give it; what they leave out is null. `season` is 21 spring to 24 winter. */
export interface CalendarFields {
  readonly calendar: Calendar;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly season: number | null;
}

/** What a date's words mean before anything outside them is looked at. */
export type DateMeaning =
  | { readonly kind: 'fields'; readonly fields: CalendarFields }
  | { readonly kind: 'interval'; readonly from: CalendarFields; readonly to: CalendarFields }
  /** Complete already, and no calendar day, month, season or year: a decade. */
  | { readonly kind: 'edtf'; readonly edtf: string; readonly calendar: Calendar }
  /** 3/4/1991: day or month first, nobody can tell. */
  | { readonly kind: 'choice'; readonly candidates: readonly string[] }
  /** Last June, this summer, next May: -1, 0, 1. */
  | { readonly kind: 'framed'; readonly frame: number; readonly fields: CalendarFields }
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly frame: number | null }
  /** Yesterday, last week, three years ago. Null: the words do not say how many. */
  | { readonly kind: 'step'; readonly unit: StepUnit; readonly offset: number | null }
  | { readonly kind: 'duration' };

/** A date's words, by index into the words read, end exclusive. */
export interface DateMention {
  readonly first: number;
  readonly end: number;
  readonly meaning: DateMeaning;
  readonly rule: string;
}

/** A number followed by what it counts is no year. */
export type CountsSomething = (words: readonly Word[], afterNumber: number) => boolean;

const [FIRST_YEAR, LAST_YEAR] = [1700, 2100];
const [FIRST_SOLAR, LAST_SOLAR] = [1250, 1450];
const NOTHING: CalendarFields = { calendar: 'gregorian', year: null, month: null, day: null, season: null };

/** Reads the dates that begin at each word of one paragraph, longest form first. */
export class DateReader {
  private readonly words: readonly Word[];
  private readonly lexicon: DateLexicon;
  private readonly counts: CountsSomething;

  constructor(words: readonly Word[], lexicon: DateLexicon, counts: CountsSomething) {
    this.words = words;
    this.lexicon = lexicon;
    this.counts = counts;
  }

  /** The date that begins at a word, or null. */
  at(first: number): DateMention | null {
    return (
      this.numeric(first) ??
      this.withWeekday(first) ??
      this.dayMonth(first) ??
      this.monthFirst(first) ??
      this.seasonOf(first) ??
      this.framed(first) ??
      this.ago(first) ??
      this.relative(first) ??
      this.decade(first) ??
      this.bareYear(first) ??
      this.duration(first)
    );
  }

  private lower(index: number): string {
    return this.words[index]?.lower ?? '';
  }

  private mention(first: number, end: number, meaning: DateMeaning, rule: string): DateMention {
    return { first, end, meaning, rule: `date.${rule}` };
  }

  /** 1991-08-09, 9/8/1991, 9.8.1991, ۱۳۷۰/۵/۱۸. */
  private numeric(first: number): DateMention | null {
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(this.lower(first));
    if (dotted !== null) return this.fromNumbers(first, first + 1, [dotted[1] ?? '', dotted[2] ?? '', dotted[3] ?? '']);
    const [one, mark, two, again, three] = this.words.slice(first, first + 5);
    if (one?.kind !== 'number' || (mark?.lower !== '-' && mark?.lower !== '/') || again?.lower !== mark.lower) return null;
    if (!touches(one, mark) || !touches(mark, two) || !touches(two, again) || !touches(again, three)) return null;
    const after = this.words[first + 5];
    if ((after?.lower === mark.lower || after?.kind === 'word') && touches(three, after)) return null;
    return this.fromNumbers(first, first + 5, [one.lower, two?.lower ?? '', three?.lower ?? '']);
  }

  private fromNumbers(first: number, end: number, parts: readonly [string, string, string]): DateMention | null {
    if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
    const [a, b, c] = [Number(parts[0]), Number(parts[1]), Number(parts[2])];
    if (parts[0].length === 4) return this.numericDay(first, end, { year: a, month: b, day: c });
    if (parts[2].length !== 4) return null;
    if (a <= 12 && b <= 12 && a !== b && this.lexicon.language === 'en') {
      const text = (month: number, day: number) => `${c}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      return this.mention(first, end, { kind: 'choice', candidates: [text(b, a), text(a, b)] }, 'numeric-choice');
    }
    const dayFirst = b <= 12;
    return this.numericDay(first, end, { year: c, month: dayFirst ? b : a, day: dayFirst ? a : b });
  }

  private numericDay(first: number, end: number, day: { year: number; month: number; day: number }): DateMention | null {
    const calendar = this.calendarOfYear(day.year);
    if (calendar === null || calendar === 'lunar-hijri') return null;
    const fields = { ...NOTHING, ...day, calendar };
    return exists(fields) ? this.mention(first, end, { kind: 'fields', fields }, 'numeric') : null;
  }

  private withWeekday(first: number): DateMention | null {
    const found = this.lexicon.weekdays.at(this.words, first);
    if (found === null || (this.capitals && this.words[first]?.capital !== true)) return null;
    let next = first + found.length;
    if (found.value.abbreviation && this.lower(next) === '.') next += 1;
    for (const skip of [next, next + 1]) {
      if (skip > next && !/^[,،]$/.test(this.lower(next))) continue;
      const dated = this.numeric(skip) ?? this.dayMonth(skip) ?? this.monthFirst(skip);
      const fields = dated?.meaning.kind === 'fields' ? dated.meaning.fields : null;
      if (dated !== null && fields !== null && fields.day !== null) return { ...dated, first };
    }
    if (found.value.abbreviation) return null;
    const after = this.lexicon.framesAfter.at(this.words, next);
    const frame = after === null || this.lexicon.agoAfter.at(this.words, next) !== null ? null : after.value;
    const end = after === null ? next : next + after.length;
    return this.mention(first, end, { kind: 'weekday', weekday: found.value.weekday, frame }, 'weekday');
  }

  private get capitals(): boolean {
    return this.lexicon.language === 'en';
  }

  private monthAt(index: number): { readonly month: MonthWord; readonly end: number } | null {
    const found = this.lexicon.months.at(this.words, index);
    if (found === null) return null;
    if (this.capitals && this.words[index]?.capital !== true) return null;
    const stop = index + found.length;
    const dotted = found.value.abbreviation && this.lower(stop) === '.' && touches(this.words[stop - 1], this.words[stop]);
    return { month: found.value, end: dotted ? stop + 1 : stop };
  }

  private dayAt(index: number): { readonly day: number; readonly end: number } | null {
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

  private pastLinks(index: number): number {
    const link = this.lexicon.links.at(this.words, index);
    return link === null ? index : index + link.length;
  }

  /** The year after a month, season or day: with a comma, a linking word, or two digits where the language does so. */
  private yearAfter(
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

  private yearAt(
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

  private calendarOfYear(year: number): Calendar | null {
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return 'gregorian';
    if (year < FIRST_SOLAR || year > LAST_SOLAR) return null;
    return this.lexicon.language === 'fa' ? 'solar-hijri' : this.lexicon.language === 'ar' ? 'lunar-hijri' : null;
  }

  /** 9 August 1991, 9th of August, 9–12 August 1991, پنجم مرداد ۱۳۷۰. */
  private dayMonth(first: number): DateMention | null {
    const day = this.dayAt(first);
    if (day === null || this.insideNumber(first)) return null;
    const to = this.secondDay(day.end);
    const lastDay = to ?? day;
    const month = this.monthAt(this.pastLinks(lastDay.end));
    if (month === null) return null;
    return this.dayAndMonth({ first, month: month.month, from: day.day, to: to?.day ?? null, end: month.end });
  }

  private dayAndMonth(parts: { first: number; month: MonthWord; from: number; to: number | null; end: number }): DateMention | null {
    const year = this.yearAfter(parts.end, parts.month.calendar);
    const fields: CalendarFields = {
      ...NOTHING,
      calendar: parts.month.calendar === 'gregorian' ? (year?.calendar ?? 'gregorian') : parts.month.calendar,
      year: year?.year ?? null,
      month: parts.month.month,
      day: parts.from,
    };
    const end = year?.end ?? parts.end;
    if (!exists(fields)) return null;
    if (parts.to === null) return this.mention(parts.first, end, { kind: 'fields', fields }, fields.year === null ? 'day-month' : 'day');
    const to = { ...fields, day: parts.to };
    return exists(to) ? this.mention(parts.first, end, { kind: 'interval', from: fields, to }, 'day-range') : null;
  }

  private secondDay(index: number): { readonly day: number; readonly end: number } | null {
    const middle = this.lexicon.rangeMiddles.at(this.words, index);
    const joined = middle !== null || this.lower(index) === 'and' || this.lower(index) === 'et' || this.lower(index) === 'و';
    return joined ? this.dayAt(index + (middle?.length ?? 1)) : null;
  }

  private insideNumber(first: number): boolean {
    const before = this.words[first - 1];
    return before !== undefined && touches(before, this.words[first]) && (before.kind === 'number' || /^[/$€£#.+-]$/.test(before.lower));
  }

  /** August 9, 1991; August 9–12, 1991; August 1991; August. */
  private monthFirst(first: number): DateMention | null {
    const start = this.partBefore(first);
    const found = this.monthAt(first);
    if (found === null) return null;
    const day = this.lexicon.language === 'en' ? this.dayAt(found.end) : null;
    if (day !== null && !this.counts(this.words, day.end) && !this.startsNumber(found.end)) {
      const to = this.dashedDay(day.end);
      return this.dayAndMonth({ first, month: found.month, from: day.day, to: to?.day ?? null, end: to?.end ?? day.end });
    }
    const year = this.yearAfter(found.end, found.month.calendar);
    if (found.month.calendar === 'lunar-hijri' && year === null) return null;
    if (year === null && !this.standsAlone(first, found)) return null;
    const calendar = found.month.calendar === 'gregorian' ? (year?.calendar ?? 'gregorian') : found.month.calendar;
    const fields = { ...NOTHING, calendar, year: year?.year ?? null, month: found.month.month };
    return this.mention(start, year?.end ?? found.end, { kind: 'fields', fields }, year === null ? 'month' : 'month-year');
  }

  /** A number that goes on past two digits is no day: June 12,000. */
  private startsNumber(index: number): boolean {
    const after = this.words[index + 1];
    return touches(this.words[index], after) && (after?.lower === '%' || after?.kind === 'number');
  }

  private dashedDay(index: number): { readonly day: number; readonly end: number } | null {
    return /^[-–—]$/.test(this.lower(index)) ? this.dayAt(index + 1) : null;
  }

  /** Early, late, mid- belong to the phrase and change nothing that EDTF could say. */
  private partBefore(first: number): number {
    if (this.lexicon.parts.has(this.lower(first - 1))) return first - 1;
    if (this.lower(first - 1) === '-' && this.lexicon.parts.has(this.lower(first - 2))) return first - 2;
    return first;
  }

  private standsAlone(first: number, found: { readonly month: MonthWord; readonly end: number }): boolean {
    const before = this.words[first - 1];
    if (found.month.abbreviation) return false;
    if (this.capitals) {
      const introduced = this.lexicon.in.has(before?.lower ?? '') || this.lexicon.framesBefore.endingAt(this.words, first - 1) !== null;
      const named = before?.kind === 'word' && before.capital && !introduced;
      return found.month.weak ? introduced : !named;
    }
    if (!found.month.weak) return true;
    return /^(?:ماه|شهر)$/.test(this.lower(found.end)) || /^(?:شهر)$/.test(before?.lower ?? '');
  }

  /** Summer of 1991, the winter; bare only where the words around show it is a time. */
  private seasonOf(first: number): DateMention | null {
    const found = this.lexicon.seasons.at(this.words, first);
    if (found === null) return null;
    const end = first + found.length;
    const year = this.yearAfter(end, this.lexicon.language === 'fa' ? 'solar-hijri' : null);
    const fields = { ...NOTHING, season: found.value, year: year?.year ?? null, calendar: year?.calendar ?? 'gregorian' };
    if (year !== null && year.calendar !== 'lunar-hijri') {
      return this.mention(this.partBefore(first), year.end, { kind: 'fields', fields }, 'season-year');
    }
    const after = this.lexicon.framesAfter.at(this.words, end);
    if (after !== null) return this.mention(first, end + after.length, { kind: 'framed', frame: after.value, fields }, 'season-framed');
    const before = this.lower(first - 1);
    const article = /^(?:the|در|فی|في)$/.test(before) && !/^(?:fall|spring)$/.test(this.lower(first)) && this.lower(end) !== 'of';
    const elided = this.lexicon.language === 'fr' && /^(?:['’]|en|au)$/.test(before);
    const inSeason = before === 'in' && this.lower(first) !== 'fall';
    return article || elided || inSeason ? this.mention(first, end, { kind: 'fields', fields }, 'season') : null;
  }

  /** Last week, this summer, last June, last Thursday; la semaine dernière, سال گذشته. */
  private framed(first: number): DateMention | null {
    const before = this.lexicon.framesBefore.at(this.words, first);
    if (before !== null) {
      const at = first + before.length;
      return this.framedThing(first, at, { frame: before.value, after: 0 });
    }
    const unit = this.lexicon.frameUnits.at(this.words, first) ?? this.lexicon.months.at(this.words, first);
    if (unit === null) return null;
    const after = this.lexicon.framesAfter.at(this.words, first + unit.length);
    return after === null ? null : this.framedThing(first, first, { frame: after.value, after: after.length });
  }

  private framedThing(first: number, at: number, frame: { readonly frame: number; readonly after: number }): DateMention | null {
    const unit = this.lexicon.frameUnits.at(this.words, at);
    if (unit !== null) {
      const step = unit.value === 'weekend' ? 'week' : unit.value;
      return this.mention(first, at + unit.length + frame.after, { kind: 'step', unit: step, offset: frame.frame }, 'framed-unit');
    }
    const weekday = this.lexicon.weekdays.at(this.words, at);
    if (weekday !== null && !weekday.value.abbreviation) {
      const meaning: DateMeaning = { kind: 'weekday', weekday: weekday.value.weekday, frame: frame.frame };
      return this.mention(first, at + weekday.length + frame.after, meaning, 'weekday-framed');
    }
    const month = this.monthAt(at);
    const season = this.lexicon.seasons.at(this.words, at);
    if (month !== null && !month.month.abbreviation && month.month.calendar !== 'lunar-hijri') {
      const fields = { ...NOTHING, calendar: month.month.calendar, month: month.month.month };
      return this.mention(first, month.end + frame.after, { kind: 'framed', frame: frame.frame, fields }, 'month-framed');
    }
    if (season === null) return null;
    const fields = { ...NOTHING, season: season.value };
    return this.mention(first, at + season.length + frame.after, { kind: 'framed', frame: frame.frame, fields }, 'season-framed');
  }

  private relative(first: number): DateMention | null {
    const found = this.lexicon.relative.at(this.words, first);
    return found === null ? null : this.mention(first, first + found.length, { kind: 'step', ...found.value }, 'relative');
  }

  /** A number of units of time, from its first word; vague numbers have no value. */
  private amount(first: number): { readonly value: number | null; readonly unit: string; readonly end: number } | null {
    const numeral = numeralAt(this.words, first, { lexicon: NUMBERS[this.lexicon.language], groups: () => false });
    const article = numeral === null && /^(?:an?|une?)$/.test(this.lower(first));
    const at = numeral?.end ?? (article ? first + 1 : null);
    if (at === null) return null;
    const unit = this.lexicon.durationUnits.at(this.words, at);
    if (unit === null) return null;
    return { value: article ? 1 : (numeral?.value ?? null), unit: unit.value, end: at + unit.length };
  }

  private ago(first: number): DateMention | null {
    const marked = this.lexicon.agoBefore.at(this.words, first);
    const amount = this.amount(first + (marked?.length ?? 0));
    if (amount === null) return null;
    const after = marked === null ? this.lexicon.agoAfter.at(this.words, amount.end) : null;
    if (marked === null && after === null) return null;
    const unit = stepUnit(amount.unit);
    const end = amount.end + (after?.length ?? 0);
    // Earlier than what? Only "ago" counts from the day of writing.
    const counted = this.lower(amount.end) !== 'earlier' && !/^(?:auparavant|plus)$/.test(this.lower(amount.end));
    const offset = unit === null || amount.value === null || !counted ? null : -amount.value;
    return this.mention(first, end, { kind: 'step', unit: unit ?? 'day', offset: unit === null ? null : offset }, 'ago');
  }

  /** The 1980s, les années 80, دهه ۶۰, الثمانينيات. */
  private decade(first: number): DateMention | null {
    const word = this.words[first];
    const spelled = this.lexicon.decadeWords.at(this.words, first);
    if (spelled !== null) return this.decadeFrom(first, first + spelled.length, spelled.value * 10);
    if (this.lexicon.decadePrefixes.has(word?.lower ?? '')) {
      const numeral = numeralAt(this.words, first + 1, { lexicon: NUMBERS[this.lexicon.language], groups: () => false });
      return numeral?.value === null || numeral === null || numeral.value % 10 !== 0
        ? null
        : this.decadeFrom(first, numeral.end, numeral.value);
    }
    if (word?.kind !== 'number' || !/^\d{3}0$/.test(word.lower)) return null;
    const apostrophe = /^['’]$/.test(this.lower(first + 1)) && touches(word, this.words[first + 1]);
    const s = first + (apostrophe ? 2 : 1);
    if (this.lower(s) !== 's' || !touches(this.words[s - 1], this.words[s])) return null;
    return this.decadeFrom(this.partBefore(first), s + 1, Number(word.lower));
  }

  private decadeFrom(first: number, end: number, year: number): DateMention | null {
    const solar = this.lexicon.language === 'fa' && (year < 100 || (year >= FIRST_SOLAR && year <= LAST_SOLAR));
    if (!solar) {
      const full = year < 100 ? 1900 + year : year;
      if (full < FIRST_YEAR || full > LAST_YEAR) return null;
      return this.mention(first, end, { kind: 'edtf', edtf: `${Math.floor(full / 10)}X`, calendar: 'gregorian' }, 'decade');
    }
    const full = year < 100 ? 1300 + year : year;
    const [from, to] = [full, full + 9].map((y) => solarHijriToEdtf({ year: y, month: null, day: null }));
    if (from?.ok !== true || to?.ok !== true) return null;
    const edtf = `${from.value.slice(0, from.value.indexOf('/'))}/${to.value.slice(to.value.indexOf('/') + 1)}`;
    return this.mention(first, end, { kind: 'edtf', edtf, calendar: 'solar-hijri' }, 'decade');
  }

  private bareYear(first: number): DateMention | null {
    const word = this.words[first];
    if (this.lexicon.yearWords.has(this.lower(first - 1)) && word?.kind === 'word') return this.spelledYear(first);
    if (word?.kind !== 'number') return null;
    const afterYearWord = this.lexicon.yearWords.has(this.lower(first - 1));
    const year = this.yearAt(first, afterYearWord ? 'solar-hijri' : null);
    if (year === null || this.insideNumber(first) || this.touchesLetters(year.end)) return null;
    const to = this.yearRange(first, year);
    if (to !== undefined) return to;
    if (!this.looksLikeYear(first, year.end)) return null;
    const fields = { ...NOTHING, calendar: year.calendar, year: year.year };
    return this.mention(this.partBefore(first), year.end, { kind: 'fields', fields }, 'year');
  }

  private spelledYear(first: number): DateMention | null {
    if (this.lexicon.language !== 'fa') return null;
    const numeral = numeralAt(this.words, first, { lexicon: NUMBERS.fa, groups: () => false });
    if (numeral?.kind !== 'exact' || numeral.value === null || this.calendarOfYear(numeral.value) === null) return null;
    const calendar = this.calendarOfYear(numeral.value) ?? 'solar-hijri';
    return this.mention(first, numeral.end, { kind: 'fields', fields: { ...NOTHING, calendar, year: numeral.value } }, 'year-spelled');
  }

  private touchesLetters(end: number): boolean {
    const [last, next] = [this.words[end - 1], this.words[end]];
    return touches(last, next) && (next?.kind === 'word' || next?.kind === 'number' || /^[%/@]$/.test(next?.lower ?? ''));
  }

  /** 1988–1990 and 1988-89; null refuses both (a telephone number), undefined means there is no dash. */
  private yearRange(
    first: number,
    from: { readonly year: number; readonly calendar: Calendar; readonly end: number },
  ): DateMention | null | undefined {
    const [dash, last] = [this.words[from.end], this.words[from.end + 1]];
    if (!/^[-–—/]$/.test(dash?.lower ?? '') || !touches(this.words[from.end - 1], dash) || !touches(dash, last)) return undefined;
    if (last?.kind !== 'number') return undefined;
    const short = /^\d{2}$/.test(last.lower);
    const year = short ? Math.floor(from.year / 100) * 100 + Number(last.lower) : Number(last.lower);
    if ((!short && !/^\d{4}$/.test(last.lower)) || year <= from.year || year - from.year > 100) return null;
    const fields = { ...NOTHING, calendar: from.calendar };
    const meaning: DateMeaning = { kind: 'interval', from: { ...fields, year: from.year }, to: { ...fields, year } };
    return this.mention(first, from.end + 2, meaning, 'year-range');
  }

  private looksLikeYear(first: number, end: number): boolean {
    const [before, next] = [this.lower(first - 1), this.lower(end)];
    if (this.lexicon.yearWords.has(before) || this.lexicon.yearWords.has(this.lower(first - 2))) return true;
    if (this.lexicon.yearAfter.has(before)) return !this.lexicon.notYearBefore.has(next);
    const linked = /^(?:of|to|is|was|at|de|به|از)$/.test(before) && this.lexicon.notYearAfter.has(this.lower(first - 2));
    if (this.lexicon.notYearAfter.has(before) || linked) return false;
    if (this.lexicon.notYearBefore.has(next)) return false;
    // "The 1988 prisoners": after the article a four-digit number before people is a year still.
    return before === 'the' || !this.counts(this.words, end);
  }

  private duration(first: number): DateMention | null {
    const amount = this.amount(first);
    if (amount === null || /^(?:an?|une?)$/.test(this.lower(first))) return null;
    const before = this.lower(first - 1);
    const aged = this.lexicon.ageMarks.has(before) || this.lexicon.ageMarks.has(this.lower(amount.end));
    const hyphen = this.lower(amount.end) === '-' || this.lower(amount.end) === 'old';
    return aged || hyphen ? null : this.mention(first, amount.end, { kind: 'duration' }, 'duration');
  }
}

function stepUnit(unit: string): StepUnit | null {
  return unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year' ? unit : null;
}

/** Whether the calendar has the day; a leap year stands for an unknown one. */
function exists(fields: CalendarFields): boolean {
  const { calendar, month, day } = fields;
  if (calendar === 'solar-hijri') return solarHijriToEdtf({ year: fields.year ?? 1399, month, day }).ok;
  if (calendar === 'lunar-hijri' || month === null) return true;
  const two = (value: number) => String(value).padStart(2, '0');
  return isPartialDate(`${fields.year ?? 2000}-${two(month)}${day === null ? '' : `-${two(day)}`}`);
}
