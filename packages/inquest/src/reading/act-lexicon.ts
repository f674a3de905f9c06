import type { CountedAct } from '../model/index.ts';
import arabic from './data/ar/acts.json' with { type: 'json' };
import english from './data/en/acts.json' with { type: 'json' };
import persian from './data/fa/acts.json' with { type: 'json' };
import french from './data/fr/acts.json' with { type: 'json' };
import { foldedSet, type LexiconLanguage, variantsOf } from './number-lexicon.ts';
import { type PhraseIndex, phraseIndex } from './words.ts';

/** Acts that `data/<language>/acts.json` lists words for, most telling first. */
export const LISTED_ACTS = [
  'killed',
  'injured',
  'detained',
  'tortured',
  'disappeared',
  'displaced',
  'tried',
  'buried',
  'signed',
  'documented',
  'size',
  'spread',
] as const satisfies readonly CountedAct[];
export type ListedAct = (typeof LISTED_ACTS)[number];

type ActData = Readonly<Record<ListedAct | 'events' | 'hearsay' | 'tolls' | 'tollLinks' | 'speaking', readonly string[]>>;

export interface ActLexicon {
  readonly language: LexiconLanguage;
  readonly acts: PhraseIndex<ListedAct>;
  /** Words that bring in a number of places: across, throughout. */
  readonly spread: PhraseIndex<true>;
  readonly events: ReadonlySet<string>;
  readonly hearsay: PhraseIndex<true>;
  /** Nouns that stand for a number of victims: toll, figure, number. */
  readonly tolls: PhraseIndex<true>;
  /** Words one of which must stand between a toll noun and its number; empty: none need. */
  readonly tollLinks: ReadonlySet<string>;
  /** Verbs of those who speak, sign or attend: what they are counted for is their number. */
  readonly speaking: PhraseIndex<true>;
}

function actLexicon(language: LexiconLanguage, data: ActData): ActLexicon {
  const variants = variantsOf(language);
  const phrases = (list: readonly string[]) =>
    phraseIndex(
      list.map((phrase) => [phrase, true] as const),
      variants,
    );
  const acts = LISTED_ACTS.filter((act) => act !== 'spread').flatMap((act) => data[act].map((phrase) => [phrase, act] as const));
  return {
    language,
    acts: phraseIndex(acts, variants),
    spread: phrases(data.spread),
    events: foldedSet(data.events),
    hearsay: phrases(data.hearsay),
    tolls: phrases(data.tolls),
    tollLinks: foldedSet(data.tollLinks),
    speaking: phrases(data.speaking),
  };
}

/** The act lexicon of each language, built once from its data file. */
export const ACTS: Readonly<Record<LexiconLanguage, ActLexicon>> = {
  en: actLexicon('en', english),
  fa: actLexicon('fa', persian),
  fr: actLexicon('fr', french),
  ar: actLexicon('ar', arabic),
};
