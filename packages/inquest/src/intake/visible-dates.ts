import { calendarDay, daysInMonth, solarHijriToEdtf } from '../kernel/index.ts';

/** A date as printed. Offsets are into the text it was looked for in. */
export interface PrintedDate {
  readonly start: number;
  /** Exactly the words, the weekday included. */
  readonly raw: string;
  readonly edtf: string;
  readonly weekday: boolean;
  /** A month and a year only. */
  readonly monthOnly: boolean;
}

const MAX_LOOKED_AT = 2000;
const MAX_FOUND = 20;

const GREGORIAN_MONTHS: readonly string[] = [
  'January|Jan|janvier|يناير|کانون الثانی|ژانویه',
  'February|Feb|février|فبرایر|شباط|فوریه',
  'March|Mar|mars|مارس|آذار',
  'April|Apr|avril|ابریل|أبریل|نیسان|آوریل',
  'May|mai|مایو|أیار|ایار|مه|می',
  'June|Jun|juin|یونیو|حزیران|ژوئن',
  'July|Jul|juillet|یولیو|تموز|ژوئیه|جولای',
  'August|Aug|août|أغسطس|اغسطس|آب|اوت|آگوست',
  'September|Sept|Sep|septembre|سبتمبر|أیلول|ایلول|سپتامبر',
  'October|Oct|octobre|أکتوبر|اکتوبر|تشرین الأول|تشرین الاول|اکتبر',
  'November|Nov|novembre|نوفمبر|تشرین الثانی|نوامبر',
  'December|Dec|décembre|دیسمبر|کانون الأول|کانون الاول|دسامبر',
].map((names) => foldLetters(names));
const SOLAR_HIJRI_MONTHS = 'فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند'.split('|');
const WEEKDAYS = foldLetters(
  [
    '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    '(?:یک|دو|سه|چهار|پنج)[\\s\u200C]?شنبه|شنبه|جمعه|آدینه|الأحد|الإثنین|الاثنین|الثلاثاء|الأربعاء|الخمیس|الجمعة|السبت',
  ].join('|'),
);

const GREGORIAN = GREGORIAN_MONTHS.join('|');
const SOLAR = SOLAR_HIJRI_MONTHS.join('|');
const WEEKDAY = `(?:(?<weekday>${WEEKDAYS})\\.?\\s*[,،]?\\s+)?`;
const NOT_IN_WORD = '(?<![\\p{L}\\p{M}\\p{N}])';
const NOT_ON = '(?![\\p{L}\\p{M}\\p{N}])';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|م)?';

/** In this order; where two overlap the one that begins first wins, then the earlier form. */
const FORMS: readonly { readonly pattern: RegExp; readonly calendar: 'gregorian' | 'solar' | 'numeric' }[] = [
  form(`${WEEKDAY}${DAY}\\s+(?:of\\s+|de\\s+)?(?<month>${GREGORIAN})\\.?,?\\s+(?<year>\\d{4})`, 'gregorian'),
  form(`${WEEKDAY}(?<month>${GREGORIAN})\\.?\\s+${DAY},?\\s+(?<year>\\d{4})`, 'gregorian'),
  form(`${WEEKDAY}${DAY}\\s+(?<month>${SOLAR})(?:[\\s\u200C]?ماه)?\\s*[,،]?\\s*(?:سال\\s+)?(?<year>\\d{4})`, 'solar'),
  form(`${WEEKDAY}(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})`, 'numeric'),
  form(`${WEEKDAY}(?<first>\\d{1,2})[./](?<second>\\d{1,2})[./](?<year>\\d{4})`, 'numeric'),
  form(`(?<month>${GREGORIAN}),?\\s+(?<year>\\d{4})`, 'gregorian'),
  form(`(?<month>${SOLAR})(?:[\\s\u200C]?ماه)?\\s*(?:سال\\s+)?(?<year>\\d{4})`, 'solar'),
];

function form(source: string, calendar: 'gregorian' | 'solar' | 'numeric') {
  return { pattern: new RegExp(`${NOT_IN_WORD}${source}${NOT_ON}`, 'giu'), calendar };
}

/**
 * Dates printed with day, month and year, or month and year, in English, French, Arabic and
 * Persian words, in the Gregorian and Solar Hijri calendars and with any of their digits. Looks
 * at the first 2,000 code units. `3/4/2022` is left out: it has two readings. Days that do not
 * exist are left out. Not for running text: reading does that, with its context.
 */
export function printedDates(text: string): readonly PrintedDate[] {
  const looked = text.slice(0, MAX_LOOKED_AT);
  const folded = foldLetters(foldDigits(looked));
  const found: PrintedDate[] = [];
  for (const { pattern, calendar } of FORMS) {
    for (const match of folded.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const edtf = calendar === 'solar' ? solarDate(groups) : calendar === 'gregorian' ? gregorianDate(groups) : numericDate(groups);
      if (edtf === null) continue;
      const raw = looked.slice(match.index, match.index + match[0].length);
      const monthOnly = groups['day'] === undefined && groups['first'] === undefined;
      found.push({ start: match.index, raw, edtf, weekday: groups['weekday'] !== undefined, monthOnly });
    }
  }
  return withoutOverlaps(found).slice(0, MAX_FOUND);
}

