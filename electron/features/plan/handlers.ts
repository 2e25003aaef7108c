import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import { planContract, type AdviceEvent, type BatchEvent } from '../../../shared/contract/plan.ts';
import type { AdviceProgress, BatchProgress } from '../../../shared/domain/plan-recommendation.ts';
import type { EngineContext } from '../../session/context.ts';
import { progressStream } from '../../session/progress-stream.ts';
import { inTurns } from '../../session/turns.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { acceptCandidate } from './accept.ts';
import { acceptSteps, batchLabel } from './accept-batch.ts';
import { adviceFor } from './advice.ts';
import { batchFor } from './batch.ts';
import { placesOf } from './places.ts';
import { planScope, storedService } from './request.ts';
import { admittedByRules, readRules } from './rule-reading.ts';
import { explainFor, planFor } from './service.ts';

const os = implement(planContract).$context<EngineContext>();

export const planHandlers = {
  rank: os.rank.handler(async ({ input, context, signal }) => {
    const session = context.session();
    const plan = planFor(session.read, session.plannerColumns(), input);
    if (!input.recommend || plan.summary.candidates > 0) return { ...plan, recommendations: [], gap: null };
    const { recommendations, gap } = await adviceFor(session, input, { told: () => undefined, signal });
    return { ...plan, recommendations, gap };
  }),
  recommend: os.recommend.handler(({ input, context, signal }) =>
    adviceFor(context.session(), input, { told: () => undefined, signal }),
  ),
  followAdvice: os.followAdvice.handler(({ input, context, signal }) =>
    progressStream<AdviceEvent>(async (emit, stop) => {
      const told = (progress: AdviceProgress) => emit({ kind: 'progress', ...progress });
      return { kind: 'advice', advice: await adviceFor(context.session(), input, { told, signal: stop }) };
    }, signal),
  ),
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
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) => {
      const scope = planScope(session.read, input);
      const { quantity, allocated } = input;
      const wanted = { serviceId, computeId, quantity, allocated, scope };
      return acceptCandidate(write, session.rules, session.plannerColumns(), wanted);
    });
    return { ...receipt, assignmentId: result };
  }),
  batch: os.batch.handler(({ input, context, signal }) =>
    batchFor(context.session(), input, { told: () => undefined, signal }),
  ),
  followBatch: os.followBatch.handler(({ input, context, signal }) =>
    progressStream<BatchEvent>(async (emit, stop) => {
      const told = (progress: BatchProgress) => emit({ kind: 'progress', ...progress });
      return { kind: 'plan', plan: await batchFor(context.session(), input, { told, signal: stop }) };
    }, signal),
  ),
  acceptBatch: os.acceptBatch.handler(async ({ input, context, signal }) => {
    const session = context.session();
    const idOf = rememberedIds((noun, reference) => resolveReference(session.read, noun, reference, `steps.${noun}`));
    const steps = input.steps.map(({ service, compute, allocated }) => {
      return { serviceId: idOf('service', service), computeId: idOf('compute', compute), allocated };
    });
    const names = new Map(
      [...new Set(steps.map(({ serviceId }) => serviceId))].map((id) => [id, storedService(session.read, id).name]),
    );
    const label = batchLabel(steps.map(({ serviceId }) => names.get(serviceId) ?? ''));
    const goesOn = () => {
      if (signal?.aborted) fail('E_CANCELLED', 'The booking was cancelled; nothing was booked.');
    };
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) => {
      const scope = planScope(session.read, input);
      const booking = acceptSteps(write, session.rules, session.plannerColumns(), scope, steps);
      return inTurns(booking, { told: () => undefined, goesOn });
    });
    return { ...receipt, ...result };
  }),
  places: os.places.handler(({ context }) => placesOf(context.session().plannerColumns())),
  admitted: os.admitted.handler(({ input, context }) => {
    const session = context.session();
    const serviceId =
      input.service === undefined ? null : resolveReference(session.read, 'service', input.service, 'service');
    return admittedByRules(session.plannerColumns(), input.placement, serviceId);
  }),
  readRules: os.readRules.handler(({ input }) => readRules(input.rules)),
};

/** A batch names few services and computes many times. */
function rememberedIds(resolve: (noun: string, reference: string) => string) {
  const known = new Map<string, string>();
  return (noun: 'service' | 'compute', reference: string): string => {
    const key = `${noun} ${reference}`;
    const id = known.get(key) ?? resolve(noun, reference);
    known.set(key, id);
    return id;
  };
}
