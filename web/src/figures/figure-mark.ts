import type { AccountLine } from '../../../packages/inquest/src/api-contract/index.ts';
import type { Scale } from './scale.ts';

/** A figure's bounds and how they are meant, as the interface gives them. */
export type Figure = Pick<AccountLine, 'value' | 'min' | 'max' | 'qualifier'>;

/**
 * How a figure is drawn. Dot: an exact number. Ring: about. Stop: no less than (`more`) or no more
 * than (`fewer`) the number at `at`, the arrow running to `to`. Bar: both ends stated. Vague: a
 * word whose edges are not stated, so both ends are open. None: no number can be placed.
 */
export type FigureMark =
  | { readonly shape: 'dot' | 'ring'; readonly at: number; readonly from: number; readonly to: number }
  | { readonly shape: 'stop'; readonly way: 'more' | 'fewer'; readonly at: number; readonly from: number; readonly to: number }
  | { readonly shape: 'bar' | 'vague'; readonly from: number; readonly to: number }
  | { readonly shape: 'none' };

const ARROW = 34;
const RADIUS = 5;

/** The numbers a scale must reach so that this figure can be drawn on it. */
export function numbersOf({ value, min, max, qualifier }: Figure): readonly number[] {
  const stated = [value, min, max].filter((number) => number !== null);
  return qualifier === 'vague' && min !== null && max === null ? [...stated, vagueEnd(min)] : stated;
}

/** The drawing of one figure on a scale; distances from the axis' inline start. */
export function markOf({ value, min, max, qualifier }: Figure, scale: Scale): FigureMark {
  const centre = value ?? (min !== null && min === max ? min : null);
  switch (qualifier) {
    case 'min':
      return stop(min ?? value, 'more', scale);
    case 'max':
      return stop(max ?? value, 'fewer', scale);
    case 'vague':
      return min === null ? { shape: 'none' } : span('vague', [min, max ?? vagueEnd(min)], scale);
    case 'range':
      return min !== null && max !== null ? span('bar', [min, max], scale) : stopOrPoint({ centre, min, max }, scale);
    case 'approx':
      return centre === null && min !== null && max !== null
        ? span('vague', [min, max], scale)
        : point('ring', centre ?? min ?? max, scale);
    default:
      return point('dot', centre ?? min ?? max, scale);
  }
}

/** Where the drawing of a word with an unstated upper edge stops: the next power of ten, which asserts nothing. */
function vagueEnd(floor: number): number {
  return floor * 10;
}

interface Given {
  readonly centre: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** A range of which the source states one end only, or one number. */
function stopOrPoint({ centre, min, max }: Given, scale: Scale): FigureMark {
  if (centre !== null) return point('dot', centre, scale);
  return min !== null ? stop(min, 'more', scale) : stop(max, 'fewer', scale);
}

function point(shape: 'dot' | 'ring', value: number | null, scale: Scale): FigureMark {
  if (value === null) return { shape: 'none' };
  const at = scale.place(value);
  return { shape, at, from: at - RADIUS, to: at + RADIUS };
}

function stop(value: number | null, way: 'more' | 'fewer', scale: Scale): FigureMark {
  if (value === null) return { shape: 'none' };
  const at = scale.place(value);
  return { shape: 'stop', way, at, from: way === 'more' ? at : Math.max(0, at - ARROW), to: way === 'more' ? at + ARROW : at };
}

function span(shape: 'bar' | 'vague', [min, max]: readonly [number, number], scale: Scale): FigureMark {
  const [from, to] = [scale.place(min), scale.place(max)];
  return { shape, from, to: Math.max(to, from + 4) };
}
