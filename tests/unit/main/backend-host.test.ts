import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CallRequest, PublishResult, WindowEvent } from '../../../electron/backend/protocol.ts';
import {
  createBackendHost,
  type BackendHost,
  type BackendHostOptions,
} from '../../../electron/main/backend-host.ts';
import { Grants } from '../../../electron/main/grants.ts';

const workerFile = path.join(import.meta.dirname, 'echo-worker.mjs');
const hosts: BackendHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  vi.restoreAllMocks();
});

function start(options: Partial<BackendHostOptions> = {}, dataFolder = '/data') {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const events: WindowEvent[] = [];
  const grants = new Grants();
  const host = createBackendHost({
    workerFile,
    setup: { dataFolder, resourcesFolder: '/resources', actor: { userName: 'Aino', language: 'fi' } },
    onEvent: (event) => events.push(event),
    publish: () => Promise.resolve({ ok: true, bytes: new Uint8Array([1, 2]), replaced: [] }),
    expectPublish: () => {},
    extract: () => Promise.resolve({ ok: false, code: 'EXTRACT_UNKNOWN' }),
    startChild: () => {
      throw new Error('not here');
    },
    openFile: () => {},
    secret: () => ({ ok: false, code: 'KEYCHAIN_MISSING' }),
    grants: () => grants.all(),
    message: (code) => `sentence of ${code}`,
    ...options,
  });
  hosts.push(host);
  const call = (procedure: string, input: unknown = null, more: Partial<CallRequest> = {}) =>
    host.call({ id: 'a', type: 'query', path: procedure, input, ...more }, 1);
  return { host, events, grants, call };
}

const failure = (code: string) => ({ ok: false, error: { code, message: `sentence of ${code}` } });

describe('calls', () => {
  test('are answered by number, in any order', async () => {
    const { call, host } = start();
    await host.ready;
    const replies = await Promise.all(Array.from({ length: 50 }, (_, index) => call('echo', { index })));
    expect(replies).toEqual(Array.from({ length: 50 }, (_, index) => ({ ok: true, data: { index } })));
  });

  test('may come before the worker is ready', async () => {
    const { call } = start();
    expect(await call('echo', 'ä')).toEqual({ ok: true, data: 'ä' });
  });

  test('events go out', async () => {
    const { call, events } = start();
    void call('event', { kind: 'data', id: 's', data: 1 });
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'data', id: 's', data: 1 }]));
  });
});

describe('a lost worker', () => {
  test.each(['exit', 'throw'])('(%s) fails what was asked and is started anew', async (way) => {
    const { call, events, host } = start();
    await host.ready;
    const hanging = call('hang');
    expect(await call(way)).toEqual(failure('BACKEND_RESTARTED'));
    expect(await hanging).toEqual(failure('BACKEND_RESTARTED'));
    expect(await call('echo', 1)).toEqual({ ok: true, data: 1 });
    expect(events).toEqual([{ kind: 'backend-restarted' }]);
  });

  test('the new one knows the grants and the actor of now', async () => {
    const { call, grants, host } = start();
    host.grant(grants.add('/tmp/a.pdf', 'read'));
    host.setActor({ userName: 'Bo', language: 'sv' });
    await call('exit');
    expect(await call('state')).toEqual({
      ok: true,
      data: { grants: ['/tmp/a.pdf'], actor: { userName: 'Bo', language: 'sv' } },
    });
  });

  test('a storm of restarts ends, and calls say why', async () => {
    const { call, events } = start({ restartLimit: { count: 2, window: 60_000 } });
    await call('exit');
    await call('exit');
    expect(await call('exit')).toEqual(failure('BACKEND_FAILED'));
    expect(await call('echo')).toEqual(failure('BACKEND_FAILED'));
    expect(events.at(-1)).toEqual({ kind: 'backend-restarted' });
  });

  test('one that never starts is given up', async () => {
    const { host, call } = start({ restartLimit: { count: 2, window: 60_000 } }, '/broken');
    await expect(host.ready).rejects.toThrow('BACKEND_FAILED');
    expect(await call('echo')).toEqual(failure('BACKEND_FAILED'));
  });

  test('losses long ago do not count', async () => {
    const { call } = start({ restartLimit: { count: 1, window: 50 } });
    for (let count = 0; count < 3; count += 1) {
      expect(await call('exit')).toEqual(failure('BACKEND_RESTARTED'));
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
    expect(await call('echo', 1)).toEqual({ ok: true, data: 1 });
  });
});

describe('documents', () => {
  test('a job goes to the document process and its result comes back', async () => {
    const { call, events } = start();
    void call('publish', { format: 'text', document: {}, createdAt: 0 });
    const result: PublishResult = { ok: true, bytes: new Uint8Array([1, 2]), replaced: [] };
    await vi.waitFor(() =>
      expect(events).toEqual([
        { kind: 'data', id: 'published', data: { kind: 'published', jobId: 5, result } },
      ]),
    );
  });

  test.each(['cancelPublish', 'exit'])('%s cancels the job', async (way) => {
    let cancelled = false;
    const { call } = start({
      publish: (_job, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            cancelled = true;
            resolve({ ok: false, error: { code: 'PUBLISH_CANCELLED', message: '' } });
          });
        }),
    });
    void call('publish', {});
    void call(way);
    await vi.waitFor(() => expect(cancelled).toBe(true));
  });
});

describe('subscriptions', () => {
  test('of a window that is gone are stopped, those of others stay', async () => {
    const { host, events } = start();
    const subscribe = (id: string, owner: number) =>
      host.call({ id, type: 'subscription', path: 'changes', input: null }, owner);
    await Promise.all([subscribe('one', 1), subscribe('two', 2)]);
    host.release(1);
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'end', id: 'one' }]));
    host.release(1);
    host.release(2);
    await vi.waitFor(() => expect(events).toHaveLength(2));
    expect(events[1]).toEqual({ kind: 'end', id: 'two' });
  });
});

describe('close', () => {
  test('fails what hangs, and refuses what comes later', async () => {
    const { host, call } = start();
    await host.ready;
    const hanging = call('hang');
    await host.close();
    expect(await hanging).toEqual(failure('BACKEND_CLOSED'));
    expect(await call('echo')).toEqual(failure('BACKEND_CLOSED'));
  });

  test('does not wait for ever', async () => {
    const { host } = start({ closeTimeout: 100 }, '/deaf');
    await host.ready;
    const began = Date.now();
    await host.close();
    expect(Date.now() - began).toBeLessThan(3000);
  });
});
