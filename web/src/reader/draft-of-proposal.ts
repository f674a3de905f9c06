import { at, type Loose, listAt, looseOf, numberAt, spanWords, wordsAt } from './body.ts';
import { DERIVATION_RELATIONS, DRAFT_KINDS, type Draft, draftOfClaim, EMPTY, type Fields, figureFields, linksOf } from './draft.ts';
import type { Entry } from './entry.ts';

/** The form for an entry: the claim as recorded, or what recording the proposal as it stands would write, so far as the reading has it. */
export function draftOf(entry: Entry, text: string): Draft {
  if (entry.claim !== null) return draftOfClaim(entry, entry.claim, text);
  const read = looseOf(entry.proposal?.body) ?? {};
  const said = saidBody(entry, read);
  const kind = said === null ? (DRAFT_KINDS.find((known) => known === entry.kind) ?? 'quote') : 'other';
  const chain = linksOf(listAt(read, 'chain'));
  return {
    kind,
    passage: passageOf(entry, read, text),
    chain: chain.length > 0 ? chain : [documentLink(entry)],
    fields: fieldsOf(read),
    kept: said ?? read,
    stance: 'neutral',
  };
}

function fieldsOf(read: Loose): Fields {
  const [from = '', to = ''] = wordsAt(read, 'period')?.split('/') ?? [];
  const bounded = to === '' ? { from: '', to: '' } : { from: from === '..' ? '' : from, to: to === '..' ? '' : to };
  return {
    ...EMPTY,
    ...figureFields(at(read, 'quantity'), at(read, 'counted')),
    ...bounded,
    mode: wordsAt(read, 'mode') ?? 'indirect',
    person: spanWords(read, 'person') ?? '',
    role: spanWords(read, 'role') ?? '',
    body: spanWords(read, 'body') ?? '',
    relation: DERIVATION_RELATIONS.find((known) => known === read['relation']) ?? 'relies_on',
    targetName: spanWords(read, 'target') ?? '',
    saidOn: wordsAt(at(read, 'saidOn'), 'edtf') ?? '',
  };
}

/** Link 0 where the reading has no chain: what the document says in its own voice. */
function documentLink({ chain, proposal }: Entry): Draft['chain'][number] {
  const speaker = chain[0]?.text ?? proposal?.file ?? '';
  return { speaker, kept: { kind: 'document', span: null, cue: null, resolvedTo: null, saidOn: null } };
}

/** Longer words stay a quotation, as the record's fields for them are shorter. */
const MOST_SAID = 2000;

/** Calls, offers and denials in the source's indirect words have records of their own; null for all else. */
function saidBody(entry: Entry, read: Loose): Loose | null {
  const words = entry.parts.length > 1 ? partWords(read).join(' … ') : entry.quote;
  if (entry.kind !== 'attribution' || read['mode'] !== 'indirect' || words.length > MOST_SAID) return null;
  const addressee = spanWords(read, 'addressee');
  switch (read['speechAct']) {
    case 'call':
    case 'demand':
      return { kind: 'call_for_action', addressees: addressee === null ? [] : [addressee], action: 'other', regarding: words };
    case 'offer':
      return { kind: 'offer', what: words, to: addressee, condition: null };
    case 'deny':
      return { kind: 'response', to: words, type: 'denies_act' };
    default:
      return null;
  }
}

function partWords(read: Loose): readonly string[] {
  return listAt(read, 'content').flatMap((part) => wordsAt(looseOf(part), 'text') ?? []);
}

const SPANS = ['qualifierSpan', 'unitSpan', 'predicateSpan', 'source'];

/** A figure is cited with what was read together with it: qualifier, unit, what happened, who says so. */
function passageOf(entry: Entry, read: Loose, text: string): Draft['passage'] {
  const { parts } = entry;
  const spans = entry.kind !== 'quantity' ? [] : SPANS.map((name) => at(read, name)).filter((span) => span !== null);
  const offsets = spans.flatMap((span) => [numberAt(span, 'start') ?? entry.start, numberAt(span, 'end') ?? entry.end]);
  const hull = { start: Math.min(entry.start, ...offsets), end: Math.max(entry.end, ...offsets) };
  const { start, end } = hull.end - hull.start > MOST_SAID ? entry : hull;
  return { start, end, quote: text.slice(start, end), parts };
}
