import { canonicalJson } from '../../../evidence-format/src/index.ts';
import { assert } from '../kernel/index.ts';
import type { AnyEvent, Projection, RecordedEvent } from '../ledger/index.ts';
import type { ClaimContent, Counted } from '../model/index.ts';
import { CLAIM_TABLE_NAMES, type ClaimTables, type ClaimTransaction, createClaimTables, type DecisionType } from './claim-tables.ts';

/* JSON in columns is canonical: a replayed payload has its members in another order than a live one. */
type Tx = ClaimTransaction;
type Of<T extends DecisionType | 'decision.undone'> = RecordedEvent<T>;

/**
 * What decisions put on the ledger and how they change the tables: recording, editing, setting
 * aside, marking unsure, questions, and the undoing of each. Depends on nothing but the event
 * and these tables. An undoing deletes no history: versions and decisions only grow.
 */
export const claimsProjection: Projection = {
  name: 'claims',
  version: 1,
  tables: CLAIM_TABLE_NAMES,
  create: createClaimTables,
  apply: (tx, event) => applyDecision(tx.$extendTables<ClaimTables>(), event),
};

async function applyDecision(tx: Tx, event: AnyEvent): Promise<void> {
  switch (event.type) {
    case 'claim.recorded':
      return applyRecorded(tx, event);
    case 'claim.edited':
      return applyEdited(tx, event);
    case 'proposal.set-aside':
    case 'proposal.marked-unsure':
      return applyLeftOut(tx, event);
    case 'question.confirmed':
      return applyConfirmed(tx, event);
    case 'question.split':
      return applySplit(tx, event);
    case 'decision.undone':
      return applyUndone(tx, event);
    default:
      return;
  }
}

type Subject = Partial<Pick<ClaimTables['decision'], 'claim' | 'version' | 'proposal' | 'question'>>;

async function insertDecision(
  tx: Tx,
  event: Of<DecisionType>,
  { detail = null, ...subject }: Subject & { readonly detail?: unknown },
): Promise<void> {
  await tx
    .insertInto('decision')
    .values({
      event: event.id,
      position: event.index,
      type: event.type,
      compartment: event.compartment,
      claim: subject.claim ?? null,
      version: subject.version ?? null,
      proposal: subject.proposal ?? null,
      question: subject.question ?? null,
      actor: event.actor,
      recorded_at: event.recordedAt,
      detail: canonicalJson(detail),
      undone_by: null,
    })
    .execute();
}

async function applyRecorded(tx: Tx, event: Of<'claim.recorded'>): Promise<void> {
  const { claim, content, proposal } = event.payload;
  const subset = proposal?.body.kind === 'quantity' && proposal.body.subsetOf !== null;
  await tx
    .insertInto('claim')
    .values({
      id: claim,
      number: Number(claim.slice(2)),
      version: 1,
      item: content.citation.item,
      compartment: event.compartment,
      status: 'recorded',
      kind: content.body.kind,
      proposal: proposal?.id ?? null,
      subset: subset ? 1 : 0,
      content: canonicalJson(content),
      recorded_by: event.actor,
      recorded_at: event.recordedAt,
      event: event.id,
    })
    .execute();
  await insertVersion(tx, event, { claim, version: 1, content, reason: null });
  const detail = proposal === null ? null : { item: proposal.item };
  await insertDecision(tx, event, { claim, version: 1, proposal: proposal?.id ?? null, detail });
  if (proposal !== null) await restoreProposal(tx, proposal.id);
}

interface Version {
  readonly claim: string;
  readonly version: number;
  readonly content: ClaimContent;
  readonly reason: string | null;
}

async function insertVersion(tx: Tx, event: AnyEvent, { claim, version, content, reason }: Version): Promise<void> {
  await tx
    .insertInto('claim_version')
    .values({
      claim,
      version,
      compartment: event.compartment,
      content: canonicalJson(content),
      reason,
      recorded_by: event.actor,
      recorded_at: event.recordedAt,
      event: event.id,
    })
    .execute();
}

async function makeNewest(tx: Tx, event: AnyEvent, { claim, version, content, reason }: Version): Promise<void> {
  await insertVersion(tx, event, { claim, version, content, reason });
  await tx
    .updateTable('claim')
    .set({
      version,
      kind: content.body.kind,
      content: canonicalJson(content),
      recorded_by: event.actor,
      recorded_at: event.recordedAt,
      event: event.id,
    })
    .where('id', '=', claim)
    .execute();
}

async function applyEdited(tx: Tx, event: Of<'claim.edited'>): Promise<void> {
  const { claim, version, content, reason } = event.payload;
  await makeNewest(tx, event, { claim, version, content, reason });
  await insertDecision(tx, event, { claim, version });
}

async function applyLeftOut(tx: Tx, event: Of<'proposal.set-aside'> | Of<'proposal.marked-unsure'>): Promise<void> {
  const { proposal, words } = event.payload;
  const reason = event.type === 'proposal.set-aside' ? event.payload.reason : null;
  await insertDecision(tx, event, { proposal: proposal.id, detail: { item: proposal.item, reason, words } });
  await restoreProposal(tx, proposal.id);
}

