import type { InquiryAnswer } from '../api-contract/index.ts';
import { claimCounts } from '../claims/index.ts';
import { countOutcomes } from '../intake/index.ts';
import { READER_VERSION, totalProposals } from '../reading/index.ts';
import type { Inquiry } from './inquiry.ts';

/** The open inquiry and how much of everything it holds; a count always says of what. */
export async function inquirySummary(inquiry: Inquiry): Promise<InquiryAnswer> {
  const { store, scope, ledger } = inquiry;
  const { refused, duplicate, ...held } = await countOutcomes(store, scope);
  const { claims, setAside, questions } = await claimCounts(store, scope);
  const checkpoint = await ledger.checkpoint();
  return {
    inquiry: inquiry.id,
    title: inquiry.title,
    ledgerKey: ledger.verifierKey,
    version: inquiry.version,
    readerVersion: READER_VERSION,
    counts: {
      items: Object.values(held).reduce((sum, count) => sum + count, 0),
      byOutcome: { ...held, duplicate },
      refused,
      proposals: await totalProposals(store, scope),
      claims,
      setAside,
      questions,
      events: await ledger.size(),
    },
    checkpoint: { size: checkpoint.size, root: checkpoint.root },
    sample: inquiry.sample,
  };
}
