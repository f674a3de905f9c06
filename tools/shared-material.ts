/**
 * Reference material that some tests compare against stands outside the project
 * and is never copied into it. A test that needs it asks here, and skips by name
 * when it is absent: `t.skip('not here: seeds')`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const besideTheProject = resolve(import.meta.dirname, '../../shared');

/**
 * Where a piece of the material is, or null when it is not on this machine.
 * Looks below `INQUEST_SHARED` when that is set, else in the folder `shared`
 * beside the project. Does not read the file.
 */
export function sharedPath(...parts: string[]): string | null {
  const path = join(process.env['INQUEST_SHARED'] ?? besideTheProject, ...parts);
  return existsSync(path) ? path : null;
}
