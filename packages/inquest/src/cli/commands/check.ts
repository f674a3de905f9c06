import { rebuild as rebuildTables, verifyFolder, withInquiry } from '../../app.ts';
import { type Command, EXIT } from '../command.ts';

export const verify: Command = {
  name: 'verify',
  does: 'checks every object, event, proof and signature',
  more: 'Result: {objects, events, checkpoint, problems:[{code, what, where}]}. Exit 4 when any problem is found.',
  run: async ({ inquiry, output }) => {
    const report = await verifyFolder(inquiry, (step) => {
      output.progress(step.done, step.total, step.words);
    });
    const counts = `${String(report.objects)} objects and ${String(report.events)} events were checked.`;
    const words =
      report.problems.length === 0
        ? `${counts} All are the same as when they came.`
        : [
            `${counts} ${String(report.problems.length)} differ or are missing:`,
            ...report.problems.map((p) => `  ${p.where}: ${p.what}  [${p.code}]`),
          ].join('\n');
    output.document(report, words);
    return report.problems.length === 0 ? EXIT.done : EXIT.mismatch;
  },
};

export const rebuild: Command = {
  name: 'rebuild',
  does: 'replays the ledger into the tables; with --compare only tells where they differ',
  options: [{ flags: '--compare', does: 'replay into a scratch copy and compare; changes nothing' }],
  more: 'Result: {tables, rows, differences}. With --compare, exit 4 when the tables differ from the ledger.',
  run: async ({ inquiry, output, flag, dryRun }) => {
    const compare = flag('compare') || dryRun;
    const report = await withInquiry(inquiry, { mode: compare ? 'read' : 'write' }, (open) =>
      rebuildTables(open, {
        compare,
        onProgress: (step) => {
          output.progress(step.done, step.total, step.words);
        },
      }),
    );
    const head = `${String(report.tables)} tables, ${String(report.rows)} rows.`;
    const words =
      report.differences.length === 0
        ? `${head} ${compare ? 'They are what the ledger says.' : 'Rebuilt from the ledger.'}`
        : [
            `${head} ${String(report.differences.length)} differences:`,
            ...report.differences.map((d) => `  ${d.table} ${d.key}: ${d.what}`),
          ].join('\n');
    output.document(report, words);
    return compare && report.differences.length > 0 ? EXIT.mismatch : EXIT.done;
  },
};
