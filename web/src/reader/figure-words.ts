import type { Say } from '../language/index.ts';

/** Bounds and how they are meant; what claims, proposals and accounts have in common. */
export interface FigureBounds {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly qualifier: string | null;
}

/** What a figure's words were read as: "92 or fewer", "3,401 or more", "near 12,000", "edges not stated". Literal bounds only. */
export function readAsWords({ value, min, max, qualifier }: FigureBounds, say: Say): string {
  const n = (number: number | null) => (number === null ? '' : say.number(number));
  if (qualifier === 'vague') return min === null ? say.t('readAs.none') : say.t('readAs.vague', { min: n(min) });
  if (qualifier === 'approx' && value !== null) return say.t('readAs.approx', { value: n(value) });
  if (min !== null && max !== null && min !== max) return say.t('readAs.range', { min: n(min), max: n(max) });
  if (qualifier === 'min' && (min ?? value) !== null) return say.t('readAs.min', { min: n(min ?? value) });
  if (qualifier === 'max' && (max ?? value) !== null) return say.t('readAs.max', { max: n(max ?? value) });
  if (min !== null && max === null && value === null) return say.t('readAs.min', { min: n(min) });
  if (max !== null && min === null && value === null) return say.t('readAs.max', { max: n(max) });
  const exact = value ?? min;
  return exact === null ? say.t('readAs.none') : say.t('readAs.exact', { value: n(exact) });
}
