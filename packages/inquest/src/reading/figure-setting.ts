import type { CountedAct, DateProposal, NameProposal } from '../model/index.ts';
import { ACTS } from './act-lexicon.ts';
import { edtfOfInterval } from './date-calendar.ts';
import { eventStem, eventStemAfter } from './event-words.ts';
import type { Found, ReadingContext, Sentence, Zone } from './reading-context.ts';
import { scanWords, type Word } from './words.ts';
import { zonesBetween } from './zones-between.ts';

/** Where, when and in what event the counted thing happened, so far as the text says. */
export interface FigureSetting {
  readonly event: string | null;
  readonly place: string | null;
  readonly period: string | null;
}

/** Sentences before, in the same paragraph, whose date or event still holds. */
const SENTENCES_BACK = 2;
/** Words before an event noun that may describe it: "the November nationwide protests". */
const EVENT_MODIFIERS = 4;
/** Characters after a date in which its event noun is looked for. */
const EVENT_WINDOW = 60;
const MODIFIER_STOPS =
  /^(?:of|in|on|at|by|for|from|to|with|during|after|before|and|or|that|which|was|were|is|about|into|over|a|an|the|its|their|his|her)$/;

interface EventPhrase extends Zone {
  readonly stem: string;
}

/** What settings draw on, gathered once per document. */
export interface Scenery {
  readonly context: ReadingContext;
  /** Dates that have a value and are no durations. */
  readonly dates: readonly Found<DateProposal>[];
  readonly places: readonly Found<NameProposal>[];
  /** Raw starts of the dates on which something was said. */
  readonly said: ReadonlySet<number>;
  /** Event nouns that stand right after a date, with it. */
  readonly eventDates: readonly { readonly stem: string; readonly acts: ReadonlySet<CountedAct>; readonly edtf: string }[];
}

/** Gathers the dates, places and dated event nouns of a document. */
export function sceneryOf(context: ReadingContext): Scenery {
  const dates = context.dates.filter((date) => date.body.edtf !== null && date.body.form !== 'duration');
  return {
    context,
    dates,
    places: context.names.filter((name) => name.body.type === 'place'),
    said: new Set(context.attributions.flatMap(({ body }) => (body.saidOn === null ? [] : [body.saidOn.span.start]))),
    eventDates: dates.flatMap((date) => {
      const words = scanWords(context.text, date.end, Math.min(context.text.length, date.end + EVENT_WINDOW));
      const stem = eventStemAfter(words, 0);
      return stem === null || date.body.edtf === null ? [] : [{ stem, acts: actsOfWord(stem), edtf: date.body.edtf }];
    }),
  };
}

/**
 * The setting of the figure at `zone`: from its own sentence (the source phrase included: "survivors
 * of the 1988 massacre"), else from the sentences before it in the paragraph, else the date that the
 * same event noun, or one for the same act, has wherever the document dates it, if that is one date.
 * When something was said is never when it happened.
 */
export function settingOf(
  scenery: Scenery,
  figure: { zone: Zone; sentence: number; act: CountedAct; predicate: Zone | null },
): FigureSetting {
  const { context } = scenery;
  const { zone, act, predicate } = figure;
  const sentence = context.sentences[figure.sentence];
  if (sentence === undefined) return { event: null, place: null, period: null };
  const place = placeIn(scenery, sentence, zone);
  // Those who sign or sit are counted then and there, not in the event they speak of.
  if (act === 'size') return { event: null, place, period: null };
  if (act === 'signed' || act === 'documented') {
    return { event: null, place, period: datesOf(scenery, sentence).own.at(0)?.body.edtf ?? null };
  }
  const earlier = previousSentences(context, figure.sentence);
  const event =
    nearest(
      eventsIn(context, sentence).filter((one) => predicate === null || one.end <= predicate.start || one.start >= predicate.end),
      zone,
    ) ??
    earlier.map((one) => eventsIn(context, one).at(-1)).find((one) => one !== undefined) ??
    null;
  const period =
    periodIn(scenery, sentence, zone) ??
    earlier.map((one) => periodIn(scenery, one, null)).find((found) => found !== null) ??
    onlyDate(scenery.eventDates.filter((dated) => dated.stem === event?.stem)) ??
    onlyDate(scenery.eventDates.filter((dated) => dated.acts.has(act)));
  return { event: event === null ? null : eventWords(context, event), place, period };
}

function previousSentences(context: ReadingContext, index: number): Sentence[] {
  const own = context.sentences[index];
  const found: Sentence[] = [];
  for (let at = index - 1; at >= Math.max(0, index - SENTENCES_BACK); at -= 1) {
    const sentence = context.sentences[at];
    if (sentence !== undefined && sentence.paragraph === own?.paragraph) found.push(sentence);
  }
  return found;
}

function eventWords(context: ReadingContext, event: EventPhrase): string {
  return context.span(event.start, event.end).text.replace(/\s+/g, ' ').slice(0, 500);
}

function eventsIn(context: ReadingContext, sentence: Sentence): EventPhrase[] {
  const words = scanWords(context.text, sentence.start, sentence.end);
  return words.flatMap((word, index) => {
    const stem = word.kind === 'word' ? eventStem(word.lower) : null;
    return stem === null ? [] : [{ start: sentence.language === 'en' ? eventStart(words, index) : word.start, end: word.end, stem }];
  });
}

