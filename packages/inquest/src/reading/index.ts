export { type GroundRefusal, groundProposal } from './ground.ts';
export {
  countProposals,
  getProposal,
  MAX_PROPOSAL_PAGE,
  type ProposalList,
  type ProposalQuery,
  type ProposalsOfItem,
  readProposals,
  type StoredProposal,
  storeProposals,
  totalProposals,
} from './proposal-store.ts';
export { proposalTables } from './proposal-tables.ts';
export { READER_VERSION, readDocument } from './read-document.ts';
export { documentName, type ReadableSource, readableDocument } from './readable-document.ts';
export type { ReadableDocument } from './reading-context.ts';
