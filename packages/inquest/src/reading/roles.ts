import type { NameProposal, RoleProposal, Span } from '../model/index.ts';
import { confidenceOf } from './confidence.ts';
import { type Range, sourceExtent } from './english-phrases.ts';
import { isComma, isFiniteVerb, isNominal, type Words, wordsOf } from './english-words.ts';
import { NAMES } from './name-lexicon.ts';
import type { Found, ReadingContext, Zone } from './reading-context.ts';
import { zonesWithin } from './zone-lookup.ts';

type Tense = RoleProposal['tense'];

interface FoundRole {
  readonly person: Zone | null;
  readonly role: Range;
  readonly tense: Tense;
  readonly rule: string;
}

interface Site {
  readonly words: Words;
  /** Persons named in this sentence with the word range each covers. */
  readonly people: readonly { readonly zone: Zone; readonly range: Range }[];
}

/** Posts and functions of persons in English texts: `R X`, `X, a former R of B`, `X was R`, `took office as R`. */
export function findRoles(context: ReadingContext): readonly RoleProposal[] {
  return context.sentences.flatMap((sentence) => {
    if (sentence.language !== 'en') return [];
    const words = wordsOf(context, sentence);
    const people = zonesWithin(context.names, sentence)
      .filter((name) => name.body.type === 'person')
      .map((name) => ({ zone: name, range: rangeOf(words, name) }));
    const site = { words, people };
    const found = [...people.flatMap(({ zone, range }) => besideName(site, zone, range)), ...byPhrase(site)];
    return distinct(found, words).map((role) => proposalOf({ context, words, sentence }, role));
  });
}

function rangeOf(words: Words, zone: Zone): Range {
  const from = words.list.findIndex((word) => word.end > zone.start);
  let to = from;
  while (to < words.list.length && words.at(to).start < zone.end) to += 1;
  return { from: Math.max(0, from), to };
}

function besideName(site: Site, person: Zone, name: Range): readonly FoundRole[] {
  const found = [beforeName(site, name), apposition(site, name), commaBefore(site, name), copula(site, name)];
  return found.flatMap((role) => (role === null ? [] : [{ ...role, person }]));
}

type Unnamed = Omit<FoundRole, 'person'>;

/** `Slovenian Prime Minister Janez Jansa`, `head of judiciary Gholam …`: the phrase that runs up to the name. */
function beforeName({ words }: Site, name: Range): Unnamed | null {
  let from = name.from;
  while (from > 0) {
    const word = words.at(from - 1);
    const joins = /^(?:of|for|on)$/.test(word.lower) && (isNominal(words.at(from - 2)) || words.at(from - 2).text === ')');
    const inside =
      isNominal(word) ||
      word.pos === 'ADJ' ||
      word.lower === "'s" ||
      word.lower === '’s' ||
      word.text === '-' ||
      joins ||
      NAMES.roles.has(word.lower);
    if (word.pos === 'DET' && from < name.from && words.at(from).pos !== 'PROPN' && word.lower !== 'that') {
      from -= 1;
      break;
    }
    if (word.pos === 'DET' && from < name.from && /^(?:of|for|on)$/.test(words.at(from - 2).lower)) {
      from -= 1;
      continue;
    }
    if (!inside || word.date >= 0) break;
    from -= 1;
  }
  while (
    from < name.from &&
    (/^(?:of|for|on|-)$/.test(words.at(from).lower) || words.at(from).lower === "'s" || words.at(from).lower === '’s')
  )
    from += 1;
  const role = { from, to: trimHonorifics(words, from, name.from) };
  return isRole(words, role) ? { role, tense: tenseOf(words, role), rule: 'role.before-name' } : null;
}

function trimHonorifics(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && NAMES.honorifics.has(words.at(end - 1).lower) && !NAMES.roleHeads.has(words.at(end - 1).lower)) end -= 1;
  return end;
}

/** `X, a former judge of the special court,` */
function apposition({ words }: Site, name: Range): Unnamed | null {
  const comma = isComma(words.at(name.to));
  const start = comma ? name.to + 1 : name.to;
  const first = words.at(start);
  if (!comma && first.lower !== 'the') return null;
  if (first.pos !== 'DET' && first.pos !== 'ADJ' && !isNominal(first) && !/^(?:former|then|now)$/.test(first.lower)) return null;
  const role = { from: start, to: sourceExtent(words, start, { afterCue: false, noApposition: true }) };
  return isRole(words, role) ? { role, tense: tenseOf(words, role), rule: 'role.apposition' } : null;
}

