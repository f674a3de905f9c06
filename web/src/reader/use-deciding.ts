import { useRef } from 'react';
import type { DecisionAnswer } from '../../../packages/inquest/src/api-contract/index.ts';
import { useLanguage } from '../language/index.ts';
import { announce } from '../shell/index.ts';
import { canRecord } from './card-actions.tsx';
import { type Entry, nextUndecided } from './entry.ts';
import type { Decisions, Reason } from './use-decisions.ts';
import type { Selection } from './use-selection.ts';

/** The decisions a key or a button makes about the open card, or about the next undecided one where none is open. */
export interface Deciding {
  readonly record: () => void;
  readonly askReason: () => void;
  readonly setAside: (reason: Reason) => void;
  readonly unsure: () => void;
  readonly undo: () => void;
  /** Takes back the latest decision made since the reader was opened. */
  readonly undoLast: () => void;
  /** A decision about an entry was made elsewhere on this desk. */
  readonly decided: (key: string) => void;
}

/**
 * Each decision moves on to the next undecided card at once and comes back if the program refused.
 * Deciding again what is already so takes it back.
 */
export function useDeciding(entries: readonly Entry[], selection: Selection, decisions: Decisions): Deciding {
  const { t } = useLanguage();
  const stack = useRef<string[]>([]);
  const { shown, selected, open, doing, setDoing, select } = selection;
  const target = open === null ? nextUndecided(shown, null) : selected;

  const decide = (entry: Entry, write: Promise<DecisionAnswer | null>, words: (answer: DecisionAnswer) => string) => {
    const next = nextUndecided(shown, entry.key);
    selection.keep(entry.key);
    setDoing('reading');
    if (next !== null) select(next);
    void write.then((answer) => {
      if (answer === null) {
        select(entry);
        return;
      }
      stack.current.push(entry.key);
      announce(next === null ? `${words(answer)} ${t('said.noneLeft')}` : words(answer));
    });
  };
  const undo = (entry: Entry) => {
    setDoing('reading');
    selection.keep(entry.key);
    void decisions.undo(entry).then((answer) => {
      if (answer === null) return;
      stack.current.splice(stack.current.lastIndexOf(entry.key), stack.current.includes(entry.key) ? 1 : 0);
      const standing = answer.claim?.status === 'recorded' ? { claim: answer.claim.claim } : null;
      selection.selectId(standing ?? (answer.proposal === null ? {} : { proposal: answer.proposal.id }));
      announce(t('said.undone'));
    });
  };
  return {
    record: () => {
      if (target === null) return;
      if (target.status === 'recorded') undo(target);
      else if (!canRecord(target)) announce(t('said.cannotRecord'));
      else if (target.status !== 'set-aside')
        decide(target, decisions.record(target), (answer) => t('said.recorded', { id: answer.claim?.claim ?? '' }));
    },
    askReason: () => {
      if (target === null) return;
      if (target.status === 'recorded') announce(t('said.undoFirst'));
      else if (target.status === 'set-aside') undo(target);
      else {
        if (selected === null) select(target);
        setDoing('reasons');
      }
    },
    setAside: (reason) => {
      if (selected !== null && doing === 'reasons') decide(selected, decisions.setAside(selected, reason), () => t('said.setAside'));
    },
    unsure: () => {
      if (target?.status === 'unsure') undo(target);
      else if (target?.status === 'proposed') decide(target, decisions.unsure(target), () => t('said.unsure'));
    },
    undo: () => {
      if (selected?.decision != null) undo(selected);
    },
    undoLast: () => {
      const last = stack.current.at(-1);
      const entry = entries.find(({ key }) => key === last) ?? selected;
      if (entry?.decision == null) announce(t('said.nothingToUndo'));
      else undo(entry);
    },
    decided: (key) => stack.current.push(key),
  };
}
