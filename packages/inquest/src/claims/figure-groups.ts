import type { ItemId, QuestionId } from '../kernel/index.ts';
import type { Counted } from '../model/index.ts';
import { type CountedSubject, countedTogether, differenceInCounted, subjectOf } from './counted-alike.ts';
import type { DerivationGraph } from './derivation-graph.ts';
import { type FigureDocument, sameFigure, sameNamed, sameText, type VoicedReport, voiced } from './figure-accounts.ts';
import { type FigureReport, inOrderOfReceipt, withoutSecondReadings } from './figure-reports.ts';
import { foldedWords } from './folded-words.ts';

/** A question a person made. */
export interface ConfirmedQuestion {
  readonly id: QuestionId;
  readonly asks: string;
  readonly counted: Omit<Counted, 'population'>;
  readonly claims: readonly string[];
  readonly proposals: readonly string[];
}

/** A report under a question. */
export interface Placed extends VoicedReport {
  readonly subject: CountedSubject;
  readonly membership: 'confirmed' | 'proposed';
}

/** The reports under one question; `question` is null while nobody has made it. */
export interface Group {
  readonly question: ConfirmedQuestion | null;
  readonly members: Placed[];
  /** One member for each way of counting among them: many documents count in the same words. */
  readonly ways: Map<string, Placed>;
}

function emptyGroup(question: ConfirmedQuestion | null): Group {
  return { question, members: [], ways: new Map() };
}

function join({ members, ways }: Group, placed: Placed): void {
  members.push(placed);
  const { counted, subset } = placed.report;
  const { unit, act, event, place, period } = counted;
  ways.set(JSON.stringify([unit, act, event, place, period, placed.subject.likely?.edtf, subset ? counted.population : '']), placed);
}

/** What is put under questions, and what is known of its documents. */
export interface Ungrouped {
  readonly reports: readonly FigureReport[];
  readonly questions: readonly ConfirmedQuestion[];
  readonly documents: ReadonlyMap<ItemId, FigureDocument>;
}

/** Puts reports under the questions persons made, and the others together by what they count. Order of arrival makes no difference. */
export function groupByQuestion({ reports, questions, documents }: Ungrouped, graph: DerivationGraph): readonly Group[] {
  const byMember = new Map<string, Group>();
  const groups: Group[] = questions.map(emptyGroup);
  for (const group of groups)
    for (const id of [...(group.question?.claims ?? []), ...(group.question?.proposals ?? [])]) byMember.set(id, group);
  const ordered = withoutSecondReadings(reports)
    .sort(inOrderOfReceipt)
    .map((report) => {
      const home = byMember.get(report.id) ?? (report.proposal === null ? undefined : byMember.get(report.proposal));
      return { home, ...voiced(report), subject: subjectOf(report.counted, documents.get(report.item)?.period ?? null) };
    });
  for (const { home, ...placed } of ordered) if (home !== undefined) join(home, { ...placed, membership: 'confirmed' });
  for (const { home, ...rest } of ordered) {
    if (home !== undefined) continue;
    const placed: Placed = { ...rest, membership: 'proposed' };
    let fitting = groups.find((group) => belongs(placed, group, graph));
    if (fitting === undefined) {
      fitting = emptyGroup(null);
      groups.push(fitting);
    }
    join(fitting, placed);
  }
  return groups;
}

/** Together with one of the group at least, and known to be apart from none. */
function belongs(placed: Placed, { members, ways }: Group, graph: DerivationGraph): boolean {
  const counting = [...ways.values()];
  const apart = (member: Placed): boolean => {
    const difference = differenceInCounted(placed.subject, member.subject);
    return (difference !== null && difference !== 'different-scope') || !alikeInPart(placed.report, member.report);
  };
  if (counting.some(apart)) return false;
  return (
    counting.some((member) => countedTogether(placed.subject, member.subject)) || members.some((member) => repeated(placed, member, graph))
  );
}

/** The same figure of one named claimant, or of one text that stands in two documents, counts the same thing. */
function repeated(a: Placed, b: Placed, graph: DerivationGraph): boolean {
  return sameFigure(a.report, b.report) && a.report.item !== b.report.item && (sameNamed(a, b) || sameText(a, b, graph));
}

/** A part of a figure goes with parts described alike, never with a whole. */
function alikeInPart(a: FigureReport, b: FigureReport): boolean {
  if (!a.subset && !b.subset) return true;
  const words = new Set(foldedWords(a.counted.population ?? ''));
  return a.subset && b.subset && foldedWords(b.counted.population ?? '').some((word) => words.has(word));
}
