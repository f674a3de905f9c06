import type { InquiryAnswer, ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';

type Counts = Pick<InquiryAnswer['counts'], 'byOutcome' | 'refused'>;

/** What became of everything that was offered, in the order it is shown. The parts add up to `received`. */
export interface Tally {
  readonly read: number;
  readonly sameBytes: number;
  readonly kept: number;
  readonly refused: number;
  readonly waiting: number;
  /** An outcome this page has no word for yet. */
  readonly other: number;
  readonly received: number;
}

const KNOWN: Readonly<Record<string, keyof Omit<Tally, 'received'>>> = {
  extracted: 'read',
  partly: 'read',
  duplicate: 'sameBytes',
  'kept-not-readable': 'kept',
  refused: 'refused',
  pending: 'waiting',
};

/** Adds up the outcomes. `received` is the sum of what is shown, so that no file can fall between two rows. */
export function tally(counts: Counts): Tally {
  const parts = { read: 0, sameBytes: 0, kept: 0, refused: 0, waiting: 0, other: 0 };
  for (const [outcome, count] of Object.entries(counts.byOutcome)) parts[KNOWN[outcome] ?? 'other'] += count;
  // Refusals have no item; where they are also counted as an outcome they are the same refusals.
  parts.refused = Math.max(parts.refused, counts.refused);
  const received = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { ...parts, received };
}

/** How many items share one reason, largest group first, then by name. */
export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

/** Groups items that are kept and not readable, or read only in part, by reason. */
export function reasonsOf(items: readonly ItemLine[], outcome: 'kept-not-readable' | 'partly'): readonly ReasonCount[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    if (item.outcome !== outcome) continue;
    const reason = item.reason ?? 'unsupported';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
}

/** A moment of the running batch: how many were read by when (milliseconds). */
export interface PaceSample {
  readonly at: number;
  readonly read: number;
}
const LOOK_BACK_MS = 180_000;
const STEADY_MS = 30_000;

/** Keeps the samples of the last three minutes, the newest last. */
export function keepPace(samples: readonly PaceSample[], next: PaceSample): readonly PaceSample[] {
  const before = samples.at(-1);
  const kept = before !== undefined && next.read < before.read ? [] : samples;
  return [...kept.filter((sample) => next.at - sample.at <= LOOK_BACK_MS), next];
}

/** Whole minutes to go at the pace of the samples, at least 1; null before thirty seconds of it or when nothing moves. */
export function minutesLeft(samples: readonly PaceSample[], total: number): number | null {
  const [first, last] = [samples.at(0), samples.at(-1)];
  if (!first || !last || last.at - first.at < STEADY_MS || last.read <= first.read) return null;
  const msEach = (last.at - first.at) / (last.read - first.read);
  return Math.max(1, Math.ceil(((total - last.read) * msEach) / 60_000));
}
