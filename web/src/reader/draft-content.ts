import { readEdtf } from '../language/edtf.ts';
import type { MessageId } from '../language/index.ts';
import { listAt, looseOf, wordsAt } from './body.ts';
import type { Draft, FieldName, Fields } from './draft.ts';

/** What is wrong with one field, in words; `speaker` is the claimant's name. */
export interface FieldProblem {
  readonly field: FieldName | 'speaker' | 'passage';
  readonly words: MessageId;
}

/** The text a citation points into. */
export interface CitedText {
  readonly item: string;
  readonly sha256: string;
  readonly text: string;
}

/** UTF-16 units of context kept on either side of a quote, to find it again; the record allows 64. */
const CONTEXT = 60;
const MOST_PARTS = 20;
/** The longest passage a citation holds. */
const LONGEST_QUOTE = 20_000;

/** Everything that stops the draft from being recorded, first field first; empty when nothing does. */
export function problemsOf({ kind, fields, chain, passage }: Draft): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  if (passage.end - passage.start > LONGEST_QUOTE) found.push({ field: 'passage', words: 'form.problem.long' });
  const claimant = chain.at(-1);
  if (claimant?.speaker.trim() === '' && claimant.kept['kind'] !== 'unattributed') {
    found.push({ field: 'speaker', words: 'form.problem.speaker' });
  }
  if (kind === 'quantity') found.push(...figureProblems(fields));
  if (kind === 'role' && fields.person.trim() === '') found.push({ field: 'person', words: 'form.problem.needed' });
  if (kind === 'role' && fields.role.trim() === '') found.push({ field: 'role', words: 'form.problem.needed' });
  if (kind === 'derivation' && fields.targetName.trim() === '') found.push({ field: 'targetName', words: 'form.problem.needed' });
  if (kind === 'derivation' && fields.target.trim() !== '' && !/^S-[1-9][0-9]{0,9}$/.test(fields.target.trim())) {
    found.push({ field: 'target', words: 'form.problem.item' });
  }
  for (const field of ['period', 'from', 'to', 'saidOn'] as const) {
    if (readEdtf(fields[field].trim()).form === 'unread') found.push({ field, words: 'form.problem.date' });
  }
  return found;
}

function figureProblems(fields: Fields): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const [value, min, max] = [numberOf(fields.value), numberOf(fields.min), numberOf(fields.max)];
  if (fields.raw.trim() === '') found.push({ field: 'raw', words: 'form.problem.needed' });
  for (const field of ['value', 'min', 'max'] as const) {
    if (Number.isNaN(numberOf(fields[field]))) found.push({ field, words: 'form.problem.number' });
  }
  const { qualifier } = fields;
  if ((qualifier === 'exact' || qualifier === 'approx') && value === null) found.push({ field: 'value', words: 'form.problem.value' });
  if ((qualifier === 'min' || qualifier === 'range') && min === null) found.push({ field: 'min', words: 'form.problem.min' });
  if ((qualifier === 'max' || qualifier === 'range') && max === null) found.push({ field: 'max', words: 'form.problem.max' });
  if (min !== null && max !== null && min > max) found.push({ field: 'min', words: 'form.problem.order' });
  const open = qualifier === 'min' || qualifier === 'max' || value === null;
  if (!open && ((min !== null && value < min) || (max !== null && value > max)))
    found.push({ field: 'value', words: 'form.problem.within' });
  return found;
}

/** A number as typed in any of the page's digits, grouping ignored; null for nothing, NaN for what is no number. */
export function numberOf(typed: string): number | null {
  const latin = typed
    .trim()
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[,٬\s_\u00a0\u202f]/g, '')
    .replace('٫', '.');
  if (latin === '') return null;
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(latin) ? Number(latin) : Number.NaN;
}

/** The claim's content as the interface takes it. Only for a draft without problems. */
export function contentOf(draft: Draft, cited: CitedText): Readonly<Record<string, unknown>> {
  const { fields } = draft;
  return {
    body: bodyOf(draft),
    citation: citationOf(draft.passage, cited),
    chain: draft.chain.map(({ speaker, kept }) => ({ ...kept, speaker: speaker.trim() })),
    polarity: fields.denies ? 'denies' : 'affirms',
    stance: draft.stance,
    saidOn: orNull(fields.saidOn),
    note: orNull(fields.note),
  };
}

function bodyOf({ kind, fields, kept, passage }: Draft): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'quantity':
      return {
        kind,
        quantity: {
          raw: fields.raw.trim(),
          value: numberOf(fields.value),
          min: numberOf(fields.min),
          max: numberOf(fields.max),
          qualifier: fields.qualifier,
        },
        counted: {
          unit: fields.unit,
          act: fields.act,
          population: orNull(fields.population),
          event: orNull(fields.event),
          place: orNull(fields.place),
          period: orNull(fields.period),
        },
      };
    case 'role': {
      const { tense = null, appointedBy = null } = kept;
      const stated = { person: fields.person.trim(), role: fields.role.trim(), body: orNull(fields.body) };
      return { kind, ...stated, from: orNull(fields.from), to: orNull(fields.to), tense, appointedBy };
    }
    case 'derivation':
      return { kind, relation: fields.relation, targetName: fields.targetName.trim(), target: orNull(fields.target) };
    case 'quote':
      return { kind, mode: fields.mode, fragments: fragmentsOf(kept, passage.quote) };
    default:
      return kept;
  }
}

/** A recorded quotation keeps its fragments, a proposal has its parts, a selection is one fragment. */
function fragmentsOf(kept: Readonly<Record<string, unknown>>, quote: string): readonly string[] {
  const recorded = listAt(kept, 'fragments').filter((fragment) => typeof fragment === 'string');
  const proposed = listAt(kept, 'content').flatMap((part) => wordsAt(looseOf(part), 'text') ?? []);
  return recorded.length > 0 ? recorded : proposed.length > 0 ? proposed : [quote];
}

function citationOf({ start, end, parts }: Draft['passage'], { item, sha256, text }: CitedText): Readonly<Record<string, unknown>> {
  const before = whole(text, Math.max(0, start - CONTEXT));
  const after = whole(text, Math.min(text.length, end + CONTEXT));
  const cited = parts.slice(0, MOST_PARTS).map((part) => ({ start: part.start, end: part.end, text: text.slice(part.start, part.end) }));
  return {
    item,
    text: sha256,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.min(before, start), start),
    suffix: text.slice(end, Math.max(after, end)),
    parts: cited,
  };
}

/** Moves an offset off the middle of a character outside the basic plane, towards the quote's far side. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

function orNull(typed: string): string | null {
  const trimmed = typed.trim();
  return trimmed === '' ? null : trimmed;
}
