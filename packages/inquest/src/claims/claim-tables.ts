import type { Transaction } from 'kysely';
import { type Store, wideIntegerColumn } from '../kernel/index.ts';
import type { ClaimBodyKind, ReadingStatus, SetAsideReason } from '../model/index.ts';

/** Events that a person's decision on claims can be, and that can be undone. */
export type DecisionType =
  | 'claim.recorded'
  | 'claim.edited'
  | 'proposal.set-aside'
  | 'proposal.marked-unsure'
  | 'question.confirmed'
  | 'question.split';

/** Projections of decisions. `content` and `counted` are JSON; numbers of ids stand beside them, because text does not sort as numbers do. */
export type ClaimTables = {
  /** The newest version of every claim, also of those that were taken back. */
  claim: {
    id: string;
    number: number;
    version: number;
    item: string;
    compartment: string;
    status: 'recorded' | 'undone';
    kind: ClaimBodyKind;
    proposal: string | null;
    /** 1 when the figure was read as a part of another ("including 17 …"). */
    subset: number;
    content: string;
    recorded_by: string;
    recorded_at: string;
    event: string;
  };
  claim_version: {
    claim: string;
    version: number;
    compartment: string;
    content: string;
    reason: string | null;
    recorded_by: string;
    recorded_at: string;
    /** The event that made this version: a recording, an edit or an undoing. */
    event: string;
  };
  /** How each decided proposal stands now; undecided ones have no row. */
  proposal_decision: {
    proposal: string;
    item: string;
    compartment: string;
    status: Exclude<ReadingStatus, 'proposed'>;
    event: string;
    claim: string | null;
    reason: SetAsideReason | null;
    words: string | null;
  };
  question: {
    id: string;
    number: number;
    compartment: string;
    status: 'confirmed' | 'undone';
    asks: string;
    counted: string;
    split_from: string | null;
    why: string | null;
    event: string;
    recorded_at: string;
  };
  /** What a person put under a question: ids of claims and of proposals. */
  question_member: { question: string; member: string; kind: 'claim' | 'proposal'; compartment: string };
  /** Every decision ever taken, and what took it back. */
  decision: {
    event: string;
    position: number;
    type: DecisionType;
    compartment: string;
    claim: string | null;
    version: number | null;
    proposal: string | null;
    question: string | null;
    actor: string;
    recorded_at: string;
    /** What it says, for restoring: the payload's own words as JSON. */
    detail: string;
    undone_by: string | null;
  };
};

/** A transaction that sees these tables and no other slice's. */
export type ClaimTransaction = Transaction<ClaimTables>;

export const CLAIM_TABLE_NAMES = ['claim', 'claim_version', 'proposal_decision', 'question', 'question_member', 'decision'] as const;

/** Creates the tables of decisions; the same on both engines. */
export async function createClaimTables(store: Store): Promise<void> {
  await createClaims(store);
  await createQuestions(store);
  await createDecisions(store);
}

async function createClaims({ schema }: Store): Promise<void> {
  await schema
    .createTable('claim')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('proposal', 'text')
    .addColumn('subset', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('claim_item').on('claim').columns(['item', 'number']).execute();
  await schema.createIndex('claim_kind').on('claim').columns(['kind', 'number']).execute();
  await schema
    .createTable('claim_version')
    .addColumn('claim', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claim_version_pk', ['claim', 'version'])
    .execute();
}

async function createQuestions({ schema }: Store): Promise<void> {
  await schema
    .createTable('question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('asks', 'text', (column) => column.notNull())
    .addColumn('counted', 'text', (column) => column.notNull())
    .addColumn('split_from', 'text')
    .addColumn('why', 'text')
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('question_member')
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_member_pk', ['question', 'member'])
    .execute();
  await schema.createIndex('question_member_of').on('question_member').column('member').execute();
}

async function createDecisions(store: Store): Promise<void> {
  const { schema } = store;
  await schema
    .createTable('proposal_decision')
    .addColumn('proposal', 'text', (column) => column.primaryKey())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('claim', 'text')
    .addColumn('reason', 'text')
    .addColumn('words', 'text')
    .execute();
  await schema.createIndex('proposal_decision_item').on('proposal_decision').columns(['item', 'status']).execute();
  await schema
    .createTable('decision')
    .addColumn('event', 'text', (column) => column.primaryKey())
    .addColumn('position', wideIntegerColumn(store), (column) => column.notNull().unique())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('claim', 'text')
    .addColumn('version', 'integer')
    .addColumn('proposal', 'text')
    .addColumn('question', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('undone_by', 'text')
    .execute();
  await schema.createIndex('decision_claim').on('decision').columns(['claim', 'position']).execute();
  await schema.createIndex('decision_proposal').on('decision').columns(['proposal', 'position']).execute();
  await schema.createIndex('decision_question').on('decision').columns(['question', 'position']).execute();
}
