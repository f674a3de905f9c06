/** A number on the axis: where it stands and whether it is written beside its tick. */
export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly written: boolean;
  /** Lesser ticks are short and never written. */
  readonly lesser: boolean;
}

export type ScaleKind = 'linear' | 'tenfold';

/** Turns numbers into distances from the axis' inline start, in pixels. */
export interface Scale {
  readonly kind: ScaleKind;
  readonly first: number;
  readonly last: number;
  /** Numbers beyond the ends stand at the ends; on a tenfold scale zero stands at the very start. */
  place(value: number): number;
  readonly ticks: readonly Tick[];
}

/** Room a written number needs beside the next one. */
const WRITTEN = 64;
/** Where zero stands on a tenfold scale, before the first power of ten. */
const ZERO_ROOM = 28;
const MOST_TICKS = 60;

/**
 * A scale over `values` that is `width` pixels wide. Tenfold: each power of ten takes the same
 * width, from the power at or below the least number to the one at or above the greatest, at
 * least two of them; zero gets a place of its own before them, since no power of ten reaches it.
 * Linear: starts at zero, steps of 1, 2 or 5 times a power of ten.
 */
export function scaleOf(values: readonly number[], width: number, kind: ScaleKind): Scale {
  const finite = values.filter((value) => Number.isFinite(value) && value >= 0);
  return kind === 'tenfold' ? tenfold(finite, width) : linear(finite, width);
}

function tenfold(values: readonly number[], width: number): Scale {
  const positive = values.filter((value) => value > 0);
  const zero = positive.length < values.length ? ZERO_ROOM : 0;
  const low = Math.floor(Math.log10(Math.max(1, Math.min(...positive, Number.MAX_SAFE_INTEGER))) + 1e-9);
  const from = positive.length === 0 ? 0 : low;
  const to = Math.max(from + 2, Math.ceil(Math.log10(Math.max(...positive, 1)) - 1e-9));
  const step = (width - zero) / (to - from);
  const clamp = (value: number) => Math.min(width, Math.max(zero, zero + (Math.log10(value) - from) * step));
  const place = (value: number) => (value <= 0 ? 0 : clamp(value));
  const every = Math.max(1, Math.ceil(WRITTEN / step));
  const ticks: Tick[] = zero > 0 ? [{ value: 0, at: 0, written: true, lesser: false }] : [];
  for (let power = from; power <= to; power++) {
    ticks.push({ value: 10 ** power, at: place(10 ** power), written: (power - from) % every === 0, lesser: false });
    if (power === to || step < 40) continue;
    for (let digit = 2; digit <= 9; digit++) {
      ticks.push({ value: digit * 10 ** power, at: place(digit * 10 ** power), written: false, lesser: true });
    }
  }
  return { kind: 'tenfold', first: 10 ** from, last: 10 ** to, place, ticks };
}

function linear(values: readonly number[], width: number): Scale {
  const greatest = Math.max(...values, 1);
  const rough = greatest / Math.max(2, Math.min(MOST_TICKS, Math.floor(width / (WRITTEN * 1.6))));
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? 10 * power);
  const last = Math.ceil(greatest / step - 1e-9) * step;
  const place = (value: number) => Math.min(width, Math.max(0, (value / last) * width));
  const ticks: Tick[] = [];
  for (let value = 0; value <= last + step / 2; value += step) ticks.push({ value, at: place(value), written: true, lesser: false });
  return { kind: 'linear', first: 0, last, place, ticks };
}
