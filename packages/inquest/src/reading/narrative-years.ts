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
  readonly dated: readonly DatedPoint[];
  /** The latest date told, by its last day; null without one. */
  readonly latest: { readonly date: PartialDate; readonly anchor: Anchor } | null;
  /** The nearest whole day named before in the same paragraph; `far`: long before the article. */
  dayBefore(located: LocatedDate): { readonly day: string; readonly far: boolean; readonly anchor: Anchor } | null;
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
    latest: latest === null ? null : { date: latest.date, anchor: latest.anchor },
    dayBefore: (located) => {
      const point = dated.findLast(
        (one) => one.located.paragraph === located.paragraph && one.located.start < located.start && one.fields.day !== null,
      );
      const day = point?.date.earliest ?? null;
      return point === undefined || day === null ? null : { day, far: isFar(point, article), anchor: point.anchor };
    },
  };
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
  if (article === null || article.date.latest === null || point.date.latest === null) return true;
  return dayNumber(article.date.latest) - dayNumber(point.date.latest) > FAR_DAYS;
}

/**
 * The year a bare month, season or day takes from the story: the same event noun with a year
 * nearby ("November nationwide protests"), or the date told just before it in its paragraph,
 * unless that lies so near the article that its own date decides.
 */
export function boundByStory(
  located: LocatedDate,
  fields: CalendarFields,
  story: Narrative,
  article: ArticleDate | null,
): StoryYear | null {
  return sameEvent(located, fields, story) ?? toldBefore(located, fields, story, article);
}

function sameEvent(located: LocatedDate, fields: CalendarFields, story: Narrative): StoryYear | null {
  const stem = eventStemAfter(located.words, located.mention.end);
  if (stem === null) return null;
  const near = story.dated.filter(
    (point) =>
      point.fields.calendar === fields.calendar &&
      Math.abs(point.located.sentence - located.sentence) <= NEAR_SENTENCES &&
      point.stems.has(stem) &&
      (point.fields.month === null ? point.fields.season === null : point.fields.month === fields.month),
  );
  const best = near.find((point) => point.fields.month !== null) ?? near[0];
  return best?.fields.year == null ? null : { year: best.fields.year, anchor: best.anchor };
}

function toldBefore(located: LocatedDate, fields: CalendarFields, story: Narrative, article: ArticleDate | null): StoryYear | null {
  const point = story.dated.findLast(
    (one) =>
      one.located.paragraph === located.paragraph &&
      one.located.start < located.start &&
      one.tells &&
      one.fields.calendar === fields.calendar,
  );
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
export function sameMonthElsewhere(located: LocatedDate, fields: CalendarFields, story: Narrative): StoryYear | null {
  const same = story.dated.filter(
    (point) =>
      point.fields.calendar === fields.calendar &&
      point.fields.month === fields.month &&
      point.fields.season === fields.season &&
      fields.month !== null,
  );
  const years = new Set(same.map((point) => point.fields.year));
  const [nearest] = same.toSorted((a, b) => Math.abs(a.located.start - located.start) - Math.abs(b.located.start - located.start));
  return years.size === 1 && nearest?.fields.year != null ? { year: nearest.fields.year, anchor: nearest.anchor } : null;
}
