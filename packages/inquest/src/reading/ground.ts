import { done, type Outcome, refuse } from '../kernel/index.ts';
import { type ProposalBody, proposalBody, type Span } from '../model/index.ts';

export type GroundRefusal = 'not-a-proposal' | 'ungrounded-span' | 'empty-span' | 'outside-content';

/**
 * Lets a proposal through only if every passage it names is exactly what the text says there. Holds for
 * proposals of rules, of a model, and of imports alike. Refusals: `not-a-proposal` (the shape),
 * `ungrounded-span` (a slice differs), `empty-span`, `outside-content` (the hull is not the hull of its parts).
 * It repairs nothing: a near miss is refused.
 */
export function groundProposal(text: string, body: unknown): Outcome<ProposalBody, GroundRefusal> {
  const parsed = proposalBody.safeParse(body);
  if (!parsed.success) {
    return refuse('not-a-proposal', {
      what: 'This is not a proposal.',
      why: 'A field is missing or has another form.',
      do: 'See the schema of proposals.',
    });
  }
  const proposal = parsed.data;
  const whole: Span = { start: proposal.start, end: proposal.end, text: proposal.quote };
  for (const span of [whole, ...spansOf(proposal)]) {
    if (span.end <= span.start) return refused('empty-span', span, 'It covers no text.');
    if (text.slice(span.start, span.end) !== span.text) return refused('ungrounded-span', span, 'The text reads differently there.');
  }
  if (proposal.kind === 'attribution' && !isHull(whole, proposal.content))
    return refused('outside-content', whole, 'It is not the hull of its content.');
  return done(proposal);
}

function refused(code: GroundRefusal, span: Span, why: string): Outcome<ProposalBody, GroundRefusal> {
  return refuse(code, {
    what: `The passage at ${span.start} to ${span.end} is refused.`,
    why,
    do: 'Propose the passage exactly as it stands in the text.',
  });
}

function isHull(whole: Span, parts: readonly Span[]): boolean {
  return whole.start === Math.min(...parts.map((part) => part.start)) && whole.end === Math.max(...parts.map((part) => part.end));
}

/** Every span anywhere in a body: whatever has `start`, `end` and `text`. */
function spansOf(value: unknown): readonly Span[] {
  if (Array.isArray(value)) return value.flatMap((inner) => spansOf(inner));
  if (typeof value !== 'object' || value === null) return [];
  if (isSpan(value)) return [value];
  return Object.values(value).flatMap((inner) => spansOf(inner));
}

function isSpan(value: object): value is Span {
  return (
    'start' in value &&
    'end' in value &&
    'text' in value &&
    typeof value.start === 'number' &&
    typeof value.end === 'number' &&
    typeof value.text === 'string'
  );
}
