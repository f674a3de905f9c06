import { idParam, present, type RawSearch } from '../search-params.ts';

/** What the address of the figures holds: the question that is open. */
export function figuresSearch(raw: RawSearch) {
  return present({ question: idParam(raw, 'question', 'Q') });
}
