import { dayNumber, type PartialDate, parsePartialDate } from '../kernel/index.ts';
import type { DateProposal } from '../model/index.ts';
import type { ArticleDate } from './article-date.ts';
import { edtfOfFields } from './date-calendar.ts';
import type { CalendarFields } from './date-meaning.ts';
import { eventStemAfter, eventStems } from './event-words.ts';
import type { LocatedDate } from './located-dates.ts';
import type { ReadingContext } from './reading-context.ts';

type Anchor = NonNullable<DateProposal['anchor']>;

/** A year the story gives, and the words that gave it. */
export interface StoryYear {
  readonly year: number;
  readonly anchor: Anchor;
}

/** The dates of a text that carry their own year, in reading order, and what follows from them. */
export interface Narrative {
  /** In reading order. */
  readonly dated: readonly DatedPoint[];
  /** The year of each month (`calendar-month`) that is named with one year only. */
  readonly months: ReadonlyMap<string, StoryYear>;
  /** The latest date told, by its last day; null without one. */
  readonly latest: { readonly date: PartialDate; readonly anchor: Anchor } | null;
  /** Points that name a whole day, those the story dated included. */
  readonly daysTold: readonly DatedPoint[];
}

/** What a date is resolved from. */
export interface Around {
  readonly story: Narrative;
  readonly article: ArticleDate | null;
}

interface DatedPoint {
  readonly located: LocatedDate;
  readonly fields: CalendarFields;
  readonly date: PartialDate;
  readonly anchor: Anchor;
  /** Tells when something happened ("in 1988"), rather than naming it ("the 1988 massacre"). */
  readonly tells: boolean;
  readonly stems: ReadonlySet<string>;
}

/** Sentences either side in which the same event noun binds a bare date. */
const NEAR_SENTENCES = 3;
/** A story told this many days before the article is one of its own; nearer dates share its year. */
const FAR_DAYS = 420;

/** Collects what a document's explicit dates say about its bare ones. */
export function narrative(context: ReadingContext, dates: readonly LocatedDate[], article: ArticleDate | null): Narrative {
  const dated = dates.flatMap((located) => datedPoint(context, located, article));
  let latest: DatedPoint | null = null;
  for (const point of dated) {
    if (latest === null || (point.date.latest ?? '') > (latest.date.latest ?? '')) latest = point;
  }
  return {
    dated,
    months: monthsOfOneYear(dated),
    latest: latest === null ? null : { date: latest.date, anchor: latest.anchor },
    daysTold: dated.filter((point) => point.fields.day !== null),
  };
}

/** The nearest whole day told before in the same paragraph; `far`: long before the article. */
export function dayToldBefore(
  located: LocatedDate,
  { story, article }: Around,
): { readonly day: string; readonly far: boolean; readonly anchor: Anchor } | null {
  const point = lastBefore(story.daysTold, located, () => true);
  const day = point?.date.earliest ?? null;
  return point === undefined || day === null ? null : { day, far: isFar(point, article), anchor: point.anchor };
}

/** The last point before a date in its paragraph that fits, found from where the date stands. */
function lastBefore(dated: readonly DatedPoint[], located: LocatedDate, fits: (point: DatedPoint) => boolean): DatedPoint | undefined {
  for (let index = firstFrom(dated, located.start, (point) => point.located.start) - 1; index >= 0; index -= 1) {
    const point = dated[index];
    if (point?.located.paragraph !== located.paragraph) return undefined;
    if (fits(point)) return point;
  }
  return undefined;
}

