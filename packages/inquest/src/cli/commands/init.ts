import { createInquiry } from '../../app.ts';
import { InquestFault } from '../../kernel/index.ts';
import { type Command, EXIT } from '../command.ts';

export const init: Command = {
  name: 'init',
  does: 'creates an inquiry in a new or empty folder',
  takes: '<dir>',
  options: [{ flags: '--title <title>', does: 'name of the inquiry, as people will see it' }],
  more: 'Writes inquest.sqlite, objects/ and keys/ in the folder. Result: {inquiry, title, ledgerKey}.',
  run: async ({ positional, option, output, dryRun }) => {
    const dir = positional[0] ?? '.';
    const title = option('title');
    if (title === undefined || title.trim() === '') {
      throw new InquestFault('INQ-USAGE', {
        what: 'The inquiry has no title.',
        why: 'People tell inquiries apart by it.',
        do: 'Give one: inquest init DIR --title "…".',
      });
    }
    if (dryRun) {
      output.document({ dryRun: true, dir, title }, `Would create the inquiry “${title}” in ${dir}.`);
      return EXIT.done;
    }
    const created = await createInquiry(dir, { title, sample: false });
    output.document({ ...created, dir }, `Created “${created.title}” in ${dir}.\nLedger key: ${created.ledgerKey}`);
    return EXIT.done;
  },
};
