import type { TextLine } from '../../../packages/inquest/src/api-contract/index.ts';

export type TextSegment = TextLine['segments'][number];

/** A stretch of the text, UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One thing to show in the text: a proposal or a claim, in one or several parts. */
export interface Highlight {
  readonly id: string;
  readonly parts: readonly Stretch[];
}

/** A slice of the text under the same highlights throughout; outermost first. */
export interface Run extends Stretch {
  readonly marks: readonly string[];
  /** Highlights whose first readable character is this run's first: the place of their mark in the margin. */
  readonly begins: readonly string[];
}

/** A segment, or what lies between two segments (`segment` null, white space as a rule). */
export interface Block extends Stretch {
  readonly segment: TextSegment | null;
  /** Nothing but white space: kept for its offsets, not drawn. */
  readonly blank: boolean;
  readonly runs: readonly Run[];
}

/** Neighbouring blocks drawn, and left undrawn, together. */
export interface Leaf extends Stretch {
  readonly blocks: readonly Block[];
}

interface Part extends Stretch {
  readonly id: string;
}

/**
 * The text as blocks of runs, nested and overlapping highlights flattened. The runs of all blocks
 * joined are the text, character for character; each character carries exactly the highlights
 * that cover it. Offsets outside the text are cut to it, empty parts dropped. Linear in the text,
 * the parts and the marks put out.
 */
export function blocksOf(text: string, segments: readonly TextSegment[], highlights: readonly Highlight[]): readonly Block[] {
  const flatten = flattener(partsOf(text.length, highlights));
  return bounds(text.length, segments).map(({ start, end, segment }) => {
    const blank = text.slice(start, end).trim() === '';
    return { start, end, segment, blank, runs: flatten(start, end, blank) };
  });
}

/** Groups blocks into leaves of about `size` characters, so that a long text need not be drawn at once. */
export function leavesOf(blocks: readonly Block[], size: number): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let open: Block[] = [];
  for (const block of blocks) {
    open.push(block);
    const start = open[0]?.start ?? block.start;
    if (block.end - start >= size) {
      leaves.push({ start, end: block.end, blocks: open });
      open = [];
    }
  }
  const [first, last] = [open[0], open.at(-1)];
  if (first !== undefined && last !== undefined) leaves.push({ start: first.start, end: last.end, blocks: open });
  return leaves;
}

/** Neighbouring furniture as one group, everything else alone: `furniture` groups are drawn as one strip. */
export function groupsOf(blocks: readonly Block[]): readonly { readonly furniture: boolean; readonly blocks: readonly Block[] }[] {
  const groups: { furniture: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.blank) continue;
    const furniture = block.segment?.furniture === true;
    const last = groups.at(-1);
    if (furniture && last?.furniture === true) last.blocks.push(block);
    else groups.push({ furniture, blocks: [block] });
  }
  return groups;
}

function partsOf(length: number, highlights: readonly Highlight[]): readonly Part[] {
  const parts = highlights.flatMap(({ id, parts: own }) =>
    own.map(({ start, end }) => ({ id, start: Math.max(0, start), end: Math.min(length, end) })).filter(({ start, end }) => start < end),
  );
  return parts.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** Segments and the gaps between them, in order, covering the text. Segments that run backwards or overlap are cut. */
function bounds(length: number, segments: readonly TextSegment[]): readonly { start: number; end: number; segment: TextSegment | null }[] {
  const out: { start: number; end: number; segment: TextSegment | null }[] = [];
  let at = 0;
  for (const segment of segments) {
    const [start, end] = [Math.max(at, segment.start), Math.min(length, segment.end)];
    if (start >= end) continue;
    if (start > at) out.push({ start: at, end: start, segment: null });
    out.push({ start, end, segment });
    at = end;
  }
  if (at < length) out.push({ start: at, end: length, segment: null });
  return out;
}

/** Cuts consecutive stretches into runs; keeps its place among the sorted parts from call to call. */
function flattener(parts: readonly Part[]): (start: number, end: number, blank: boolean) => readonly Run[] {
  const begun = new Set<string>();
  let next = 0;
  let active: Part[] = [];
  return (start, end, blank) => {
    const runs: Run[] = [];
    for (let at = start; at < end; ) {
      active = active.filter((part) => part.end > at);
      for (let part = parts[next]; part !== undefined && part.start <= at; part = parts[++next]) active.push(part);
      const until = Math.min(end, parts[next]?.start ?? end, ...active.map((part) => part.end));
      const marks = [...new Set(active.map((part) => part.id))];
      const begins = blank ? [] : marks.filter((id) => !begun.has(id));
      for (const id of begins) begun.add(id);
      runs.push({ start: at, end: until, marks, begins });
      at = until;
    }
    return runs;
  };
}
