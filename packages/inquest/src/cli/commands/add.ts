import type { ItemLine } from '../../api-contract/index.ts';
import { filesUnder, previewFiles, withInquiry } from '../../app.ts';
import { addMaterial } from '../../desk/index.ts';
import { InquestFault } from '../../kernel/index.ts';
import { type Command, EXIT } from '../command.ts';

export const add: Command = {
  name: 'add',
  does: 'brings files and folders in; adding the same bytes twice is one item',
  takes: '<path...>',
  more: [
    'A line per item: {path, item, sha256, bytes, mediaType, outcome, reason, languages, textLength, dates, proposals, …}.',
    'Outcomes: extracted, partly, kept-not-readable, duplicate, refused.',
    'Exit 3 when something was refused; what was kept but cannot be read is listed and is not a failure.',
  ].join('\n'),
  run: async ({ positional, inquiry, output, dryRun, signal, config }) => {
    if (positional.length === 0)
      throw new InquestFault('INQ-USAGE', { what: 'Nothing to add.', why: 'No path was given.', do: 'inquest add PATH…' });
    if (dryRun) {
      return withInquiry(inquiry, { mode: 'read' }, async (open) => {
        for await (const line of previewFiles(open, positional)) {
          output.line(line, `${line.refused ?? (line.known === null ? 'would add' : `already held as ${line.known}`)}  ${line.path}`);
        }
        output.end();
        return EXIT.done;
      });
    }
    const tally = new Map<string, number>();
    const exit = await withInquiry(inquiry, { mode: 'write', readers: config.readers }, async (open) => {
      const sources = filesUnder(positional, open.folder.folder);
      const onProgress = ({ stage, done, path }: { stage: string; done: number; path: string }): void => {
        if (stage === 'read') output.progress(done, null, path);
      };
      for await (const line of addMaterial(open.inquiry, open.intake(), { sources, signal, onProgress })) {
        tally.set(line.outcome, (tally.get(line.outcome) ?? 0) + 1);
        output.line(line, wordsOf(line));
      }
      if (signal.aborted) return EXIT.interrupted;
      return tally.has('refused') ? EXIT.partly : EXIT.done;
    });
    output.end();
    output.say(summaryOf(tally));
    if (exit === EXIT.interrupted) output.say('Stopped. Everything listed is kept; run the same command again to go on.');
    return exit;
  },
};

function wordsOf(line: ItemLine): string {
  const why = line.words === null ? '' : ` (${line.words})`;
  const proposals = Object.values(line.proposals).reduce((sum, count) => sum + count, 0);
  const read = line.outcome === 'extracted' || line.outcome === 'partly' ? `, ${String(proposals)} proposals` : '';
  return `${(line.item ?? '-').padEnd(6)} ${line.outcome.padEnd(17)} ${line.path}${read}${why}`;
}

function summaryOf(tally: ReadonlyMap<string, number>): string {
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...tally].map(([outcome, count]) => `${String(count)} ${outcome}`);
  return `Received ${String(total)}: ${parts.join(', ')}.`;
}
