import type { ClaimLine } from '../api-contract/index.ts';
import { getClaim, listClaims, questionsOf, type StoredClaim } from '../claims/index.ts';
import { claimId, itemId } from '../model/index.ts';
import { claimLine } from './claim-line.ts';
import { idOr, notFound } from './ids.ts';
import type { Inquiry } from './inquiry.ts';
import type { Page, PageQuery } from './paging.ts';
import { documentsOf } from './text.ts';

/** The claim ledger: claims that stand, in the order they were recorded. */
export async function claimLines(inquiry: Inquiry, query: PageQuery & { readonly item?: string | undefined }): Promise<Page<ClaimLine>> {
  const page = await listClaims(inquiry.store, inquiry.scope, {
    status: 'recorded',
    limit: query.limit,
    ...(query.item === undefined ? {} : { item: idOr(itemId, query.item) }),
    ...(query.cursor === undefined ? {} : { after: query.cursor }),
  });
  return { lines: await linesOf(inquiry, page.rows), next: page.next, total: null };
}

/** One claim, also one that was taken back. */
export async function claimLineOf(inquiry: Inquiry, claim: string): Promise<ClaimLine> {
  const found = await getClaim(inquiry.store, inquiry.scope, idOr(claimId, claim));
  const [line] = found === null ? [] : await linesOf(inquiry, [found]);
  if (line === undefined) throw notFound(claim);
  return line;
}

async function linesOf(inquiry: Inquiry, claims: readonly StoredClaim[]): Promise<ClaimLine[]> {
  const documents = await documentsOf(inquiry, [...new Set(claims.map(({ item }) => item))]);
  const questions = await questionsOf(
    inquiry.store,
    inquiry.scope,
    claims.map(({ id }) => id),
  );
  return claims.map((claim) => {
    const question = questions.get(claim.id);
    const { body } = claim.content;
    return claimLine(claim, documents.get(claim.item)?.path ?? '', [
      ...(question === undefined ? [] : [{ type: 'answers', to: question }]),
      ...(body.kind === 'derivation' && body.target !== null ? [{ type: body.relation, to: body.target }] : []),
    ]);
  });
}
