import { examine } from '../../app.ts';
import { type Command, EXIT } from '../command.ts';

export const doctor: Command = {
  name: 'doctor',
  does: 'says what this machine and this inquiry folder have, and how to mend what they lack',
  run: async ({ inquiry, output }) => {
    const report = await examine(inquiry);
    const words = report.checks.map((check) => `${check.fine ? 'fine ' : 'LOOK '} ${check.name}: ${check.found}${check.fine ? '' : `\n      ${check.do}`}`);
    output.document(report, words.join('\n'));
    return report.checks.every((check) => check.fine) ? EXIT.done : EXIT.failed;
  },
};
