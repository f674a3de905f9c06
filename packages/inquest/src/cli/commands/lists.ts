import { withInquiry } from '../../app.ts';
import { allPages, claimLines, eventLines, figuresOf, itemLines, proposalLines, textLineOf } from '../../desk/index.ts';
import { type Command, EXIT } from '../command.ts';

const PAGE = 200;

export const items: Command = {
  name: 'items',
  does: 'lists items, in the order they came',
  run: ({ inquiry, output }) =>
    withInquiry(inquiry, { mode: 'read' }, async ({ inquiry: open }) => {
      for await (const line of allPages((cursor) => itemLines(open, { limit: PAGE, cursor }))) {
        output.line(line, `${(line.item ?? '-').padEnd(6)} ${line.outcome.padEnd(17)} ${line.title ?? line.path}`);
      }
      output.end();
      return EXIT.done;
    }),
};

export const text: Command = {
  name: 'text',
  does: 'prints the text that citations point into',
  takes: '<item>',
  more: '--json: {item, rendition, text, segments:[{start,end,role,furniture,page?}]}; offsets are UTF-16.',
  run: ({ inquiry, output, positional }) =>
    withInquiry(inquiry, { mode: 'read' }, async ({ inquiry: open }) => {
      const line = await textLineOf(open, positional[0] ?? '');
      output.document(line, line.text);
      return EXIT.done;
    }),
};

export const proposals: Command = {
  name: 'proposals',
  does: 'lists what reading proposes; looking decides nothing',
  takes: '[item...]',
  options: [
    {
      flags: '--kind <kind>',
      does: 'only this kind',
      choices: ['attribution', 'quantity', 'date', 'name', 'role', 'derivation', 'boilerplate'],
    },
    { flags: '--status <status>', does: 'only this reading status', choices: ['proposed', 'recorded', 'set-aside', 'unsure'] },
  ],
  more: 'Offsets are UTF-16 into the item’s text and text.slice(start, end) is quote, always.',
  run: ({ inquiry, output, positional, option }) =>
    withInquiry(inquiry, { mode: 'read' }, async ({ inquiry: open }) => {
      const wanted = {
        limit: PAGE,
        items: positional.length === 0 ? undefined : positional,
        kinds: option('kind')?.split(','),
        statuses: option('status')?.split(','),
      };
      for await (const line of allPages((cursor) => proposalLines(open, { ...wanted, cursor }))) {
        output.line(line, `${line.id} ${line.item.padEnd(5)} ${line.kind.padEnd(11)} ${line.status.padEnd(9)} ${line.sentence}`);
      }
      output.end();
      return EXIT.done;
    }),
};

export const claims: Command = {
  name: 'claims',
  does: 'lists the claim ledger',
  run: ({ inquiry, output }) =>
    withInquiry(inquiry, { mode: 'read' }, async ({ inquiry: open }) => {
      for await (const line of allPages((cursor) => claimLines(open, { limit: PAGE, cursor }))) {
        output.line(line, `${line.claim.padEnd(6)} ${line.item.padEnd(5)} ${line.kind.padEnd(12)} ${line.sentence}`);
      }
      output.end();
      return EXIT.done;
    }),
};

export const figures: Command = {
  name: 'figures',
  does: 'shows rival figures side by side, with their origins',
  more: 'Never an average and never a winner. Comparison: equal, compatible, tension, contradiction, not_comparable.',
  run: ({ inquiry, output }) =>
    withInquiry(inquiry, { mode: 'read' }, async ({ inquiry: open }) => {
      const report = await figuresOf(open);
      const words = report.questions.flatMap((question) => [
        `${question.id}  ${question.asks}  [${question.status}]`,
        ...question.accounts.map(
          (account) =>
            `    ${account.claimant}: ${account.raw}  (${account.status}, ${String(account.reports)} ${account.reports === 1 ? 'report' : 'reports'}, ${String(account.origins.min)} to ${String(account.origins.max)} independent origins)`,
        ),
        ...question.comparison.map((pair) => `    ${pair.a} and ${pair.b}: ${pair.result.replace('_', ' ')}. ${pair.words}`),
      ]);
      output.document(report, words.length === 0 ? 'No figures yet.' : words.join('\n'));
      return EXIT.done;
    }),
};

export const log: Command = {
  name: 'log',
  does: 'shows the ledger as sentences or lines, oldest first',
  options: [{ flags: '--touching <id>', does: 'only events that concern this record' }],
  run: ({ inquiry, output, option }) =>
    withInquiry(inquiry, { mode: 'read' }, async ({ inquiry: open }) => {
      for await (const line of allPages((cursor) =>
        eventLines(open, { limit: PAGE, cursor, touching: option('touching'), newestFirst: false }),
      )) {
        output.line(line, `${String(line.index).padStart(6)} ${line.recordedAt} ${line.id} ${line.sentence}`);
      }
      output.end();
      return EXIT.done;
    }),
};
