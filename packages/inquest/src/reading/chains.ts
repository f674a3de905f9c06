import type { AttributionProposal, ChainLink, Span } from '../model/index.ts';
import type { AttributionDraft } from './attribution-draft.ts';
import { contains, hullOf } from './attribution-draft.ts';
import type { FoundAttribution, ReadingContext, Zone } from './reading-context.ts';

/** A chain has the document, at most four who pass words on, and the claimant. */
export const MAX_CHAIN = 6;

/** Link 0 of every chain: the captured document itself. */
export function documentLink(context: ReadingContext): ChainLink {
  return { kind: 'document', speaker: context.document.documentName.slice(0, 2000), span: null, cue: null, resolvedTo: null, saidOn: null };
}

/** The smallest attribution whose content holds this stretch; of two alike, the one whose cue comes later. Null: the document's own voice. */
export function innermostAttribution(context: ReadingContext, zone: Zone): FoundAttribution | null {
  let best: FoundAttribution | null = null;
  for (const found of context.attributions) {
    if (!found.contentZones.some((part) => contains(part, zone))) continue;
    if (best === null || size(found) <= size(best)) best = found;
  }
  return best;
}

function size(found: FoundAttribution): number {
  return found.contentZones.reduce((sum, zone) => sum + zone.end - zone.start, 0);
}

const DOCUMENTS =
  /\b(?:letter|report|statement|declaration|petition|resolution|study|survey|document|article|indictment|verdict|ruling|judgment|book|memoir|file|video|text|affidavit|list)s?\b|نامه|گزارش|بیانیه|بیان|تقریر|رسالة|lettre|rapport|communiqué|déclaration/iu;
const COLLECTIVES =
  /\b(?:survivors|experts|officials|witnesses|residents|families|relatives|lawyers|activists|groups|people|members|signatories|prisoners|rapporteurs|organi[sz]ations|authorities|leaders|critics|sources)\b|بازماندگان|خانواده|شاهدان|مقامات|کارشناسان|شهود|experts|familles|témoins/iu;
const INSTITUTIONS =
  /\b(?:government|ministry|council|commission|committee|court|office|agency|army|police|union|international|organi[sz]ation|group|party|institute|centre|center|service|watch|nations|association|press|news|media|times)\b|شورا|سازمان|وزارت|دولت|دادگاه|کمیسیون|خبرگزاری|منظمة|وزارة|مجلس|محكمة|محکمة|gouvernement|ministère|conseil|tribunal|organisation/iu;
const PRONOUNS = /^(?:he|she|they|we|i|him|her|them|who|it|others|some|many|او|وی|آنها|آنان|ایشان|هو|هی|il|elle|ils|elles|on|nous|je)$/iu;

/** What kind of speaker a source phrase names, by its words alone. */
export function speakerKind(source: string | null): ChainLink['kind'] {
  if (source === null) return 'unattributed';
  const words = source.trim();
  if (PRONOUNS.test(words)) return 'pronoun';
  const head = words.split(/,| of | who | signed /)[0] ?? words;
  if (DOCUMENTS.test(head)) return 'document';
  if (INSTITUTIONS.test(head)) return 'institution';
  if (COLLECTIVES.test(head)) return 'collective';
  return /\p{Lu}/u.test(words.slice(1)) || /^\p{Lu}\p{L}+(?:\s|$)/u.test(words) || /^[؀-ۿ]/.test(words) ? 'named' : 'anonymous';
}

export interface ChainParts {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly resolvedTo: Span | null;
  readonly saidOn: AttributionProposal['saidOn'];
}

export function linkOf({ source, cue, resolvedTo, saidOn }: ChainParts): ChainLink {
  return {
    kind: speakerKind(source?.text ?? null),
    speaker: (source?.text ?? '').slice(0, 2000),
    span: source,
    cue: cue === null ? null : cue.text.slice(0, 200),
    resolvedTo,
    saidOn: saidOn?.edtf ?? null,
  };
}

/** How many sentences before it the speech an attribution stands in may have begun. */
const REACH = 40;

/** For each draft the index of the draft whose content it stands in, or -1: its cue and, where it has one here, its source lie inside. */
export function nesting(drafts: readonly AttributionDraft[]): readonly number[] {
  const bySentence = new Map<number, number[]>();
  for (const [index, draft] of drafts.entries()) {
    const own = bySentence.get(draft.sentence);
    if (own === undefined) bySentence.set(draft.sentence, [index]);
    else own.push(index);
  }
  return drafts.map((draft, index) => {
    let best = -1;
    for (let sentence = draft.sentence; sentence >= Math.max(0, draft.sentence - REACH); sentence -= 1) {
      for (const position of bySentence.get(sentence) ?? []) {
        const [other, current] = [drafts[position], drafts[best]];
        if (position === index || other === undefined || !holds(other, draft)) continue;
        if (current === undefined || extent(other) < extent(current)) best = position;
      }
    }
    return best;
  });
}

function holds(outer: AttributionDraft, inner: AttributionDraft): boolean {
  if (inner.cue === null || outer.cue === inner.cue) return false;
  const cue = inner.cue;
  const source = inner.source;
  if (!outer.content.some((zone) => contains(zone, cue))) return false;
  if (source !== null && !outer.content.some((zone) => contains(zone, source))) return false;
  return extent(inner) <= extent(outer);
}

function extent(draft: AttributionDraft): number {
  const hull = hullOf(draft.content);
  return hull.end - hull.start;
}
