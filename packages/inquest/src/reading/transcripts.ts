import type { AttributionDraft } from './attribution-draft.ts';
import type { ReadingContext, Zone } from './reading-context.ts';

/** From this many labelled turns on, a document is read as a transcript. */
const FEWEST_TURNS = 3;
const LABEL = /^(?<label>(?:[QA]|[\p{Lu}][\p{L}\p{M}.’'()-]*(?: [\p{L}\p{M}.’'(),-]+){0,7}))\s*[:：]\s+(?=\S)/u;
const NOT_LABEL =
  /^(?:source|photo|image|note|update|date|time|place|subject|re|from|to|cc|tel|phone|email|read more|see also|article|section|chapter|annex|page|table|figure|location|duration|language|interviewer’s note)\b/iu;

interface Turn {
  readonly label: Zone;
  readonly start: number;
  readonly paragraph: number;
  readonly sentence: number;
}

/** Each labelled turn of a transcript as one claim, up to the next label. Empty for other documents. */
export function transcriptTurns(context: ReadingContext): readonly AttributionDraft[] {
  const turns = labelledSentences(context);
  if (
    turns.length < FEWEST_TURNS ||
    new Set(turns.map((turn) => context.text.slice(turn.label.start, turn.label.end))).size === turns.length
  )
    return [];
  return turns.map((turn, index) => toDraft(context, turn, turns[index + 1]));
}

function labelledSentences(context: ReadingContext): readonly Turn[] {
  const turns: Turn[] = [];
  for (const [index, sentence] of context.sentences.entries()) {
    const match = LABEL.exec(context.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 90)));
    const label = match?.groups?.['label'];
    if (match === null || label === undefined || NOT_LABEL.test(label) || !opensLine(context, sentence.start)) continue;
    turns.push({
      label: { start: sentence.start, end: sentence.start + label.length },
      start: sentence.start + match[0].length,
      paragraph: sentence.paragraph,
      sentence: index,
    });
  }
  return turns;
}

function opensLine(context: ReadingContext, position: number): boolean {
  return position === 0 || /\n\s*$/.test(context.text.slice(Math.max(0, position - 3), position));
}

/** A turn runs to the next label, but not past the end of the paragraphs that follow it without a gap of other matter. */
function toDraft(context: ReadingContext, turn: Turn, next: Turn | undefined): AttributionDraft {
  const limit = next?.label.start ?? context.paragraphs[turn.paragraph]?.end ?? turn.start;
  const end = turn.start + context.text.slice(turn.start, limit).trimEnd().length;
  return {
    rule: 'any.transcript-turn',
    content: [{ start: turn.start, end }],
    source: turn.label,
    cue: { start: turn.label.end, end: turn.label.end + 1 },
    act: 'assert',
    loaded: false,
    negated: false,
    addressee: null,
    medium: null,
    sentence: turn.sentence,
    verbatim: true,
  };
}
