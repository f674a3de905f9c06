/** The page that the server hands out: built from web/ to dist/web by Vite. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'dist/web/index.html');
/** Everything the page is made of. */
const sources = ['web/**/*', 'packages/inquest/src/api-contract/*', 'packages/evidence-format/src/*', 'package-lock.json'];

/** True when there is a page to build: a checkout, not the published package. */
export function hasWebSource(): boolean {
  return existsSync(join(root, 'web/vite.config.ts'));
}

/** True when dist/web is missing or older than anything it is made of. */
export function isWebPageStale(): boolean {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  const files = globSync(sources, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  return files.some((file) => statSync(join(root, file)).mtimeMs > builtAt);
}

/** Builds dist/web. Everything Vite says goes to stderr. Returns its exit code. */
export function buildWebPage(): number {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
  return status ?? 1;
}
