import type { Calendar, MonthWord } from './date-lexicon.ts';
import type { CalendarFields, DateMeaning, DateMention } from './date-meaning.ts';
import { DateParts, exists, mention, NO_FIELDS } from './date-parts.ts';
import { NUMBERS } from './number-lexicon.ts';
import { numeralAt } from './numbers.ts';
import { touches } from './words.ts';

/** Dates that name a day, month, season or year, longest form first. */
export class CalendarDates extends DateParts {
  dated(first: number): DateMention | null {
    return this.numeric(first) ?? this.withWeekday(first) ?? this.dayMonth(first) ?? this.monthFirst(first) ?? this.seasonOf(first);
  }

  /** 1991-08-09, 9/8/1991, 9.8.1991, ۱۳۷۰/۵/۱۸. */
  private numeric(first: number): DateMention | null {
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(this.lower(first));
    // With dots the day comes first in every language read here.
    if (dotted !== null) return this.dayFirst(first, first + 1, [dotted[1] ?? '', dotted[2] ?? '', dotted[3] ?? '']);
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
      return mention([first, end], { kind: 'choice', candidates: [text(b, a), text(a, b)] }, 'numeric-choice');
    }
    const dayFirst = b <= 12;
    return this.numericDay(first, end, { year: c, month: dayFirst ? b : a, day: dayFirst ? a : b });
  }

  private dayFirst(first: number, end: number, [day, month, year]: readonly [string, string, string]): DateMention | null {
    return this.numericDay(first, end, { year: Number(year), month: Number(month), day: Number(day) });
  }

  private numericDay(first: number, end: number, day: { year: number; month: number; day: number }): DateMention | null {
    const calendar = this.calendarOfYear(day.year);
    if (calendar === null || calendar === 'lunar-hijri') return null;
    const fields = { ...NO_FIELDS, ...day, calendar };
    return exists(fields) ? mention([first, end], { kind: 'fields', fields }, 'numeric') : null;
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
    return mention([first, end], { kind: 'weekday', weekday: found.value.weekday, frame }, 'weekday');
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
      ...NO_FIELDS,
      calendar: parts.month.calendar === 'gregorian' ? (year?.calendar ?? 'gregorian') : parts.month.calendar,
      year: year?.year ?? null,
      month: parts.month.month,
      day: parts.from,
    };
    const end = year?.end ?? parts.end;
    // In other languages the names of Solar Hijri months are words and names of bodies too.
    const unclear = year === null && parts.month.calendar === 'solar-hijri' && this.lexicon.language !== 'fa';
    if (unclear || !exists(fields)) return null;
    if (parts.to === null) return mention([parts.first, end], { kind: 'fields', fields }, fields.year === null ? 'day-month' : 'day');
    const to = { ...fields, day: parts.to };
    return exists(to) ? mention([parts.first, end], { kind: 'interval', from: fields, to }, 'day-range') : null;
  }

  private secondDay(index: number): { readonly day: number; readonly end: number } | null {
    const middle = this.lexicon.rangeMiddles.at(this.words, index);
    const joined = middle !== null || this.lower(index) === 'and' || this.lower(index) === 'et' || this.lower(index) === 'و';
    return joined ? this.dayAt(index + (middle?.length ?? 1)) : null;
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
    const fields = { ...NO_FIELDS, calendar, year: year?.year ?? null, month: found.month.month };
    return mention([start, year?.end ?? found.end], { kind: 'fields', fields }, year === null ? 'month' : 'month-year');
  }

  /** A number that goes on past two digits is no day: June 12,000. */
  private startsNumber(index: number): boolean {
    const after = this.words[index + 1];
    return touches(this.words[index], after) && (after?.lower === '%' || after?.kind === 'number');
  }

  private dashedDay(index: number): { readonly day: number; readonly end: number } | null {
    return /^[-–—]$/.test(this.lower(index)) ? this.dayAt(index + 1) : null;
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
    const fields = { ...NO_FIELDS, season: found.value, year: year?.year ?? null, calendar: year?.calendar ?? 'gregorian' };
    if (year !== null && year.calendar !== 'lunar-hijri') {
      return mention([this.partBefore(first), year.end], { kind: 'fields', fields }, 'season-year');
    }
    const after = this.lexicon.framesAfter.at(this.words, end);
    if (after !== null) return mention([first, end + after.length], { kind: 'framed', frame: after.value, fields }, 'season-framed');
    const before = this.lower(first - 1);
    const article = /^(?:the|در|فی|في)$/.test(before) && !/^(?:fall|spring)$/.test(this.lower(first)) && this.lower(end) !== 'of';
    const elided = this.lexicon.language === 'fr' && /^(?:['’]|en|au)$/.test(before);
    const inSeason = before === 'in' && this.lower(first) !== 'fall';
    return article || elided || inSeason ? mention([first, end], { kind: 'fields', fields }, 'season') : null;
  }

  /** A year alone, where nothing around it says that the number counts or names something. */
  bareYear(first: number): DateMention | null {
    const word = this.words[first];
    if (this.lexicon.yearWords.has(this.lower(first - 1)) && word?.kind === 'word') return this.spelledYear(first);
    if (word?.kind !== 'number') return null;
    const afterYearWord = this.lexicon.yearWords.has(this.lower(first - 1));
    const year = this.yearAt(first, afterYearWord ? 'solar-hijri' : null);
    if (year === null || (this.insideNumber(first) && this.partBefore(first) === first) || this.touchesLetters(year.end)) return null;
    const to = this.yearRange(first, year);
    if (to !== undefined) return to;
    if (!this.looksLikeYear(first, year.end)) return null;
    const fields = { ...NO_FIELDS, calendar: year.calendar, year: year.year };
    return mention([this.partBefore(first), year.end], { kind: 'fields', fields }, 'year');
  }

  private spelledYear(first: number): DateMention | null {
    if (this.lexicon.language !== 'fa') return null;
    const numeral = numeralAt(this.words, first, { lexicon: NUMBERS.fa, groups: () => false });
    if (numeral?.kind !== 'exact' || numeral.value === null || this.calendarOfYear(numeral.value) === null) return null;
    const calendar = this.calendarOfYear(numeral.value) ?? 'solar-hijri';
    return mention([first, numeral.end], { kind: 'fields', fields: { ...NO_FIELDS, calendar, year: numeral.value } }, 'year-spelled');
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
    const fields = { ...NO_FIELDS, calendar: from.calendar };
    const meaning: DateMeaning = { kind: 'interval', from: { ...fields, year: from.year }, to: { ...fields, year } };
    return mention([first, from.end + 2], meaning, 'year-range');
  }

  private looksLikeYear(first: number, end: number): boolean {
    const [before, next] = [this.lower(first - 1), this.lower(end)];
    if (this.words[first - 1]?.kind === 'number') return false;
    if (this.lexicon.yearWords.has(before) || this.lexicon.yearWords.has(this.lower(first - 2))) return true;
    if (this.lexicon.yearAfter.has(before)) return !this.lexicon.notYearBefore.has(next);
    const linked = /^(?:of|to|is|was|at|de|به|از)$/.test(before) && this.lexicon.notYearAfter.has(this.lower(first - 2));
    if (this.lexicon.notYearAfter.has(before) || linked) return false;
    if (this.lexicon.notYearBefore.has(next)) return false;
    // "The 1988 prisoners": after the article a four-digit number before people is a year still.
    return before === 'the' || !this.counts(this.words, end);
  }
}
