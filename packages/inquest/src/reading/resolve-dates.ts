import { addDays, parsePartialDate, weekdayOf } from '../kernel/index.ts';
import type { DateProposal } from '../model/index.ts';
import type { ArticleDate } from './article-date.ts';
import { edtfOfFields, edtfOfInterval, edtfWithoutYear, lunarYearCandidates } from './date-calendar.ts';
import type { CalendarFields } from './date-meaning.ts';
import type { LocatedDate } from './located-dates.ts';
import { type Around, boundByStory, dayToldBefore, type Narrative, type StoryYear, sameMonthElsewhere } from './narrative-years.ts';
import { monthInYear, occurrence, steppedDate, weekdayNear } from './relative-dates.ts';

type Anchor = NonNullable<DateProposal['anchor']>;

/** A date in EDTF, or what it could be, and what made it so. */
export interface ResolvedDate {
  readonly edtf: string | null;
  readonly candidates: readonly string[];
  readonly anchor: Anchor | null;
}

const UNRESOLVED: ResolvedDate = { edtf: null, candidates: [], anchor: null };

/**
 * Makes a date absolute without guessing. What leaves out its year takes it, in this order, from
 * the story around it, from the article's own date, from the same month named elsewhere with a
 * year, from the latest date the text tells of; else the year stays open (`XXXX-06-19`).
 */
export function resolveDate(located: LocatedDate, story: Narrative, article: ArticleDate | null): ResolvedDate {
  const { meaning } = located.mention;
  switch (meaning.kind) {
    case 'fields':
      return meaning.fields.year === null ? yearless(located, meaning.fields, { story, article }) : explicit(meaning.fields);
    case 'interval': {
      const known = interval(meaning.from, meaning.to);
      if (known.edtf !== null) return known;
      return openInterval(located, meaning, { story, article });
    }
    case 'edtf':
      return { ...UNRESOLVED, edtf: meaning.edtf };
    case 'choice':
      return { ...UNRESOLVED, candidates: meaning.candidates };
    case 'framed':
      return framed(located, meaning, { story, article });
    case 'weekday':
      return weekday(located, meaning, { story, article });
    case 'step':
      return anchored(article, (day, precise) =>
        meaning.offset === null ? null : steppedDate(day, precise, { unit: meaning.unit, offset: meaning.offset }),
      );
    case 'duration':
      return UNRESOLVED;
  }
}

function explicit(fields: CalendarFields): ResolvedDate {
  if (fields.calendar === 'lunar-hijri') return { ...UNRESOLVED, candidates: lunarYearCandidates(fields.year ?? 0) };
  return { ...UNRESOLVED, edtf: edtfOfFields(fields) };
}

function interval(from: CalendarFields, to: CalendarFields): ResolvedDate {
  const [start, end] = [edtfOfFields(from), edtfOfFields(to)];
  // 9–12 August of one year: both ends are whole, so the interval is.
  return { ...UNRESOLVED, edtf: edtfOfInterval(start, end) };
}

function openInterval(located: LocatedDate, ends: { from: CalendarFields; to: CalendarFields }, around: Around): ResolvedDate {
  const last = yearless(located, ends.to, around);
  const year = last.edtf === null ? Number.NaN : Number(last.edtf.slice(0, 4));
  if (Number.isNaN(year)) return UNRESOLVED;
  const earlier = ends.from.month !== null && ends.to.month !== null && ends.from.month > ends.to.month ? year - 1 : year;
  return { ...last, edtf: edtfOfInterval(edtfOfFields({ ...ends.from, year: earlier }), last.edtf) };
}

function yearless(located: LocatedDate, fields: CalendarFields, around: Around): ResolvedDate {
  if (fields.calendar === 'lunar-hijri') return UNRESOLVED;
  const { story, article } = around;
  const told = boundByStory(located, fields, around);
  if (told !== null) return withYear(fields, told);
  if (article !== null) {
    const found = occurrence(fields, article.date, plansAhead(located) ? 'ahead' : 'past');
    if (found.length === 1) return { edtf: found[0] ?? null, candidates: [], anchor: anchorOf(article) };
    return { edtf: edtfWithoutYear(fields), candidates: found, anchor: anchorOf(article) };
  }
  const elsewhere = sameMonthElsewhere(fields, story);
  if (elsewhere !== null) return withYear(fields, elsewhere);
  return inferred(fields, story);
}

