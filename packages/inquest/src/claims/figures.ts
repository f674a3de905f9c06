import type { Counted, CountedAct } from '../model/index.ts';
import { type ComparisonReason, type ComparisonResult, compareQuantities } from './compare-quantities.ts';
import { differenceInCounted, subjectOf } from './counted-alike.ts';
import { type DerivationEdge, derivationGraph } from './derivation-graph.ts';
import {
  type AccountContext,
  accountOf,
  type FigureAccount,
  groupByAccount,
  independenceOf,
  withLikelyTargets,
} from './figure-accounts.ts';
import { type Group, groupByQuestion, type Ungrouped } from './figure-groups.ts';
import { type FigureReport, inOrderOfReceipt } from './figure-reports.ts';
import type { Independence } from './independence.ts';
import { askingSentence } from './sentence.ts';

/** Two accounts side by side; `a` and `b` are account ids. */
export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  readonly result: ComparisonResult;
  readonly reason: ComparisonReason;
  readonly ratio: number | null;
}

export interface FigureQuestion {
  /** `Q-n` when a person made it; `q-` and 12 hex digits, from the first figure that raises it, while proposed. */
  readonly id: string;
  readonly asks: string;
  readonly status: 'proposed' | 'confirmed';
  readonly counted: Omit<Counted, 'population'>;
  readonly accounts: readonly FigureAccount[];
  readonly comparison: readonly ComparedPair[];
  /** Over every account: how many independent origins speak to this question at all. */
  readonly origins: Independence['origins'];
  readonly reports: number;
}

/** Questions with their accounts. Numbers are never added, averaged or merged. */
export interface FiguresReport {
  readonly questions: readonly FigureQuestion[];
  /** Figures of one act and unit that stand under different questions, and why they are not compared. */
  readonly acrossQuestions: readonly ComparedPair[];
  /** Pairs beyond the limits, not listed. */
  readonly pairsLeftOut: number;
}

export interface FiguresInput extends Ungrouped {
  readonly derivations: { readonly recorded: readonly DerivationEdge[]; readonly proposed: readonly DerivationEdge[] };
}

/** The most pairs listed within one question, and across all. */
export const MOST_PAIRS = 1000;

/**
 * Puts figures side by side. Under a question a person made stand the figures put there, and,
 * marked as proposed, those that would seem to belong; all others are grouped by what they
 * count, carefully (`countedTogether`). The same input gives the same report, whatever its order.
 */
