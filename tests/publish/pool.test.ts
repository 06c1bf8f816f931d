/** The document process: real ones, good and bad. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PublishJob, PublishResult } from '../../electron/backend/protocol.ts';
import type { ChildLike } from '../../electron/publish/child-like.ts';
import { createPublishPool, type PublishPool, type PublishPoolOptions } from '../../electron/publish/pool.ts';
import { spawnNode } from '../../electron/publish/spawn-node.ts';
import { spawnThread } from '../../electron/publish/spawn-thread.ts';
import { createTypstRenderer } from '../../electron/publish/typst.ts';
import { fixtureDocument } from './fixture-document.ts';

const resourcesFolder = join(import.meta.dirname, '../../resources');
const entry = join(import.meta.dirname, '../../electron/publish/process.ts');
const misbehaving = join(import.meta.dirname, 'misbehaving-process.ts');

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const pools: PublishPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

/** A pool over real processes, with the number started so far. */
function poolOf(file: string, options: Partial<PublishPoolOptions> = {}) {
  const children: ChildLike[] = [];
  const pool = createPublishPool({
    spawn() {
      const child = spawnNode(file);
      children.push(child);
      return child;
    },
    resourcesFolder,
    ...options,
  });
  pools.push(pool);
  return { pool, children };
}

function job(document: unknown, format: PublishJob['format'] = 'pdf'): PublishJob {
  return { format, document, createdAt: 1_779_200_000 };
}

function textIn(result: PublishResult): string {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return new TextDecoder().decode(result.bytes);
}

const failure = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

describe('the document process as a thread', () => {
  test('renders the same bytes, and one that ends is replaced', async () => {
    let started = 0;
    const pool = createPublishPool({
      spawn() {
        started += 1;
        return spawnThread(entry);
      },
      resourcesFolder,
      maxJobs: 1,
    });
    pools.push(pool);
    const [pdf, text] = [
      await pool.render(job(fixtureDocument())),
      await pool.render(job(fixtureDocument(), 'text')),
    ];
    const here = createTypstRenderer({ resourcesFolder }).render(fixtureDocument(), 1_779_200_000);
    expect(pdf).toEqual({ ok: true, ...here });
    expect(textIn(text)).toContain('Pöytäkirja');
    expect(started).toBe(2);
  });

  test('that dies is tried again and then reported', async () => {
    const pool = createPublishPool({
      spawn: () => spawnThread(join(resourcesFolder, 'none.ts')),
      resourcesFolder,
    });
    pools.push(pool);
    expect(await pool.render(job(fixtureDocument()))).toEqual(failure('PUBLISH_CRASHED'));
  });
});

describe('the document process', () => {
  test('renders every format, the PDF as in process', async () => {
    const { pool, children } = poolOf(entry);
    const [pdf, text, json] = await Promise.all([
      pool.render(job(fixtureDocument())),
      pool.render(job(fixtureDocument(), 'text')),
      pool.render(job({ b: 1, a: 'ä' }, 'json')),
    ]);
    const here = createTypstRenderer({ resourcesFolder }).render(fixtureDocument(), 1_779_200_000);
    expect(pdf.ok && Buffer.from(here.bytes).equals(pdf.bytes)).toBe(true);
    expect(textIn(text)).toContain('Puheenjohtaja päätti kokouksen klo 15.25.');
    expect(textIn(json)).toBe('{\n  "a": "ä",\n  "b": 1\n}\n');
    expect(children).toHaveLength(1);
  });

  test('reports what it replaced', async () => {
    const { pool } = poolOf(entry);
    const document = { ...fixtureDocument(), blocks: [{ type: 'heading', level: 1, text: 'Hyvä 😀' }] };
    expect(await pool.render(job(document))).toMatchObject({
      ok: true,
      replaced: [{ character: '😀', count: 1 }],
    });
    expect(await pool.render(job(document, 'text'))).toMatchObject({
      replaced: [{ character: '😀', count: 1 }],
    });
  });

  test('a document that cannot be laid out fails with a reason and harms no other', async () => {
    const { pool, children } = poolOf(entry);
    const wrong = { ...fixtureDocument(), blocks: [{ type: 'poem' }] };
    expect(await pool.render(job(wrong))).toEqual({
      ok: false,
      error: { code: 'PUBLISH_FAILED', message: expect.stringContaining('unknown block: poem') },
    });
    expect(await pool.render(job('minutes'))).toEqual(failure('PUBLISH_INVALID_DOCUMENT'));
    expect(await pool.render(job(null, 'text'))).toEqual(failure('PUBLISH_INVALID_DOCUMENT'));
    expect(await pool.render(job(fixtureDocument()))).toMatchObject({ ok: true });
    expect(children).toHaveLength(1);
  });

  test('warms up once and stays for the first job', async () => {
    const { pool, children } = poolOf(entry);
    pool.warm();
    pool.warm();
    expect(await pool.render(job(fixtureDocument()))).toMatchObject({ ok: true });
    expect(children).toHaveLength(1);
  });

  test('ends by itself when its parent is gone', async () => {
    const child = spawnNode(misbehaving);
    const gone = new Promise<number | null>((resolve) => child.onExit(resolve));
    child.kill();
    expect(await gone).toBeNull();
  });
});

