import type { Counted, Quantity } from '../model/index.ts';
import { type CountedDifference, differenceInCounted, subjectOf } from './counted-alike.ts';

export type ComparisonResult = 'equal' | 'compatible' | 'tension' | 'contradiction' | 'not_comparable';

export type ComparisonReason =
  | CountedDifference
  | 'same-figure'
  | 'same-number'
  | 'some-number-fits-both'
  | 'usual-readings-apart'
  | 'numbers-far-apart'
  | 'no-number-fits-both';

export interface Comparison {
  readonly result: ComparisonResult;
  readonly reason: ComparisonReason;
  /** Larger number over smaller, where both give one; null otherwise. For showing: ×6. */
  readonly ratio: number | null;
}

/** Each reason as an English sentence; the reason code is the key for other languages. */
export const COMPARISON_WORDS: Readonly<Record<ComparisonReason, string>> = {
  'different-unit': 'They count different things, for instance persons and places.',
  'different-act': 'They count different acts.',
  'different-event': 'They speak of different events.',
  'different-place': 'They speak of different places.',
  'different-period': 'They speak of different periods.',
  'different-scope': 'Nothing in the sources says that they count the same thing.',
  'same-figure': 'The same figure, worded with the same limits.',
  'same-number': 'The same number, with another qualifier.',
  'some-number-fits-both': 'Some number fits both wordings.',
  'usual-readings-apart': 'Some number fits both wordings, but not as such words are usually meant.',
  'numbers-far-apart': 'Some number fits both wordings, but the numbers given lie far apart.',
  'no-number-fits-both': 'No number fits both wordings, if one thing was counted.',
};

/** From this ratio of the numbers given, two figures are at least in tension (method §2.5). */
export const TENSION_RATIO = 1.5;
/** How far `about` is usually taken to reach, as a share of the number: a hint, no claim of the source. */
export const ABOUT = 0.1;

/** Inclusive; an open end is infinite. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

const NO_BOUNDS: Bounds = { min: 0, max: Number.POSITIVE_INFINITY };

/**
 * What the words themselves allow. `about n` states no limit and gets none: how far it reaches
 * is the source's to say. A vague word has only the floor that convention gives it.
 */
export function literalBounds(quantity: Quantity): Bounds {
  const { value, min, max } = quantity;
  switch (quantity.qualifier) {
    case 'exact':
    case 'range':
      return { min: min ?? value ?? NO_BOUNDS.min, max: max ?? value ?? NO_BOUNDS.max };
    case 'approx':
    case 'vague':
      return { min: min ?? NO_BOUNDS.min, max: max ?? NO_BOUNDS.max };
    case 'min':
      return { min: min ?? value ?? NO_BOUNDS.min, max: max ?? NO_BOUNDS.max };
    case 'max':
      return { min: min ?? NO_BOUNDS.min, max: max ?? value ?? NO_BOUNDS.max };
  }
}

/**
 * How such words are usually taken, to be shown as a hint beside the words: `about n` ±10 %,
 * `more than n` up to 2n, `dozens` to 99, `hundreds` to 999, `thousands` to 9,999. Equal to the
 * literal bounds where no convention exists.
 */
export function conventionalBounds(quantity: Quantity): Bounds {
  const literal = literalBounds(quantity);
  const { value } = quantity;
  if (quantity.qualifier === 'approx' && value !== null) {
    return { min: Math.max(literal.min, value * (1 - ABOUT)), max: Math.min(literal.max, value * (1 + ABOUT)) };
  }
  if (quantity.qualifier === 'min' && value !== null && literal.min > value)
    return { min: literal.min, max: Math.min(literal.max, 2 * value) };
  if (quantity.qualifier === 'vague') return { min: literal.min, max: Math.min(literal.max, usualTop(literal.min)) };
  return literal;
}

/** The largest number with as many digits as the floor; below a dozen no convention is known. */
function usualTop(floor: number): number {
  if (floor < 12 || !Number.isFinite(floor)) return Number.POSITIVE_INFINITY;
  return 10 ** Math.trunc(Math.log10(floor) + 1) - 1;
}

