import { type Deciding, useDeciding } from './use-deciding.ts';
import { type Decisions, useDecisions } from './use-decisions.ts';
import { type Drafting, useDrafting } from './use-drafting.ts';
import type { Page } from './use-page.ts';
import { type Selection, useSelection } from './use-selection.ts';

/** Everything a person can do in the reader, for cards, keys and text alike. */
export interface Desk {
  readonly selection: Selection;
  readonly deciding: Deciding;
  readonly drafting: Drafting;
  readonly decisions: Decisions;
}

/** One item's desk. Looking never decides: opening, moving and closing write nothing. */
export function useDesk(item: string, page: Page): Desk {
  const selection = useSelection(page.entries);
  const decisions = useDecisions(item);
  const deciding = useDeciding(page.entries, selection, decisions);
  const drafting = useDrafting(item, page.text?.text, { selection, decisions, decided: deciding.decided });
  return { selection, deciding, drafting, decisions };
}
