#!/usr/bin/env node
/** The command `inquest`: starts the command line on Node.js 24, whatever Node.js runs this file. */
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { endWithParent, isOnNode24, runOnNode24 } from './node-24.js';

const self = fileURLToPath(import.meta.url);
const source = new URL('../packages/inquest/src/cli/main.ts', import.meta.url);
const built = new URL('../dist/inquest/src/cli/main.js', import.meta.url);

if (isOnNode24) {
  endWithParent();
  // Our own code, compiled once and kept in the system's temporary folder: starting takes half the time.
  module.enableCompileCache();
  // Node.js runs TypeScript, but not below node_modules; the published package carries no source.
  const runsFromSource = existsSync(source) && !/[\\/]node_modules[\\/]/.test(self);
  /** @typedef {{ main: (argv: readonly string[]) => Promise<number> }} CommandLine */
  const commandLine = /** @type {CommandLine} */ (await import((runsFromSource ? source : built).href));
  process.exitCode = await commandLine.main(process.argv.slice(2));
} else {
  process.exitCode = await runOnNode24([self, ...process.argv.slice(2)]);
}
