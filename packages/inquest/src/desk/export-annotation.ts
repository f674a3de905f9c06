import type { ClaimLine } from '../api-contract/index.ts';

/**
 * A claim as a W3C Web Annotation: quote and position selectors over the text whose digest is
 * named. Positions are UTF-16 code units, as the data model prescribes for text selection.
 * The body is what was recorded, attributed; the inquiry asserts nothing.
 */
export function annotationOf(claim: ClaimLine): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:inquest:claim:${claim.claim}`,
    type: 'Annotation',
    motivation: 'describing',
    created: claim.recordedAt,
    creator: { id: `urn:inquest:person:${claim.recordedBy}`, type: 'Person' },
    body: [
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: claim.sentence },
      {
        type: 'Dataset',
        purpose: 'classifying',
        format: 'application/json',
        value: { kind: claim.kind, body: claim.body, chain: claim.chain, saidOn: claim.saidOn },
      },
    ],
    target: {
      /* The exact text, named by its digest: offsets mean nothing in any other rendition. */
      source: {
        id: `urn:inquest:text:sha256:${claim.citation.text}`,
        type: 'Text',
        format: 'text/plain',
        isPartOf: `urn:inquest:item:${claim.item}`,
      },
      selector: {
        type: 'TextQuoteSelector',
        exact: claim.citation.quote,
        prefix: claim.citation.prefix,
        suffix: claim.citation.suffix,
        refinedBy: { type: 'TextPositionSelector', start: claim.citation.start, end: claim.citation.end },
      },
    },
  };
}
