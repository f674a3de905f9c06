import { useEffect, useMemo } from 'react';
import type { DecisionAnswer } from '../../../packages/inquest/src/api-contract/index.ts';
import { useLanguage } from '../language/index.ts';
import { announce } from '../shell/index.ts';
import { canRecord } from './card-actions.tsx';
import { type Draft, type DraftKind, draftOfPassage } from './draft.ts';
import { draftOf } from './draft-of-proposal.ts';
import { keepDraft, useDrafts, warnOfDrafts } from './drafts.ts';
import { nextUndecided } from './entry.ts';
import type { Stretch } from './passages.ts';
import { type Content, type Decisions, NEW_ENTRY } from './use-decisions.ts';
import type { Selection } from './use-selection.ts';

/** Writing a claim: from a proposal, a recorded claim or a selection. What is typed stays until it is recorded or dropped. */
export interface Drafting {
  readonly draft: Draft | null;
  readonly newDraft: Draft | null;
  /** Something was typed for the open card and not recorded. */
  readonly hasDraft: boolean;
  readonly edit: () => void;
  readonly begin: (passage: Stretch, document: string) => void;
  readonly chooseKind: (kind: DraftKind) => void;
  readonly type: (draft: Draft) => void;
  /** `version`: the one a person has just seen and means to follow. */
  readonly save: (content: Content, version?: number) => void;
  readonly drop: () => void;
}

/** A selection at most this long with a digit in it is offered as a figure first. */
const MOST_FIGURE = 60;

export function useDrafting(
  item: string,
  text: string | undefined,
  { selection, decisions, decided }: { selection: Selection; decisions: Decisions; decided: (key: string) => void },
): Drafting {
  const { t } = useLanguage();
  const drafts = useDrafts();
  const { selected, open, doing, setDoing, shown, select } = selection;
  const key = `${item}/${open ?? ''}`;
  const newKey = `${item}/${NEW_ENTRY}`;
  useEffect(() => {
    window.addEventListener('beforeunload', warnOfDrafts);
    return () => window.removeEventListener('beforeunload', warnOfDrafts);
  }, []);
  const fresh = useMemo(
    () => (selected === null || text === undefined || doing !== 'form' ? null : draftOf(selected, text)),
    [selected, text, doing],
  );
  const newDraft = drafts.get(newKey) ?? null;
  const done = (answer: DecisionAnswer | null) => {
    if (answer === null) return;
    keepDraft(key, null);
    const claim = answer.claim?.claim ?? '';
    decided(selected?.key ?? claim);
    selection.selectId({ claim });
    announce(t('said.recorded', { id: claim }));
  };
  return {
    draft: drafts.get(key) ?? fresh,
    newDraft,
    hasDraft: drafts.has(key),
    edit: () => {
      const target = open === null ? nextUndecided(shown, null) : selected;
      if (target === null || !(target.claim !== null || (canRecord(target) && target.status !== 'set-aside'))) return;
      if (selected === null) select(target);
      setDoing('form');
    },
    begin: (passage, document) => {
      const quote = text?.slice(passage.start, passage.end) ?? '';
      const kind = /\p{Nd}/u.test(quote) && quote.length <= MOST_FIGURE ? 'quantity' : 'quote';
      keepDraft(newKey, draftOfPassage({ start: passage.start, end: passage.end, quote }, document, kind));
      selection.openNew();
    },
    chooseKind: (kind) => {
      if (newDraft !== null) keepDraft(newKey, { ...newDraft, kind });
    },
    type: (draft) => keepDraft(key, draft),
    save: (content, version) => {
      if (open === NEW_ENTRY) void decisions.recordPassage(item, content).then(done);
      else if (selected !== null && selected.claim !== null)
        void decisions.edit(selected, content, version ?? selected.claim.version).then(done);
      else if (selected !== null) void decisions.record(selected, content).then(done);
    },
    drop: () => {
      keepDraft(key, null);
      decisions.forget(open ?? '');
      selection.back();
    },
  };
}
