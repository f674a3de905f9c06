import { useCallback, useEffect, useRef, useState } from 'react';

/** How far beyond the window leaves are drawn. */
const AHEAD = '1600px 0px';

export interface Near {
  readonly near: ReadonlySet<number>;
  /** Begins to watch the element of a leaf, which names its place in `data-leaf`; answers how to stop. */
  readonly watch: (element: HTMLElement) => () => void;
}

/** Which leaves of a long text are drawn: those near the window, and the first ones until that is known. */
export function useNear(): Near {
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([0, 1]));
  const observer = useRef<IntersectionObserver | null>(null);
  const watch = useCallback((element: HTMLElement) => {
    observer.current ??= new IntersectionObserver((seen) => setNear((before) => after(before, seen)), { rootMargin: AHEAD });
    observer.current.observe(element);
    return () => observer.current?.unobserve(element);
  }, []);
  useEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
    },
    [],
  );
  return { near, watch };
}

function after(before: ReadonlySet<number>, seen: readonly IntersectionObserverEntry[]): ReadonlySet<number> {
  const now = new Set(before);
  for (const { target, isIntersecting } of seen) {
    const index = target instanceof HTMLElement ? Number(target.dataset['leaf']) : Number.NaN;
    if (isIntersecting) now.add(index);
    else now.delete(index);
  }
  const same = now.size === before.size && [...now].every((index) => before.has(index));
  return same ? before : now;
}
