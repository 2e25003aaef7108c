import { implement } from '@orpc/server';
import { portContract } from '../../../shared/contract/port.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { holderNames } from '../placement/service.ts';
import { instantiatePorts, portRows } from './service.ts';

const os = implement(portContract).$context<EngineContext>();

export const portHandlers = {
  ofObject: os.ofObject.handler(({ input, context }) => {
    const { read } = context.session();
    return portRows(read, resolveReference(read, 'portHolder', input.ref));
  }),
  instantiate: os.instantiate.handler(async ({ input, context }) => {
    const session = context.session();
    const ids = input.refs.map((ref) => resolveReference(session.read, 'portHolder', ref));
    const [only = ''] = ids;
    const of = ids.length === 1 ? holderNames(session.read, ids).get(only) : `${ids.length} devices`;
    const { result, receipt } = await session.write({ kind: 'edit', label: `Make the ports of ${of}` }, (write) =>
      instantiatePorts(write, ids),
    );
    return { ...receipt, ...result };
  }),
};
