import type { ClaimLine, FiguresLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { looseOf, wordsAt } from './body.ts';
import type { Entry } from './entry.ts';

/** How a recorded claim stands to what other sources say. Never mixed with its reading status. */
export interface Relation {
  readonly name: 'differs' | 'also-said' | 'single' | 'responds';
  /** For `responds`: whether it denies. */
  readonly denies: boolean;
  /** For `also-said`: independent origins. */
  readonly origins: { readonly min: number; readonly max: number } | null;
  readonly question: { readonly id: string; readonly accounts: number } | null;
}

/** Relations of all claims of an item, by claim id; claims no relation is known for are not in it. */
export function relationsOf(entries: readonly Entry[], figures: FiguresLine | undefined): ReadonlyMap<string, Relation> {
  const byClaim = new Map<string, Relation>();
  for (const question of figures?.questions ?? []) {
    for (const account of question.accounts) {
      const relation = inQuestion(question, account.origins);
      for (const id of [account.claim, ...account.via.map((via) => via.id)]) if (id !== null) byClaim.set(id, relation);
    }
  }
  const relations = new Map<string, Relation>();
  for (const entry of entries) {
    if (entry.claim === null) continue;
    const known = byClaim.get(entry.claim.claim);
    const response = responseOf(entry.claim);
    if (response !== null) relations.set(entry.key, { name: 'responds', ...response, origins: null, question: known?.question ?? null });
    else if (known !== undefined) relations.set(entry.key, known);
  }
  return relations;
}

/** Whether a claim answers another, and whether it denies; null when it does neither. */
function responseOf(claim: ClaimLine): { readonly denies: boolean } | null {
  const body = looseOf(claim.body);
  const denies = claim.polarity === 'denies' || wordsAt(body, 'type') === 'denies_act';
  const responds = denies || wordsAt(body, 'kind') === 'response' || claim.relations.some((relation) => relation.type.includes('respond'));
  return responds ? { denies } : null;
}

function inQuestion(question: QuestionLine, origins: Relation['origins']): Relation {
  const at = { id: question.id, accounts: question.accounts.length };
  const differs = question.accounts.length > 1 && question.comparison.some((pair) => pair.result !== 'equal');
  if (differs) return { name: 'differs', denies: false, origins: null, question: at };
  const independent = question.accounts.length > 1 ? question.origins : origins;
  const several = independent !== null && independent.max > 1;
  return { name: several ? 'also-said' : 'single', denies: false, origins: independent, question: at };
}
