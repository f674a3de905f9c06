import { useSyncExternalStore } from 'react';

/** Whether the program behind the page answers: it does; it stopped; or this browser's key no longer opens it. */
export type Connection = 'up' | 'stopped' | 'signed-out';

let now: Connection = 'up';
const listeners = new Set<() => void>();

export function reportConnection(next: Connection): void {
  if (next === now) return;
  now = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => now);
}
