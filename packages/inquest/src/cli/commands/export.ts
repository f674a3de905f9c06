import { withInquiry } from '../../app.ts';
import { writeExport } from '../../desk/index.ts';
import { InquestFault } from '../../kernel/index.ts';
import { type Command, EXIT } from '../command.ts';

const FORMATS = ['jsonl', 'csv', 'annotations'] as const;

export const exportCommand: Command = {
  name: 'export',
  does: 'writes the inquiry’s records as files for other programs',
  options: [
    { flags: '--format <format>', does: 'jsonl, csv or annotations (W3C Web Annotation)', choices: FORMATS },
    { flags: '--out <dir>', does: 'folder to write to; must be new or empty' },
    { flags: '--bom', does: 'CSV with a byte order mark, for Excel' },
  ],
  run: async ({ inquiry, output, option, flag, dryRun }) => {
    const format = FORMATS.find((known) => known === option('format'));
    const out = option('out');
    if (format === undefined || out === undefined) {
      throw new InquestFault('INQ-USAGE', {
        what: 'The export has no format or no folder.',
        why: 'Both --format and --out are needed.',
        do: 'inquest export --format jsonl|csv|annotations --out DIR',
      });
    }
    const report = await withInquiry(inquiry, { mode: 'read' }, ({ inquiry: open }) =>
      writeExport(open, { format, out, bom: flag('bom'), dryRun }),
    );
    output.document(report, report.files.map((file) => `${file.path}  ${String(file.records)} records`).join('\n'));
    return EXIT.done;
  },
};
