import type { Stretch } from './passages.ts';

/** Where runs say the offset of their first character. */
export const RUN_SELECTOR = '[data-start]';

/**
 * The stretch of the item's text a person has selected inside `page`, or null when nothing of it
 * is. White space at either end is left out.
 */
export function selectedStretch(page: HTMLElement, text: string): Stretch | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const runs = [...page.querySelectorAll<HTMLElement>(RUN_SELECTOR)].filter((run) => range.intersectsNode(run));
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return null;
  let start = offsetIn(first, range.startContainer, range.startOffset) ?? startOf(first);
  let end = offsetIn(last, range.endContainer, range.endOffset) ?? startOf(last) + last.textContent.length;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

function startOf(run: HTMLElement): number {
  return Number(run.dataset['start']);
}

/** The text offset of a point inside a run; null when the point lies outside it. */
function offsetIn(run: HTMLElement, node: Node, offset: number): number | null {
  if (!run.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(run);
  before.setEnd(node, offset);
  return startOf(run) + before.toString().length;
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}
