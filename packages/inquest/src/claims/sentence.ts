import type { ChainLink, ClaimBody, ClaimContent, Counted, ProposalBody } from '../model/index.ts';
import { bodyOfProposal, chainOfProposal } from './content-of-proposal.ts';
import { WORD_PATTERNS } from './sentence-words.ts';

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
  'asks.howMany': 'How many {unit} are said to {asked}[, “{event}”][, {place}][, {period}]?',
  'content.words': '{words}',
  'content.quotation': '“{words}”',
  'content.quantity': '“{number}”, {unit}[ {act}][ (“{population}”)][, “{event}”][, {place}][, {period}]',
  'content.role': '{person}, {role}[ of {body}][ ({tense})][, from {from}][, to {to}][, appointed by {appointedBy}]',
  'content.post': 'the post “{role}”[ of {body}], holder not named',
  'content.event': '{event}: {aspect}, “{detail}”[, {place}][, {time}]',
  'content.characterisation': '“{of}” {certainty}: {crimes}[ ({instrument})]',
  'content.call': 'calls [on {addressees} ]to {action}: “{regarding}”',
  'content.response': 'in response, {type}: “{to}”',
  'content.offer': 'offers “{what}”[ to {to}][, on condition: “{condition}”]',
  'content.derivation': '{relation} {target}',
  'content.date': 'the date “{words}”[, read as {edtf}]',
  'content.name': 'the name “{words}”',
  'content.furniture': 'page furniture, “{words}”',
  ...WORD_PATTERNS,
} as const;
export type SentenceKey = keyof typeof SENTENCE_PATTERNS;

const PLACE = /\{(\w+)\}/gu;

/** An act of no listed kind has no word: the source's own words say what it is. */
function countedParts({ unit, act }: Pick<Counted, 'unit' | 'act'>): Record<string, SentenceMessage> {
  return { unit: word(`unit.${unit}`), ...(act === 'other' ? {} : { act: word(`act.${act}`) }) };
}

function word(key: keyof typeof WORD_PATTERNS): SentenceMessage {
  return { key, parts: {} };
}

/** A question that figures answer, in English. It asks what is said, never what is. */
export function askingSentence({ unit, act, event, place, period }: Omit<Counted, 'population'>): string {
  const where = { ...optional('event', event), ...optional('place', place), ...optional('period', period) };
  return englishSentence({ key: 'asks.howMany', parts: { unit: word(`unit.${unit}`), asked: word(`asked.${act}`), ...where } });
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
  return sentenceOf(chain, unrecordable(proposal), proposal.kind === 'attribution' ? 'claim.not-said' : 'claim.said');
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
  const carrier = claimantMessage([nearest]);
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
      const said = {
        ...optional('body', rest.body),
        ...(rest.tense === null ? {} : { tense: word(`tense.${rest.tense}`) }),
        ...optional('appointedBy', rest.appointedBy),
      };
      return { key: 'content.role', parts: { person, role, ...said, ...optional('from', rest.from), ...optional('to', rest.to) } };
    }
    case 'event_fact': {
      const { event, aspect, detail, place, time } = body;
      return {
        key: 'content.event',
        parts: { event, aspect: word(`aspect.${aspect}`), detail, ...optional('place', place), ...optional('time', time) },
      };
    }
    case 'legal_characterisation': {
      const said = { of: body.of, certainty: word(`certainty.${body.certainty}`), crimes: body.crimes.join(', ') };
      return { key: 'content.characterisation', parts: { ...said, ...optional('instrument', body.instrument) } };
    }
    case 'call_for_action': {
      const action = word(`action.${body.action}`);
      const regarding = oneLine(body.regarding);
      return { key: 'content.call', parts: { action, regarding, ...optional('addressees', body.addressees.join(', ') || null) } };
    }
    case 'response':
      return { key: 'content.response', parts: { type: word(`response.${body.type}`), to: oneLine(body.to) } };
    case 'offer':
      return {
        key: 'content.offer',
        parts: { what: oneLine(body.what), ...optional('to', body.to), ...optional('condition', body.condition) },
      };
    case 'derivation':
      return { key: 'content.derivation', parts: { relation: word(`relation.${body.relation}`), target: body.targetName } };
  }
}

function quantityContent({ quantity, counted }: Pick<Extract<ClaimBody, { kind: 'quantity' }>, 'quantity' | 'counted'>): SentenceMessage {
  const where = { ...optional('population', counted.population), ...optional('event', counted.event), ...optional('place', counted.place) };
  return {
    key: 'content.quantity',
    parts: { number: oneLine(quantity.raw), ...countedParts(counted), ...where, ...optional('period', counted.period) },
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
