export { type GroundRefusal, groundProposal } from './ground.ts';
export { proposalIdOf } from './proposal-id.ts';
export { READER_VERSION, readDocument } from './read-document.ts';
export type { ReadableDocument } from './reading-context.ts';
