import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Speaks a short sentence through the polite live region: what just happened, once. Already in the interface language. */
export function announce(sentence: string): void {
  // The same words twice in a row are still two happenings; a no-break space makes them differ.
  said = sentence === said ? `${sentence}\u00A0` : sentence;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function LiveRegion() {
  const sentence = useSyncExternalStore(subscribe, () => said);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {sentence}
    </div>
  );
}
