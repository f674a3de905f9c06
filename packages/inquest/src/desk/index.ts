export { addMaterial, readPending } from './add-material.ts';
export { claimLineOf, claimLines } from './claim-lines.ts';
export { checkItem, custodyOf } from './custody-lines.ts';
export {
  type DecideOptions,
  decideEdit,
  decideLinkDerivation,
  decideRecord,
  decideSetAside,
  decideUndo,
  decideUnsure,
} from './decide.ts';
export { eventLines } from './event-lines.ts';
export { type Check, examineMachine } from './examine.ts';
export { decideConfirmQuestion, decideSplitQuestion, figuresOf } from './figures.ts';
export type { Inquiry } from './inquiry.ts';
export { itemLineOf, itemLines, originalOf } from './item-lines.ts';
export { decideSample, readSampleDecisions, type SampleDecisions } from './make-sample.ts';
export { allPages, type Page, type PageQuery } from './paging.ts';
export { type PreviewLine, preview } from './preview.ts';
export { proposalLines } from './proposal-lines.ts';
export { type RebuildReport, rebuildInquiry } from './rebuild-inquiry.ts';
export { type ReceivedUpload, receiveUpload } from './receive-upload.ts';
export { inquirySummary } from './summary.ts';
export { textLineOf } from './text.ts';
export { type ExportOptions, type ExportReport, writeExport } from './write-export.ts';
