import type { DerivationProposal } from '../model/index.ts';
import { confidenceOf } from './confidence.ts';
import { leadInOf } from './lead-in.ts';
import type { FoundAttribution, ReadingContext, Zone } from './reading-context.ts';

type Relation = DerivationProposal['relation'];

interface Found {
  readonly zone: Zone;
  readonly target: Zone;
  readonly relation: Relation;
  readonly rule: string;
}

/** Lines that say where a page was taken from. Matched on every line, page furniture included. */
const LINES: readonly { readonly pattern: RegExp; readonly relation: Relation; readonly rule: string }[] = [
  {
    pattern: /^[ ]*(?:Source|Via|منبع|المصدر)[ ]*(?:»|>|:|›|→)[ ]*(?<target>\S[^\n]{1,80}?)[ ]*$/gimu,
    relation: 'republishes',
    rule: 'derivation.source-line',
  },
  {
    pattern:
      /\b(?:first|originally) (?:published|appeared) (?:by|in|on|at)[ ](?:the )?(?<target>[\p{Lu}][\p{L}\p{N}.’'&-]*(?: [\p{Lu}][\p{L}\p{N}.’'&-]*){0,4})/gu,
    relation: 'republishes',
    rule: 'derivation.first-published',
  },
  {
    pattern:
      /\b(?:translated from|translation of an? (?:article|report) (?:by|in))[ ](?:the )?(?<target>[\p{Lu}][\p{L}\p{N}.’'&-]*(?: [\p{Lu}][\p{L}\p{N}.’'&-]*){0,4})/gu,
    relation: 'translates',
    rule: 'derivation.translated',
  },
];

const CONFIRMS = /^(?:has |have |had |also )*confirm(?:s|ed)\b/i;
const QUOTES = /^(?:has |have |had |also )*(?:quot|cit)(?:es?|ed|ing)\b/i;
const OUTLET =
  /\b(?:agency|newspaper|radio|television|tv|times|post|news|press|monitor|wire|journal|herald|tribune|reuters|afp|bbc|irna)\b/i;

/** What the document says it rests on: a name to be linked by a person, never an independent origin by itself. */
export function findDerivations(context: ReadingContext): readonly DerivationProposal[] {
  const found = [...sourceLines(context), ...leadIns(context), ...byAttribution(context)];
  return found.map(({ zone, target, relation, rule }) => {
    const whole = context.span(zone.start, zone.end);
    return {
      kind: 'derivation',
      start: whole.start,
      end: whole.end,
      quote: whole.text,
      rule,
      confidence: confidenceOf(rule),
      relation,
      target: context.span(target.start, target.end),
    };
  });
}

function sourceLines(context: ReadingContext): readonly Found[] {
  return LINES.flatMap(({ pattern, relation, rule }) =>
    [...context.text.matchAll(pattern)].flatMap((match) => {
      const target = match.groups?.['target']?.replace(/[.,’']+$/u, '');
      if (target === undefined || target === '') return [];
      const lead = match[0].length - match[0].trimStart().length;
      const start = match.index + match[0].lastIndexOf(target);
      const zone = { start: match.index + lead, end: start + target.length };
      return [{ zone, target: { start, end: start + target.length }, relation, rule }];
    }),
  );
}

function leadIns(context: ReadingContext): readonly Found[] {
  return context.sentences.flatMap((sentence) => {
    const lead = leadInOf(context, sentence);
    return lead?.publisher == null
      ? []
      : [{ zone: lead.zone, target: lead.publisher, relation: 'republishes' as const, rule: 'derivation.lead-in' }];
  });
}

/** `Reuters confirmed … that was announced by Y` asserts a confirmation of Y; `Reuters quotes him` quotes Reuters. */
function byAttribution(context: ReadingContext): readonly Found[] {
  return context.attributions.flatMap((found): readonly Found[] => {
    const { cueZone: cue, sourceZone: source } = found;
    if (cue === null || source === null) return [];
    const words = context.text.slice(cue.start, cue.end);
    const zone = { start: Math.min(source.start, cue.start), end: Math.max(source.end, cue.end) };
    if (CONFIRMS.test(words)) return confirmation(context, found, zone);
    const outlet =
      context.names.some((name) => name.body.type === 'organisation' && name.start < source.end && name.end > source.start) &&
      OUTLET.test(context.text.slice(source.start, source.end));
    return QUOTES.test(words) && outlet ? [{ zone, target: source, relation: 'quotes', rule: 'derivation.outlet-quotes' }] : [];
  });
}

function confirmation(context: ReadingContext, found: FoundAttribution, zone: Zone): readonly Found[] {
  const announced = context.attributions.find(
    (other) =>
      other !== found &&
      other.sourceZone !== null &&
      other.body.rule.endsWith('by-agent') &&
      other.start < found.end &&
      found.start < other.end,
  );
  const target = announced?.sourceZone;
  return target == null ? [] : [{ zone, target, relation: 'asserts_confirmation_of', rule: 'derivation.confirms-announced' }];
}
