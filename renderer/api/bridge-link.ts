/**
 * tRPC's last link: one call over the bridge per operation. A subscription is a call whose data comes as events
 * with its id; it ends by a call of type `stop`, and starts anew by itself when the backend was restarted.
 */
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AnyTRPCRouter } from '@trpc/server';
import type { CallReply, WireError } from '../../electron/backend/protocol.ts';
import type { Bridge } from '../../electron/preload/bridge.ts';
import { ClientError, toClientError } from './client-error.ts';

interface Listener {
  data(data: unknown): void;
  end(error?: WireError): void;
  restarted(): void;
}

/** `getBridge` is called at the first operation, not before. */
export function bridgeLink<Router extends AnyTRPCRouter>(getBridge: () => Bridge): TRPCLink<Router> {
  const session = crypto.randomUUID();
  let count = 0;
  const nextId = () => `${session}:${++count}`;
  const listeners = new Map<string, Listener>();
  let listening = false;

  function listen(bridge: Bridge): void {
    if (listening) return;
    listening = true;
    bridge.onEvent((event) => {
      if (event.kind === 'data') listeners.get(event.id)?.data(event.data);
      else if (event.kind === 'end') listeners.get(event.id)?.end(event.error);
      else if (event.kind === 'backend-restarted') {
        // A restart puts a new listener into the map.
        const running = [...listeners.values()];
        for (const listener of running) listener.restarted();
      }
    });
  }

  return () =>
    ({ op }) =>
      observable((observer) => {
        const bridge = getBridge();
        let over = false;
        const fail = (error: ClientError): void => {
          if (over) return;
          over = true;
          observer.error(TRPCClientError.from(error));
        };
        const call = (id: string, type: typeof op.type): Promise<CallReply> =>
          bridge.call({ id, type, path: op.path, input: op.input });

        if (op.type !== 'subscription') {
          call(nextId(), op.type).then(
            (reply) => {
              if (over) return;
              if (!reply.ok) return fail(new ClientError(reply.error));
              observer.next({ result: { type: 'data', data: reply.data } });
              observer.complete();
            },
            (thrown: unknown) => fail(toClientError(thrown)),
          );
          return () => {
            over = true;
          };
        }

        listen(bridge);
        let id = '';
        const start = (): void => {
          id = nextId();
          const own = id;
          // Listening comes before the call: the first data may be here before the reply.
          listeners.set(own, {
            data: (data) => observer.next({ result: { type: 'data', data } }),
            end: (error) => {
              listeners.delete(own);
              if (error) return fail(new ClientError(error));
              over = true;
              observer.next({ result: { type: 'stopped' } });
              observer.complete();
            },
            restarted: () => {
              listeners.delete(own);
              start();
            },
          });
          call(own, 'subscription').then(
            (reply) => {
              if (over || id !== own) return;
              if (reply.ok) return observer.next({ result: { type: 'started' } });
              listeners.delete(own);
              fail(new ClientError(reply.error));
            },
            (thrown: unknown) => {
              if (id !== own) return;
              listeners.delete(own);
              fail(toClientError(thrown));
            },
          );
        };
        start();
        return () => {
          listeners.delete(id);
          if (over) return;
          over = true;
          bridge.call({ id, type: 'stop', path: op.path, input: undefined }).catch(() => undefined);
        };
      });
}
