import { idParam, present, type RawSearch } from '../search-params.ts';

/** What the reader's address holds: the claim or proposal that is open. */
export function readerSearch(raw: RawSearch) {
  return present({ claim: idParam(raw, 'claim', 'C'), proposal: idParam(raw, 'proposal', 'P') });
}
