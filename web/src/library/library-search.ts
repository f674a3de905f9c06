import { choiceParam, idParam, present, type RawSearch, textParam } from '../search-params.ts';

/**
 * What the library's address holds: the selected item, the filter's words, an outcome or a reason
 * to show alone, and whether the outcomes of the intake are unfolded.
 */
export function librarySearch(raw: RawSearch) {
  return present({
    item: idParam(raw, 'item', 'S'),
    q: textParam(raw, 'q'),
    show: textParam(raw, 'show'),
    intake: choiceParam(raw, 'intake', ['open', 'closed']),
  });
}
