import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ItemLine, ProposalLine } from '../api-contract/index.ts';
import { InquestFault } from '../kernel/index.ts';
import { type Counted, counted } from '../model/index.ts';
import { contentAsRead, decideLinkDerivation, decideRecord, decideSetAside, decideUnsure } from './decide.ts';
import { decideConfirmQuestion, figuresOf } from './figures.ts';
import type { Inquiry } from './inquiry.ts';
import { itemLines } from './item-lines.ts';
import { allPages } from './paging.ts';
import { proposalLines } from './proposal-lines.ts';

/** `decisions.json` beside the sample's files: what its documenter has decided so far. */
const decisions = z.strictObject({
  title: z.string(),
  /** In the order they are offered; the numbers of items follow from it. */
  files: z.array(z.string()),
  /** `counted`: what the documenter put right before recording. */
  record: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.string(),
      quote: z.string(),
      counted: counted.pick({ act: true, event: true, period: true }).partial().optional(),
    }),
  ),
  setAside: z.array(z.strictObject({ file: z.string(), kind: z.string(), quote: z.string(), reason: z.string() })),
  unsure: z.array(z.strictObject({ file: z.string(), kind: z.string(), quote: z.string(), words: z.string() })),
  /** The question that the figure quoted in a file raises, confirmed in these words. */
  questions: z.array(z.strictObject({ file: z.string(), quote: z.string(), asks: z.string() })),
  derivations: z.array(z.strictObject({ file: z.string(), target: z.string(), relation: z.string() })),
});
/** What a documenter puts right in a figure: only what is given is changed. */
type Corrections = { readonly [Key in 'act' | 'event' | 'period']?: Counted[Key] | undefined };
export type SampleDecisions = z.infer<typeof decisions>;

export async function readSampleDecisions(folder: string): Promise<SampleDecisions> {
  return decisions.parse(JSON.parse(await readFile(join(folder, 'decisions.json'), 'utf8')));
}

/**
 * Decides in the sample what its documenter has decided, through the same doors as anybody.
 * A decision whose passage is not proposed any more is a fault: the sample must stay whole.
 */
export async function decideSample(inquiry: Inquiry, wanted: SampleDecisions): Promise<void> {
  const items = new Map<string, ItemLine>();
  for await (const line of allPages((cursor) => itemLines(inquiry, { limit: 100, cursor }))) items.set(line.path, line);
  const proposals: ProposalLine[] = [];
  for await (const line of allPages((cursor) => proposalLines(inquiry, { limit: 500, cursor }))) proposals.push(line);
  const find = ({ file, kind, quote }: { file: string; kind: string; quote: string }): string => {
    const found = proposals.find((line) => line.file === file && line.kind === kind && line.quote.startsWith(quote));
    if (found === undefined) throw incomplete(`${file}: ${kind}`);
    return found.id;
  };
  const itemOf = (file: string): string => {
    const item = items.get(file)?.item;
    if (item === undefined || item === null) throw incomplete(file);
    return item;
  };
  for (const entry of wanted.record) settled(await recordCorrected(inquiry, find(entry), entry.counted));
  for (const entry of wanted.setAside) settled(await decideSetAside(inquiry, find(entry), { reason: entry.reason, words: null }));
  for (const entry of wanted.unsure) settled(await decideUnsure(inquiry, find(entry), { words: entry.words }));
  for (const { file, target, relation } of wanted.derivations) {
    settled(await decideLinkDerivation(inquiry, { item: itemOf(file), target: itemOf(target), relation, proposal: null }));
  }
  for (const { file, quote, asks } of wanted.questions) {
    const { questions } = await figuresOf(inquiry);
    const raised = questions.find(({ accounts }) =>
      accounts.some(({ via }) => via.some((report) => report.file === file && report.quote.includes(quote))),
    );
    if (raised === undefined) throw incomplete(asks);
    settled(await decideConfirmQuestion(inquiry, raised.id, { asks }));
  }
}

/** Records a proposal, with what was counted put right where the reading did not see it. */
async function recordCorrected(inquiry: Inquiry, proposal: string, put: Corrections | undefined): ReturnType<typeof decideRecord> {
  if (put === undefined) return decideRecord(inquiry, { proposal });
  const content = await contentAsRead(inquiry, proposal);
  if (content.body.kind !== 'quantity') throw incomplete(proposal);
  const { counted: read } = content.body;
  const { act = read.act, event = read.event, period = read.period } = put;
  const body = { ...content.body, counted: { ...read, act, event, period } };
  return decideRecord(inquiry, { proposal, content: { ...content, body } });
}

function settled(outcome: { readonly ok: boolean; readonly code?: string }): void {
  if (!outcome.ok) throw incomplete(outcome.code ?? 'refused');
}

function incomplete(what: string): InquestFault {
  return new InquestFault('INQ-INTERNAL', {
    what: 'The sample inquiry is not complete.',
    why: `A decision it comes with does not fit its material: ${what}.`,
    do: 'Install the program again; your own inquiries are not concerned.',
  });
}
