import arabic from './data/ar/numbers.json' with { type: 'json' };
import english from './data/en/numbers.json' with { type: 'json' };
import persian from './data/fa/numbers.json' with { type: 'json' };
import french from './data/fr/numbers.json' with { type: 'json' };
import type { ReadingLanguage } from './reading-context.ts';
import { foldForMatching } from './text-view.ts';
import { type PhraseIndex, phraseIndex } from './words.ts';

/** Languages with number, date and unit lexicons. */
export type LexiconLanguage = Exclude<ReadingLanguage, 'other'>;

/** What the words before or after a numeral make of it. `more`: above it, `fewer`: below it. */
export type Bounding = 'exact' | 'approx' | 'more' | 'fewer' | 'atLeast' | 'atMost';

/** The fields of `data/<language>/numbers.json`, described in `data/README.md`. */
interface NumberData {
  readonly cardinals: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly joiners: readonly string[];
  readonly articles: readonly string[];
  readonly fixed: Readonly<Record<string, number>>;
  readonly approximate: Readonly<Record<string, number>>;
  readonly vague: Readonly<Record<string, number | null>>;
  readonly fractions: readonly string[];
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly negators: readonly string[];
  readonly rangeOpeners: Readonly<Record<string, readonly string[]>>;
  readonly rangeMiddles: readonly string[];
  readonly changes: readonly string[];
}

/** A numeral phrase that is looked up whole. */
export interface WholeNumeral {
  readonly value: number | null;
  readonly floor: number | null;
  readonly kind: 'exact' | 'approx' | 'vague';
}

export interface NumberLexicon {
  readonly language: LexiconLanguage;
  readonly cardinals: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly joiners: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly whole: PhraseIndex<WholeNumeral>;
  readonly fractions: PhraseIndex<true>;
  readonly before: PhraseIndex<Bounding>;
  readonly after: PhraseIndex<Bounding>;
  readonly negators: ReadonlySet<string>;
  readonly rangeOpeners: PhraseIndex<ReadonlySet<string>>;
  readonly rangeMiddles: ReadonlySet<string>;
  readonly changes: ReadonlySet<string>;
}

/** Arabic joins the words for and, so, in, for, to and the article to the next word; each is tried off. */
export function arabicVariants(word: string): readonly string[] {
  const forms = [word];
  const withoutConjunction = /^[وف]..+/.test(word) ? word.slice(1) : null;
  for (const form of withoutConjunction === null ? [word] : [word, withoutConjunction]) {
    if (form !== word) forms.push(form);
    if (/^[بلک]..+/.test(form)) forms.push(form.slice(1));
    if (/^لل..+/.test(form)) forms.push(form.slice(2), `ال${form.slice(2)}`);
    if (/^[بلک]?ال..+/.test(form)) forms.push(form.slice(form.indexOf('ال') + 2));
  }
  return forms;
}

const asIs = (word: string): readonly string[] => [word];

/** How words of a language are looked up. */
export function variantsOf(language: LexiconLanguage): (word: string) => readonly string[] {
  return language === 'ar' ? arabicVariants : asIs;
}

/** A list of single words, folded as texts are. */
export function foldedSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldForMatching));
}

function foldedMap(entries: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(entries).map(([word, value]) => [foldForMatching(word), value]));
}

const BOUNDINGS: ReadonlySet<string> = new Set<Bounding>(['exact', 'approx', 'more', 'fewer', 'atLeast', 'atMost']);

function boundings(entries: Readonly<Record<string, string>>): (readonly [string, Bounding])[] {
  return Object.entries(entries).map(([phrase, bounding]) => {
    if (!BOUNDINGS.has(bounding)) throw new Error(`unknown bounding in numbers.json: ${bounding}`);
    return [phrase, bounding as Bounding]; // checked on the line above
  });
}

function numberLexicon(language: LexiconLanguage, data: NumberData): NumberLexicon {
  const variants = variantsOf(language);
  const whole = (kind: WholeNumeral['kind'], entries: Readonly<Record<string, number | null>>) =>
    Object.entries(entries).map(
      ([phrase, number]) => [phrase, { value: kind === 'vague' ? null : number, floor: kind === 'vague' ? number : null, kind }] as const,
    );
  return {
    language,
    cardinals: foldedMap(data.cardinals),
    scales: foldedMap(data.scales),
    joiners: foldedSet(data.joiners),
    articles: foldedSet(data.articles),
    whole: phraseIndex([...whole('approx', data.approximate), ...whole('exact', data.fixed), ...whole('vague', data.vague)], variants),
    fractions: phraseIndex(data.fractions.map((phrase) => [phrase, true] as const)),
    before: phraseIndex(boundings(data.before), variants),
    after: phraseIndex(boundings(data.after)),
    negators: foldedSet(data.negators),
    rangeOpeners: phraseIndex(Object.entries(data.rangeOpeners).map(([phrase, middles]) => [phrase, foldedSet(middles)] as const)),
    rangeMiddles: foldedSet(data.rangeMiddles),
    changes: foldedSet(data.changes),
  };
}

/** The number lexicon of each language, built once from its data file. */
export const NUMBERS: Readonly<Record<LexiconLanguage, NumberLexicon>> = {
  en: numberLexicon('en', english),
  fa: numberLexicon('fa', persian),
  fr: numberLexicon('fr', french),
  ar: numberLexicon('ar', arabic),
};
