import { implement } from '@orpc/server';
import { assignmentContract } from '../../../shared/contract/assignment.ts';
import { capacityContract, type Grouping } from '../../../shared/contract/capacity.ts';
import { serviceContract } from '../../../shared/contract/service.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import type { EngineContext } from '../../session/context.ts';
import { idsOf } from '../object/list-repository.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { groupingValue, mostLoaded, overbookedComputes, usageBy, type ValueOf } from './fleet-usage.ts';
import { assignToMany, previewMany, type ManyMachines } from './many-machines.ts';
import { scoreShape, storedService } from './request.ts';
import { allServices } from './service-repository.ts';
import { driftOf, whereService } from './service-where.ts';
import { profileOf, strandedCapacity } from './stranded.ts';
import { computeTexts, overrideReasons } from './view-repository.ts';

const capacityOs = implement(capacityContract).$context<EngineContext>();
const serviceOs = implement(serviceContract).$context<EngineContext>();
const assignmentOs = implement(assignmentContract).$context<EngineContext>();

function wantedComputes(database: ReadDatabase, query: string): ReadonlySet<string> | null {
  return query.trim() === '' ? null : new Set(idsOf(database, definitionOf('compute'), query));
}

function valueOf(database: ReadDatabase, columns: PlannerColumns, by: Grouping): ValueOf {
  const known = groupingValue(columns, by);
  if (known) return known;
  const texts = computeTexts(database, by === 'role' ? 'role' : 'owner');
  return (row) => texts.get(columns.ids[row] ?? '') ?? null;
}

/** Utilisation from every side. */
export const capacityHandlers = {
  usage: capacityOs.usage.handler(({ input, context }) => {
    const session = context.session();
    const columns = session.plannerColumns();
    return usageBy(columns, valueOf(session.read, columns, input.by), wantedComputes(session.read, input.query));
  }),
  loaded: capacityOs.loaded.handler(({ input, context }) => {
    const session = context.session();
    return mostLoaded(session.plannerColumns(), input, wantedComputes(session.read, input.query));
  }),
  overbooked: capacityOs.overbooked.handler(({ context }) => overbookedComputes(context.session().plannerColumns())),
  stranded: capacityOs.stranded.handler(({ input, context }) => {
    const session = context.session();
    const columns = session.plannerColumns();
    const service =
      input.service === undefined
        ? null
        : storedService(session.read, resolveReference(session.read, 'service', input.service, 'service'));
    return strandedCapacity(columns, profileOf(columns, service), input.limit);
  }),
};

/** Where services run. */
export const serviceHandlers = {
  where: serviceOs.where.handler(({ input, context }) => {
    const session = context.session();
    const id = resolveReference(session.read, 'service', input.ref);
    const overrides = overrideReasons(session.read).get(id) ?? new Map<string, string>();
    return whereService(session.plannerColumns(), storedService(session.read, id), overrides);
  }),
  drift: serviceOs.drift.handler(({ context }) => {
    const session = context.session();
    const overrides = overrideReasons(session.read);
    const services = allServices(session.read).values();
    return driftOf(session.plannerColumns(), services, (id) => overrides.get(id) ?? new Map<string, string>());
  }),
};

interface ManyInput {
  readonly service: string;
  readonly computes: readonly string[];
  readonly quantity: number;
  readonly basis: 'max' | 'min';
}

/** Each compute once, in the order given. */
function manyMachines(database: ReadDatabase, input: ManyInput): ManyMachines {
  const { quantity, basis } = input;
  const service = storedService(database, resolveReference(database, 'service', input.service, 'service'));
  const ids = input.computes.map((ref, index) => resolveReference(database, 'compute', ref, `computes[${index}]`));
  return { service, computeIds: [...new Set(ids)], quantity, basis, shape: scoreShape(database) };
}

/** One service on several machines. */
export const assignmentHandlers = {
  previewMany: assignmentOs.previewMany.handler(({ input, context }) => {
    const session = context.session();
    const wanted = manyMachines(session.read, input);
    const rows = previewMany(session.plannerColumns(), wanted);
    return { serviceId: wanted.service.id ?? '', service: wanted.service.name, rows };
  }),
  toMany: assignmentOs.toMany.handler(async ({ input, context }) => {
    const session = context.session();
    const wanted = manyMachines(session.read, input);
    const count = wanted.computeIds.length;
    const label = `Place ${wanted.service.name} on ${count === 1 ? '1 compute' : `${count} computes`}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      assignToMany(write, session.rules, session.plannerColumns(), wanted, input),
    );
    return { ...receipt, ...result };
  }),
};
