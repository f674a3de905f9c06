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
  foldedWords(
    'the a an of in on at by and or to for during after before from their its his her this that those these ' +
      'mass killing killings massacre massacres execution executions murder murders slaughter purge bloodshed death deaths dead toll event events ' +
      'letter letters open joint public report reports statement petition appeal signature signatures signatories ' +
      'کشتار اعدام اعدامها قتل عام های ها در از و نامه سرگشاده گزارش امضا ' +
      'مجزره مذبحه اعدامات قتل في من و رساله مفتوحه تقریر',
  ),
);

/** Words that say what kind of place is meant and not which. */
const NOT_A_PLACE_NAME = new Set(
  foldedWords(
    'the a an of in at across throughout all other several many some and country city cities town towns village villages province provinces ' +
      'prison prisons place places nationwide different more than about least one two three four five six seven eight nine ten eleven twelve ' +
      'twenty thirty forty fifty sixty seventy eighty ninety hundred شهر شهرها زندان زندانها استان کشور در مدینه مدن سجن سجون',
  ),
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

/** What is counted, read once for many comparisons. */
export interface CountedSubject {
  readonly counted: Counted;
  readonly event: Identity;
  readonly place: ReadonlySet<string>;
  /** When it happened: the period as given, else the one year in the event's name. */
  readonly stated: PartialDate | null;
  /** `stated`, else the period its document as a whole is about. For putting together, never for telling apart. */
  readonly likely: PartialDate | null;
}

/** Reads what a figure counts. `documentPeriod`: EDTF of what its document is about, from `documentPeriod`. */
export function subjectOf(counted: Counted, documentPeriod: string | null = null): CountedSubject {
  const event = identity(counted.event, NOT_IDENTIFYING);
  const [year = null, ...more] = event.years;
  const stated = dateOf(counted.period) ?? (more.length === 0 ? dateOf(year) : null);
  return { counted, event, place: identity(counted.place, NOT_A_PLACE_NAME).words, stated, likely: stated ?? dateOf(documentPeriod) };
}

function dateOf(edtf: string | null): PartialDate | null {
  const parsed = edtf === null ? null : parsePartialDate(edtf);
  return parsed?.ok === true ? parsed.value : null;
}

type Relation = 'apart' | 'meet' | 'unknown';

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((word) => b.has(word));
}

/** Both say something, and nothing in common. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !share(a, b);
}

function periods(a: PartialDate | null, b: PartialDate | null): Relation {
  if (a === null || b === null) return 'unknown';
  return datesOverlap(a, b) ? 'meet' : 'apart';
}

/** Exact at least to the month, so that two letters of one year are not taken for one. */
function fine(date: PartialDate | null): boolean {
  return date?.precision === 'day' || date?.precision === 'month';
}

function events(a: Identity, b: Identity): Relation {
  if (apart(a.years, b.years) || apart(a.words, b.words)) return 'apart';
  return share(a.words, b.words) ? 'meet' : 'unknown';
}

/**
 * The first thing by which two figures are known to count something different, or null when
 * nothing known sets them apart. Null is not agreement: see `countedTogether`. Words are
 * compared folded, without those that name no particular event or place.
 */
export function differenceInCounted(a: CountedSubject, b: CountedSubject): CountedDifference | null {
  if (a.counted.unit !== b.counted.unit) return 'different-unit';
  if (a.counted.act !== b.counted.act) return 'different-act';
  if (events(a.event, b.event) === 'apart') return 'different-event';
  if (apart(a.place, b.place)) return 'different-place';
  if (periods(a.stated, b.stated) === 'apart') return 'different-period';
  if (!DONE_TO_SOMEBODY.has(a.counted.act) && !sameObject(a, b)) return 'different-scope';
  return null;
}

function sameObject(a: CountedSubject, b: CountedSubject): boolean {
  if (events(a.event, b.event) === 'meet') return true;
  return fine(a.stated) && fine(b.stated) && periods(a.stated, b.stated) === 'meet';
}

/**
 * Whether the sources give a reason to put two figures under one proposed question: nothing
 * known sets them apart, and either the same event is named or the periods are known and meet.
 * Careful on purpose: a person can join what this leaves apart, and sees why it did.
 */
export function countedTogether(a: CountedSubject, b: CountedSubject): boolean {
  if (differenceInCounted(a, b) !== null) return false;
  if (!DONE_TO_SOMEBODY.has(a.counted.act)) return true;
  const when = periods(a.likely, b.likely);
  return when === 'meet' || (when === 'unknown' && events(a.event, b.event) === 'meet');
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
