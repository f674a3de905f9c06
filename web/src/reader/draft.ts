import type { ClaimLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { at, type Loose, looseOf, numberAt, wordsAt } from './body.ts';
import type { Entry } from './entry.ts';
import type { Stretch } from './passages.ts';

export const QUALIFIERS = ['exact', 'approx', 'min', 'max', 'range', 'vague'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];
export const UNITS = ['persons', 'organisations', 'bodies', 'graves', 'places', 'documents', 'testimonies', 'events', 'other'] as const;
export const ACTS = [
  'killed',
  'injured',
  'detained',
  'tortured',
  'disappeared',
  'displaced',
  'tried',
  'buried',
  'signed',
  'size',
  'spread',
  'documented',
  'other',
] as const;
export const DRAFT_KINDS = ['quote', 'quantity', 'role', 'derivation'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];
export const DERIVATION_RELATIONS = [
  'republishes',
  'quotes',
  'relies_on',
  'translates',
  'text_reuse',
  'same_underlying_source',
  'asserts_confirmation_of',
] as const;

/** Who passes on whose words: link 0 is the document, the last the claimant. `kept` holds what the form does not show. */
export interface DraftLink {
  readonly speaker: string;
  readonly kept: Loose;
}

/** The form's fields, each as typed. Unknown is the empty field. */
export interface Fields {
  readonly raw: string;
  readonly qualifier: Qualifier;
  readonly value: string;
  readonly min: string;
  readonly max: string;
  readonly unit: (typeof UNITS)[number];
  readonly act: (typeof ACTS)[number];
  readonly population: string;
  readonly event: string;
  readonly place: string;
  readonly period: string;
  readonly mode: string;
  readonly person: string;
  readonly role: string;
  readonly body: string;
  readonly from: string;
  readonly to: string;
  readonly relation: (typeof DERIVATION_RELATIONS)[number];
  readonly targetName: string;
  readonly target: string;
  readonly denies: boolean;
  readonly saidOn: string;
  readonly note: string;
}
export type FieldName = keyof Fields;

/** A claim while it is being written. `other` keeps a body the form has no fields for. */
export interface Draft {
  readonly kind: DraftKind | 'other';
  readonly passage: Stretch & { readonly quote: string; readonly parts: readonly Stretch[] };
  readonly chain: readonly DraftLink[];
  readonly fields: Fields;
  readonly kept: Loose;
  readonly stance: string;
}

export const EMPTY: Fields = {
  raw: '',
  qualifier: 'exact',
  value: '',
  min: '',
  max: '',
  unit: 'persons',
  act: 'killed',
  population: '',
  event: '',
  place: '',
  period: '',
  mode: 'indirect',
  person: '',
  role: '',
  body: '',
  from: '',
  to: '',
  relation: 'relies_on',
  targetName: '',
  target: '',
  denies: false,
  saidOn: '',
  note: '',
};

/** The form for a passage somebody selected, said by the document until another speaker is named. */
export function draftOfPassage(passage: Stretch & { readonly quote: string }, document: string, kind: DraftKind): Draft {
  const chain = [{ speaker: document, kept: { kind: 'document', span: null, cue: null, resolvedTo: null, saidOn: null } }];
  const direct = /^\s*["“«„]/u.test(passage.quote);
  const fields = { ...EMPTY, raw: kind === 'quantity' ? passage.quote.slice(0, 500) : '', mode: direct ? 'direct' : 'indirect' };
  const part = { start: passage.start, end: passage.end };
  return { kind, passage: { ...passage, parts: [part] }, chain, fields, kept: {}, stance: 'neutral' };
}

/** The form for a recorded claim. `text` is what its citation points into. */
export function draftOfClaim({ start, end, quote, parts }: Entry, claim: ClaimLine, text: string): Draft {
  const body = looseOf(claim.body);
  const kind = DRAFT_KINDS.find((known) => known === body?.['kind']) ?? 'other';
  const fields: Fields = {
    ...EMPTY,
    ...figureFields(at(body, 'quantity'), at(body, 'counted')),
    mode: wordsAt(body, 'mode') ?? 'indirect',
    person: wordsAt(body, 'person') ?? '',
    role: wordsAt(body, 'role') ?? '',
    body: wordsAt(body, 'body') ?? '',
    from: wordsAt(body, 'from') ?? '',
    to: wordsAt(body, 'to') ?? '',
    relation: DERIVATION_RELATIONS.find((known) => known === body?.['relation']) ?? 'relies_on',
    targetName: wordsAt(body, 'targetName') ?? '',
    target: wordsAt(body, 'target') ?? '',
    denies: claim.polarity === 'denies',
    saidOn: claim.saidOn ?? '',
    note: claim.note ?? '',
  };
  const chain = claim.chain.map((link) => linkOfLine(link, text));
  return { kind, passage: { start, end, quote, parts }, chain, fields, kept: body ?? {}, stance: claim.stance };
}

/** A chain link as the record has it, from the line that shows it: its span carries the text's own words. */
export function linkOfLine(
  { kind, text: speaker, start, end, cue, resolvedTo, saidOn }: ClaimLine['chain'][number],
  text: string,
): DraftLink {
  const span = start === null || end === null ? null : { start, end, text: text.slice(start, end) };
  return { speaker, kept: { kind, span, cue, resolvedTo, saidOn } };
}

/** Chain links as the record has them. */
export function linksOf(chain: readonly unknown[]): readonly DraftLink[] {
  return chain.map((link) => ({ speaker: wordsAt(looseOf(link), 'speaker') ?? '', kept: looseOf(link) ?? {} }));
}

/** A figure and what was counted, as fields; nothing where the record has no figure. */
export function figureFields(quantity: Loose | null, counted: Loose | null): Partial<Fields> {
  if (quantity === null) return {};
  const number = (name: string) => numberAt(quantity, name)?.toString() ?? '';
  return {
    raw: wordsAt(quantity, 'raw') ?? '',
    qualifier: QUALIFIERS.find((known) => known === quantity['qualifier']) ?? 'exact',
    value: number('value'),
    min: number('min'),
    max: number('max'),
    unit: UNITS.find((known) => known === counted?.['unit']) ?? 'other',
    act: ACTS.find((known) => known === counted?.['act']) ?? 'other',
    population: wordsAt(counted, 'population') ?? '',
    event: wordsAt(counted, 'event') ?? '',
    place: wordsAt(counted, 'place') ?? '',
    period: wordsAt(counted, 'period') ?? '',
  };
}
