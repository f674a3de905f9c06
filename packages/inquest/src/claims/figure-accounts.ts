import { type ItemId, parsePartialDate } from '../kernel/index.ts';
import type { ReadingStatus } from '../model/index.ts';
import { namesIn, shareAName, type Voice, voiceOf } from './claimant.ts';
import { type DerivationEdge, type DerivationGraph, derivationGraph } from './derivation-graph.ts';
import { type FigureReport, inOrderOfReceipt } from './figure-reports.ts';
import { foldedWords } from './folded-words.ts';
import { type Independence, independence } from './independence.ts';
import { claimantMessage, englishSentence } from './sentence.ts';

/** What is known of the document a report stands in. */
export interface FigureDocument {
  /** How it is called in link 0 of chains: publisher, title or path. */
  readonly name: string;
  /** Article date as EDTF, never a page's clock; null when unknown. */
  readonly published: string | null;
  /** What the document as a whole is about, from `documentPeriod`; null when nothing stands out. */
  readonly period: string | null;
}

/** Where a figure is carried. */
export interface Carrier {
  readonly id: string;
  readonly item: ItemId;
  readonly outlet: string;
  readonly saidOn: string | null;
  /** The item, or the name, it rests on by a recorded derivation. */
  readonly derivesFrom: string | null;
  /** Nobody has recorded this report yet. */
  readonly proposed: boolean;
  readonly quote: string;
}

/** One claimant's one figure, with every document that carries it. Never merged with another. */
export interface FigureAccount {
  /** The claim's id, or the proposal's. */
  readonly id: string;
  readonly claim: string | null;
  readonly proposal: string | null;
  readonly status: ReadingStatus;
  /** Whether a person put it under the question. */
  readonly membership: 'confirmed' | 'proposed';
  readonly item: ItemId;
  readonly raw: string;
  readonly quote: string;
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly qualifier: FigureReport['quantity']['qualifier'];
  /** As written. */
  readonly claimant: string;
  readonly counted: FigureReport['counted'];
  /** EDTF of the earliest saying known; `basis` tells whether a source dates it or only its document is dated. */
  readonly firstSaid: string | null;
  readonly firstSaidBasis: 'said' | 'published' | null;
  readonly reports: number;
  /** Reports that nobody has recorded, beside those counted. */
  readonly proposedReports: number;
  readonly origins: Independence['origins'];
  readonly independence: Independence;
  readonly via: readonly Carrier[];
}

export interface AccountContext {
  readonly documents: ReadonlyMap<ItemId, FigureDocument>;
  readonly recorded: readonly DerivationEdge[];
  readonly proposed: readonly DerivationEdge[];
}

/** A report with whose words it carries, read once for many comparisons. */
export interface VoicedReport {
  readonly report: FigureReport;
  readonly voice: Voice;
}

export function voiced(report: FigureReport): VoicedReport {
  return { report, voice: voiceOf(report.chain) };
}

/** Reports of one claimant with the same number and the same limits, in order of receipt. */
export function groupByAccount(reports: readonly FigureReport[], context: AccountContext): readonly (readonly FigureReport[])[] {
  const graph = derivationGraph(context.recorded);
  const groups: VoicedReport[][] = [];
  for (const one of [...reports].sort(inOrderOfReceipt).map(voiced)) {
    const home = groups.find((group) => group.some((other) => sameFigure(one.report, other.report) && sameSpeaker(one, other, graph)));
    if (home === undefined) groups.push([one]);
    else home.push(one);
  }
  return groups.map((group) => group.map(({ report }) => report));
}

/** Whether two reports give the same number with the same limits, in words if they give none. */
export function sameFigure(a: FigureReport, b: FigureReport): boolean {
  const [one, other] = [a.quantity, b.quantity];
  const numbers = one.qualifier === other.qualifier && one.value === other.value && one.min === other.min && one.max === other.max;
  if (!numbers || a.subset !== b.subset) return false;
  return one.value !== null || one.min !== null || one.max !== null || foldedWords(one.raw).join(' ') === foldedWords(other.raw).join(' ');
}

function sameSpeaker(a: VoicedReport, b: VoicedReport, graph: DerivationGraph): boolean {
  if (sameNamed(a, b) || sameText(a, b, graph)) return true;
  return a.voice.kind === 'unnamed' && b.voice.kind === 'unnamed' && a.voice.words === b.voice.words;
}

/** Whether both carry the words of one named claimant. */
export function sameNamed(a: VoicedReport, b: VoicedReport): boolean {
  return a.voice.kind === 'named' && b.voice.kind === 'named' && shareAName(a.voice.names, b.voice.names);
}

