import { createHash } from 'node:crypto';
import type { ItemId, ProposalId } from '../kernel/index.ts';
import type { ProposalBody } from '../model/index.ts';

/**
 * The id of a proposal: `P-` and the first 16 hex digits of SHA-256 over item, reader version and the body
 * with its keys in order. The same reading of the same item gives the same ids; another version gives others.
 */
export function proposalIdOf(item: ItemId, readerVersion: string, body: ProposalBody): ProposalId {
  const digest = createHash('sha256')
    .update(`${item}\n${readerVersion}\n${canonical(body)}`)
    .digest('hex');
  // The form is exactly the one ProposalId brands.
  return `P-${digest.slice(0, 16)}` as ProposalId;
}

/** JSON with object keys sorted. Bodies hold only strings, finite numbers, booleans, null, arrays and objects. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`;
}
