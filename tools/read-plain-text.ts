import { type ReadableDocument, readDocument } from '../packages/inquest/src/reading/index.ts';
import { type ProposalLine, proposalLineSchema } from './proposal-scores.ts';

/** A plain text as intake would hand it to reading: paragraphs parted by blank lines, no furniture, no dates known. */
export function plainTextDocument(file: string, text: string): ReadableDocument {
  const segments = [...text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    role: 'paragraph' as const,
    furniture: false,
  }));
  // Item numbers are the intake's to give; any one does here.
  return { item: 'S-1' as ReadableDocument['item'], documentName: file, text, segments, languages: [], dates: [], url: null };
}

/** The proposals for a plain text as the lines the command prints. */
export function readPlainText(file: string, text: string): readonly ProposalLine[] {
  return readDocument(plainTextDocument(file, text)).map(({ body }) => {
    const quantity = body.kind === 'quantity' ? body.quantity : {};
    return proposalLineSchema.parse({ ...body, ...quantity, file });
  });
}
