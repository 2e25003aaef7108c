import { implement } from '@orpc/server';
import { portAssignmentContract } from '../../../shared/contract/port-assignment.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { portFindings, portMappingsOf, proposePorts, takePort } from './service.ts';

const os = implement(portAssignmentContract).$context<EngineContext>();

export const portAssignmentHandlers = {
  ofCompute: os.ofCompute.handler(({ input, context }) => {
    const { read } = context.session();
    return portMappingsOf(read, resolveReference(read, 'compute', input.compute, 'compute'));
  }),
  propose: os.propose.handler(({ input, context }) => proposePorts(context.session().read, input.assignment)),
  take: os.take.handler(async ({ input, context }) => {
    const session = context.session();
    const label = `Lead ${input.address}:${input.port}/${input.protocol} to port ${input.servicePort}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      takePort(write, session.rules, input),
    );
    return { ...receipt, ...result };
  }),
  findings: os.findings.handler(({ input, context }) => {
    const { read } = context.session();
    return portFindings(
      read,
      input.compute === undefined ? null : resolveReference(read, 'compute', input.compute, 'compute'),
    );
  }),
};
