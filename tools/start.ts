/**
 * `npm start`: builds the page when it has to and opens an inquiry in the browser.
 *
 *   npm start                       the fictional sample inquiry
 *   npm start -- DIR [FILE…]        the inquiry in DIR, created when absent; the files are brought in
 *   npm start -- … --port N         another port than the usual one
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithParent } from '../bin/node-24.js';
import { main } from '../packages/inquest/src/cli/index.ts';
import { buildWebPage, isWebPageStale } from './web-page.ts';

const root = join(import.meta.dirname, '..');
/** npm runs scripts in the project's folder; paths are meant from where the person stands. */
const here = process.env['INIT_CWD'] ?? process.cwd();

function pageIsReady(): boolean {
  if (!isWebPageStale()) return true;
  process.stderr.write('Building the page, once for each change of it …\n');
  return buildWebPage() === 0;
}

function serveArguments(): string[] {
  const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
  const port = values.port === undefined ? [] : ['--port', values.port];
  const [folder, ...files] = positionals.map((path) => resolve(here, path));
  if (folder === undefined) return ['serve', join(root, '.inquest/sample'), '--sample', ...port];
  return ['serve', folder, '--create', ...port, ...(files.length === 0 ? [] : ['--add', ...files])];
}

endWithParent();
process.exitCode = pageIsReady() ? await main(serveArguments()) : 1;
