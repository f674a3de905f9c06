/**
 * Everything that can be wrong with what this package reads or checks. Closed: a new
 * code is a new version of docs/formats.
 */
export const FORMAT_PROBLEMS = {
  'note-malformed': 'The text is not a signed note.',
  'note-key-unknown': 'No signature on the note is by the expected key.',
  'note-signature-differs': 'The signature of the expected key does not match the text.',
  'verifier-key-malformed': 'The verifier key is not in vkey form, or its id does not follow from it.',
  'checkpoint-malformed': 'The note text is not a checkpoint.',
  'index-outside-tree': 'The entry lies beyond the size of the tree.',
  'sizes-out-of-order': 'The later tree is smaller than the earlier one, or a size is not a count.',
  'hash-length-differs': 'A hash does not have 32 bytes.',
  'proof-length-differs': 'The proof does not have the number of hashes this place and size need.',
  'root-differs': 'The proof leads to another root.',
} as const;

export type FormatProblem = keyof typeof FORMAT_PROBLEMS;

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: FormatProblem };

export function sound<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export function problem(code: FormatProblem): { readonly ok: false; readonly problem: FormatProblem } {
  return { ok: false, problem: code };
}
