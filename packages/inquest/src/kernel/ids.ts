import type { Effects } from './effects.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** UUIDv7 of a ledger event; also its idempotency key. */
export type EventId = Branded<'EventId'>;
/** Pseudonymous id of a person who acts; never a name. */
export type PersonId = Branded<'PersonId'>;
/** A part of the inquiry that some people may not see. */
export type CompartmentId = Branded<'CompartmentId'>;
/** `S-17`: an item, short enough to be cited in a letter. */
export type ItemId = Branded<'ItemId'>;
/** `C-1042`: a recorded claim. */
export type ClaimId = Branded<'ClaimId'>;
/** `Q-7`: a question that figures answer. */
export type QuestionId = Branded<'QuestionId'>;
/** `P-` and 16 hex digits, derived from what is proposed, so the same reading gives the same id. */
export type ProposalId = Branded<'ProposalId'>;
/** 64 lower-case hex digits: the SHA-256 of an object's bytes, which is its name. */
export type Sha256 = Branded<'Sha256'>;

const SHA256_FORM = /^[0-9a-f]{64}$/;

export function isSha256(text: string): text is Sha256 {
  return SHA256_FORM.test(text);
}

/** The one owner who exists until people and roles do. */
export const OWNER = 'person-owner' as PersonId;
/** The compartment of every record until others are made. */
export const MAIN_COMPARTMENT = 'main' as CompartmentId;

/**
 * A new UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits.
 * Sortable by time to the millisecond; order within one millisecond is not promised.
 */
export function newEventId(effects: Effects): EventId {
  const bytes = effects.random.bytes(16).slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  const ms = effects.clock.now().getTime();
  view.setUint16(0, Math.floor(ms / 2 ** 32));
  view.setUint32(2, ms % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as EventId;
}
