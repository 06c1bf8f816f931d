/** The backend worker of the build as the shell runs it, without a window. */
import path from 'node:path';
import { createBackendHost } from '../../electron/main/backend-host.ts';
import type { WindowEvent } from '../../electron/backend/protocol.ts';
import { root } from './shell.ts';

export interface Backend {
  query<Result>(name: string, input?: unknown): Promise<Result>;
  /** Long work to its end. @returns its result */
  follow<Result>(name: string, input: unknown): Promise<Result>;
  grant(name: string, file: string): void;
  close(): Promise<void>;
}

/** @param dataFolder holds `pykala.sqlite`, or gets an empty one */
export async function startBackend(dataFolder: string): Promise<Backend> {
  const listeners = new Map<string, (event: WindowEvent) => void>();
  const host = createBackendHost({
    workerFile: path.join(root, 'out/backend/worker.js'),
    setup: {
      dataFolder,
      resourcesFolder: path.join(root, 'resources'),
      actor: { userName: 'bench', language: 'fi' },
    },
    onEvent: (event) => {
      if (event.kind === 'data' || event.kind === 'end') listeners.get(event.id)?.(event);
    },
    publish: () => Promise.reject(new Error('no documents here')),
    expectPublish: () => {},
    startChild: () => {
      throw new Error('no programs here');
    },
    extract: () => Promise.reject(new Error('no documents here')),
    openFile: () => {},
    secret: () => ({ ok: false, code: 'KEYCHAIN_MISSING' }),
    grants: () => [],
    message: (code) => code,
  });
  await host.ready;
  let last = 0;
  const call = async (type: 'query' | 'subscription', name: string, input: unknown, id: string) => {
    const reply = await host.call({ id, type, path: name, input }, 1);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.data;
  };
  return {
    query: async <Result>(name: string, input?: unknown) =>
      (await call('query', name, input, `bench:${++last}`)) as Result,
    follow: <Result>(name: string, input: unknown) => {
      const id = `bench:${++last}`;
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      let result: Result | null = null;
      listeners.set(id, (event) => {
        if (event.kind === 'data') ({ result } = event.data as { result: Result | null });
        else if (event.kind === 'end')
          if (event.error || result === null)
            reject(new Error(`${name}: ${event.error?.message ?? 'no result'}`));
          else resolve(result);
      });
      call('subscription', name, input, id).catch(reject);
      return promise.finally(() => listeners.delete(id));
    },
    grant: (grant, file) => host.grant({ grant, path: file, access: 'read' }),
    close: () => host.close(),
  };
}