/** Nobody named in either, and one document is wholly the other's, or both a third's. */
export function sameText(a: VoicedReport, b: VoicedReport, graph: DerivationGraph): boolean {
  if (a.voice.kind === 'named' || b.voice.kind === 'named') return false;
  const [here, there] = [a.report.item, b.report.item];
  if (here === there) return a.voice.kind === b.voice.kind;
  const [one, other] = [graph.ancestors(here, 'whole'), graph.ancestors(there, 'whole')];
  return one.has(there) || other.has(here) || [...one].some((item) => other.has(item));
}

/** Independence over the reports that count: the recorded ones, or all of them while none is recorded. */
export function independenceOf(reports: readonly FigureReport[], context: AccountContext, contested: boolean): Independence {
  const { recorded, proposed } = context;
  return independence({ utterances: countedReports(reports), recorded, proposed, contested });
}

function countedReports(reports: readonly FigureReport[]): readonly FigureReport[] {
  const recorded = reports.filter((report) => report.status === 'recorded');
  return recorded.length > 0 ? recorded : reports;
}

export interface AccountJudgment {
  readonly membership: 'confirmed' | 'proposed';
  readonly contested: boolean;
}

/** One account out of its reports, which are at least one. */
export function accountOf(
  reports: readonly [FigureReport, ...FigureReport[]],
  context: AccountContext,
  judgment: AccountJudgment,
): FigureAccount {
  const lead = reports.find((report) => report.status === 'recorded') ?? reports[0];
  const counted = independenceOf(reports, context, judgment.contested);
  const { raw, value, min, max, qualifier } = lead.quantity;
  const first = firstSaid(reports, context);
  return {
    id: lead.id,
    claim: lead.claim,
    proposal: lead.proposal,
    status: reports.every((report) => report.status === 'unsure') ? 'unsure' : lead.status === 'unsure' ? 'proposed' : lead.status,
    membership: judgment.membership,
    item: lead.item,
    raw,
    quote: lead.quote,
    value,
    min,
    max,
    qualifier,
    claimant: englishSentence(claimantMessage(lead.chain)),
    counted: lead.counted,
    firstSaid: first?.edtf ?? null,
    firstSaidBasis: first?.basis ?? null,
    reports: counted.reports,
    proposedReports: reports.length - countedReports(reports).length,
    origins: counted.origins,
    independence: counted,
    via: reports.map((report) => carrierOf(report, context)),
  };
}

function carrierOf(report: FigureReport, context: AccountContext): Carrier {
  const edge = context.recorded.find(({ item, relation }) => item === report.item && relation !== 'asserts_confirmation_of');
  return {
    id: report.id,
    item: report.item,
    outlet: context.documents.get(report.item)?.name ?? report.chain[0]?.speaker ?? report.item,
    saidOn: report.saidOn,
    derivesFrom: edge === undefined ? null : (edge.target ?? edge.targetName),
    proposed: report.status !== 'recorded',
    quote: report.quote,
  };
}

interface Said {
  readonly edtf: string;
  readonly basis: 'said' | 'published';
}

/** The earliest date on which it was said so far as known; a document's own date where no source gives one. */
function firstSaid(reports: readonly FigureReport[], context: AccountContext): Said | null {
  const said = reports.flatMap((report): { said: Said; day: string }[] => {
    const published = context.documents.get(report.item)?.published ?? null;
    const edtf = report.saidOn ?? published;
    const date = edtf === null ? null : parsePartialDate(edtf);
    if (edtf === null || date?.ok !== true) return [];
    const day = date.value.earliest ?? date.value.latest;
    return day === null ? [] : [{ said: { edtf, basis: report.saidOn === null ? 'published' : 'said' }, day }];
  });
  return said.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0]?.said ?? null;
}

/**
 * Proposed derivations with the one held document of that name as their target, to show what
 * recording them would do. Never applied to recorded ones: linking is a person's decision.
 */
export function withLikelyTargets(
  edges: readonly DerivationEdge[],
  documents: ReadonlyMap<ItemId, FigureDocument>,
): readonly DerivationEdge[] {
  const named = [...documents].map(([item, { name }]) => ({ item, names: namesIn(name) }));
  return edges.map((edge) => {
    const wanted = namesIn(edge.targetName);
    const held = named.filter(({ item, names }) => item !== edge.item && shareAName(names, wanted));
    const [only] = held;
    return edge.target === null && held.length === 1 && only !== undefined ? { ...edge, target: only.item } : edge;
  });
}
