import type { CountedUnit } from '../model/index.ts';
import arabic from './data/ar/units.json' with { type: 'json' };
import english from './data/en/units.json' with { type: 'json' };
import persian from './data/fa/units.json' with { type: 'json' };
import french from './data/fr/units.json' with { type: 'json' };
import { arabicVariants, foldedSet, type LexiconLanguage, variantsOf } from './number-lexicon.ts';
import { foldForMatching } from './text-view.ts';
import { type PhraseIndex, phraseIndex } from './words.ts';

const LISTED_UNITS = [
  'persons',
  'organisations',
  'bodies',
  'graves',
  'places',
  'documents',
  'testimonies',
  'events',
] as const satisfies readonly CountedUnit[];
type ListedUnit = (typeof LISTED_UNITS)[number];
type WordList =
  | 'never'
  | 'stops'
  | 'of'
  | 'afterOf'
  | 'classifiers'
  | 'elided'
  | 'pronouns'
  | 'relatives'
  | 'personSuffixes'
  | 'notPersons'
  | 'invariant'
  | 'subset'
  | 'currency'
  | 'codes'
  | 'conjunctions'
  | 'lone'
  | 'among'
  | 'definite';

type UnitData = Readonly<Record<ListedUnit | WordList, readonly string[]>>;

export interface UnitHead {
  readonly unit: ListedUnit;
  readonly singular: boolean;
}

export interface UnitLexicon {
  readonly language: LexiconLanguage;
  /** Nouns of counted things; `singular` only where the plural is another word. */
  readonly heads: PhraseIndex<UnitHead>;
  /** Units of time, money and measure: what they count is no quantity here. */
  readonly never: PhraseIndex<true>;
  readonly isStop: (lower: string) => boolean;
  readonly of: ReadonlySet<string>;
  readonly afterOf: ReadonlySet<string>;
  readonly classifiers: ReadonlySet<string>;
  readonly elided: ReadonlySet<string>;
  /** Words that make a number part of the one before: including, among them. */
  readonly subset: PhraseIndex<true>;
  readonly currency: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Verbs that leave a number to stand for people: "31 were women". */
  readonly lone: ReadonlySet<string>;
  /** Between two numbers, words that make a proportion: three in four. */
  readonly among: ReadonlySet<string>;
  /** Nouns whose number is their name: room 14, brigade 55. */
  readonly codes: ReadonlySet<string>;
  /** Before "two", words that take up persons already named: the two leaders. */
  readonly definite: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  /** Whether an unlisted word has the shape of a word for people (English plurals in -ers, -ists …). */
  readonly looksLikePersons: (lower: string) => boolean;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'persons',
  man: 'men',
  woman: 'women',
  child: 'children',
  life: 'lives',
  wife: 'wives',
  body: 'bodies',
  foot: 'feet',
};

/** Plurals a data file need not list. Arabic forms are all listed; Persian takes its endings here. */
function inflected(language: LexiconLanguage, phrase: string): readonly string[] {
  // Abbreviations and letters have no plural: "as" is not two of "a".
  if (phrase.length < 3) return [phrase];
  const cut = phrase.lastIndexOf(' ') + 1;
  const [head, last] = [phrase.slice(0, cut), phrase.slice(cut)];
  if (language === 'en') return [phrase, ...englishPlurals(last).map((form) => head + form)];
  if (language === 'fr') return [phrase, ...frenchPlurals(phrase)];
  if (language === 'fa')
    return [phrase, ...['ها', 'های', 'هایی', 'ان', 'انی', 'ی', 'گان', 'یان'].map((ending) => persianForm(phrase, ending))];
  return [phrase];
}

function englishPlurals(word: string): readonly string[] {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return [irregular];
  if (/(?:man|woman)$/.test(word)) return [word.replace(/man$/, 'men')];
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, 'ies')];
  return /(?:s|x|ch|sh)$/.test(word) ? [`${word}es`] : [`${word}s`];
}

function frenchPlurals(phrase: string): readonly string[] {
  const plural = (word: string): string =>
    /[sxz]$/.test(word) ? word : /(?:al)$/.test(word) ? word.replace(/al$/, 'aux') : /(?:eau|eu|au)$/.test(word) ? `${word}x` : `${word}s`;
  const words = phrase.split(' ');
  return [words.map(plural).join(' '), words.map((word, index) => (index === 0 ? plural(word) : word)).join(' ')];
}

function persianForm(phrase: string, ending: string): string {
  return ending === 'گان' ? (phrase.endsWith('ه') ? `${phrase.slice(0, -1)}گان` : phrase) : `${phrase}${ending}`;
}

function unitLexicon(language: LexiconLanguage, data: UnitData): UnitLexicon {
  const variants = variantsOf(language);
  const invariant = new Set(data.invariant);
  const heads = LISTED_UNITS.flatMap((unit) =>
    data[unit].flatMap((phrase) => {
      const forms = new Set(inflected(language, phrase));
      // Persian and Arabic count with the singular noun.
      const hasPlural = (language === 'en' || language === 'fr') && forms.size > 1 && !invariant.has(phrase);
      return [...forms].map((form) => [form, { unit, singular: hasPlural && form === phrase }] as const);
    }),
  );
  const stops = foldedSet(data.stops);
  const notPersons = new Set(data.notPersons.map(foldForMatching));
  return {
    language,
    heads: phraseIndex(heads, variants),
    never: phraseIndex(
      data.never.flatMap((phrase) => inflected(language, phrase).map((form) => [form, true] as const)),
      variants,
    ),
    isStop: language === 'ar' ? (lower) => arabicVariants(lower).some((form) => stops.has(form)) : (lower) => stops.has(lower),
    of: foldedSet(data.of),
    afterOf: foldedSet(data.afterOf),
    classifiers: foldedSet(data.classifiers),
    elided: foldedSet(data.elided),
    subset: phraseIndex(data.subset.map((phrase) => [phrase, true] as const)),
    currency: foldedSet(data.currency),
    codes: foldedSet(data.codes),
    conjunctions: foldedSet(data.conjunctions),
    lone: foldedSet(data.lone),
    among: foldedSet(data.among),
    definite: foldedSet(data.definite),
    pronouns: foldedSet(data.pronouns),
    relatives: foldedSet(data.relatives),
    looksLikePersons: (lower) =>
      data.personSuffixes.some((suffix) => lower.length > suffix.length + 2 && lower.endsWith(suffix)) && !notPersons.has(lower),
  };
}

/** The unit lexicon of each language, built once from its data file. */
export const UNITS: Readonly<Record<LexiconLanguage, UnitLexicon>> = {
  en: unitLexicon('en', english),
  fa: unitLexicon('fa', persian),
  fr: unitLexicon('fr', french),
  ar: unitLexicon('ar', arabic),
};
