export {
  type AddOptions,
  type AddOrder,
  type AddProgress,
  type AddResult,
  type AddStage,
  addItems,
  MAX_GROUP,
  resumePending,
} from './add-items.ts';
export { detectFormat, extractItem, type Format } from './extract-item.ts';
export {
  type Extraction,
  type ExtractionHints,
  MAX_SEGMENTS,
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
  MAX_ITEM_PAGE,
} from './item-store.ts';
export { type ItemSource, preserve, refusalWords } from './offered.ts';
export { type IntakeParts, type ItemReading, type ReadItem, type ReadResult, readItems, type StoreProposals } from './read-items.ts';
export { type Received, receiveItems } from './receive-items.ts';
export { openRendition } from './rendition.ts';
