import { createSample } from '../../app.ts';
import { type Command, EXIT } from '../command.ts';

export const sample: Command = {
  name: 'sample',
  does: 'creates the fictional sample inquiry (Karsa, 1991) in a new or empty folder',
  takes: '<dir>',
  more: 'Everything in it is invented. Result: {inquiry, title, ledgerKey}.',
  run: async ({ positional, output, dryRun, config }) => {
    const dir = positional[0] ?? '.';
    if (dryRun) {
      output.document({ dryRun: true, dir }, `Would create the sample inquiry in ${dir}.`);
      return EXIT.done;
    }
    const created = await createSample(dir, {
      readers: config.readers,
      onProgress: (step) => {
        output.progress(step.done, step.total, step.words);
      },
    });
    output.document(
      { ...created, dir },
      `Created the sample inquiry “${created.title}” in ${dir}. Everything in it is invented.\nLedger key: ${created.ledgerKey}`,
    );
    return EXIT.done;
  },
};
