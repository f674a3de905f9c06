/** One page of a list. `next` is the cursor of the page after it, null at the end. */
export interface Page<T> {
  readonly lines: T[];
  readonly next: string | null;
  readonly total: number | null;
}

/** What a caller asks of a list. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Walks every page of a list, one page in memory at a time. */
export async function* allPages<T>(page: (cursor: string | undefined) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const { lines, next } = await page(cursor);
    yield* lines;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** A cursor that is a place number; anything else starts from the beginning. */
export function numberOf(cursor: string | undefined): number | undefined {
  return cursor !== undefined && /^[0-9]{1,15}$/.test(cursor) ? Number(cursor) : undefined;
}
