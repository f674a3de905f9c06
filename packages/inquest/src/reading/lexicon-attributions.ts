import type { AttributionDraft } from './attribution-draft.ts';
import type { ReadingContext } from './reading-context.ts';

export function cueAttributions(context: ReadingContext, sentence: number): readonly AttributionDraft[] {
  void context;
  void sentence;
  return [];
}
