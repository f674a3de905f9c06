import { solarHijriToEdtf } from '../kernel/index.ts';
import type { StepUnit } from './date-lexicon.ts';
import type { DateMeaning, DateMention } from './date-meaning.ts';
import { DateParts, FIRST_SOLAR, FIRST_YEAR, LAST_SOLAR, LAST_YEAR, mention, NO_FIELDS } from './date-parts.ts';
import { NUMBERS } from './number-lexicon.ts';
import { numeralAt } from './numbers.ts';
import { touches } from './words.ts';

/** Dates that count from another day (yesterday, last June, three years ago), decades and durations. */
export class CountedDates extends DateParts {
  counted(first: number): DateMention | null {
    return this.framed(first) ?? this.ago(first) ?? this.relative(first) ?? this.decade(first);
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
      return mention([first, at + unit.length + frame.after], { kind: 'step', unit: step, offset: frame.frame }, 'framed-unit');
    }
    const weekday = this.lexicon.weekdays.at(this.words, at);
    if (weekday !== null && !weekday.value.abbreviation) {
      const meaning: DateMeaning = { kind: 'weekday', weekday: weekday.value.weekday, frame: frame.frame };
      return mention([first, at + weekday.length + frame.after], meaning, 'weekday-framed');
    }
    const month = this.monthAt(at);
    const season = this.lexicon.seasons.at(this.words, at);
    if (month !== null && !month.month.abbreviation && month.month.calendar !== 'lunar-hijri') {
      const fields = { ...NO_FIELDS, calendar: month.month.calendar, month: month.month.month };
      return mention([first, month.end + frame.after], { kind: 'framed', frame: frame.frame, fields }, 'month-framed');
    }
    if (season === null) return null;
    const fields = { ...NO_FIELDS, season: season.value };
    return mention([first, at + season.length + frame.after], { kind: 'framed', frame: frame.frame, fields }, 'season-framed');
  }

  private relative(first: number): DateMention | null {
    const found = this.lexicon.relative.at(this.words, first);
    return found === null ? null : mention([first, first + found.length], { kind: 'step', ...found.value }, 'relative');
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
    return mention([first, end], { kind: 'step', unit: unit ?? 'day', offset: unit === null ? null : offset }, 'ago');
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
      return mention([first, end], { kind: 'edtf', edtf: `${Math.floor(full / 10)}X`, calendar: 'gregorian' }, 'decade');
    }
    const full = year < 100 ? 1300 + year : year;
    const [from, to] = [full, full + 9].map((y) => solarHijriToEdtf({ year: y, month: null, day: null }));
    if (from?.ok !== true || to?.ok !== true) return null;
    const edtf = `${from.value.slice(0, from.value.indexOf('/'))}/${to.value.slice(to.value.indexOf('/') + 1)}`;
    return mention([first, end], { kind: 'edtf', edtf, calendar: 'solar-hijri' }, 'decade');
  }

  duration(first: number): DateMention | null {
    const amount = this.amount(first);
    // "One day" and "a week" are ways of speaking more often than lengths.
    if (amount === null || /^(?:an?|une?|one|یک)$/.test(this.lower(first))) return null;
    const before = this.lower(first - 1);
    const aged =
      this.lexicon.ageMarks.has(before) ||
      (before === 'de' && this.lexicon.ageMarks.has(this.lower(first - 2))) ||
      this.lexicon.ageMarks.has(this.lower(amount.end));
    const hyphen = this.lower(amount.end) === '-' || this.lower(amount.end) === 'old';
    return aged || hyphen ? null : mention([first, amount.end], { kind: 'duration' }, 'duration');
  }
}

function stepUnit(unit: string): StepUnit | null {
  return unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year' ? unit : null;
}
