import { choiceParam, idParam, present, type RawSearch, textParam } from '../search-params.ts';
import { FURTHER, type Further } from './entry.ts';

/** What the reader's address holds: what is open, whether the original is shown, and what is shown besides claims. */
export function readerSearch(raw: RawSearch) {
  const filter = furtherOf(textParam(raw, 'filter'));
  return present({
    claim: idParam(raw, 'claim', 'C'),
    proposal: idParam(raw, 'proposal', 'P'),
    show: choiceParam(raw, 'show', ['original']),
    filter: filter.size === 0 ? undefined : [...filter].join(','),
  });
}

/** The further kinds an address asks for; words it does not know are left out. */
export function furtherOf(filter: string | undefined): ReadonlySet<Further> {
  const words = new Set(filter?.split(','));
  return new Set(FURTHER.filter((kind) => words.has(kind)));
}
