import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inquest, linesOf } from '../../../../tools/run-inquest.ts';

const GOLDEN = fileURLToPath(new URL('../../../../testdata/golden', import.meta.url));

/** Inquiries that earlier releases wrote open, verify and rebuild, and say what they said then. */
describe('inquiries of earlier releases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inquest-golden-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const releases = readdirSync(GOLDEN, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: release } of releases) {
    it(`${release} opens, verifies and rebuilds`, async () => {
      const copy = join(folder, release);
      cpSync(join(GOLDEN, release, 'inquiry'), copy, { recursive: true });
      const verified = await inquest(['verify', '--json', '--quiet', '--inquiry', copy]);
      assert.equal(verified.exit, 0, verified.stdout);
      assert.equal((await inquest(['rebuild', '--quiet', '--inquiry', copy])).exit, 0);
      assert.equal((await inquest(['rebuild', '--compare', '--quiet', '--inquiry', copy])).exit, 0);
      for (const [command, file] of [
        ['claims', 'claims.jsonl'],
        ['log', 'events.jsonl'],
      ] as const) {
        const said = linesOf(await inquest([command, '--jsonl', '--inquiry', copy]));
        const then = linesOf({ exit: 0, stderr: '', stdout: readFileSync(join(GOLDEN, release, file), 'utf8') });
        assert.equal(said.length, then.length, command);
        /* Fields may be added since; none is renamed or dropped. */
        for (const [index, line] of then.entries()) assert.deepEqual({ ...line, ...pick(said[index] ?? {}, Object.keys(line)) }, line);
      }
    });
  }
});

function pick(line: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, line[name]]));
}
