import { implement } from '@orpc/server';
import { computeContract } from '../../../shared/contract/compute.ts';
import { RESOURCE_KEYS, type ResourceKey } from '../../../shared/domain/resource.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { capacityOf } from '../capacity/service.ts';
import { slotProblemsOf } from '../component-assignment/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { placeOf } from '../placement/service.ts';
import { fittingsOf, servicesOn } from './repository.ts';

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
    const { path, at } = placeOf(read, resolveReference(read, 'machine', input.ref));
    return { path, unit: at };
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