function withYear(fields: CalendarFields, told: StoryYear): ResolvedDate {
  return { edtf: monthInYear(fields, told.year), candidates: [], anchor: told.anchor };
}

/** The text tells of nothing after its latest date, so a bare month is the next such month after it. */
function inferred(fields: CalendarFields, story: Narrative): ResolvedDate {
  const open = edtfWithoutYear(fields);
  if (story.latest === null) return { edtf: open, candidates: [], anchor: null };
  const { date, anchor } = story.latest;
  const found = occurrence(fields, date, fields.season === null ? 'ahead' : 'since');
  if (date.precision === 'year' || found.length !== 1) {
    return { edtf: open, candidates: found, anchor: null };
  }
  return { edtf: found[0] ?? null, candidates: [], anchor: { ...anchor, kind: 'inferred' } };
}

function framed(located: LocatedDate, meaning: { frame: number; fields: CalendarFields }, around: Around): ResolvedDate {
  const { article } = around;
  if (article === null)
    return meaning.frame <= 0 ? yearless(located, meaning.fields, around) : { ...UNRESOLVED, edtf: edtfWithoutYear(meaning.fields) };
  const direction = meaning.frame < 0 ? 'before' : meaning.frame > 0 ? 'after' : 'this';
  const found = occurrence(meaning.fields, article.date, direction);
  const [only] = found;
  return {
    edtf: found.length === 1 ? (only ?? null) : edtfWithoutYear(meaning.fields),
    candidates: found.length === 1 ? [] : found,
    anchor: anchorOf(article),
  };
}

function weekday(
  located: LocatedDate,
  meaning: { weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; frame: number | null },
  around: Around,
): ResolvedDate {
  const { article } = around;
  const told = meaning.frame === null ? dayToldBefore(located, around) : null;
  const day = article?.date.precision === 'day' ? article.date.earliest : null;
  if (told !== null && (day === null || told.far)) {
    // "On 19 August … On Wednesday": the first such day after it.
    const ahead = (meaning.weekday - weekdayOf(told.day) + 7) % 7;
    return { edtf: addDays(told.day, ahead), candidates: [], anchor: told.anchor };
  }
  if (day === null || article === null) return UNRESOLVED;
  const frame = meaning.frame ?? (plansAhead(located) ? 1 : 0);
  return { edtf: weekdayNear(day, meaning.weekday, frame), candidates: [], anchor: anchorOf(article) };
}

function anchored(article: ArticleDate | null, read: (day: string, precise: 'day' | 'month' | 'year') => string | null): ResolvedDate {
  const { precision, earliest } = article?.date ?? { precision: null, earliest: null };
  if (article === null || earliest === null || (precision !== 'day' && precision !== 'month' && precision !== 'year')) return UNRESOLVED;
  const edtf = read(earliest, precision);
  return edtf === null || !parsePartialDate(edtf).ok ? UNRESOLVED : { edtf, candidates: [], anchor: anchorOf(article) };
}

function anchorOf(article: ArticleDate): Anchor {
  return { kind: article.kind, edtf: article.date.edtf, start: article.start, end: article.end };
}

/** How many words before a date may announce it: "will meet in June". */
const ANNOUNCEMENT = 8;

/** Whether the words shortly before the date say that it lies ahead; a comma ends their reach. */
function plansAhead({ mention, words, lexicon }: LocatedDate): boolean {
  for (let index = mention.first - 1; index >= Math.max(0, mention.first - ANNOUNCEMENT); index -= 1) {
    const lower = words[index]?.lower ?? '';
    if (/^[,;:،؛.“”"]$/.test(lower)) return false;
    if (lexicon.future.has(lower)) return true;
  }
  return words.slice(mention.end, mention.end + 3).some((word) => lexicon.future.has(word.lower)) && lexicon.language !== 'en';
}
