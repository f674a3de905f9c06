/** `npm run build`: dist/, everything that is published beside bin/: the compiled packages and the page. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWebPage, hasWebSource } from './web-page.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

function compile(): boolean {
  for (const name of ['evidence-format', 'inquest']) rmSync(join(dist, name), { recursive: true, force: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
  return status === 0;
}

/** The compiler rewrites `./x.ts` in imports and copies imported data; addresses of worker threads are imports by another name. */
function rewriteAddresses(): void {
  for (const file of globSync('{evidence-format,inquest}/src/**/*.js', { cwd: dist })) {
    const path = join(dist, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/(new URL\('\.[^']*)\.ts(', import\.meta\.url\))/g, '$1.js$2'));
  }
}

function build(): boolean {
  if (!compile()) return false;
  rewriteAddresses();
  return !hasWebSource() || buildWebPage() === 0;
}

process.exitCode = build() ? 0 : 1;
