export { custodyProjection } from './custody-events.ts';
export { type LastCheck, lastCheck } from './custody-store.ts';
export type { FileNotTaken, ObjectState, ObjectStore, PutFile, StoredObject } from './objects.ts';
export { type ObjectReference, referencedObjects } from './referenced-objects.ts';
export { SEGMENTS_SECRET_BYTES, type SegmentCommitments, segmentCommitments, segmentSalt } from './segment-commitments.ts';
export {
  type InquiryProblem,
  type InquiryProblemCode,
  type InquiryVerification,
  type VerifyInquiryProgress,
  verifyInquiry,
} from './verify-inquiry.ts';
