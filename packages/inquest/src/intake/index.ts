export {
  type AddOptions,
  type AddOrder,
  type AddProgress,
  type AddResult,
  type AddStage,
  addItems,
  resumePending,
} from './add-items.ts';
export { extractItem } from './extract-item.ts';
export {
  type Extraction,
  type ExtractionHints,
  MAX_SOURCE_BYTES,
  MAX_TEXT_UNITS,
  notReadable,
  type Reading,
} from './extraction.ts';
export { intakeProjection } from './intake-events.ts';
export {
  countOutcomes,
  findBySha256,
  getItem,
  getItems,
  type IntakeRefusal,
  type Item,
  type ItemPath,
  type ItemQuery,
  itemsPending,
  listItems,
  listPaths,
  listRefusals,
} from './item-store.ts';
export { type ItemSource, preserve, refusalWords } from './offered.ts';
export type { IntakeParts, ItemReading, ReadItem, ReadResult, StoreProposals } from './read-items.ts';
export { type Received, receiveItems } from './receive-items.ts';
export { openRendition } from './rendition.ts';
