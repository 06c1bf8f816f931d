/** Runs the window's calls against the router; the transport (worker thread, test) is the caller's. */
import { callTRPCProcedure, TRPCError } from '@trpc/server';
import type { BackendContext } from './context.ts';
import { wireError } from './errors.ts';
import type { CallReply, CallRequest, WindowEvent } from './protocol.ts';
import { appRouter } from './router.ts';

export interface Rpc {
  call(request: CallRequest): Promise<CallReply>;
  /** Ends every subscription. */
  close(): void;
}

/**
 * @param context of the procedures
 * @param emit sends an event to the window: subscription data and ends
 */
export function createRpc(context: BackendContext, emit: (event: WindowEvent) => void): Rpc {
  const subscriptions = new Map<string, AbortController>();

  async function run(request: CallRequest, signal: AbortSignal): Promise<unknown> {
    if (request.type === 'stop') throw new TRPCError({ code: 'BAD_REQUEST' });
    return await callTRPCProcedure({
      router: appRouter,
      path: request.path,
      getRawInput: () => Promise.resolve(request.input),
      ctx: context,
      type: request.type,
      signal,
      batchIndex: 0,
    });
  }

  async function pump(id: string, source: AsyncIterable<unknown>): Promise<void> {
    try {
      for await (const data of source) {
        if (!subscriptions.has(id)) return;
        emit({ kind: 'data', id, data });
      }
      if (subscriptions.delete(id)) emit({ kind: 'end', id });
    } catch (error) {
      if (subscriptions.delete(id))
        emit({ kind: 'end', id, error: wireError(error, context.actor().language) });
    }
  }

  return {
    async call(request) {
      if (request.type === 'stop') {
        subscriptions.get(request.id)?.abort();
        subscriptions.delete(request.id);
        return { ok: true, data: null };
      }
      const controller = new AbortController();
      try {
        const data = await run(request, controller.signal);
        if (request.type !== 'subscription') return { ok: true, data };
        subscriptions.set(request.id, controller);
        void pump(request.id, data as AsyncIterable<unknown>);
        return { ok: true, data: null };
      } catch (error) {
        return { ok: false, error: wireError(error, context.actor().language) };
      }
    },
    close() {
      for (const controller of subscriptions.values()) controller.abort();
      subscriptions.clear();
    },
  };
}
