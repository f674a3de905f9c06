import type { ChainLink, ClaimBody, ClaimContent, Counted, DerivationBody, ProposalBody } from '../model/index.ts';
import { bodyOfProposal, chainOfProposal } from './content-of-proposal.ts';

/**
 * A sentence as structure, for translating: a key and what goes into it, which may be another
 * message. `englishSentence` renders it; other languages bring their own patterns for the keys.
 */
export interface SentenceMessage {
  readonly key: SentenceKey;
  readonly parts: Readonly<Record<string, string | SentenceMessage>>;
}

/**
 * Every pattern of a sentence in English. `{part}` is filled with words of the source or of a
 * person, or with another message; `[…]` is left out when a part inside it is absent. The
 * claimant always stands first: the tool itself never says what a claim says.
 */
export const SENTENCE_PATTERNS = {
  'claim.said': '{claimant}[, {via}]: {content}',
  'claim.denied': '{claimant}[, {via},] denies: {content}',
  'claim.not-said': '{claimant}[, {via},] is said not to say: {content}',
  'claimant.named': '{words}',
  'claimant.pronoun': '“{words}”[ (read as {reading})]',
  'claimant.unnamed': 'Somebody not named',
  'via.one': 'as reported by {carrier}',
  'via.more': 'as reported by {carrier}, {via}',
  'asks.howMany': 'How many {unit} are said to {act}[, “{event}”][, {place}][, {period}]?',
  'content.words': '{words}',
  'content.quotation': '“{words}”',
  'content.quantity': '“{number}”, {counted}[ (“{population}”)][, “{event}”][, {place}][, {period}]',
  'content.role': '{person}, {role}[ of {body}][ ({tense})][, from {from}][, to {to}][, appointed by {appointedBy}]',
  'content.post': 'the post “{role}”[ of {body}], holder not named',
  'content.event': '{event}: {aspect}, “{detail}”[, {place}][, {time}]',
  'content.characterisation': '“{of}” {certainty}: {crimes}[ ({instrument})]',
  'content.call': 'calls [on {addressees} ]to {action}: “{regarding}”',
  'content.response': 'responds ({type}): “{to}”',
  'content.offer': 'offers “{what}”[ to {to}][, on condition: “{condition}”]',
  'content.derivation': '{relation} {target}',
  'content.date': 'the date “{words}”[, read as {edtf}]',
  'content.name': 'the name “{words}”',
  'content.furniture': 'page furniture, “{words}”',
} as const;
export type SentenceKey = keyof typeof SENTENCE_PATTERNS;

const PLACE = /\{(\w+)\}/gu;

const UNITS: Readonly<Record<Counted['unit'], string>> = {
  persons: 'persons',
  organisations: 'organisations',
  bodies: 'bodies',
  graves: 'graves',
  places: 'places',
  documents: 'documents',
  testimonies: 'testimonies',
  events: 'events',
  other: 'counted',
};
const ACTS: Readonly<Record<Counted['act'], string>> = {
  killed: 'killed',
  injured: 'injured',
  detained: 'detained',
  tortured: 'tortured',
  disappeared: 'disappeared',
  displaced: 'displaced',
  tried: 'tried',
  buried: 'buried',
  signed: 'who signed',
  size: 'as members or signatories',
  spread: 'concerned',
  documented: 'documented',
  other: '',
};
const ASKED: Readonly<Record<Counted['act'], string>> = {
  killed: 'have been killed',
  injured: 'have been injured',
  detained: 'have been detained',
  tortured: 'have been tortured',
  disappeared: 'have disappeared',
  displaced: 'have been displaced',
  tried: 'have been tried',
  buried: 'have been buried',
  signed: 'have signed',
  size: 'belong to it',
  spread: 'be concerned',
  documented: 'have been documented',
  other: 'be meant',
};
const RELATIONS: Readonly<Record<DerivationBody['relation'], string>> = {
  republishes: 'republishes',
  quotes: 'quotes',
  relies_on: 'relies on',
  translates: 'translates',
  text_reuse: 'repeats the text of',
  same_underlying_source: 'rests on the same source as',
  asserts_confirmation_of: 'says that this was backed by',
};
const CERTAINTY = { is: 'is', may_amount_to: 'may amount to', believed: 'is believed to be' } as const;

/** What was counted, in the tool's plain words: `persons killed`. */
export function countedWords(counted: Pick<Counted, 'unit' | 'act'>): string {
  return `${UNITS[counted.unit]} ${ACTS[counted.act]}`.trim();
}

/** A question that figures answer, in English. It asks what is said, never what is. */
export function askingSentence({ unit, act, event, place, period }: Omit<Counted, 'population'>): string {
  const where = { ...optional('event', event), ...optional('place', place), ...optional('period', period) };
  const noun = unit === 'other' ? 'of them' : UNITS[unit];
  return englishSentence({ key: 'asks.howMany', parts: { unit: noun, act: ASKED[act], ...where } });
}

/** The claimant as a message: the last link's own words; a pronoun with the reading taken, never in its place. */
export function claimantMessage(chain: readonly ChainLink[]): SentenceMessage {
  const claimant = chain.at(-1);
  if (claimant === undefined || claimant.kind === 'unattributed' || claimant.speaker.trim() === '') {
    return { key: 'claimant.unnamed', parts: {} };
  }
  const words = capitalised(oneLine(claimant.speaker));
  if (claimant.kind !== 'pronoun') return { key: 'claimant.named', parts: { words } };
  return { key: 'claimant.pronoun', parts: { words: oneLine(claimant.speaker), ...optional('reading', claimant.resolvedTo?.text) } };
}

