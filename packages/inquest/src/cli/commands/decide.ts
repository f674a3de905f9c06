import type { DecisionAnswer } from '../../api-contract/index.ts';
import { withInquiry } from '../../app.ts';
import { decideRecord, decideSetAside, decideUndo, decideUnsure, type Inquiry } from '../../desk/index.ts';
import { InquestFault, type Outcome } from '../../kernel/index.ts';
import { setAsideReason } from '../../model/index.ts';
import { type Command, type CommandCall, EXIT } from '../command.ts';
import { describeRefusal, printError } from '../output.ts';

const REASONS = setAsideReason.options;

export const record: Command = {
  name: 'record',
  does: 'records proposals as claims, as they stand',
  takes: '<proposal...>',
  more: 'The result lists the events written. One refusal does not stop the others; exit 3 says that some were refused.',
  run: (call) => each(call, (inquiry, id) => decideRecord(inquiry, { proposal: id }, { dryRun: call.dryRun })),
};

export const setAside: Command = {
  name: 'set-aside',
  does: 'sets proposals aside, with a reason; nothing is deleted',
  takes: '<proposal...>',
  options: [
    { flags: '--reason <reason>', does: 'why', choices: REASONS },
    { flags: '--words <words>', does: 'the reason in your own words' },
  ],
  run: (call) => {
    const reason = call.option('reason');
    if (reason === undefined) {
      throw new InquestFault('INQ-USAGE', {
        what: 'No reason was given.',
        why: 'A proposal is set aside for one of six reasons.',
        do: `--reason ${REASONS.join('|')}`,
      });
    }
    return each(call, (inquiry, id) => decideSetAside(inquiry, id, { reason, words: call.option('words') ?? null, dryRun: call.dryRun }));
  },
};

export const unsure: Command = {
  name: 'unsure',
  does: 'marks proposals as unsure, to be read again',
  takes: '<proposal...>',
  options: [{ flags: '--words <words>', does: 'what would decide it' }],
  run: (call) => each(call, (inquiry, id) => decideUnsure(inquiry, id, { words: call.option('words') ?? null, dryRun: call.dryRun })),
};

export const undo: Command = {
  name: 'undo',
  does: 'takes back decisions by their event; they stay on the ledger',
  takes: '<event...>',
  run: (call) => each(call, (inquiry, id) => decideUndo(inquiry, id, { dryRun: call.dryRun })),
};

/** One decision per id, each its own transaction, so that one refusal takes nothing else back. */
function each(call: CommandCall, decide: (inquiry: Inquiry, id: string) => Promise<Outcome<DecisionAnswer>>): Promise<number> {
  const { output } = call;
  return withInquiry(call.inquiry, { mode: call.dryRun ? 'read' : 'write' }, async ({ inquiry }) => {
    /** Exit code of the first refusal. */
    let refused: number | null = null;
    let done = 0;
    for (const id of call.positional) {
      if (call.signal.aborted) break;
      const outcome = await decide(inquiry, id);
      if (!outcome.ok) {
        const described = describeRefusal(outcome);
        refused ??= described.exit;
        if (output.form === 'text') printError(described.record, 'text');
        else output.line({ id, error: described.record }, '');
        continue;
      }
      done += 1;
      for (const event of outcome.value.events)
        output.line({ ...event, id: event.id, of: id, dryRun: call.dryRun }, `${event.id} ${event.sentence}`);
    }
    output.end();
    if (call.signal.aborted) return EXIT.interrupted;
    if (refused === null) return EXIT.done;
    return done === 0 ? refused : EXIT.partly;
  });
}