/** A proposal stands as its newest decision that was not taken back says; without one it has no row. */
async function restoreProposal(tx: Tx, proposal: string): Promise<void> {
  await tx.deleteFrom('proposal_decision').where('proposal', '=', proposal).execute();
  const newest = await tx
    .selectFrom('decision')
    .selectAll()
    .where('proposal', '=', proposal)
    .where('undone_by', 'is', null)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  if (newest === undefined) return;
  // Written by `applyRecorded` and `applyLeftOut` above, and by nothing else.
  const detail = JSON.parse(newest.detail) as { item: string; reason?: ClaimTables['proposal_decision']['reason']; words?: string | null };
  const status = newest.type === 'claim.recorded' ? 'recorded' : newest.type === 'proposal.set-aside' ? 'set-aside' : 'unsure';
  await tx
    .insertInto('proposal_decision')
    .values({
      proposal,
      item: detail.item,
      compartment: newest.compartment,
      status,
      event: newest.event,
      claim: newest.claim,
      reason: detail.reason ?? null,
      words: detail.words ?? null,
    })
    .execute();
}

type Counts = Omit<Counted, 'population'>;

async function insertQuestion(
  tx: Tx,
  event: Of<'question.confirmed'> | Of<'question.split'>,
  { counted, from, why }: { counted: Counts; from: string | null; why: string | null },
): Promise<void> {
  const { question, asks, claims, proposals } = event.payload;
  const members = [
    ...claims.map((member) => ({ member, kind: 'claim' as const })),
    ...proposals.map((member) => ({ member, kind: 'proposal' as const })),
  ];
  await tx
    .insertInto('question')
    .values({
      id: question,
      number: Number(question.slice(2)),
      compartment: event.compartment,
      status: 'confirmed',
      asks,
      counted: canonicalJson(counted),
      split_from: from,
      why,
      event: event.id,
      recorded_at: event.recordedAt,
    })
    .execute();
  for (const { member, kind } of members) {
    await tx.insertInto('question_member').values({ question, member, kind, compartment: event.compartment }).execute();
  }
}

async function applyConfirmed(tx: Tx, event: Of<'question.confirmed'>): Promise<void> {
  const { question, counted } = event.payload;
  await insertQuestion(tx, event, { counted, from: null, why: null });
  await insertDecision(tx, event, { question });
}

async function applySplit(tx: Tx, event: Of<'question.split'>): Promise<void> {
  const { question, from, claims, proposals, why, period } = event.payload;
  const parent = await tx.selectFrom('question').select('counted').where('id', '=', from).executeTakeFirst();
  assert(parent !== undefined, 'a question is split off one that exists');
  // Written by `insertQuestion` above, and by nothing else.
  const counted = JSON.parse(parent.counted) as Counts;
  for (const member of [...claims, ...proposals]) {
    await tx.deleteFrom('question_member').where('question', '=', from).where('member', '=', member).execute();
  }
  await insertQuestion(tx, event, { counted: { ...counted, period: period ?? counted.period }, from, why });
  await insertDecision(tx, event, { question, detail: { from } });
}

async function applyUndone(tx: Tx, event: Of<'decision.undone'>): Promise<void> {
  const undone = await tx
    .updateTable('decision')
    .set({ undone_by: event.id })
    .where('event', '=', event.payload.event)
    .returningAll()
    .executeTakeFirst();
  assert(undone !== undefined, 'only a decision is undone');
  const { claim, version, proposal, question } = undone;
  if (undone.type === 'claim.recorded' && claim !== null) {
    await tx.updateTable('claim').set({ status: 'undone' }).where('id', '=', claim).execute();
  }
  if (undone.type === 'claim.edited' && claim !== null && version !== null)
    await restoreVersion(tx, event, { claim, version: version - 1 });
  if (proposal !== null) await restoreProposal(tx, proposal);
  if (question !== null) await dissolve(tx, question, undone.type === 'question.split');
}

/** The content before the edit becomes a version of its own: versions only grow. */
async function restoreVersion(tx: Tx, event: AnyEvent, { claim, version }: Pick<Version, 'claim' | 'version'>): Promise<void> {
  const before = await tx
    .selectFrom('claim_version')
    .select('content')
    .where('claim', '=', claim)
    .where('version', '=', version)
    .executeTakeFirst();
  const now = await tx.selectFrom('claim').select('version').where('id', '=', claim).executeTakeFirst();
  assert(before !== undefined && now !== undefined, 'an edit has a version before it');
  // Checked against its schema when it was recorded.
  const content = JSON.parse(before.content) as ClaimContent;
  await makeNewest(tx, event, { claim, version: now.version + 1, content, reason: null });
}

/** A question's members go back to the one it was split off, or stand alone again. */
async function dissolve(tx: Tx, question: string, split: boolean): Promise<void> {
  const row = await tx.updateTable('question').set({ status: 'undone' }).where('id', '=', question).returningAll().executeTakeFirst();
  assert(row !== undefined, 'a decision on a question has made one');
  if (split && row.split_from !== null) {
    await tx.updateTable('question_member').set({ question: row.split_from }).where('question', '=', question).execute();
  } else await tx.deleteFrom('question_member').where('question', '=', question).execute();
}
