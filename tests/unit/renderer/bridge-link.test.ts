import { createTRPCClient } from '@trpc/client';
import { initTRPC } from '@trpc/server';
import { describe, expect, it, vi } from 'vitest';
import type { CallReply, CallRequest, WindowEvent } from '../../../electron/backend/protocol.ts';
import type { Bridge } from '../../../electron/preload/bridge.ts';
import { bridgeLink } from '../../../renderer/api/bridge-link.ts';
import { ClientError, toClientError, UNREACHABLE } from '../../../renderer/api/client-error.ts';
import { topicTouches } from '../../../renderer/api/query-client.ts';

const t = initTRPC.create();
/** Only its type and its names matter: the bridge answers. */
const router = t.router({
  read: t.procedure.query(() => 'x'),
  write: t.procedure.input((value: unknown) => value as { name: string }).mutation(() => ({ id: '' })),
  follow: t.procedure.subscription(async function* () {
    yield { step: 0 };
  }),
});

function start(answer: (request: CallRequest) => Promise<CallReply>) {
  const requests: CallRequest[] = [];
  const listeners = new Set<(event: WindowEvent) => void>();
  const bridge = {
    call: (request: CallRequest) => {
      requests.push(request);
      return answer(request);
    },
    onEvent: (listener: (event: WindowEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Bridge;
  const client = createTRPCClient<typeof router>({ links: [bridgeLink<typeof router>(() => bridge)] });
  const emit = (event: WindowEvent): void => {
    for (const listener of listeners) listener(event);
  };
  return { client, requests, emit, listeners };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('calls', () => {
  it('carry type, path and input, and give the data', async () => {
    const { client, requests } = start(async () => ({ ok: true, data: { id: '7' } }));
    expect(await client.write.mutate({ name: 'Kylät' })).toEqual({ id: '7' });
    expect(requests).toMatchObject([{ type: 'mutation', path: 'write', input: { name: 'Kylät' } }]);
  });

  it('have ids of their own', async () => {
    const { client, requests } = start(async () => ({ ok: true, data: 'x' }));
    await Promise.all([client.read.query(), client.read.query()]);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(2);
  });

  it('fail with the typed error', async () => {
    const { client } = start(async () => ({
      ok: false,
      error: {
        code: 'INVALID_INPUT',
        message: 'Tarkista tiedot.',
        fields: { name: 'Täytä nimi.' },
        details: { row: 3 },
      },
    }));
    const error = toClientError(await client.read.query().catch((thrown: unknown) => thrown));
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Tarkista tiedot.',
      fields: { name: 'Täytä nimi.' },
      details: { row: 3 },
    });
  });

  it('say so when the bridge itself fails', async () => {
    const { client } = start(() => Promise.reject(new Error('gone')));
    const error = toClientError(await client.read.query().catch((thrown: unknown) => thrown));
    expect(error.code).toBe(UNREACHABLE);
  });
});

describe('subscriptions', () => {
  const follow = (client: ReturnType<typeof start>['client']) => {
    const seen = { data: [] as unknown[], error: vi.fn(), complete: vi.fn() };
    const subscription = client.follow.subscribe(undefined, {
      onData: (data) => seen.data.push(data),
      onError: seen.error,
      onComplete: seen.complete,
    });
    return { seen, subscription };
  };

  it('take data that comes before the reply, and only their own', async () => {
    const world = start(async ({ id }) => {
      world.emit({ kind: 'data', id, data: { step: 1 } });
      world.emit({ kind: 'data', id: 'other', data: { step: 9 } });
      return { ok: true, data: null };
    });
    const { seen } = follow(world.client);
    await settle();
    expect(seen.data).toEqual([{ step: 1 }]);
  });

  it('end by a call of type stop, once', async () => {
    const { client, requests } = start(async () => ({ ok: true, data: null }));
    const { subscription } = follow(client);
    await settle();
    subscription.unsubscribe();
    subscription.unsubscribe();
    expect(requests.map(({ type }) => type)).toEqual(['subscription', 'stop']);
    expect(requests[0]!.id).toBe(requests[1]!.id);
  });

  it('complete or fail when the backend ends them, and then need no stop', async () => {
    const world = start(async () => ({ ok: true, data: null }));
    const first = follow(world.client);
    const second = follow(world.client);
    await settle();
    world.emit({ kind: 'end', id: world.requests[0]!.id });
    world.emit({
      kind: 'end',
      id: world.requests[1]!.id,
      error: { code: 'DISK_FULL', message: 'Levy on täynnä.' },
    });
    expect(first.seen.complete).toHaveBeenCalledOnce();
    expect(toClientError(second.seen.error.mock.calls[0]![0]).code).toBe('DISK_FULL');
    first.subscription.unsubscribe();
    expect(world.requests.map(({ type }) => type)).not.toContain('stop');
  });

  it('start anew, once each, when the backend was restarted', async () => {
    const world = start(async () => ({ ok: true, data: null }));
    const { seen } = follow(world.client);
    follow(world.client);
    await settle();
    world.emit({ kind: 'backend-restarted' });
    await settle();
    expect(world.requests).toHaveLength(4);
    world.emit({ kind: 'data', id: world.requests[0]!.id, data: { step: 1 } });
    world.emit({ kind: 'data', id: world.requests[2]!.id, data: { step: 2 } });
    expect(seen.data).toEqual([{ step: 2 }]);
    expect(world.listeners.size).toBe(1);
  });
});

describe('topicTouches', () => {
  it.each([
    ['meetings', 'meetings', true],
    ['meeting:7', 'meeting:7', true],
    ['meeting:7', 'meeting:70', false],
    ['meeting', 'meeting:7', true],
    ['meeting:7', 'meeting', true],
    ['meetings', 'meeting:7', false],
    ['organisations', 'persons', false],
    ['workspace', 'persons', true],
    ['*', 'persons', true],
  ])('news of %s for who watches %s: %s', (changed, watched, touches) => {
    expect(topicTouches(changed, watched)).toBe(touches);
  });
});
