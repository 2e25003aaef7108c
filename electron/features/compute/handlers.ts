import { implement } from '@orpc/server';
import { computeContract } from '../../../shared/contract/compute.ts';
import { RESOURCE_KEYS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { rackUnitLabel } from '../../../shared/rules/rack-units.ts';
import type { Rack } from '../../../shared/domain/rack.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { capacityOf } from '../capacity/service.ts';
import { slotProblemsOf } from '../component-assignment/service.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { fittingsOf, placementOf, rackOf, rackPath, servicesOn, type PathStep } from './repository.ts';

const os = implement(computeContract).$context<EngineContext>();

export const computeHandlers = {
  capacity: os.capacity.handler(({ input, context }) => {
    const { read } = context.session();
    return capacityAnswer(read, resolveReference(read, 'compute', input.ref));
  }),
  fittings: os.fittings.handler(({ input, context }) => {
    const { read } = context.session();
    return fittingsOf(read, resolveReference(read, 'compute', input.ref));
  }),
  services: os.services.handler(({ input, context }) => {
    const { read } = context.session();
    return servicesOn(read, resolveReference(read, 'compute', input.ref));
  }),
  place: os.place.handler(({ input, context }) => {
    const { read } = context.session();
    return placeOf(read, resolveReference(read, 'machine', input.ref));
  }),
};

function capacityAnswer(database: ReadDatabase, computeId: string) {
  const { totals, allocated, coresCount } = capacityOf(database, computeId);
  const each = (amount: (key: ResourceKey) => number) =>
    Object.fromEntries(RESOURCE_KEYS.map((key) => [key, amount(key)])) as Record<ResourceKey, number>;
  return {
    computeId,
    total: each((key) => totals[key]),
    allocated: { ...allocated },
    free: each((key) => totals[key] - allocated[key]),
    coresCount,
    cores: totals.physicalCores,
    threads: totals.threads,
    nicGbps: totals.nicGbps,
    psuWatts: totals.psuWatts,
    estimatedDrawWatts: totals.estimatedDrawWatts,
    weightGrams: totals.weightGrams,
    findings: [...totals.findings, ...slotProblemsOf(database, computeId)].map(({ code, message }) => ({
      code,
      message,
    })),
  };
}

/** Where a device is: the path of its rack, its chassis if it sits in one, and its unit, side or bay. */
function placeOf(database: ReadDatabase, id: string): { path: PathStep[]; unit: string | null } {
  const placement = placementOf(database, id);
  if (!placement) return { path: [], unit: null };
  if (placement.parentId !== null) {
    const chassis = placeOf(database, placement.parentId);
    const name = namesOf(database, [placement.parentId])[placement.parentId] ?? 'chassis';
    const path = [...chassis.path, { noun: 'equipment', id: placement.parentId, name }];
    return { path, unit: placement.bay === null ? chassis.unit : `bay ${placement.bay}` };
  }
  const rackId = placement.rackId ?? '';
  const rack = rackOf(database, rackId) as unknown as Rack | undefined;
  const unit =
    placement.positionHalfU === null
      ? `${placement.side ?? 'one'} side`
      : rack
        ? rackUnitLabel(rack, placement.positionHalfU, placement.heightHalfU)
        : null;
  return { path: rackPath(database, rackId), unit };
}
