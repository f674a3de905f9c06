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

/**
 * `npm ci` would refuse a lockfile that lacks optional packages for machines which the registry it
 * was made with does not serve. This installs what the lockfile says, writes nothing else, and then looks.
 * @returns {boolean} whether everything is there
 */
function setUp() {
  if (isComplete()) return true;
  process.stderr.write('Installing what package-lock.json names, once for each change of it …\n');
  const npm = process.env['npm_execpath'];
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const throughShell = npm === undefined && process.platform === 'win32';
  const args = [...first, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: throughShell });
  if (isComplete()) return true;
  process.stderr.write('What is in node_modules is not what package-lock.json names. See the messages of npm above, then try again.\n');
  return false;
}

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = setUp() ? await runOnNode24([join(root, 'tools', `${name}.ts`), ...args]) : 1;
