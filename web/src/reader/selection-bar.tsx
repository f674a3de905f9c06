import { type RefObject, useEffect, useState } from 'react';
import { useLanguage } from '../language/index.ts';
import type { Stretch } from './passages.ts';
import { selectedStretch } from './selection.ts';

interface Shown {
  readonly stretch: Stretch;
  readonly top: number;
  readonly left: number;
}

/** Beside a selection made in the text: one button that makes a claim of it. Selecting alone does nothing. */
export function SelectionBar({
  page,
  text,
  onClaim,
}: {
  readonly page: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly onClaim: (stretch: Stretch) => void;
}) {
  const { t } = useLanguage();
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const look = () => setShown(shownFor(page.current, text));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [page, text]);
  if (shown === null) return null;
  return (
    <div className="selection-bar" style={{ insetBlockStart: shown.top, left: shown.left }}>
      <button
        type="button"
        className="btn main"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => {
          onClaim(shown.stretch);
          document.getSelection()?.removeAllRanges();
        }}
      >
        {t('reader.claimThis')} <kbd>n</kbd>
      </button>
    </div>
  );
}

function shownFor(page: HTMLElement | null, text: string): Shown | null {
  const stretch = page === null ? null : selectedStretch(page, text);
  const around = page?.offsetParent;
  if (stretch === null || !(around instanceof HTMLElement)) return null;
  const boxes = document.getSelection()?.getRangeAt(0).getClientRects();
  const [last, frame] = [boxes?.[boxes.length - 1], around.getBoundingClientRect()];
  if (last === undefined) return null;
  return { stretch, top: last.bottom - frame.top + 6, left: Math.min(Math.max(0, last.right - frame.left - 60), frame.width - 130) };
}
