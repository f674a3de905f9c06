import type { AccountLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { bySaid } from './said-order.ts';

type Via = AccountLine['via'][number];

/** One line of an account's tree: a report, how deep it rests on others, and whether it closes its branch. */
export interface TreeLine {
  readonly via: Via;
  readonly depth: number;
  readonly last: boolean;
}

/**
 * Who repeats whom, origins first, each followed by what rests on it, all by date said. A report
 * whose source is not among the reports stands as a root: what it rests on is then named, not drawn.
 * Circular derivations are cut where they close.
 */
export function treeOf(reports: readonly Via[]): readonly TreeLine[] {
  const ordered = bySaid(reports, (via) => via.saidOn);
  const items = new Set(reports.map((via) => via.item));
  const roots = ordered.filter((via) => via.derivesFrom === null || !items.has(via.derivesFrom) || via.derivesFrom === via.item);
  const drawn = new Set<Via>();
  const lines: TreeLine[] = [];
  const draw = (via: Via, depth: number, last: boolean): void => {
    if (drawn.has(via)) return;
    drawn.add(via);
    lines.push({ via, depth, last });
    const resting = ordered.filter((other) => other.derivesFrom === via.item && !drawn.has(other));
    for (const [index, other] of resting.entries()) draw(other, depth + 1, index === resting.length - 1);
  };
  for (const via of roots) draw(via, 0, true);
  for (const via of ordered) draw(via, 0, true);
  return lines;
}

/** An inclusive interval of whole numbers, shown as "4 to 5". */
export interface Count {
  readonly min: number;
  readonly max: number;
}

/** Reports that repeat others: all reports less the independent origins, so the interval turns round. */
export function repeatsOf({ reports, origins }: { readonly reports: number; readonly origins: Count }): Count {
  return { min: Math.max(0, reports - origins.max), max: Math.max(0, reports - origins.min) };
}

/** In what respect the accounts of a question differ. */
export type Difference = 'number' | 'counted' | 'event' | 'place' | 'period';

const BY_REASON: Readonly<Record<string, Difference>> = {
  'different-unit': 'counted',
  'different-act': 'counted',
  'different-scope': 'counted',
  'different-event': 'event',
  'different-place': 'place',
  'different-period': 'period',
};

/** Kinds of difference between the accounts, from the pairwise comparison; empty when they say the same or stand alone. */
export function differencesOf(question: Pick<QuestionLine, 'accounts' | 'comparison'>): readonly Difference[] {
  const found = new Set<Difference>();
  for (const { result, reason } of question.comparison) {
    const kind = reason === null ? undefined : BY_REASON[reason];
    if (kind !== undefined) found.add(kind);
    else if (result !== 'equal' && result !== 'not_comparable' && reason !== 'same-number') found.add('number');
  }
  const acts = new Set(question.accounts.map((account) => `${wordOf(account.counted, 'unit')} ${wordOf(account.counted, 'act')}`));
  if (acts.size > 1) found.add('counted');
  return (['number', 'counted', 'event', 'place', 'period'] as const).filter((kind) => found.has(kind));
}

/** Accounts of one question, by the date first said; never by count. */
export function accountsOf(question: QuestionLine): readonly AccountLine[] {
  return bySaid(question.accounts, (account) => account.firstSaid);
}

/** A word of an account's `counted`, or null where the source gives none. */
export function wordOf(
  counted: Readonly<Record<string, unknown>>,
  name: 'unit' | 'act' | 'population' | 'event' | 'place' | 'period',
): string | null {
  const word = counted[name];
  return typeof word === 'string' && word !== '' ? word : null;
}