export function computeFigures(input: FiguresInput): FiguresReport {
  const { documents, derivations } = input;
  const recorded = derivations.recorded.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const context = { documents, recorded, proposed: withLikelyTargets(derivations.proposed, documents) };
  const groups = groupByQuestion(input, derivationGraph([...context.recorded, ...context.proposed]));
  const made = groups.map((group) => questionOf(group, context));
  const across = acrossQuestions(made.map(({ question }) => question));
  return {
    questions: made.map(({ question }) => question).sort(confirmedThenRicher),
    acrossQuestions: across.pairs,
    pairsLeftOut: across.leftOut + made.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

function confirmedThenRicher(a: FigureQuestion, b: FigureQuestion): number {
  if (a.status !== b.status) return a.status === 'confirmed' ? -1 : 1;
  if (a.status === 'confirmed') return Number(a.id.slice(2)) - Number(b.id.slice(2));
  return b.accounts.length - a.accounts.length || 0;
}

function questionOf(group: Group, context: AccountContext): { question: FigureQuestion; leftOut: number } {
  const reports = group.members.map(({ report }) => report);
  const confirmed = new Set(group.members.filter(({ membership }) => membership === 'confirmed').map(({ report }) => report.id));
  const inside = groupByAccount(reports, context).map((members) => ({
    members,
    membership: members.some((report) => confirmed.has(report.id)) ? ('confirmed' as const) : ('proposed' as const),
  }));
  const draft = inside.flatMap(({ members: [first, ...rest], membership }) =>
    first === undefined
      ? []
      : [{ first, rest, membership, account: accountOf([first, ...rest], context, { membership, contested: false }) }],
  );
  const pairs = pairsOf(draft.map(({ account }) => account));
  const comparison = pairs.slice(0, MOST_PAIRS).map(([a, b]) => comparePair(a, b));
  const contested = new Set(comparison.filter(({ result }) => result === 'contradiction').flatMap(({ a, b }) => [a, b]));
  const accounts = draft.map(({ first, rest, membership, account }) =>
    contested.has(account.id) ? accountOf([first, ...rest], context, { membership, contested: true }) : account,
  );
  const all = independenceOf(reports, context, contested.size > 0);
  const counted = group.question?.counted ?? countedOf(reports);
  return {
    question: {
      id: group.question?.id ?? proposedId(reports),
      asks: group.question?.asks ?? askingSentence(counted),
      status: group.question === null ? 'proposed' : 'confirmed',
      counted,
      accounts,
      comparison,
      origins: all.origins,
      reports: all.reports,
    },
    leftOut: pairs.length - comparison.length,
  };
}

function comparePair(a: FigureAccount, b: FigureAccount): ComparedPair {
  const oneQuestion = a.membership === 'confirmed' && b.membership === 'confirmed';
  return { a: a.id, b: b.id, ...compareQuantities(asFigure(a), asFigure(b), { oneQuestion }) };
}

function asFigure(account: FigureAccount): Parameters<typeof compareQuantities>[0] {
  const { raw, value, min, max, qualifier, counted } = account;
  return { quantity: { raw, value, min, max, qualifier }, counted };
}

function pairsOf<T>(values: readonly T[]): readonly (readonly [T, T])[] {
  return values.flatMap((b, index) => values.slice(0, index).map((a) => [a, b] as const));
}

/** From the first figure that raises the question, so that later material does not rename it. */
function proposedId(reports: readonly FigureReport[]): string {
  const [first] = [...reports].sort(inOrderOfReceipt);
  const hex = first?.proposal?.slice(2) ?? Number(first?.id.slice(2) ?? 0).toString(16);
  return `q-${hex.slice(0, 12).padStart(12, '0')}`;
}

/** What most of the figures say is counted; the first on a tie, null where none says. */
function countedOf(reports: readonly FigureReport[]): Omit<Counted, 'population'> {
  const [first] = reports;
  const most = (pick: (counted: Counted) => string | null): string | null => {
    const counts = new Map<string, number>();
    for (const { counted } of reports) {
      const value = pick(counted);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].sort(([, m], [, n]) => n - m)[0]?.[0] ?? null;
  };
  return {
    unit: first?.counted.unit ?? 'other',
    act: first?.counted.act ?? 'other',
    event: most((counted) => counted.event),
    place: most((counted) => counted.place),
    period: most((counted) => counted.period),
  };
}

/** Acts that look alike from far away: signing a letter and being counted among its signatories. */
function family(act: CountedAct): string {
  return act === 'signed' || act === 'size' ? 'signatories' : act;
}

function acrossQuestions(questions: readonly FigureQuestion[]): { pairs: readonly ComparedPair[]; leftOut: number } {
  const pairs: ComparedPair[] = [];
  let leftOut = 0;
  for (const [index, other] of questions.entries()) {
    for (const one of questions.slice(0, index)) {
      if (one.counted.unit !== other.counted.unit || family(one.counted.act) !== family(other.counted.act)) continue;
      const room = MOST_PAIRS - pairs.length;
      const found = room <= 0 ? [] : one.accounts.flatMap((a) => other.accounts.map((b) => notCompared(a, b)));
      pairs.push(...found.slice(0, Math.max(room, 0)));
      leftOut += one.accounts.length * other.accounts.length - Math.min(found.length, Math.max(room, 0));
    }
  }
  return { pairs, leftOut };
}

function notCompared(a: FigureAccount, b: FigureAccount): ComparedPair {
  const reason = differenceInCounted(subjectOf(a.counted), subjectOf(b.counted)) ?? 'different-scope';
  return { a: a.id, b: b.id, result: 'not_comparable', reason, ratio: null };
}
