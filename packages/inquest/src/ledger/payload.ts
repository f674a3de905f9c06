import { canonicalJson, parseCanonical, utf8 } from '../../../evidence-format/src/index.ts';
import { InquestFault } from '../kernel/index.ts';
import { CURRENT_SCHEMA, type EventType, eventPayloads } from '../model/index.ts';

/** Bytes a payload may have as canonical JSON; what is bigger belongs in an object. */
export const MAX_PAYLOAD_BYTES = 16 * 1024 * 1024;

/** Turns a payload of one released schema version into the next. */
type Upgrade = (payload: unknown) => unknown;

/**
 * Readers of every released schema version, kept for ever: `UPGRADES[type][n - 1]` leads from
 * version n to n + 1, so its length is always one less than `CURRENT_SCHEMA[type]`. All types are
 * at version 1 today.
 */
const UPGRADES: Partial<Record<EventType, readonly Upgrade[]>> = {};

export interface EncodedPayload {
  readonly bytes: Uint8Array;
  /** What a later read of the bytes will give: live and replayed events cannot differ. */
  readonly value: unknown;
}

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventPayloads, type);
}

/** Checks a payload against its schema and writes it once. Throws on a payload that does not fit: a bug of the caller. */
export function encodePayload(type: EventType, payload: unknown): EncodedPayload {
  const checked = eventPayloads[type].safeParse(payload);
  // The message names places, not values: a payload may hold testimony.
  if (!checked.success) throw new TypeError(`payload of ${type} does not fit its schema at ${placesOf(checked.error.issues)}`);
  const text = canonicalJson(checked.data);
  const bytes = utf8(text);
  if (bytes.length > MAX_PAYLOAD_BYTES) {
    throw new InquestFault('INQ-LIMIT', {
      what: 'The change is too big for one event.',
      why: `A payload has at most ${String(MAX_PAYLOAD_BYTES)} bytes.`,
      do: 'Split the change into several.',
    });
  }
  const value: unknown = JSON.parse(text);
  return { bytes, value };
}

export type DecodedPayload =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: 'payload-malformed' | 'event-from-newer-version' };

/** Reads a stored payload of any released schema version as the current one. */
export function decodePayload(type: string, schema: number, bytes: Uint8Array): DecodedPayload {
  if (!isEventType(type) || schema > CURRENT_SCHEMA[type]) return { ok: false, problem: 'event-from-newer-version' };
  const parsed = parseCanonical(bytes);
  if (parsed === null) return { ok: false, problem: 'payload-malformed' };
  const upgraded = (UPGRADES[type] ?? []).slice(schema - 1).reduce<unknown>((value, upgrade) => upgrade(value), parsed.value);
  const checked = eventPayloads[type].safeParse(upgraded);
  // The value as it was written, not as the schema would order it: what was applied live is what is replayed.
  return checked.success ? { ok: true, value: upgraded } : { ok: false, problem: 'payload-malformed' };
}

function placesOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[]): string {
  return issues.map((issue) => `${issue.path.map(String).join('.')} (${issue.code ?? 'custom'})`).join(', ');
}
