import { type Scope, withinScope } from '../access/index.ts';
import { assert, type ClaimId, type CompartmentId, type EventId, type ProposalId, type QuestionId, type Store } from '../kernel/index.ts';
import { counted } from '../model/index.ts';
import type { ClaimPage } from './claim-store.ts';
import type { ClaimTables } from './claim-tables.ts';

const countedOfQuestion = counted.omit({ population: true });

/** A question a person made, with the figures put under it. */
export interface StoredQuestion {
  readonly id: QuestionId;
  readonly compartment: CompartmentId;
  readonly status: 'confirmed' | 'undone';
  readonly asks: string;
  readonly counted: ReturnType<typeof countedOfQuestion.parse>;
  readonly splitFrom: QuestionId | null;
  readonly why: string | null;
  readonly event: EventId;
  readonly claims: readonly ClaimId[];
  readonly proposals: readonly ProposalId[];
}

/** The most questions one page holds. */
export const MAX_QUESTION_PAGE = 200;

/** Questions the scope may see, in the order they were made; those taken back only when asked for. */
export async function listQuestions(
  store: Store,
  scope: Scope,
  query: { readonly after?: string; readonly limit: number; readonly alsoUndone?: boolean },
): Promise<ClaimPage<StoredQuestion>> {
  assert(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= MAX_QUESTION_PAGE, 'a page has 1 to 200 questions');
  let rows = store
    .$extendTables<ClaimTables>()
    .selectFrom('question')
    .selectAll()
    .where(withinScope(scope, 'compartment'))
    .orderBy('number')
    .limit(query.limit + 1);
  if (query.alsoUndone !== true) rows = rows.where('status', '=', 'confirmed');
  if (query.after !== undefined && /^[0-9]{1,10}$/.test(query.after)) rows = rows.where('number', '>', Number(query.after));
  const found = await rows.execute();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    rows: await withMembers(store, scope, page),
    next: found.length > query.limit && last !== undefined ? String(last.number) : null,
  };
}

/** One question, or null when there is none the scope may see. */
export async function getQuestion(store: Store, scope: Scope, id: QuestionId): Promise<StoredQuestion | null> {
  const row = await store
    .$extendTables<ClaimTables>()
    .selectFrom('question')
    .selectAll()
    .where('id', '=', id)
    .where(withinScope(scope, 'compartment'))
    .executeTakeFirst();
  if (row === undefined) return null;
  const [question] = await withMembers(store, scope, [row]);
  return question ?? null;
}

async function withMembers(store: Store, scope: Scope, rows: readonly ClaimTables['question'][]): Promise<readonly StoredQuestion[]> {
  if (rows.length === 0) return [];
  const members = await store
    .$extendTables<ClaimTables>()
    .selectFrom('question_member')
    .selectAll()
    .where(
      'question',
      'in',
      rows.map((row) => row.id),
    )
    .where(withinScope(scope, 'compartment'))
    .execute();
  const byNumber = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
  /* Ids below were checked when the event was recorded; the tables hold nothing else. */
  return rows.map((row) => {
    const of = (kind: 'claim' | 'proposal'): string[] =>
      members
        .filter((member) => member.question === row.id && member.kind === kind)
        .map(({ member }) => member)
        .sort(byNumber);
    return {
      id: row.id as QuestionId,
      compartment: row.compartment as CompartmentId,
      status: row.status,
      asks: row.asks,
      counted: countedOfQuestion.parse(JSON.parse(row.counted)),
      splitFrom: row.split_from as QuestionId | null,
      why: row.why,
      event: row.event as EventId,
      claims: of('claim') as ClaimId[],
      proposals: of('proposal') as ProposalId[],
    };
  });
}

/** Under which standing question each of these claims and proposals was put; others are absent. At most 1000. */
export async function questionsOf(
  store: Store,
  scope: Scope,
  members: readonly (ClaimId | ProposalId)[],
): Promise<ReadonlyMap<string, QuestionId>> {
  assert(members.length <= 1000, 'at most 1000 members are asked for at once');
  if (members.length === 0) return new Map();
  const rows = await store
    .$extendTables<ClaimTables>()
    .selectFrom('question_member')
    .select(['member', 'question'])
    .where('member', 'in', members)
    .where(withinScope(scope, 'compartment'))
    .execute();
  return new Map(rows.map(({ member, question }) => [member, question as QuestionId]));
}

/** Questions that stand and were split off this one. */
export async function splitsOf(
  store: Store,
  scope: Scope,
  id: QuestionId,
): Promise<readonly { readonly id: QuestionId; readonly event: EventId }[]> {
  const rows = await store
    .$extendTables<ClaimTables>()
    .selectFrom('question')
    .select(['id', 'event'])
    .where('split_from', '=', id)
    .where('status', '=', 'confirmed')
    .where(withinScope(scope, 'compartment'))
    .orderBy('number')
    .limit(MAX_QUESTION_PAGE)
    .execute();
  return rows.map((row) => ({ id: row.id as QuestionId, event: row.event as EventId }));
}

/** The number the next question gets. Inside a commit only, where no other can take it. */
export async function nextQuestionNumber(store: Store): Promise<number> {
  const { max } = store.$extendTables<ClaimTables>().fn;
  const row = await store.$extendTables<ClaimTables>().selectFrom('question').select(max('number').as('last')).executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
