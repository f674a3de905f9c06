/**
 * `node tools/run.mjs NAME …` makes sure that what the project needs is installed and
 * runs tools/NAME.ts on Node.js 24. npm's scripts call it, so it works on any Node.js
 * from 18 on and depends on nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnNode24 } from '../bin/node-24.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * npm's lockfile, and the record it leaves of what it installed; an interrupted installation leaves none.
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  const path = join(root, file);
  if (!existsSync(path)) return {};
  const lock = /** @type {{ packages: ReturnType<typeof packagesIn> }} */ (JSON.parse(readFileSync(path, 'utf8')));
  return lock.packages;
}

/** Every package of the committed lockfile is there in its exact version; optional ones may be made for other machines. */
function isComplete() {
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(([path, wanted]) => {
    const found = installed[path];
    if (found === undefined) return path === '' || wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** @returns {number} the exit code of `npm ci`, 0 when nothing had to be done */
function setUp() {
  if (isComplete()) return 0;
  process.stderr.write('Installing what is missing (npm ci), once for each change of package-lock.json …\n');
  const npm = process.env['npm_execpath'];
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const throughShell = npm === undefined && process.platform === 'win32';
  const { status } = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: throughShell,
  });
  return status ?? 1;
}

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = setUp() || (await runOnNode24([join(root, 'tools', `${name}.ts`), ...args]));
