import type { ClaimLine } from '../api-contract/index.ts';
import { claimSentence, englishSentence } from '../claims/index.ts';
import type { Claim } from '../model/index.ts';
import { chainLine } from './proposal-line.ts';

/** A claim as the line of the contract. `file` is the path of the item it opens in. */
export function claimLine(claim: Claim, file: string, relations: ClaimLine['relations']): ClaimLine {
  const { content } = claim;
  return {
    claim: claim.id,
    version: claim.version,
    item: claim.item,
    file,
    status: claim.status,
    kind: content.body.kind,
    body: content.body,
    citation: content.citation,
    chain: content.chain.map(chainLine),
    polarity: content.polarity,
    stance: content.stance,
    saidOn: content.saidOn,
    note: content.note,
    proposal: claim.proposal,
    recordedBy: claim.recordedBy,
    recordedAt: claim.recordedAt,
    event: claim.event,
    sentence: englishSentence(claimSentence(content)),
    relations,
  };
}
