/** The typed client: `api.organisations.list.query({ … })`. Errors are `ClientError` through `toClientError`. */
import { createTRPCClient } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../electron/backend/router.ts';
import { bridgeLink } from './bridge-link.ts';
import { bridge } from './bridge.ts';

export const api = createTRPCClient<AppRouter>({ links: [bridgeLink<AppRouter>(bridge)] });

/** `Inputs['meetings']['create']` is what that procedure takes. */
export type Inputs = inferRouterInputs<AppRouter>;
/** `Outputs['meetings']['get']` is what that procedure gives. */
export type Outputs = inferRouterOutputs<AppRouter>;
