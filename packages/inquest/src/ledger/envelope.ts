import { z } from 'zod';
import { canonicalBytes, parseCanonical } from '../../../evidence-format/src/index.ts';
import { InquestFault } from '../kernel/index.ts';
import { compartmentId, eventId, instant, personId } from '../model/index.ts';

/** Bytes an envelope may have. Its text is public to whoever may check the ledger. */
export const MAX_ENVELOPE_BYTES = 16_384;

/**
 * What is hashed into the tree, docs/formats/ledger.md. Nothing in it can be guessed at: digests,
 * paths, titles and words are in the payload, of which it holds a salted commitment.
 */
const envelope = z.strictObject({
  v: z.literal(1),
  id: eventId,
  type: z.string().min(1).max(80),
  schema: z.int().positive(),
  recorded: z.strictObject({ at: instant, clock: z.string().max(80) }),
  actor: personId,
  instrument: z.strictObject({ name: z.string().min(1).max(80), version: z.string().min(1).max(80) }),
  touches: z.array(z.string().min(1).max(120)),
  compartment: compartmentId,
  payload: z.strictObject({ alg: z.literal('sd-sha256'), commitment: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type Envelope = z.infer<typeof envelope>;

/** The bytes that become the leaf. Fault INQ-LIMIT when the event touches too many records to fit. */
export function envelopeBytes(value: Envelope): Uint8Array {
  const bytes = canonicalBytes(value);
  if (bytes.length > MAX_ENVELOPE_BYTES) {
    throw new InquestFault('INQ-LIMIT', {
      what: 'The event names more records than its envelope holds.',
      why: `An envelope has at most ${String(MAX_ENVELOPE_BYTES)} bytes.`,
      do: 'Split the change into several.',
    });
  }
  return bytes;
}

/** The envelope in stored leaf bytes, or null when they are not exactly one in canonical form. */
export function parseEnvelope(leaf: Uint8Array): Envelope | null {
  if (leaf.length > MAX_ENVELOPE_BYTES) return null;
  const parsed = parseCanonical(leaf);
  if (parsed === null) return null;
  const checked = envelope.safeParse(parsed.value);
  return checked.success ? checked.data : null;
}