function eventStart(words: readonly Word[], index: number): number {
  let start = words[index]?.start ?? 0;
  for (let at = index - 1; at >= Math.max(0, index - EVENT_MODIFIERS); at -= 1) {
    const word = words[at];
    if (
      word === undefined ||
      MODIFIER_STOPS.test(word.lower) ||
      (word.kind === 'mark' && word.lower !== '-') ||
      (word.kind === 'number' && !/^\d{4}$/.test(word.lower))
    )
      break;
    start = word.start;
  }
  return start;
}

function nearest(events: readonly EventPhrase[], zone: Zone): EventPhrase | null {
  const distance = (event: Zone): number => (event.end <= zone.start ? zone.start - event.end : event.start - zone.end);
  const outside = events.filter((event) => event.end <= zone.start || event.start >= zone.end);
  return outside.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The dates of a sentence: of an event noun, and those that tell when; dates of saying are neither. */
function datesOf(scenery: Scenery, sentence: Zone) {
  const dates = zonesBetween(scenery.dates, sentence.start, sentence.end);
  const words = scanWords(scenery.context.text, sentence.start, sentence.end);
  const ofEvent = dates.filter((date) => namesEvent(words, date));
  const own = dates.filter((date) => !ofEvent.includes(date));
  return { ofEvent, own, telling: own.filter((date) => !scenery.said.has(date.body.start) && !datesSaying(words, date)) };
}

function periodIn(scenery: Scenery, sentence: Zone, figure: Zone | null): string | null {
  const { ofEvent, telling } = datesOf(scenery, sentence);
  const before = figure === null ? [] : telling.filter((date) => date.end <= figure.start);
  const date = before.at(-1) ?? ofEvent[0] ?? telling[0];
  if (date === undefined) return null;
  // "In August and September 1991": both months.
  const next = telling[telling.indexOf(date) + 1];
  const joined = telling.includes(date) && next !== undefined && JOINED.test(scenery.context.text.slice(date.end, next.start));
  return joined ? edtfOfInterval(date.body.edtf, next.body.edtf) : date.body.edtf;
}

function namesEvent(words: readonly Word[], date: Zone): boolean {
  const next = words.findIndex((word) => word.start >= date.end);
  if (next >= 0 && eventStemAfter(words, next) !== null) return true;
  // "The crackdown in 1989": the event noun right before.
  const first = words.findIndex((word) => word.start >= date.start);
  return words
    .slice(Math.max(0, first - EVENT_BEFORE), Math.max(0, first))
    .some((word) => word.kind === 'word' && eventStem(word.lower) !== null);
}

const SAYING =
  /^(?:report|reports|reported|said|says|say|statement|announced|announce|told|published|released|wrote|letter|conference|interview|confirmed|declared|stated|claimed|documented|recorded|counted|rapport|déclaré|communiqué|annoncé|گزارش|بیانیه|اعلام|گفت|تقرير|تقریر|بیان|قال|اعلن|اعلنت)$/;
const JOINED = /^\s+(?:and|et|و)\s*$/;
const SAYING_REACH = 6;
const SAYING_AHEAD = 7;
/** Words between an event noun and its date: "crackdown in", "executions of the summer of". */
const EVENT_BEFORE = 2;

/** "In a report on 3 May", "claimed in September": the date of the saying, not of the counted thing. */
function datesSaying(words: readonly Word[], date: Zone): boolean {
  const first = words.findIndex((word) => word.start >= date.start);
  const said = (from: number, to: number): boolean => {
    const near = words.slice(Math.max(0, from), Math.max(0, to));
    const stop = near.findIndex((word, at) => at > 0 && /^[,;:.،؛]$/.test(word.lower));
    return near.slice(0, from >= first && stop > 0 ? stop : undefined).some((word) => SAYING.test(word.lower));
  };
  if (said(first - SAYING_REACH, first)) return true;
  const next = words.findIndex((word) => word.start >= date.end);
  // "Repeated on Thursday that …": what follows the conjunction was said on the day before it.
  if (words[next]?.lower === 'that' || words[next]?.lower === 'که' || words[next]?.lower === 'que') return true;
  // "On 3 May a report said": at the head of its sentence the saying follows.
  return first <= 2 && next >= 0 && said(next, next + SAYING_AHEAD);
}

function onlyDate(dated: Scenery['eventDates']): string | null {
  const [only, ...others] = new Set(dated.map(({ edtf }) => edtf));
  return others.length === 0 ? (only ?? null) : null;
}

/** What an event noun says was done: a massacre killed. */
function actsOfWord(stem: string): ReadonlySet<CountedAct> {
  const word: Word = { start: 0, end: stem.length, lower: stem, kind: 'word', capital: false };
  return new Set(Object.values(ACTS).flatMap(({ acts }) => acts.at([word], 0)?.value ?? []));
}

/** The nearest place named in the sentence, after the figure before one in front of it. */
function placeIn(scenery: Scenery, sentence: Zone, zone: Zone): string | null {
  const places = zonesBetween(scenery.places, sentence.start, sentence.end);
  const place = places.find((name) => name.start >= zone.end) ?? places.findLast((name) => name.end <= zone.start);
  return place === undefined ? null : scenery.context.span(place.start, place.end).text.slice(0, 500);
}
