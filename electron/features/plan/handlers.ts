import { implement } from '@orpc/server';
import { planContract } from '../../../shared/contract/plan.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { acceptCandidate } from './accept.ts';
import { explainFor, planFor, storedService } from './service.ts';

const os = implement(planContract).$context<EngineContext>();

export const planHandlers = {
  rank: os.rank.handler(({ input, context }) => {
    const session = context.session();
    return planFor(session.read, session.plannerColumns(), input);
  }),
  explain: os.explain.handler(({ input, context }) => {
    const session = context.session();
    return explainFor(session.read, session.plannerColumns(), input, input.compute);
  }),
  accept: os.accept.handler(async ({ input, context }) => {
    const session = context.session();
    const serviceId = resolveReference(session.read, 'service', input.service, 'service');
    const computeId = resolveReference(session.read, 'compute', input.compute, 'compute');
    const { name } = storedService(session.read, serviceId);
    const label = `Place ${input.quantity === 1 ? '' : `${input.quantity} × `}${name}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      acceptCandidate(write, session.rules, session.plannerColumns(), { ...input, serviceId, computeId }),
    );
    return { ...receipt, assignmentId: result };
  }),
};