describe('the pool', () => {
  test('starts nothing before the first job', () => {
    expect(poolOf(misbehaving).children).toHaveLength(0);
  });

  test('a process that dies gets a successor, which does the job', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pool-'));
    const mark = join(folder, 'crashed');
    const { pool, children } = poolOf(misbehaving);
    expect(await pool.render(job(`crash-once:${mark}`))).toMatchObject({ ok: true });
    expect(existsSync(mark)).toBe(true);
    expect(children).toHaveLength(2);
    rmSync(folder, { recursive: true });
  });

  test('a job that kills twice is given up, the next one is done', async () => {
    const { pool, children } = poolOf(misbehaving);
    const [crash, fine] = await Promise.all([pool.render(job('crash')), pool.render(job('fine'))]);
    expect(crash).toEqual(failure('PUBLISH_CRASHED'));
    expect(fine).toMatchObject({ ok: true });
    expect(children).toHaveLength(3);
  });

  test('a job that hangs is killed in time', async () => {
    const { pool, children } = poolOf(misbehaving, { timeoutMs: 1_000 });
    const [hang, fine] = await Promise.all([pool.render(job('hang')), pool.render(job('fine'))]);
    expect(hang).toEqual(failure('PUBLISH_TIMEOUT'));
    expect(fine).toMatchObject({ ok: true });
    expect(children).toHaveLength(3);
  });

  test('is replaced after so many jobs, and when it has grown too large', async () => {
    const { pool, children } = poolOf(misbehaving, { maxJobs: 2 });
    const ids: string[] = [];
    for (let index = 0; index < 4; index++) ids.push(textIn(await pool.render(job('fine'))));
    expect(new Set(ids).size).toBe(2);
    await pool.render(job('memory'));
    await pool.render(job('fine'));
    expect(children).toHaveLength(4);
  });

  test('a job can be cancelled while it runs, while it waits and before it began', async () => {
    const { pool } = poolOf(misbehaving);
    const running = new AbortController();
    const waiting = new AbortController();
    const results = [
      pool.render(job('hang'), running.signal),
      pool.render(job('fine'), waiting.signal),
      pool.render(job('fine')),
      pool.render(job('fine'), AbortSignal.abort()),
    ] as const;
    waiting.abort();
    expect(await results[1]).toEqual(failure('PUBLISH_CANCELLED'));
    running.abort();
    expect(await results[0]).toEqual(failure('PUBLISH_CANCELLED'));
    expect(await results[2]).toMatchObject({ ok: true });
    expect(await results[3]).toEqual(failure('PUBLISH_CANCELLED'));
  });

  test('closing ends the process and what is unfinished', async () => {
    const { pool } = poolOf(misbehaving);
    const hanging = pool.render(job('hang'));
    const waiting = pool.render(job('fine'));
    await pool.close();
    expect(await hanging).toEqual(failure('PUBLISH_CLOSED'));
    expect(await waiting).toEqual(failure('PUBLISH_CLOSED'));
    expect(await pool.render(job('fine'))).toEqual(failure('PUBLISH_CLOSED'));
    await pool.close();
  });

  test('a process that cannot be started is told', async () => {
    const broken = createPublishPool({
      spawn() {
        throw new Error('no such file');
      },
      resourcesFolder,
    });
    broken.warm();
    expect(await broken.render(job('fine'))).toEqual({
      ok: false,
      error: { code: 'PUBLISH_UNAVAILABLE', message: 'no such file' },
    });
  });
});
