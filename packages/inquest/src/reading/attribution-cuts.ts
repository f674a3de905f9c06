import { type AttributionDraft, contains, overlaps } from './attribution-draft.ts';
import type { QuoteZone, Zone } from './reading-context.ts';

/**
 * Settles the drafts of one sentence against each other: a content stops where the next main attribution
 * of the sentence begins, a hearsay adverb inside somebody's words is theirs, and one cue speaks once.
 */
export function settle(text: string, drafts: readonly AttributionDraft[], quotes: readonly QuoteZone[]): readonly AttributionDraft[] {
  const cut = drafts.map((draft) => cutAtNext(text, draft, { drafts, quotes }));
  return cut.filter((draft, index) => !isRepeated(cut, draft, index) && !isSwallowedHearsay(cut, draft));
}

interface Others {
  readonly drafts: readonly AttributionDraft[];
  readonly quotes: readonly QuoteZone[];
}

/** Between a content and the attribution that ends it: a comma, a conjunction, a subordinator of contrast. */
const JOINT =
  /(?:[,،]\s*(?:and|but|while|whereas|though|although|or|nor|yet|اما|ولی|لکن|ولکن|mais|tandis que)?|\s(?:and|but|while|whereas)|\s[—–-]|[;؛])\s*(?:also|then|further|later|has|have|had)?\s*$/;

function cutAtNext(text: string, draft: AttributionDraft, { drafts, quotes }: Others): AttributionDraft {
  if (draft.verbatim === true) return draft;
  const last = draft.content.at(-1);
  if (last === undefined) return draft;
  let end = last.end;
  for (const other of drafts) {
    if (other === draft || other.cue === null || draft.cue === null || other.cue.start <= draft.cue.start) continue;
    const left = leftEdge(other, last);
    if (left === null || left <= last.start || left >= end) continue;
    if (quotes.some((quote) => quote.start < left && left < quote.end)) continue;
    const before = text.slice(last.start, left);
    const joint = JOINT.exec(before);
    if (joint === null || before.length - joint[0].length < 3) continue;
    const sameSource = other.source !== null && draft.source !== null && other.source.start === draft.source.start;
    if (/^\s(?:and|but)/.test(joint[0]) && !sameSource) continue;
    end = last.start + joint.index;
  }
  return end === last.end ? draft : { ...draft, content: [...draft.content.slice(0, -1), { start: last.start, end }] };
}

/** Where an attribution begins in the text: its source when that stands in this content, else its cue. */
function leftEdge(other: AttributionDraft, content: Zone): number | null {
  const edges = [other.cue, other.source]
    .filter((zone): zone is Zone => zone !== null && zone.start > content.start)
    .map((zone) => zone.start);
  return edges.length === 0 ? null : Math.min(...edges);
}

function isRepeated(drafts: readonly AttributionDraft[], draft: AttributionDraft, index: number): boolean {
  return drafts.some(
    (other, position) =>
      position < index && other.cue !== null && draft.cue !== null && overlaps(other.cue, draft.cue) && other.rule !== 'en.quoted-as',
  );
}

function isSwallowedHearsay(drafts: readonly AttributionDraft[], draft: AttributionDraft): boolean {
  if (draft.rule !== 'en.hearsay-adverb' || draft.cue === null) return false;
  const cue = draft.cue;
  return drafts.some((other) => other !== draft && other.rule !== 'en.hearsay-adverb' && other.content.some((zone) => contains(zone, cue)));
}
