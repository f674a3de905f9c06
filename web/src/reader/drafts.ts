import { useSyncExternalStore } from 'react';
import type { Draft } from './draft.ts';

/**
 * What was typed and not recorded, by item and entry, kept while the page is open: closing a form,
 * or leaving for another screen, loses nothing. Never written to the browser's storage.
 */
let drafts: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();

export function keepDraft(key: string, draft: Draft | null): void {
  const after = new Map(drafts);
  if (draft === null) after.delete(key);
  else after.set(key, draft);
  drafts = after;
  for (const listener of listeners) listener();
}

export function useDrafts(): ReadonlyMap<string, Draft> {
  return useSyncExternalStore(subscribe, () => drafts);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The browser asks before it closes a page with words nobody has recorded. */
export function warnOfDrafts(event: BeforeUnloadEvent): void {
  if (drafts.size > 0) event.preventDefault();
}