/**
 * The conventional bounds as far as they can set two figures apart. 30,000 is said `thirty
 * thousand`, so `thousands` covers it; 1,500 has a larger word than `hundreds` to itself. A vague
 * word therefore ends where the next word for numbers begins: a thousand, or a million.
 */
function usualReading(quantity: Quantity): Bounds {
  const bounds = conventionalBounds(quantity);
  if (quantity.qualifier !== 'vague' || bounds.max < 1000) return bounds;
  return { min: bounds.min, max: Math.min(literalBounds(quantity).max, bounds.max < 1_000_000 ? 999_999 : Number.POSITIVE_INFINITY) };
}

function meet(a: Bounds, b: Bounds): boolean {
  return a.min <= b.max && b.min <= a.max;
}

/**
 * The bounds that can make a contradiction with `other`. Against a figure that states a limit,
 * `about n` is read as wide as anything short of half as much again; beyond that no reading of
 * `about` helps. Two approximations state no limit between them and never contradict.
 */
function reach(quantity: Quantity, other: Quantity): Bounds {
  const literal = literalBounds(quantity);
  if (quantity.qualifier !== 'approx' || quantity.value === null || other.qualifier === 'approx') return literal;
  return { min: Math.max(literal.min, quantity.value / TENSION_RATIO), max: Math.min(literal.max, quantity.value * TENSION_RATIO) };
}

/** Larger over smaller of the numbers given. A floor and a ceiling leave room between them on purpose. */
function ratioOf(a: Quantity, b: Quantity): number | null {
  const facing = (a.qualifier === 'min' && b.qualifier === 'max') || (a.qualifier === 'max' && b.qualifier === 'min');
  if (a.value === null || b.value === null || facing) return null;
  const [small, large] = a.value <= b.value ? [a.value, b.value] : [b.value, a.value];
  return large === small ? 1 : large / small;
}

function same(a: Quantity, b: Quantity): boolean {
  if (a.qualifier !== b.qualifier || a.value !== b.value) return false;
  const [one, other] = [literalBounds(a), literalBounds(b)];
  if (one.min !== other.min || one.max !== other.max) return false;
  const wordless = a.value === null && a.min === null && a.max === null;
  return !wordless || a.raw.trim().toLowerCase() === b.raw.trim().toLowerCase();
}

/** A figure for comparing: what was said, and of what. */
export interface CountedQuantity {
  readonly quantity: Quantity;
  readonly counted: Counted;
}

/** What somebody has judged about two figures before they are compared. */
export interface CompareOptions {
  /** A person put both under one question: event, place, period and scope are one; unit and act never are by decree. */
  readonly oneQuestion?: boolean;
}

/**
 * Compares two figures (method §2.5) without ever merging them. In order: `not_comparable` when
 * they are known to count different things, whatever the numbers; `equal` for the same wording;
 * `contradiction` when no number fits both; `tension` when one does, but only against how such
 * words are usually meant or across a ratio of 1.5; else `compatible`. Symmetric. Says nothing
 * about which source is right.
 */
export function compareQuantities(a: CountedQuantity, b: CountedQuantity, options: CompareOptions = {}): Comparison {
  const difference = differenceInCounted(subjectOf(a.counted), subjectOf(b.counted));
  const waived = options.oneQuestion === true && difference !== 'different-unit' && difference !== 'different-act';
  if (difference !== null && !waived) return { result: 'not_comparable', reason: difference, ratio: null };
  const [one, other] = [a.quantity, b.quantity];
  const ratio = ratioOf(one, other);
  if (same(one, other)) return { result: 'equal', reason: 'same-figure', ratio };
  if (!meet(reach(one, other), reach(other, one))) return { result: 'contradiction', reason: 'no-number-fits-both', ratio };
  if (ratio === 1) return { result: 'compatible', reason: 'same-number', ratio };
  if (!meet(usualReading(one), usualReading(other))) return { result: 'tension', reason: 'usual-readings-apart', ratio };
  if (ratio !== null && ratio >= TENSION_RATIO) return { result: 'tension', reason: 'numbers-far-apart', ratio };
  return { result: 'compatible', reason: 'some-number-fits-both', ratio };
}
