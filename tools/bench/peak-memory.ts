/** The most memory a process has held. */
import { readFileSync } from 'node:fs';

const KIB = 1024;

/**
 * Largest resident set of this process so far, all its threads together. Bytes. Linux counts what a
 * process was before it became this program into the figure that `resourceUsage` gives; its own record does not.
 */
export function peakMemory(): number {
  if (process.platform === 'linux') {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (line !== null) return Number(line[1]) * KIB;
  }
  return process.resourceUsage().maxRSS * KIB;
}
