export { fromBase64, fromHex, fromUtf8, type Sha256Function, sameBytes, toBase64, toHex, utf8 } from './bytes.ts';
export { canonicalBytes, canonicalJson, MAX_JSON_DEPTH, parseCanonical } from './canonical-json.ts';
export { type CheckpointBody, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
export { SALT_BYTES, saltedCommitment, segmentLeaf, segmentsRoot } from './commitment.ts';
export {
  EMPTY_FRONTIER,
  extendFrontier,
  type Frontier,
  frontierRoot,
  leafHash,
  type NodePlace,
  nodeHash,
  peaksOf,
  rootOfPeaks,
  type TreeNode,
  treeRoot,
} from './merkle.ts';
export { type Checked, FORMAT_PROBLEMS, type FormatProblem } from './problem.ts';
export {
  checkConsistency,
  checkInclusion,
  consistencyPlaces,
  inclusionPlaces,
  makeConsistencyProof,
  makeInclusionProof,
  type NodeLookup,
} from './proof.ts';
export {
  type Ed25519Verify,
  formatVerifierKey,
  MAX_NOTE_LENGTH,
  MAX_SIGNATURES,
  makeVerifierKey,
  type NoteSignature,
  openNote,
  type ParsedNote,
  parseNote,
  parseVerifierKey,
  signatureLine,
  signNote,
  type VerifierKey,
} from './signed-note.ts';