/** A recorded claim, or one about to be recorded, as a sentence that begins with its claimant. */
export function claimSentence(content: Pick<ClaimContent, 'body' | 'chain' | 'polarity'>): SentenceMessage {
  return sentenceOf(content.chain, contentOf(content.body), content.polarity === 'denies' ? 'claim.denied' : 'claim.said');
}

/**
 * A proposal as the sentence it would be recorded as. `documentName` speaks for proposals that
 * carry no chain: dates, names, posts, derivations and page furniture are what the document says.
 */
export function proposalSentence(proposal: ProposalBody, documentName: string): SentenceMessage {
  const chain = chainOfProposal(proposal, documentName);
  const body = bodyOfProposal(proposal);
  if (body !== null) return sentenceOf(chain, contentOf(body), 'claim.said');
  const unsaid = proposal.kind === 'attribution' && proposal.negated;
  return sentenceOf(chain, unrecordable(proposal), unsaid ? 'claim.not-said' : 'claim.said');
}

function sentenceOf(chain: readonly ChainLink[], content: SentenceMessage, key: SentenceKey): SentenceMessage {
  const via = viaMessage(chain.slice(0, -1));
  return {
    key,
    parts: { claimant: claimantMessage(chain), ...(via === null ? {} : { via }), content },
  };
}

/** Who carried the words here, nearest to the claimant first. */
function viaMessage(carriers: readonly ChainLink[]): SentenceMessage | null {
  const nearest = carriers.at(-1);
  if (nearest === undefined) return null;
  const carrier = englishSentence(claimantMessage([nearest]));
  const rest = viaMessage(carriers.slice(0, -1));
  return rest === null ? { key: 'via.one', parts: { carrier } } : { key: 'via.more', parts: { carrier, via: rest } };
}

function contentOf(body: ClaimBody): SentenceMessage {
  switch (body.kind) {
    case 'quantity':
      return quantityContent(body);
    case 'quote': {
      const words = oneLine(body.fragments.join(' … '));
      return body.mode === 'indirect' || body.mode === 'mixed'
        ? { key: 'content.words', parts: { words } }
        : { key: 'content.quotation', parts: { words } };
    }
    case 'role': {
      const { person, role, ...rest } = body;
      const said = { ...optional('body', rest.body), ...optional('tense', rest.tense), ...optional('appointedBy', rest.appointedBy) };
      return { key: 'content.role', parts: { person, role, ...said, ...optional('from', rest.from), ...optional('to', rest.to) } };
    }
    case 'event_fact': {
      const { event, aspect, detail, place, time } = body;
      return { key: 'content.event', parts: { event, aspect, detail, ...optional('place', place), ...optional('time', time) } };
    }
    case 'legal_characterisation': {
      const said = { of: body.of, certainty: CERTAINTY[body.certainty], crimes: body.crimes.join(', ') };
      return { key: 'content.characterisation', parts: { ...said, ...optional('instrument', body.instrument) } };
    }
    case 'call_for_action': {
      const action = body.action === 'other' ? 'act' : body.action.replaceAll('_', ' ');
      const regarding = oneLine(body.regarding);
      return { key: 'content.call', parts: { action, regarding, ...optional('addressees', body.addressees.join(', ') || null) } };
    }
    case 'response':
      return { key: 'content.response', parts: { type: body.type.replaceAll('_', ' '), to: oneLine(body.to) } };
    case 'offer':
      return {
        key: 'content.offer',
        parts: { what: oneLine(body.what), ...optional('to', body.to), ...optional('condition', body.condition) },
      };
    case 'derivation':
      return { key: 'content.derivation', parts: { relation: RELATIONS[body.relation], target: body.targetName } };
  }
}

function quantityContent({ quantity, counted }: Pick<Extract<ClaimBody, { kind: 'quantity' }>, 'quantity' | 'counted'>): SentenceMessage {
  const where = { ...optional('population', counted.population), ...optional('event', counted.event), ...optional('place', counted.place) };
  return {
    key: 'content.quantity',
    parts: { number: oneLine(quantity.raw), counted: countedWords(counted), ...where, ...optional('period', counted.period) },
  };
}

/** The content of a proposal that no claim can be made of as it stands. */
function unrecordable(proposal: ProposalBody): SentenceMessage {
  const words = oneLine(proposal.quote);
  switch (proposal.kind) {
    case 'role':
      return { key: 'content.post', parts: { role: oneLine(proposal.role.text), ...optional('body', proposal.body?.text) } };
    case 'date':
      return { key: 'content.date', parts: { words, ...optional('edtf', proposal.edtf) } };
    case 'name':
      return { key: 'content.name', parts: { words } };
    case 'boilerplate':
      return { key: 'content.furniture', parts: { words } };
    case 'attribution':
    case 'quantity':
    case 'derivation':
      return { key: 'content.words', parts: { words } };
  }
}

function optional(name: string, value: string | null | undefined): Record<string, string> {
  return value === null || value === undefined || value === '' ? {} : { [name]: oneLine(value) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Renders a message in English. Words of the source are put in as they are, on one line. */
export function englishSentence(message: SentenceMessage): string {
  const { parts } = message;
  const kept = SENTENCE_PATTERNS[message.key].replace(/\[([^\]]*)\]/gu, (_, inside: string) => {
    const names = [...inside.matchAll(PLACE)].map(([, name = '']) => name);
    return names.every((name) => parts[name] !== undefined) ? inside : '';
  });
  return kept.replace(PLACE, (_, name: string) => {
    const part = parts[name];
    return part === undefined ? '' : typeof part === 'string' ? part : englishSentence(part);
  });
}
