import type { QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { arcsOf, type PlotArc } from './arcs.ts';
import { type FigureMark, markOf, numbersOf } from './figure-mark.ts';
import { bySaid } from './said-order.ts';
import { type Scale, type ScaleKind, scaleOf } from './scale.ts';

/** One figure as one report gives it, drawn. */
export interface PlotMark {
  readonly account: string;
  readonly drawn: FigureMark;
  readonly origin: boolean;
  readonly proposed: boolean;
  /** Written beside the mark; null when the same words already stand beside its origin. */
  readonly label: { readonly words: string; readonly at: number; readonly end: boolean } | null;
}

/** One document that gives a figure, in the order of the date it was said. */
export interface PlotRow {
  readonly item: string;
  readonly who: string;
  readonly saidOn: string | null;
  readonly origin: boolean;
  readonly at: number;
  readonly marks: readonly PlotMark[];
}

/** The whole drawing at one width. Distances run from the inline start; a right-to-left page mirrors them. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** Where names begin, where the arcs' dots stand, where the axis begins. */
  readonly columns: { readonly item: number; readonly who: number; readonly dots: number; readonly axis: number };
  readonly scale: Scale;
  readonly rows: readonly PlotRow[];
  readonly arcs: readonly PlotArc[];
}

export interface PlotChoice {
  readonly width: number;
  readonly scale: ScaleKind;
  readonly originsOnly: boolean;
  /** Average width of a written character, to keep labels off the edge and off one another. */
  readonly character: number;
  /** Room the longest date takes. */
  readonly dateRoom: number;
}

export const ROW = 24;
export const AXIS_HEIGHT = 28;
const EDGE = 28;

/** Lays out who says how many, since when, repeated from whom. No mean, no midpoint, no fitted line. */
export function plotOf(question: QuestionLine, choice: PlotChoice): Plot {
  const columns = columnsFor(choice);
  const figures = question.accounts.flatMap((account) => [...numbersOf(account)]);
  const scale = scaleOf(figures, Math.max(80, choice.width - columns.axis - EDGE), choice.scale);
  const reports = reportsOf(question).filter((report) => report.origin || !choice.originsOnly);
  const rows = bySaid(reports, (report) => report.saidOn).map((report, index) =>
    rowOf(report, index, { scale, choice, columns, question }),
  );
  const arcs = choice.originsOnly
    ? []
    : arcsOf(
        rows.map((row) => row.item),
        linksOf(question),
      );
  return { width: choice.width, height: AXIS_HEIGHT + rows.length * ROW, columns, scale, rows, arcs };
}

interface Report {
  readonly item: string;
  readonly who: string;
  readonly saidOn: string | null;
  readonly origin: boolean;
  readonly gives: readonly { readonly account: string; readonly origin: boolean; readonly proposed: boolean }[];
}

/** One report per document, with every account it gives. */
export function reportsOf(question: QuestionLine): readonly Report[] {
  const reports = new Map<string, Report>();
  for (const account of question.accounts) {
    for (const via of account.via) {
      const given = { account: account.id, origin: via.derivesFrom === null, proposed: via.proposed };
      const known = reports.get(via.item);
      if (known?.gives.some((other) => other.account === account.id) === true) continue;
      reports.set(via.item, {
        item: via.item,
        who: known?.who ?? (via.outlet === '' ? via.file : via.outlet),
        saidOn: known?.saidOn ?? via.saidOn,
        origin: (known?.origin ?? false) || given.origin,
        gives: [...(known?.gives ?? []), given],
      });
    }
  }
  return [...reports.values()];
}

/** What rests on what, between documents. */
export function linksOf(question: QuestionLine): readonly { readonly from: string; readonly to: string; readonly proposed: boolean }[] {
  const seen = new Map<string, { from: string; to: string; proposed: boolean }>();
  for (const via of question.accounts.flatMap((account) => account.via)) {
    if (via.derivesFrom !== null) {
      seen.set(`${via.derivesFrom} ${via.item}`, { from: via.derivesFrom, to: via.item, proposed: via.proposed });
    }
  }
  return [...seen.values()];
}

/** On the narrowest pages the date is left to the table. */
function columnsFor({ width, dateRoom }: PlotChoice): Plot['columns'] {
  if (width >= 880) return { item: dateRoom, who: dateRoom + 44, dots: dateRoom + 254, axis: dateRoom + 320 };
  if (width >= 560) return { item: dateRoom, who: dateRoom + 40, dots: dateRoom + 170, axis: dateRoom + 220 };
  return { item: 0, who: 40, dots: 132, axis: 164 };
}

interface Drawing {
  readonly scale: Scale;
  readonly choice: PlotChoice;
  readonly columns: Plot['columns'];
  readonly question: QuestionLine;
}

function rowOf(report: Report, index: number, { scale, choice, columns, question }: Drawing): PlotRow {
  const marks: PlotMark[] = [];
  const room = choice.width - columns.axis;
  const taken: { from: number; to: number }[] = [];
  for (const { account: id, origin, proposed } of report.gives) {
    const account = question.accounts.find((candidate) => candidate.id === id);
    if (account === undefined) continue;
    const drawn = markOf(account, scale);
    if (drawn.shape !== 'none') taken.push({ from: drawn.from - 4, to: drawn.to + 4 });
    marks.push({ account: id, drawn, origin, proposed, label: null });
  }
  const labelled = marks.map((mark) => {
    const account = question.accounts.find((candidate) => candidate.id === mark.account);
    if (account === undefined || !(mark.origin || mark.proposed)) return mark;
    const length = account.raw.length * choice.character;
    const label = labelPlace(mark.drawn, length, { room, taken });
    if (label !== null) taken.push(label.end ? { from: label.at - length, to: label.at } : { from: label.at, to: label.at + length });
    return { ...mark, label: label === null ? null : { words: account.raw, ...label } };
  });
  return { ...report, at: AXIS_HEIGHT + index * ROW + ROW / 2, marks: labelled };
}

/** After the mark, else before it, else nowhere: the table below has the words in any case. */
function labelPlace(
  drawn: FigureMark,
  length: number,
  { room, taken }: { room: number; taken: readonly { from: number; to: number }[] },
): { at: number; end: boolean } | null {
  const free = (from: number, to: number) => taken.every((other) => to <= other.from || from >= other.to);
  if (drawn.shape === 'none') return free(0, length) ? { at: 0, end: false } : null;
  const [after, before] = [drawn.to + 8, drawn.from - 8];
  if (after + length <= room && free(after, after + length)) return { at: after, end: false };
  if (before - length >= 0 && free(before - length, before)) return { at: before, end: true };
  return null;
}
