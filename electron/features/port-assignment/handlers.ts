import { implement } from '@orpc/server';
import { portAssignmentContract } from '../../../shared/contract/port-assignment.ts';
import { portMappingText } from '../../../shared/rules/packet.ts';
import type { EngineContext } from '../../session/context.ts';
import { nameOrReference, resolveReference } from '../object/reference-repository.ts';
import { assignmentsText, portFindings, portMappingsOf, proposePorts, takePort } from './service.ts';

const os = implement(portAssignmentContract).$context<EngineContext>();

export const portAssignmentHandlers = {
  ofCompute: os.ofCompute.handler(({ input, context }) => {
    const { read } = context.session();
    return portMappingsOf(read, resolveReference(read, 'compute', input.compute, 'compute'));
  }),
  propose: os.propose.handler(({ input, context }) => proposePorts(context.session().read, input.assignments)),
  take: os.take.handler(async ({ input, context }) => {
    const session = context.session();
    const address = nameOrReference(session.read, 'ipAddress', input.address);
    const label = `Lead ${portMappingText(address, input.port, input.protocol, input.servicePort)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      takePort(write, session.rules, input),
    );
    return { ...receipt, ...result };
  }),
  takeMany: os.takeMany.handler(async ({ input, context }) => {
    const session = context.session();
    const { ports } = input;
    const targets = assignmentsText(
      session.read,
      ports.map(({ assignment }) => assignment),
    );
    const label = `Lead ${ports.length} ${ports.length === 1 ? 'port' : 'ports'} to ${targets}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      ports.map((port) => takePort(write, session.rules, { ...port, takeOver: false })),
    );
    return { ...receipt, outcomes: result.map(({ outcome }) => outcome) };
  }),
  findings: os.findings.handler(({ input, context }) => {
    const { read } = context.session();
    return portFindings(
      read,
      input.compute === undefined ? null : resolveReference(read, 'compute', input.compute, 'compute'),
    );
  }),
};
