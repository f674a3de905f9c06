import { useCallback, useState, useSyncExternalStore } from 'react';

/** Colours: as the system says, or as chosen by hand. Read before the first paint by /appearance.js. */
export type Colours = 'system' | 'light' | 'dark';
const SAVED = 'inquest.colours';
const ORDER: readonly Colours[] = ['system', 'light', 'dark'];

export function useColours(): { readonly colours: Colours; readonly next: () => void } {
  const [colours, setColours] = useState<Colours>(readColours);
  const next = useCallback(() => {
    setColours((before) => {
      const after = ORDER[(ORDER.indexOf(before) + 1) % ORDER.length] ?? 'system';
      applyColours(after);
      return after;
    });
  }, []);
  return { colours, next };
}

function readColours(): Colours {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function applyColours(colours: Colours): void {
  if (colours === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = colours;
  try {
    localStorage.setItem(SAVED, colours);
  } catch {
    // Storage is switched off in this browser: the choice lasts as long as the page.
  }
}

const NARROW = '(max-width: 720px)';

/** One hand: the page is as narrow as a telephone, or zoomed until it is. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(NARROW).matches,
  );
}
