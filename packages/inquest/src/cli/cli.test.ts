import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { inquest, linesOf } from '../../../../tools/run-inquest.ts';

/** The command line as a person or a script meets it: the real program, on the sample inquiry. */
describe('inquest on the command line', () => {
  let folder = '';
  let sample = '';
  const on = (...args: string[]): ReturnType<typeof inquest> => inquest([...args, '--inquiry', sample]);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inquest-cli-'));
    sample = join(folder, 'sample');
    const made = await inquest(['sample', sample, '--json', '--quiet']);
    assert.equal(made.exit, 0, made.stderr);
    const answer = JSON.parse(made.stdout) as { inquiry: string; title: string; ledgerKey: string };
    assert.match(answer.inquiry, /^[0-9a-f-]{36}$/);
    assert.match(answer.ledgerKey, /^inquest\.invalid\/[0-9a-f-]{36}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('creates an inquiry, refuses to create it twice, and needs a title', async () => {
    const dir = join(folder, 'new');
    const first = await inquest(['init', dir, '--title', 'Test', '--json']);
    assert.equal(first.exit, 0, first.stderr);
    assert.equal((JSON.parse(first.stdout) as { title: string }).title, 'Test');
    const second = await inquest(['init', dir, '--title', 'Test']);
    assert.equal(second.exit, 1);
    assert.match(second.stderr, /INQ-ALREADY-EXISTS/);
    assert.equal((await inquest(['init', join(folder, 'untitled')])).exit, 2);
  });

  it('prints an error as an object with --json, and as three lines without', async () => {
    const json = await inquest(['items', '--inquiry', join(folder, 'nowhere'), '--json']);
    assert.equal(json.exit, 1);
    const error = JSON.parse(json.stdout) as Record<string, string>;
    assert.deepEqual(Object.keys(error).sort(), ['code', 'do', 'what', 'why']);
    assert.equal(error['code'], 'INQ-NOT-AN-INQUIRY');
    const words = await inquest(['items', '--inquiry', join(folder, 'nowhere')]);
    assert.equal(words.stderr.trim().split('\n').length, 3);
    assert.equal(words.stdout, '');
  });

  it('refuses what it does not know with exit 2', async () => {
    for (const args of [['nonsense'], ['items', '--nonsense'], ['set-aside', 'P-0000000000000000', '--reason', 'because'], ['add'], []]) {
      assert.equal((await inquest([...args, '--inquiry', sample])).exit, 2, args.join(' '));
    }
  });

  it('accounts for every file of the sample, each once', async () => {
    const lines = linesOf(await on('items', '--jsonl'));
    const outcomes = lines.map((line) => line['outcome']);
    assert.equal(outcomes.filter((outcome) => outcome === 'extracted').length, 11);
    assert.equal(outcomes.filter((outcome) => outcome === 'kept-not-readable').length, 1);
    for (const line of lines) {
      for (const field of [
        'path',
        'item',
        'sha256',
        'bytes',
        'mediaType',
        'outcome',
        'reason',
        'languages',
        'textLength',
        'parent',
        'duplicateOf',
        'derivesFrom',
        'dates',
        'proposals',
      ]) {
        assert.ok(field in line, `${field} in ${String(line['path'])}`);
      }
    }
  });

  it('keeps a page date apart from the date an article states', async () => {
    const lines = linesOf(await on('items', '--jsonl'));
    const page = lines.find((line) => String(line['path']).endsWith('harbour-dispatch.html'));
    const dates = page?.['dates'] as Record<string, unknown>;
    assert.equal(dates['pageRendered'], '2024-04-25');
    assert.equal(dates['published'], '2022-01-14');
  });

  it('adds the same file twice as one item, and says so', async () => {
    const file = join(folder, 'twice.txt');
    await writeFile(file, 'The ministry said that 12 people were killed.\n');
    const first = linesOf(await on('add', file, '--jsonl'))[0];
    assert.equal(first?.['outcome'], 'extracted');
    const second = linesOf(await on('add', file, '--jsonl'))[0];
    assert.equal(second?.['outcome'], 'duplicate');
    assert.equal(second['duplicateOf'], first['item']);
  });

  it('says with --dry-run what it would add, and adds nothing', async () => {
    const file = join(folder, 'dry.txt');
    await writeFile(file, 'Nothing is written.\n');
    const before = (await on('items', '--jsonl')).stdout;
    assert.equal((await on('add', file, '--dry-run', '--jsonl')).exit, 0);
    assert.equal((await on('items', '--jsonl')).stdout, before);
  });

  it('exits 3 when something offered could not be taken in', async () => {
    const run = await on('add', join(folder, 'not-there.txt'), '--jsonl');
    assert.equal(run.exit, 3);
    assert.equal(linesOf(run)[0]?.['reason'], 'not-found');
  });

  it('proposes passages whose offsets are exact', async () => {
    const items = linesOf(await on('items', '--jsonl')).filter((line) => line['outcome'] === 'extracted');
    const texts = new Map<string, string>();
    for (const { item } of items) {
      const answer = JSON.parse((await on('text', String(item), '--json')).stdout) as { text: string };
      texts.set(String(item), answer.text);
    }
    const proposals = linesOf(await on('proposals', '--jsonl'));
    assert.ok(proposals.length > 100);
    for (const line of proposals) {
      assert.equal(texts.get(String(line['item']))?.slice(Number(line['start']), Number(line['end'])), line['quote']);
    }
  });

  it('records, sets aside and takes back, and the ledger tells all of it', async () => {
    const [first, second] = linesOf(await on('proposals', '--kind', 'attribution', '--status', 'proposed', '--jsonl'));
    assert.ok(first !== undefined && second !== undefined);
    const before = linesOf(await on('claims', '--jsonl')).length;
    const recorded = linesOf(await on('record', String(first['id']), '--jsonl'));
    assert.equal(recorded[0]?.['type'], 'claim.recorded');
    assert.equal(linesOf(await on('claims', '--jsonl')).length, before + 1);
    assert.equal((await on('record', String(first['id']))).exit, 1, 'recording twice is refused');
    const aside = linesOf(await on('set-aside', String(second['id']), '--reason', 'not-a-claim', '--jsonl'));
    for (const event of [recorded[0], aside[0]]) assert.equal((await on('undo', String(event?.['id']))).exit, 0);
    assert.equal(linesOf(await on('claims', '--jsonl')).length, before);
    const types = linesOf(await on('log', '--jsonl'))
      .slice(-4)
      .map((line) => line['type']);
    assert.deepEqual(types, ['claim.recorded', 'proposal.set-aside', 'decision.undone', 'decision.undone']);
  });

  it('shows rival figures without choosing between them', async () => {
    const report = JSON.parse((await on('figures', '--json')).stdout) as {
      questions: {
        accounts: { raw: string; claimant: string; origins: { min: number; max: number } }[];
        comparison: { result: string }[];
      }[];
    };
    const killed = report.questions.find((question) => question.accounts.some((account) => account.raw.includes('3,400')));
    assert.ok(killed !== undefined);
    assert.ok(killed.accounts.some((account) => account.raw.includes('12,000')));
    assert.ok(killed.comparison.some((pair) => pair.result === 'tension'));
    for (const account of killed.accounts) assert.ok(account.origins.min <= account.origins.max);
  });

  it('verifies, rebuilds and compares without a difference', async () => {
    const verified = JSON.parse((await on('verify', '--json')).stdout) as { objects: number; events: number; problems: unknown[] };
    assert.ok(verified.objects > 20 && verified.events > 20);
    assert.deepEqual(verified.problems, []);
    const compared = JSON.parse((await on('rebuild', '--compare', '--json')).stdout) as { differences: unknown[] };
    assert.deepEqual(compared.differences, []);
    const proposals = (await on('proposals', '--jsonl')).stdout;
    assert.equal((await on('rebuild')).exit, 0);
    assert.equal((await on('proposals', '--jsonl')).stdout, proposals);
  });

  it('exports lines, tables and annotations', async () => {
    for (const format of ['jsonl', 'csv', 'annotations']) {
      const out = join(folder, `export-${format}`);
      const run = await on('export', '--format', format, '--out', out, '--json');
      assert.equal(run.exit, 0, run.stderr);
      const report = JSON.parse(run.stdout) as { files: { path: string; records: number }[] };
      assert.ok(report.files.some((file) => file.records > 0));
      for (const file of report.files) assert.ok((await readFile(join(out, file.path), 'utf8')).length > 0 || file.records === 0);
    }
  });

  it('examines the machine and prints completion for three shells', async () => {
    const doctor = JSON.parse((await on('doctor', '--json')).stdout) as { checks: { name: string; fine: boolean }[] };
    assert.ok(doctor.checks.length >= 5);
    for (const shell of ['bash', 'zsh', 'fish']) assert.match((await inquest(['completion', shell])).stdout, /set-aside/);
  });
});
