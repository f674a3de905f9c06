import { z } from 'zod';
import type { ClaimId, CompartmentId, EventId, ItemId, PersonId, ProposalId, QuestionId, Sha256 } from '../kernel/index.ts';

/* Casts below only give a checked string its brand; zod's own brands would leak into every type. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/) as unknown as z.ZodType<Sha256, string>;
export const sha512 = z.string().regex(/^[0-9a-f]{128}$/);
export const itemId = z.string().regex(/^S-[1-9][0-9]{0,9}$/) as unknown as z.ZodType<ItemId, string>;
export const claimId = z.string().regex(/^C-[1-9][0-9]{0,9}$/) as unknown as z.ZodType<ClaimId, string>;
export const questionId = z.string().regex(/^Q-[1-9][0-9]{0,9}$/) as unknown as z.ZodType<QuestionId, string>;
export const proposalId = z.string().regex(/^P-[0-9a-f]{16}$/) as unknown as z.ZodType<ProposalId, string>;
export const personId = z.string().min(1).max(80) as unknown as z.ZodType<PersonId, string>;
export const compartmentId = z.string().min(1).max(80) as unknown as z.ZodType<CompartmentId, string>;
export const eventId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as unknown as z.ZodType<
  EventId,
  string
>;

/** RFC 3339 in UTC with milliseconds. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** Extended Date/Time Format (ISO 8601-2), as far as kernel/partial-date.ts reads it; checked there. */
export const edtf = z.string().min(1).max(80);

/**
 * A passage: UTF-16 offsets into the rendition's text, end exclusive, and the exact slice.
 * `text === renditionText.slice(start, end)` is checked wherever one is stored.
 */
export const span = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string().max(20_000),
});
export type Span = z.infer<typeof span>;
