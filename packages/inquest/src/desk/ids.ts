import { InquestFault } from '../kernel/index.ts';

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** An id as it came from outside, or a fault that says it names nothing. */
export function idOr<T>(schema: Parser<T>, text: string): T {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw notFound(text.slice(0, 60));
}

export function notFound(subject: string): InquestFault {
  return new InquestFault('INQ-NOT-FOUND', {
    what: `${subject === '' ? 'Nothing' : subject} was not found.`,
    why: 'It is not in this inquiry, or not among what you may see.',
    do: 'Check the id in the list it comes from.',
  });
}
