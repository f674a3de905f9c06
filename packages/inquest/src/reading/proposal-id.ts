import { canonicalBytes, toHex } from '../../../evidence-format/src/index.ts';
import { type ItemId, type ProposalId, sha256 } from '../kernel/index.ts';
import type { ProposalBody } from '../model/index.ts';

/** Hex digits of the digest that an id keeps: 64 bits, enough to tell the proposals of an inquiry apart. */
const DIGITS = 16;

/**
 * The id of a proposal: `P-` and the first 16 hex digits of SHA-256 over item, reader version and the body
 * as canonical JSON. The same reading of the same item gives the same ids; another version gives others.
 */
export function proposalIdOf(item: ItemId, readerVersion: string, body: ProposalBody): ProposalId {
  const digest = toHex(sha256(canonicalBytes({ body, item, readerVersion })));
  // The form is exactly the one ProposalId brands.
  return `P-${digest.slice(0, DIGITS)}` as ProposalId;
}
