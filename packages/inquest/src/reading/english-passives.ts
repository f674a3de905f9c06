import { type AttributionDraft, zoneOf } from './attribution-draft.ts';
import { clauseContentEnd, complementiser, phraseContentEnd, skipCircumstances } from './english-contents.ts';
import { type CueVerb, ENGLISH } from './english-lexicon.ts';
import { type Range, sourceExtent } from './english-phrases.ts';
import type { SentenceSite } from './english-site.ts';
import { subjectBefore, type VerbGroup } from './english-subjects.ts';
import { isNominal, type Words } from './english-words.ts';

/** Frames whose passive still says what was said: `the toll was announced by`, `was accused of`, `was urged to`. */
const CONTENT_IS_SUBJECT = ['np', 'np-doc', 'np-agent'];

/** `officials cited by the paper`: their subject is who speaks, not what is said. */
const SPEAKERS_NOT_CONTENT = new Set(['cite', 'quote', 'name', 'list', 'identify']);

/** Attributions with the cue in the passive: a by-agent is the source, an agentless passive has none. */
export function passiveAttributions(site: SentenceSite, group: VerbGroup, verb: CueVerb): readonly AttributionDraft[] {
  const { words } = site;
  const by = agentAfter(words, group.to);
  const agent = by < 0 ? null : agentRange(words, by + 1);
  const content = passiveContent(site, { group, verb, agent });
  if (content === null) return [];
  return [
    {
      rule: agent === null ? 'en.agentless-passive' : 'en.by-agent',
      content: content.map((range) => zoneOf(words, range)),
      source: agent === null ? null : zoneOf(words, agent),
      cue: zoneOf(words, { from: group.from, to: agent === null ? group.to : by + 1 }),
      act: verb.takes.get('np-inf') ?? verb.act,
      loaded: verb.loaded,
      negated: verb.negates || group.negated,
      addressee: null,
      medium: null,
      sentence: site.sentence,
    },
  ];
}

/** `by` after the cue, with at most a date or a short circumstance between. */
function agentAfter(words: Words, from: number): number {
  for (let index = from; index < from + 6; index += 1) {
    const word = words.at(index);
    if (word.lower === 'by') return index;
    if (word.quote >= 0 || word.pos === 'VERB' || word.text === ',' || word.lower === 'that' || word.lower === 'to') return -1;
  }
  return -1;
}

function agentRange(words: Words, from: number): Range | null {
  const end = sourceExtent(words, from, { afterCue: true });
  return end > from && words.at(from).date < 0 && words.at(from).pos !== 'VERB' ? { from, to: end } : null;
}

interface Passive {
  readonly group: VerbGroup;
  readonly verb: CueVerb;
  readonly agent: Range | null;
}

function passiveContent(site: SentenceSite, { group, verb, agent }: Passive): readonly Range[] | null {
  const { words } = site;
  const after = agent === null ? group.to : agent.to;
  const before = words.at(group.from - 1);
  const dummy = before.lower === 'it' || before.lower === 'as';
  if (dummy) return before.lower === 'as' ? null : impersonal(words, after, verb);
  const rest = skipCircumstances(words, after);
  if (words.at(rest).lower === 'to' && words.at(rest + 1).pos !== 'DET') return infinitive(site, { group, verb, agent }, rest);
  const subject = passiveSubject(words, group, site.floor);
  if (subject === null) return null;
  if (verb.takes.has('np-of') && words.at(rest).lower === 'of') return [subject, { from: rest, to: phraseContentEnd(words, rest) }];
  if (agent === null) return null;
  if (verb.takes.has('np-as') && words.at(rest).lower === 'as')
    return verb.lemma === 'quote' ? null : [subject, { from: rest, to: phraseContentEnd(words, rest) }];
  if (SPEAKERS_NOT_CONTENT.has(verb.lemma)) return null;
  const names = words.list.slice(subject.from, subject.to).some((word) => isNominal(word));
  return names && CONTENT_IS_SUBJECT.some((frame) => verb.takes.has(frame)) && !ENGLISH.mediumNouns.has(words.at(subject.to - 1).lower)
    ? [subject]
    : null;
}

/** `It is believed that …`. */
function impersonal(words: Words, after: number, verb: CueVerb): readonly Range[] | null {
  if (!verb.takes.has('clause') && !verb.takes.has('that') && !verb.takes.has('np')) return null;
  const that = complementiser(words, after);
  return that < 0 ? null : [{ from: that + 1, to: clauseContentEnd(words, that + 1, { relative: false }) }];
}

/** `are believed to have died`: the infinitive, without the subject; with an agent (`was urged by X to`) the subject too. */
function infinitive(site: SentenceSite, { group, verb, agent }: Passive, to: number): readonly Range[] | null {
  const { words } = site;
  const content = { from: to, to: phraseContentEnd(words, to) };
  if (agent === null) return ENGLISH.hearsayPassives.has(words.at(group.head).lower) ? [content] : null;
  if (!verb.takes.has('np-inf')) return null;
  const subject = passiveSubject(words, group, site.floor);
  return subject === null ? [content] : [subject, content];
}

/** The subject of a passive, or the noun phrase before `that was announced` and `announced by`. */
function passiveSubject(words: Words, group: VerbGroup, floor: number): Range | null {
  const before = words.at(group.from - 1);
  const relative = /^(?:that|which|who)$/.test(before.lower);
  if (!relative && group.from !== group.head) return subjectBefore(words, group.from, floor);
  const to = relative ? (words.at(group.from - 2).text === ',' ? group.from - 2 : group.from - 1) : group.from;
  return phraseBefore(words, to, floor);
}

/** Back over one noun phrase and its `of` phrases: `the death toll of 1500`. */
function phraseBefore(words: Words, to: number, floor: number): Range | null {
  let from = to;
  let determined = false;
  while (from > Math.max(floor, to - 12)) {
    const word = words.at(from - 1);
    if (word.quote >= 0 || word.text === ',') break;
    if (determined && word.pos !== 'ADP') break;
    if (word.pos === 'ADP' && from < to) determined = false;
    else if (
      !isNominal(word) &&
      word.pos !== 'ADJ' &&
      word.pos !== 'DET' &&
      word.lower !== "'s" &&
      word.lower !== '’s' &&
      word.text !== '-'
    )
      break;
    if (word.pos === 'DET') determined = true;
    from -= 1;
  }
  while (from < to && (words.at(from).lower === 'of' || words.at(from).text === '-')) from += 1;
  return from < to ? { from, to } : null;
}
