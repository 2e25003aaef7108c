import type { PlanRequest } from '../../shared/domain/plan.ts';
import type { RelaxationStep } from '../../shared/domain/plan-recommendation.ts';
import type { PlacementRules } from '../../shared/domain/placement-rule.ts';
import { setState } from './columns-change.ts';
import { forkColumns, type PlannerColumns } from './columns.ts';

/** Removes the rules at these paths; all at once, since removing one would renumber the next. */
function withoutRules(placement: PlacementRules, dropped: ReadonlySet<string>): PlacementRules {
  return {
    affinity: placement.affinity.map((selector, index) => {
      const path = `affinity[${index}]`;
      const labels = Object.entries(selector.matchLabels).filter(([key]) => !dropped.has(`${path}.matchLabels.${key}`));
      return {
        matchLabels: Object.fromEntries(labels),
        matchExpressions: selector.matchExpressions.filter(
          (_, term) => !dropped.has(`${path}.matchExpressions[${term}]`),
        ),
      };
    }),
    antiAffinity: placement.antiAffinity.filter((_, index) => !dropped.has(`antiAffinity[${index}]`)),
    spreadMax: dropped.has('spreadMax') ? 0 : placement.spreadMax,
    topologySpread: placement.topologySpread.filter((_, index) => !dropped.has(`topologySpread[${index}]`)),
  };
}

function withoutConstraints(
  constraints: PlanRequest['constraints'],
  dropped: ReadonlySet<string>,
): PlanRequest['constraints'] {
  const { tags, ...rest } = constraints;
  const kept = Object.entries(rest).filter(([key]) => !dropped.has(`constraints.${key}`));
  const keptTags = Object.entries(tags ?? {}).filter(([key]) => !dropped.has(`constraints.tags.${key}`));
  return { ...Object.fromEntries(kept), ...(keptTags.length > 0 ? { tags: Object.fromEntries(keptTags) } : {}) };
}

function applyNumber(request: PlanRequest, step: RelaxationStep): PlanRequest {
  const { service } = request;
  const { placement } = service;
  switch (step.kind) {
    case 'lowerQuantity':
      return { ...request, quantity: step.to };
    case 'lowerNeed':
      return { ...request, service: { ...service, min: { ...service.min, [step.resource]: step.to } } };
    case 'lowerBuffer':
      return { ...request, buffer: { ...request.buffer, [step.resource]: step.to } };
    case 'raiseSpread':
      return { ...request, service: { ...service, placement: { ...placement, spreadMax: step.to } } };
    case 'raiseSkew': {
      const topologySpread = placement.topologySpread.map((spread, index) =>
        step.rule === `topologySpread[${index}]` ? { ...spread, maxSkew: step.to } : spread,
      );
      return { ...request, service: { ...service, placement: { ...placement, topologySpread } } };
    }
    case 'dropRule':
    case 'activate':
      return request;
  }
}

/** The request with these steps taken; numbers first, then dropped rules, whose paths are those of the original. */
export function relaxRequest(request: PlanRequest, steps: readonly RelaxationStep[]): PlanRequest {
  const changed = steps.reduce(applyNumber, request);
  const dropped = new Set(steps.flatMap((step) => (step.kind === 'dropRule' ? [step.rule.rule] : [])));
  if (dropped.size === 0) return changed;
  return {
    ...changed,
    constraints: withoutConstraints(changed.constraints, dropped),
    service: { ...changed.service, placement: withoutRules(changed.service.placement, dropped) },
  };
}

/** The columns with computes activated that a step activates: a fork, or the same when none is. */
export function relaxColumns(columns: PlannerColumns, steps: readonly RelaxationStep[]): PlannerColumns {
  const activated = steps.flatMap((step) => (step.kind === 'activate' ? [step.computeId] : []));
  if (activated.length === 0) return columns;
  const fork = forkColumns(columns);
  for (const computeId of activated) setState(fork, computeId, 'active');
  return fork;
}
