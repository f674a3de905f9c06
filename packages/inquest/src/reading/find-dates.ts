import type { DateProposal } from '../model/index.ts';
import { articleDate } from './article-date.ts';
import { confidenceOf } from './confidence.ts';
import { countsPersons } from './counted-phrase.ts';
import { type LocatedDate, locateDates } from './located-dates.ts';
import { type Narrative, narrative } from './narrative-years.ts';
import type { ReadingContext, ReadingLanguage } from './reading-context.ts';
import { type ResolvedDate, resolveDate } from './resolve-dates.ts';
import { UNITS } from './unit-lexicon.ts';

/**
 * Proposes every date of a document, as precise as its words, with what made a relative one
 * absolute. Durations are marked and never resolved. Dates inside page furniture are proposed
 * where the furniture is a date line, and anchor nothing.
 */
export function findDates(context: ReadingContext): readonly DateProposal[] {
  const dates = locateDates(context, countsIn);
  const article = articleDate(context, dates);
  const told = narrative(context, dates, article);
  // A day that took its year from the story dates the weekdays after it.
  const bound = dates.map((located) => withToldYear(located, resolveDate(located, told, article)));
  const story: Narrative = { ...told, daysTold: narrative(context, bound, article).daysTold };
  return dates.map((located) => proposal(context, located, resolveDate(located, story, article)));
}

function withToldYear(located: LocatedDate, resolved: ResolvedDate): LocatedDate {
  const { meaning } = located.mention;
  if (meaning.kind !== 'fields' || meaning.fields.year !== null || resolved.anchor?.kind !== 'narrative' || resolved.edtf === null)
    return located;
  const year = Number(resolved.edtf.slice(0, 4));
  if (meaning.fields.calendar !== 'gregorian') return located;
  return { ...located, mention: { ...located.mention, meaning: { kind: 'fields', fields: { ...meaning.fields, year } } } };
}

function countsIn(language: ReadingLanguage) {
  const lexicon = UNITS[language === 'other' ? 'en' : language];
  return (words: Parameters<typeof countsPersons>[0], index: number): boolean => countsPersons(words, index, lexicon);
}

function proposal(context: ReadingContext, located: LocatedDate, resolved: ResolvedDate): DateProposal {
  const span = context.span(located.start, located.end);
  const rule = resolved.anchor === null ? located.mention.rule : `${located.mention.rule}.${resolved.anchor.kind}`;
  return {
    kind: 'date',
    start: span.start,
    end: span.end,
    quote: span.text,
    rule,
    confidence: confidenceOf(rule),
    edtf: resolved.edtf,
    candidates: [...new Set(resolved.candidates)],
    form: formOf(located),
    calendar: calendarOf(located),
    anchor: resolved.anchor,
  };
}

function formOf({ mention: { meaning } }: LocatedDate): DateProposal['form'] {
  switch (meaning.kind) {
    case 'fields':
      if (meaning.fields.season !== null) return 'season';
      return meaning.fields.year === null ? 'relative' : 'explicit';
    case 'interval':
      return 'interval';
    case 'edtf':
      return 'era';
    case 'choice':
      return 'explicit';
    case 'framed':
      return meaning.fields.season === null ? 'relative' : 'season';
    case 'weekday':
      return 'weekday';
    case 'step':
      return 'relative';
    case 'duration':
      return 'duration';
  }
}

function calendarOf({ mention: { meaning } }: LocatedDate): DateProposal['calendar'] {
  if (meaning.kind === 'fields' || meaning.kind === 'framed') return meaning.fields.calendar;
  if (meaning.kind === 'interval') return meaning.from.calendar;
  return meaning.kind === 'edtf' ? meaning.calendar : 'gregorian';
}
