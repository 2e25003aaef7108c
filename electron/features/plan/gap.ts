import type { PlanResult } from '../../../shared/contract/plan.ts';
import { COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import type { PlanRequest } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';

type Gap = NonNullable<PlanResult['gap']>;

/** What kind of compute, with what in it, would take the whole request: stated even where the catalogue offers nothing. */
export function gapOf(request: PlanRequest, closest: Gap['closest']): Gap {
  const { min, max } = request.service;
  const basis = request.basis === 'max' ? { ...min, ...max } : min;
  const amounts = RESOURCE_KEYS.map((key) => [key, (basis[key] ?? 0) * request.quantity] as const);
  const type = wantedType(request);
  const instances = request.quantity === 1 ? 'one instance' : `${request.quantity} instances`;
  const at = request.basis === 'max' ? 'maximum' : 'minimum';
  return {
    type,
    quantity: 1,
    spec: Object.fromEntries(amounts) as Gap['spec'],
    closest,
    reason: `No compute can take ${instances} of ${request.service.name}; this is what ${instances} at the ${at} need together.`,
  };
}

/** The type that a constraint or an affinity on `type` or `@type` asks for; bare metal when none does. */
function wantedType(request: PlanRequest): Gap['type'] {
  const labels = request.service.placement.affinity.flatMap((selector) => [
    selector.matchLabels['@type'],
    selector.matchLabels['type'],
  ]);
  const asked = [...(request.constraints.type ?? []), ...labels];
  return COMPUTE_TYPES.find((entry) => asked.includes(entry.value))?.value ?? 'baremetal';
}
