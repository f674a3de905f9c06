import { datesOverlap, type PartialDate, parsePartialDate } from '../kernel/index.ts';
import type { Counted, CountedAct } from '../model/index.ts';
import { foldedWords } from './folded-words.ts';

/** Why two figures cannot stand on one scale. Never depends on the numbers. */
export type CountedDifference =
  | 'different-unit'
  | 'different-act'
  | 'different-event'
  | 'different-place'
  | 'different-period'
  | 'different-scope';

/**
 * Acts that are done to people or things at some time and place. Two figures for one of these
 * may speak of one thing unless the sources say otherwise. Signatures, members, documents and
 * the like belong to one named object, and two objects are different until shown to be one.
 */
const DONE_TO_SOMEBODY: ReadonlySet<CountedAct> = new Set([
  'killed',
  'injured',
  'detained',
  'tortured',
  'disappeared',
  'displaced',
  'tried',
  'buried',
]);

/** Words that name no particular event: articles, what the act already says, and kinds of document. */
const NOT_IDENTIFYING = new Set(
  (
    'the a an of in on at by and or to for during after before from their its his her this that those these ' +
    'mass killing killings massacre massacres execution executions murder murders slaughter purge bloodshed death deaths dead toll event events ' +
    'letter letters open joint public report reports statement petition appeal signature signatures signatories ' +
    'کشتار اعدام اعدامها قتل عام های ها در از و نامه سرگشاده گزارش امضا ' +
    'مجزره مذبحه اعدامات قتل في من و رساله مفتوحه تقریر'
  ).split(' '),
);

/** Words that say what kind of place is meant and not which. */
const NOT_A_PLACE_NAME = new Set(
  (
    'the a an of in at across throughout all other several many some and country city cities town towns village villages province provinces ' +
    'prison prisons place places nationwide different more than about least one two three four five six seven eight nine ten eleven twelve ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred شهر شهرها زندان زندانها استان کشور در مدینه مدن سجن سجون'
  ).split(' '),
);

const YEAR = /^(?:1[0-9]|20)[0-9]{2}$/;

interface Identity {
  readonly years: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

function identity(text: string | null, dropped: ReadonlySet<string>): Identity {
  const words = text === null ? [] : foldedWords(text).filter((word) => !dropped.has(word));
  return { years: new Set(words.filter((word) => YEAR.test(word))), words: new Set(words.filter((word) => !/^[0-9]+$/.test(word))) };
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((word) => b.has(word));
}

/** Both say something, and nothing in common. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !share(a, b);
}

/** When the counted thing happened: the period as given, else the one year in the event's name, else null. */
export function statedPeriod(counted: Counted): string | null {
  if (counted.period !== null) return counted.period;
  const [year, ...more] = identity(counted.event, NOT_IDENTIFYING).years;
  return more.length === 0 ? (year ?? null) : null;
}

function dateOf(edtf: string | null): PartialDate | null {
  const parsed = edtf === null ? null : parsePartialDate(edtf);
  return parsed?.ok === true ? parsed.value : null;
}

function periodsOf(a: string | null, b: string | null): 'apart' | 'meet' | 'unknown' {
  const [one, other] = [dateOf(a), dateOf(b)];
  if (one === null || other === null) return 'unknown';
  return datesOverlap(one, other) ? 'meet' : 'apart';
}

/** Exact at least to the month, so that two letters of one year are not taken for one. */
function fine(edtf: string | null): boolean {
  const precision = dateOf(edtf)?.precision;
  return precision === 'day' || precision === 'month';
}

function eventsOf(a: Counted, b: Counted): 'apart' | 'meet' | 'unknown' {
  const [one, other] = [identity(a.event, NOT_IDENTIFYING), identity(b.event, NOT_IDENTIFYING)];
  if (apart(one.years, other.years) || apart(one.words, other.words)) return 'apart';
  return share(one.words, other.words) ? 'meet' : 'unknown';
}

/**
 * The first thing by which two figures are known to count something different, or null when
 * nothing known sets them apart. Null is not agreement: see `countedTogether`. Words are
 * compared folded, without those that name no particular event or place.
 */
export function differenceInCounted(a: Counted, b: Counted): CountedDifference | null {
  if (a.unit !== b.unit) return 'different-unit';
  if (a.act !== b.act) return 'different-act';
  if (eventsOf(a, b) === 'apart') return 'different-event';
  if (apart(identity(a.place, NOT_A_PLACE_NAME).words, identity(b.place, NOT_A_PLACE_NAME).words)) return 'different-place';
  if (periodsOf(statedPeriod(a), statedPeriod(b)) === 'apart') return 'different-period';
  if (!DONE_TO_SOMEBODY.has(a.act) && !sameObject(a, b)) return 'different-scope';
  return null;
}

function sameObject(a: Counted, b: Counted): boolean {
  if (eventsOf(a, b) === 'meet') return true;
  const [one, other] = [statedPeriod(a), statedPeriod(b)];
  return fine(one) && fine(other) && periodsOf(one, other) === 'meet';
}

/** What a figure counts, with the period its document as a whole is about, when the figure states none. */
export interface CountedInDocument {
  readonly counted: Counted;
  readonly documentPeriod: string | null;
}

/**
 * Whether the sources give a reason to put two figures under one proposed question: nothing
 * known sets them apart, and either the same event is named or the periods are known and meet.
 * Careful on purpose: a person can join what this leaves apart, and sees why it did.
 */
export function countedTogether(a: CountedInDocument, b: CountedInDocument): boolean {
  if (differenceInCounted(a.counted, b.counted) !== null) return false;
  if (!DONE_TO_SOMEBODY.has(a.counted.act)) return true;
  const periods = periodsOf(statedPeriod(a.counted) ?? a.documentPeriod, statedPeriod(b.counted) ?? b.documentPeriod);
  return periods === 'meet' || (periods === 'unknown' && eventsOf(a.counted, b.counted) === 'meet');
}

/** The most dates of one document that are looked at. */
const MOST_DATES = 2000;

/**
 * The year a document as a whole is about, as EDTF, for figures that state no period: the only
 * year in its title, else the year named most often in its text, at least twice and more often
 * than any other. `dates` are the EDTF values of its date proposals without page furniture;
 * `published` is left out of the count. Null when no year stands out. Used to propose which
 * figures belong together, never to date a claim.
 */
export function documentPeriod(document: {
  readonly title: string | null;
  readonly dates: readonly (string | null)[];
  readonly published: string | null;
}): string | null {
  const titled = new Set(foldedWords(document.title ?? '').filter((word) => YEAR.test(word)));
  if (titled.size === 1) return [...titled][0] ?? null;
  const counts = new Map<string, number>();
  for (const edtf of document.dates.slice(0, MOST_DATES)) {
    const year = edtf?.slice(0, 4) ?? '';
    if (YEAR.test(year) && year !== document.published?.slice(0, 4)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (first === undefined || first[1] < 2 || first[1] === second?.[1]) return null;
  return first[0];
}
