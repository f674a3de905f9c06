import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROUTES } from '../api-contract/index.ts';
import { createSample, withInquiry } from '../app.ts';
import { readPending, receiveUpload } from '../desk/index.ts';
import { createVerifier, IntakeBoard, startServer } from './index.ts';

/** The HTTP interface as programs meet it, on the sample inquiry, over a real socket. */
describe('the HTTP interface', () => {
  let folder = '';
  let origin = '';
  let token = '';
  let stop: () => void = () => undefined;
  let served: Promise<void> = Promise.resolve();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inquest-api-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
    const dir = join(folder, 'sample');
    await createSample(dir, { readers: 1, onProgress: () => undefined });
    const opened = Promise.withResolvers<string>();
    const ended = Promise.withResolvers<undefined>();
    stop = () => {
      ended.resolve(undefined);
    };
    const onFault = (error: unknown): void => {
      throw error;
    };
    served = withInquiry(dir, { mode: 'write', readers: 1 }, async (open) => {
      const intake = new IntakeBoard({
        receive: (source) => receiveUpload(open.inquiry, open.intake(), source),
        readPending: (signal) => readPending(open.inquiry, open.intake(), { signal }),
        onFault,
      });
      const verifier = createVerifier(() => Promise.reject(new Error('not asked for here')), onFault);
      const server = await startServer({
        inquiry: open.inquiry,
        intake,
        verifier,
        page: folder,
        port: 47_840,
        version: 'test',
        onLink: opened.resolve,
        onFault,
      });
      await ended.promise;
      await intake.close();
      await server.close();
    });
    const link = new URL(await opened.promise);
    origin = link.origin;
    token = link.searchParams.get('token') ?? '';
  });
  after(async () => {
    stop();
    await served;
    await rm(folder, { recursive: true, force: true });
  });

  const call = (path: string, init: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Response> =>
    fetch(origin + path, {
      method: init.method ?? 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
  const read = async <T>(path: string): Promise<T> => (await (await call(path)).json()) as T;

  it('describes every address in OpenAPI 3.1', async () => {
    const { openapi, paths } = await read<{ openapi: string; paths: Record<string, unknown> }>('/api/openapi.json');
    assert.match(openapi, /^3\.1\./);
    for (const route of Object.values(ROUTES)) {
      if (route === ROUTES.openapi) continue;
      assert.ok(route.replaceAll(/:([a-z]+)/g, '{$1}') in paths, route);
    }
  });

  it('answers faults as problems with the codes of the command line', async () => {
    const missing = await call('/api/items/S-999');
    assert.equal(missing.status, 404);
    assert.match(missing.headers.get('content-type') ?? '', /application\/problem\+json/);
    const problem = (await missing.json()) as Record<string, unknown>;
    assert.equal(problem['code'], 'INQ-NOT-FOUND');
    for (const field of ['type', 'title', 'status', 'detail', 'do']) assert.ok(field in problem, field);
    assert.equal((await call('/api/items?limit=many')).status, 400);
    assert.equal((await call('/api/nowhere')).status, 404);
    assert.equal((await fetch(`${origin}/api/items`)).status, 401);
    assert.equal((await call('/api/items', { headers: { origin: 'https://elsewhere.example' } })).status, 403);
  });

  it('pages by cursor without losing or repeating a line', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await read<{ lines: { item: string }[]; next: string | null }>(`/api/items?limit=5${cursor}`);
      seen.push(...page.lines.map(({ item }) => item));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    assert.equal(seen.length, 12);
    assert.equal(new Set(seen).size, 12);
  });

  it('sends a strong ETag and nothing again while it holds', async () => {
    const first = await call('/api/figures');
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^"[^"]+"$/);
    assert.equal((await call('/api/figures', { headers: { 'if-none-match': etag } })).status, 304);
  });

  it('edits only the version that was read, and shows both otherwise', async () => {
    const line = await read<Record<string, unknown> & { version: number; citation: unknown; body: unknown }>('/api/claims/C-1');
    const { body, citation, polarity, stance, saidOn } = line;
    const chain = (line['chain'] as Record<string, unknown>[]).map(({ kind, text, start, end, cue, resolvedTo, saidOn: said }) => ({
      kind,
      speaker: text,
      span: start === null ? null : { start, end, text },
      cue,
      resolvedTo,
      saidOn: said,
    }));
    const edit = { content: { body, citation, chain, polarity, stance, saidOn, note: 'Looked at again.' }, reason: null };
    assert.equal((await call('/api/claims/C-1', { method: 'PUT', body: edit })).status, 428);
    const etag = `"${String(line.version)}"`;
    const edited = await call('/api/claims/C-1', { method: 'PUT', body: edit, headers: { 'if-match': etag } });
    assert.equal(edited.status, 200, await edited.clone().text());
    assert.equal(edited.headers.get('etag'), `"${String(line.version + 1)}"`);
    const late = await call('/api/claims/C-1', {
      method: 'PUT',
      body: { ...edit, content: { ...edit.content, note: 'Too late.' } },
      headers: { 'if-match': etag },
    });
    assert.equal(late.status, 412);
    const { details } = (await late.json()) as { details: { current: { version: number }; yours: { version: number } } };
    assert.deepEqual([details.current.version, details.yours.version], [line.version + 1, line.version]);
  });

  it('decides once for one Idempotency-Key', async () => {
    const { lines } = await read<{ lines: { id: string }[] }>('/api/proposals?item=S-9&kind=attribution&status=proposed&limit=500');
    const proposal = lines[0]?.id ?? '';
    const once = { method: 'POST', body: { proposal }, headers: { 'idempotency-key': 'a-key' } };
    const first = await call('/api/claims', once);
    assert.equal(first.status, 200);
    const again = await call('/api/claims', once);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal(await again.text(), await first.text());
    assert.equal((await call('/api/claims', { method: 'POST', body: { proposal } })).status, 409, 'without the key it is refused');
  });

  it('takes a file as the raw body and answers when its bytes are durable', async () => {
    const upload = await fetch(`${origin}/api/uploads?path=${encodeURIComponent('یادداشت.txt')}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: 'The clerk said that 7 prisoners were moved.\n',
    });
    assert.equal(upload.status, 202);
    const { item, path } = (await upload.json()) as { item: string; path: string };
    assert.equal(path, 'یادداشت.txt');
    const custody = await read<{ sha256: string; paths: string[] }>(`/api/items/${item}/custody`);
    assert.match(custody.sha256, /^[0-9a-f]{64}$/);
    assert.deepEqual(custody.paths, ['یادداشت.txt']);
  });

  it('hands preserved bytes out as a download that no browser runs', async () => {
    const original = await call('/api/items/S-8/original');
    assert.equal(original.headers.get('content-type'), 'application/octet-stream');
    assert.match(original.headers.get('content-disposition') ?? '', /^attachment;/);
    assert.equal(original.headers.get('x-content-type-options'), 'nosniff');
    assert.match(await original.text(), /^<!doctype html>/);
  });

  it('reads an item’s bytes back and records that it did', async () => {
    const checked = (await (await call('/api/items/S-8/checks', { method: 'POST' })).json()) as {
      lastCheck: { same: boolean } | null;
      events: { type: string }[];
    };
    assert.equal(checked.lastCheck?.same, true);
    assert.ok(checked.events.some(({ type }) => type === 'fixity.checked'));
  });
});
