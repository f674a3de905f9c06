import { isInquiry, verifyFolder } from '../../app.ts';
import { type Check, examineMachine } from '../../desk/index.ts';
import { InquestFault } from '../../kernel/index.ts';
import { type Command, EXIT } from '../command.ts';

export const doctor: Command = {
  name: 'doctor',
  does: 'says what this machine and this inquiry folder have, and how to mend what they lack',
  more: 'Changes nothing. Result: {checks:[{name, fine, found, do}]}. Exit 1 when something needs a person.',
  run: async ({ inquiry, output }) => {
    const checks = [...(await examineMachine(inquiry)), await opens(inquiry), await ledger(inquiry)];
    const words = checks.map(
      (check) => `${check.fine ? 'fine ' : 'LOOK '} ${check.name}: ${check.found}${check.fine ? '' : `\n      ${check.do}`}`,
    );
    output.document({ checks }, words.join('\n'));
    return checks.every((check) => check.fine) ? EXIT.done : EXIT.failed;
  },
};

async function opens(dir: string): Promise<Check> {
  const name = 'the inquiry opens';
  try {
    const fine = await isInquiry(dir);
    return {
      name,
      fine,
      found: fine ? 'yes' : 'there is none in this folder',
      do: 'Name its folder with --inquiry, or make one with `inquest init`.',
    };
  } catch (error) {
    return { name, fine: false, found: wordsOf(error), do: error instanceof InquestFault ? error.todo : 'Read the message.' };
  }
}

async function ledger(dir: string): Promise<Check> {
  const name = 'objects and ledger are as they came';
  try {
    const { problems, events } = await verifyFolder(dir, () => undefined);
    const fine = problems.length === 0;
    return {
      name,
      fine,
      found: fine ? `yes, ${String(events)} events` : `${String(problems.length)} problems`,
      do: 'Run `inquest verify` to see each of them.',
    };
  } catch (error) {
    return { name, fine: false, found: wordsOf(error), do: 'Mend what is named above first.' };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'could not be looked at';
}
