import { choiceParam, idParam, present, type RawSearch } from '../search-params.ts';

/** What the address of the figures holds: the question that is open, and how its plot is drawn. */
export function figuresSearch(raw: RawSearch) {
  return present({
    question: idParam(raw, 'question', 'Qq'),
    scale: choiceParam(raw, 'scale', ['linear']),
    reports: choiceParam(raw, 'reports', ['origins']),
  });
}
