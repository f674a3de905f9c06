/** A disk that is soon full, for tests of what happens then. */
import { execFileSync } from 'node:child_process';
import type { TestContext } from 'node:test';
import { testFolder } from './test-inquiry.ts';

/** Runs `work` with a folder on a disk of its own of so many MiB; skips the test where that cannot be had. */
export async function withSmallDisk(t: TestContext, mebibytes: number, work: (folder: string) => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) {
    t.skip('only root can mount a small disk');
    return;
  }
  const folder = testFolder(t);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(mebibytes)}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    t.skip('this machine does not let root mount a small disk');
    return;
  }
  try {
    await work(folder);
  } finally {
    // Lazily: a file still open after a failed test must not hide why it failed.
    execFileSync('umount', ['-l', folder]);
  }
}