/** The index of the first point whose position is not below `least`; points lie in order. */
function firstFrom(dated: readonly DatedPoint[], least: number, position: (point: DatedPoint) => number): number {
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const point = dated[middle];
    if (point !== undefined && position(point) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function monthsOfOneYear(dated: readonly DatedPoint[]): Map<string, StoryYear> {
  const months = new Map<string, StoryYear | null>();
  for (const { fields, anchor } of dated) {
    if (fields.month === null || fields.year === null) continue;
    const key = `${fields.calendar}-${fields.month}`;
    const known = months.get(key);
    months.set(key, known === undefined || known?.year === fields.year ? { year: fields.year, anchor } : null);
  }
  return new Map([...months].flatMap(([key, told]) => (told === null ? [] : [[key, told] as const])));
}

function datedPoint(context: ReadingContext, located: LocatedDate, article: ArticleDate | null): DatedPoint[] {
  const { meaning } = located.mention;
  // A page's clock is kept apart, the article's own date is no part of its story.
  if (meaning.kind !== 'fields' || located.paragraph === null) return [];
  const edtf = edtfOfFields(meaning.fields);
  const read = edtf === null ? null : parsePartialDate(edtf);
  if (edtf === null || read?.ok !== true) return [];
  const span = context.span(located.start, located.end);
  if (article !== null && article.start === span.start && article.end === span.end) return [];
  const sentence = context.sentences[located.sentence];
  const before = located.words[located.mention.first - 1]?.lower ?? '';
  return [
    {
      located,
      fields: meaning.fields,
      date: read.value,
      anchor: { kind: 'narrative', edtf, start: span.start, end: span.end },
      tells: meaning.fields.month !== null || meaning.fields.season !== null || located.lexicon.yearAfter.has(before),
      stems: sentence === undefined ? new Set() : eventStems(context.text, sentence.start, sentence.end),
    },
  ];
}

function isFar(point: DatedPoint, article: ArticleDate | null): boolean {
  if (article?.date.latest == null || point.date.latest === null) return true;
  return dayNumber(article.date.latest) - dayNumber(point.date.latest) > FAR_DAYS;
}

/**
 * The year a bare month, season or day takes from the story: the same event noun with a year
 * nearby ("November nationwide protests"), or the date told just before it in its paragraph,
 * unless that lies so near the article that its own date decides.
 */
export function boundByStory(located: LocatedDate, fields: CalendarFields, around: Around): StoryYear | null {
  return sameEvent(located, fields, around.story) ?? toldBefore(located, fields, around);
}

function sameEvent(located: LocatedDate, fields: CalendarFields, story: Narrative): StoryYear | null {
  const stem = eventStemAfter(located.words, located.mention.end);
  if (stem === null) return null;
  const from = firstFrom(story.dated, located.sentence - NEAR_SENTENCES, (point) => point.located.sentence);
  const to = firstFrom(story.dated, located.sentence + NEAR_SENTENCES + 1, (point) => point.located.sentence);
  const near = story.dated
    .slice(from, to)
    .filter(
      (point) =>
        point.fields.calendar === fields.calendar &&
        point.stems.has(stem) &&
        (point.fields.month === null ? point.fields.season === null : point.fields.month === fields.month),
    );
  const best = near.find((point) => point.fields.month !== null) ?? near[0];
  return best?.fields.year == null ? null : { year: best.fields.year, anchor: best.anchor };
}

/** "Their letter, dated 10 January": the day of a paper, which belongs to its readers' time and not to the story. */
const DATED = /^(?:dated|datée?s?|مورخ|تاریخ|مؤرخة|بتاريخ)$/;

function toldBefore(located: LocatedDate, fields: CalendarFields, { story, article }: Around): StoryYear | null {
  if (article !== null && DATED.test(located.words[located.mention.first - 1]?.lower ?? '')) return null;
  const point = lastBefore(story.dated, located, (one) => one.tells && one.fields.calendar === fields.calendar);
  if (point === undefined || point.fields.year === null || !isFar(point, article)) return null;
  const month = monthOf(fields);
  const told = monthOf(point.fields);
  if (month === null || told === null || month >= told) return { year: point.fields.year, anchor: point.anchor };
  // An earlier month that opens its sentence goes on with the story; one inside it looks back.
  const opens = located.words
    .slice(Math.max(0, located.mention.first - 3), located.mention.first)
    .some((word) => /^[.!?؟]$/.test(word.lower));
  return { year: opens ? point.fields.year + 1 : point.fields.year, anchor: point.anchor };
}

function monthOf(fields: CalendarFields): number | null {
  return fields.month ?? (fields.season === null ? null : ([3, 6, 9, 12][fields.season - 21] ?? null));
}

/** The year of the same month named elsewhere, when all who name it agree. */
export function sameMonthElsewhere(fields: CalendarFields, story: Narrative): StoryYear | null {
  return fields.month === null ? null : (story.months.get(`${fields.calendar}-${fields.month}`) ?? null);
}
