import { z } from 'zod';
import bodiesFile from './data/en/bodies.json' with { type: 'json' };
import titlesFile from './data/en/titles.json' with { type: 'json' };
import placesFile from './data/places/places.json' with { type: 'json' };
import { foldForMatching } from './text-view.ts';

const names = z.array(z.string());
const place = z.looseObject({ en: names, fr: names, fa: names, ar: names });
const places = z.object({ countries: z.array(place), cities: z.array(place), regions: z.array(place) }).parse(placesFile);

const everyPlace = [...places.countries, ...places.cities, ...places.regions];

/** Words that tell what a capitalised sequence names. All lower case except `knownBodies` and places. */
export const NAMES = Object.freeze({
  honorifics: new Set([...titlesFile.honorifics, ...titlesFile.ranks]),
  roles: new Set(titlesFile.roles),
  roleHeads: new Set(titlesFile.roleHeads),
  former: new Set(titlesFile.former),
  acting: new Set(titlesFile.acting),
  bodyHeads: new Set(bodiesFile.heads),
  knownBodies: new Set(bodiesFile.known),
  connectors: new Set(bodiesFile.connectors),
  placeHeads: new Set(bodiesFile.placeHeads),
  otherHeads: new Set(bodiesFile.otherHeads),
  particles: new Set(bodiesFile.nameParticles),
  notNames: new Set(bodiesFile.notNames),
  demonymEndings: bodiesFile.demonymEndings,
  latinPlaces: new Set(everyPlace.flatMap((entry) => [...entry.en, ...entry.fr])),
  persianPlaces: byFirstWord(everyPlace.flatMap((entry) => entry.fa)),
  arabicPlaces: byFirstWord(everyPlace.flatMap((entry) => entry.ar)),
});

/** First word → the word sequences that begin with it, longest first, folded as texts are. */
function byFirstWord(entries: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const index = new Map<string, string[][]>();
  for (const entry of entries) {
    const words = foldForMatching(entry).split(/\s+/);
    const first = words[0] ?? '';
    index.set(
      first,
      [...(index.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return index;
}
