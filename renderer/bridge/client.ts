import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/index.ts';
import { EngineConnection } from './connection.ts';

export type EngineClient = ContractRouterClient<Contract>;

export const connection = new EngineConnection(window.rackwright, window);

/** Every channel of the contract as a function; commands go through `useCommand`, queries through `api`. */
export const client: EngineClient = createORPCClient(connection);

/** The same channels as TanStack Query options: `useQuery(api.history.next.queryOptions())`. */
export const api = createTanstackQueryUtils(client);
