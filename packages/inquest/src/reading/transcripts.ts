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

/** Turns stand at most this many paragraphs apart; a label further off heads something else. */
const REACH = 3;

/** Each labelled turn of a transcript as one claim, up to the next label. Empty for other documents. */
export function transcriptTurns(context: ReadingContext): readonly AttributionDraft[] {
  const labels = labelledSentences(context);
  const turns = labels.filter((turn, index) =>
    [labels[index - 1], labels[index + 1]].some((other) => other !== undefined && isNear(turn, other)),
  );
  const names = new Set(turns.map((turn) => context.text.slice(turn.label.start, turn.label.end)));
  if (turns.length < FEWEST_TURNS || names.size === turns.length) return [];
  return turns.map((turn, index) => toDraft(context, turn, turns[index + 1]));
}

function isNear(a: Turn, b: Turn): boolean {
  return Math.abs(a.paragraph - b.paragraph) <= REACH;
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

/** A turn runs to the next label when that is near, else to the end of its paragraph. */
function toDraft(context: ReadingContext, turn: Turn, next: Turn | undefined): AttributionDraft {
  const limit = next !== undefined && isNear(turn, next) ? next.label.start : (context.paragraphs[turn.paragraph]?.end ?? turn.start);
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
