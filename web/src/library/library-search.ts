import { choiceParam, idParam, present, type RawSearch, textParam } from '../search-params.ts';

/** What the library's address holds: the selected item, the filter, and whether the intake's outcomes are unfolded. */
export function librarySearch(raw: RawSearch) {
  return present({ item: idParam(raw, 'item', 'S'), q: textParam(raw, 'q'), intake: choiceParam(raw, 'intake', ['open', 'closed']) });
}
