import { type RefObject, useEffect } from 'react';

/** Picks a passage by mouse: a click on its words opens its card, innermost first. A drag that selects text picks nothing. */
export function usePicking(page: RefObject<HTMLElement | null>, onPick: (key: string) => void): void {
  useEffect(() => {
    const element = page.current;
    if (element === null) return;
    const pick = (event: MouseEvent) => {
      if (document.getSelection()?.isCollapsed === false || !(event.target instanceof Element)) return;
      const passages = event.target.closest<HTMLElement>('[data-passages]')?.dataset['passages']?.split(' ');
      const key = event.target.closest<HTMLElement>('[data-mark]')?.dataset['mark'] ?? passages?.at(-1);
      if (key !== undefined) onPick(key);
    };
    element.addEventListener('click', pick);
    return () => element.removeEventListener('click', pick);
  }, [page, onPick]);
}

/** Room kept above and below a passage that is scrolled to. */
const ROOM = { above: 120, below: 200 };

/** Brings a passage into view when it is not; `leaf` is where it will be drawn if it is not drawn yet. Answers whether it was found. */
export function showPassage(page: HTMLElement, key: string, leaf: number): boolean {
  const mark = page.querySelector<HTMLElement>(`[data-mark="${CSS.escape(key)}"]`);
  const place = mark ?? page.querySelector<HTMLElement>(`[data-leaf="${String(leaf)}"]`);
  if (!place?.offsetParent) return false;
  const { top, bottom } = place.getBoundingClientRect();
  const visible = top >= ROOM.above && bottom <= window.innerHeight - ROOM.below;
  if (!visible) window.scrollTo({ top: window.scrollY + top - window.innerHeight * 0.35 });
  return mark !== null;
}