/** The date of a line that consists of nothing else but a date, a time of day and words like "published". */
export function loneDate(line: string): PrintedDate | null {
  const [date, ...others] = printedDates(line);
  if (date === undefined || others.length > 0 || date.monthOnly) return null;
  const rest = `${line.slice(0, date.start)} ${line.slice(date.start + date.raw.length)}`;
  const left = foldDigits(rest)
    .replace(/\b(?:published|posted|date|dated|on|at|updated|last|modified|today|publié|le|GMT|UTC|[ECMP][SD]T|[ap]\.?m\.?)\b/giu, ' ')
    .replace(/(?:تاریخ|انتشار|منتشر|شده|ساعت|امروز|به‌روزرسانی|نشر|التاریخ|الساعة|تم)/gu, ' ')
    .replace(/\d{1,2}[:.]\d{2}(?:[:.]\d{2})?/g, ' ');
  return /[\p{L}\p{N}]/u.test(left) ? null : date;
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` at the start of an ISO 8601 date or time, as EDTF; else null. No zone is applied. */
export function isoDate(value: string): string | null {
  const match = /^\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?=$|[T\s])/.exec(value);
  if (match === null) return null;
  const [, year, month, day] = match;
  if (year === undefined || !plausibleYear(Number(year))) return null;
  if (month === undefined) return year;
  return gregorian(Number(year), Number(month), day === undefined ? null : Number(day));
}

/** The date in the path of an address, as `/2022/01/28/` or `/2022-01-28-`, at day or month; else null. */
export function urlPathDate(url: string): { readonly edtf: string; readonly raw: string } | null {
  const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
  const match = /(?<![0-9])((?:19|20)\d{2})([-/])(\d{2})(?:\2(\d{2}))?(?![0-9])/.exec(path);
  if (match === null) return null;
  const [raw, year, , month, day] = match;
  const edtf = gregorian(Number(year), Number(month), day === undefined ? null : Number(day));
  return edtf === null ? null : { edtf, raw };
}

function gregorianDate(groups: Record<string, string | undefined>): string | null {
  const month = GREGORIAN_MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`, 'iu').test(groups['month'] ?? '')) + 1;
  return gregorian(Number(groups['year']), month, groups['day'] === undefined ? null : Number(groups['day']));
}

function solarDate(groups: Record<string, string | undefined>): string | null {
  const month = SOLAR_HIJRI_MONTHS.indexOf(groups['month'] ?? '') + 1;
  return solar(Number(groups['year']), month, groups['day'] === undefined ? null : Number(groups['day']));
}

function numericDate(groups: Record<string, string | undefined>): string | null {
  const year = Number(groups['year']);
  if (groups['first'] === undefined) {
    const [month, day] = [Number(groups['month']), Number(groups['day'])];
    return isSolarYear(year) ? solar(year, month, day) : gregorian(year, month, day);
  }
  const [first, second] = [Number(groups['first']), Number(groups['second'])];
  if (first > 12) return gregorian(year, second, first);
  return second > 12 || first === second ? gregorian(year, first, second) : null;
}

function gregorian(year: number, month: number, day: number | null): string | null {
  if (!plausibleYear(year) || month < 1 || month > 12) return null;
  if (day === null) return `${year}-${String(month).padStart(2, '0')}`;
  return day >= 1 && day <= daysInMonth(year, month) ? calendarDay(year, month, day) : null;
}

function solar(year: number, month: number, day: number | null): string | null {
  if (!isSolarYear(year)) return null;
  const converted = solarHijriToEdtf({ year, month, day });
  return converted.ok ? converted.value : null;
}

function plausibleYear(year: number): boolean {
  return year >= 1800 && year <= 2100;
}

function isSolarYear(year: number): boolean {
  return year >= 1250 && year <= 1499;
}

function withoutOverlaps(found: readonly PrintedDate[]): PrintedDate[] {
  const kept: PrintedDate[] = [];
  const ordered = [...found].sort((a, b) => a.start - b.start || b.raw.length - a.raw.length);
  for (const date of ordered) {
    const last = kept.at(-1);
    if (last === undefined || date.start >= last.start + last.raw.length) kept.push(date);
  }
  return kept;
}

/** One code unit for one, so that offsets stay. */
function foldDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.charCodeAt(0) - (digit >= '۰' ? 0x6f0 : 0x660)) % 10));
}

function foldLetters(text: string): string {
  return text
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\u00A0\u202F]/g, ' ');
}