/** `The group’s director, Jonas Pell,` */
function commaBefore({ words }: Site, name: Range): Unnamed | null {
  if (!isComma(words.at(name.from - 1))) return null;
  const to = name.from - 1;
  let from = to;
  while (
    from > 0 &&
    !isComma(words.at(from - 1)) &&
    !/^[.;:“”"—–]$/.test(words.at(from - 1).text) &&
    !isFiniteVerb(words, from - 1) &&
    to - from < 16
  )
    from -= 1;
  const role = { from, to };
  const lead = words.at(from).lower;
  const determined = /^(?:the|a|an|its|their|his|her|former)$/.test(lead) || words.at(from).pos === 'PROPN';
  return determined && isRole(words, role) ? { role, tense: tenseOf(words, role), rule: 'role.before-comma' } : null;
}

/** `X was the governor of Karsa before`, `X is a judge`, `X became president`. */
function copula({ words }: Site, name: Range): Unnamed | null {
  let index = name.to;
  const verb = words.at(index).lower;
  if (/^(?:is|was|became|remains|remained)$/.test(verb)) index += 1;
  else if (verb === 'served' && words.at(index + 1).lower === 'as') index += 2;
  else return null;
  while (words.at(index).pos === 'ADV') index += 1;
  const role = { from: index, to: sourceExtent(words, index, { afterCue: false, noApposition: true }) };
  if (!isRole(words, role)) return null;
  const before = /^(?:before|until)$/.test(words.at(role.to).lower);
  const tense = tenseOf(words, role) ?? (verb === 'is' ? 'current' : verb === 'became' ? 'starting' : before ? 'former' : 'then');
  return { role, tense, rule: 'role.copula' };
}

const AS_PHRASES: readonly { readonly lead: readonly RegExp[]; readonly tense: Tense }[] = [
  { lead: [/^took$/, /^office$/, /^as$/], tense: 'starting' },
  { lead: [/^sworn$/, /^in$/, /^as$/], tense: 'starting' },
  { lead: [/^resigned$|^retired$|^dismissed$|^removed$/, /^as$/], tense: 'ending' },
  { lead: [/^appointed$|^elected$|^named$|^promoted$/, /^as$|^to$/], tense: 'starting' },
  { lead: [/^role$|^post$|^work$|^time$|^tenure$/, /^as$/], tense: 'then' },
  { lead: [/^serving$|^served$|^worked$|^acting$/, /^as$|^on$/], tense: 'then' },
];

/** `took office as R`, `his role as R`, `appointed X to R`: the person is the last one named before. */
function byPhrase({ words, people }: Site): readonly FoundRole[] {
  const found: FoundRole[] = [];
  for (let index = 0; index < words.list.length; index += 1) {
    for (const { lead, tense } of AS_PHRASES) {
      const to = leadEnd(words, index, lead);
      if (to < 0) continue;
      const role = { from: to, to: sourceExtent(words, to, { afterCue: false, noApposition: true }) };
      const onBody = words.at(to - 1).lower === 'on';
      if (!(onBody ? hasBody(words, role) : isRole(words, role))) continue;
      const person = people.findLast(({ range }) => range.to <= to)?.zone ?? null;
      found.push({ person, role, tense: tenseOf(words, role) ?? tense, rule: 'role.phrase' });
    }
  }
  return found;
}

/** Where the words of a lead end; between a verb of appointing and its preposition stands the person. */
function leadEnd(words: Words, index: number, lead: readonly RegExp[]): number {
  const [first, ...rest] = lead;
  if (first?.test(words.at(index).lower) !== true) return -1;
  let at = index + 1;
  const last = rest.at(-1);
  if (rest.length === 1 && last !== undefined && /^(?:appointed|elected|named|promoted)$/.test(words.at(index).lower)) {
    while (at < index + 6 && !last.test(words.at(at).lower)) at += 1;
    return last.test(words.at(at).lower) ? at + 1 : -1;
  }
  for (const pattern of rest) {
    if (!pattern.test(words.at(at).lower)) return -1;
    at += 1;
  }
  return at;
}

function isRole(words: Words, { from, to }: Range): boolean {
  if (to <= from || to - from > 24) return false;
  const head = words.list.slice(from, to);
  return head.some((word) => NAMES.roleHeads.has(word.lower)) && !head.some((word) => word.pos === 'AUX' || word.quote >= 0);
}

function hasBody(words: Words, { from, to }: Range): boolean {
  return to > from && words.list.slice(from, to).some((word) => NAMES.bodyHeads.has(word.lower));
}

function tenseOf(words: Words, { from, to }: Range): Tense {
  const lower = words.list.slice(from, to).map((word) => word.lower);
  if (lower.some((word) => NAMES.acting.has(word))) return 'acting';
  if (lower.includes('then')) return 'then';
  return lower.some((word) => NAMES.former.has(word)) ? 'former' : null;
}

function distinct(found: readonly FoundRole[], words: Words): readonly FoundRole[] {
  const taken = new Set<number>();
  return found.filter(({ role }) => {
    const start = words.at(role.from).start;
    if (taken.has(start)) return false;
    taken.add(start);
    return true;
  });
}

interface RoleSite {
  readonly context: ReadingContext;
  readonly words: Words;
  readonly sentence: Zone;
}

function proposalOf({ context, words, sentence }: RoleSite, { person, role, tense, rule }: FoundRole): RoleProposal {
  const span = context.span(words.at(role.from).start, words.at(role.to - 1).end);
  const body = zonesWithin(context.names, sentence).find((name) => isBodyWithin(name, span));
  return {
    kind: 'role',
    start: span.start,
    end: span.end,
    quote: span.text,
    rule,
    confidence: confidenceOf(rule),
    person: person === null ? null : context.span(person.start, person.end),
    role: span,
    body: body === undefined ? null : { start: body.body.start, end: body.body.end, text: body.body.quote },
    tense,
    period: null,
  };
}

function isBodyWithin(name: Found<NameProposal>, span: Span): boolean {
  return name.body.type === 'organisation' && name.body.start >= span.start && name.body.end <= span.end;
}
