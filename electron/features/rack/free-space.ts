import type { FreeSpace, FreeSpaceRequest } from '../../../shared/contract/hall.ts';
import { interfaceSpeedMbps } from '../../../shared/rules/port-pairs.ts';
import { freeRuns } from '../../../shared/rules/rack-free-space.ts';
import { feedLoads } from '../../../shared/rules/rack-power.ts';
import { fitTogether } from '../../../shared/rules/rack-together.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { racksWithDevices, today } from '../placement/service.ts';
import { freeSwitchPorts, racksInScope, type RackScope, type ScopedRack } from './repository.ts';

type LoadedRack = ReturnType<typeof racksWithDevices>[number];
type Reason = FreeSpace['rejected'][number]['reason'];
type Suitable = FreeSpace['racks'][number];

const CLOSED: ReadonlySet<string> = new Set(['retired', 'reserved']);

/** Racks that take the wanted devices, watts and ports together; the ones with the least room to spare first. */
export function findFreeSpace(database: ReadDatabase, request: FreeSpaceRequest, scope: RackScope): FreeSpace {
  const scoped = racksInScope(database, scope);
  const loaded = racksWithDevices(
    database,
    scoped.map(({ id }) => id),
  );
  const places = new Map(scoped.map((rack) => [rack.id, rack]));
  const ports = request.ports ? portsByRack(database, request.ports) : new Map<string, number>();
  const racks: Suitable[] = [];
  const rejected = new Map<Reason, number>();
  for (const rack of loaded) {
    const answer = judge(rack, request, ports.get(rack.rack.id) ?? 0);
    if (typeof answer === 'string') rejected.set(answer, (rejected.get(answer) ?? 0) + 1);
    else racks.push({ ...answer, path: pathText(places.get(rack.rack.id), rack.rack.name) });
  }
  racks.sort((a, b) => a.largestRunHalfU - b.largestRunHalfU || compare(a.path, b.path) || compare(a.id, b.id));
  return {
    racks: racks.slice(0, request.limit),
    total: racks.length,
    rejected: [...rejected].map(([reason, count]) => ({ reason, racks: count })).toSorted((a, b) => b.racks - a.racks),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pathText(place: ScopedRack | undefined, rack: string): string {
  return [place?.site, place?.room, place?.row, rack].filter((part) => part !== null && part !== undefined).join(' / ');
}

function portsByRack(database: ReadDatabase, wanted: NonNullable<FreeSpaceRequest['ports']>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rackId, type, speedMbps, ports } of freeSwitchPorts(database)) {
    const speed = speedMbps ?? interfaceSpeedMbps(type) ?? 0;
    if (wanted.type !== undefined && !(type ?? '').toLowerCase().startsWith(wanted.type.toLowerCase())) continue;
    if (wanted.minimumSpeedMbps !== undefined && speed < wanted.minimumSpeedMbps) continue;
    counts.set(rackId, (counts.get(rackId) ?? 0) + ports);
  }
  return counts;
}

function judge(
  { rack, space, devices }: LoadedRack,
  request: FreeSpaceRequest,
  ports: number,
): Omit<Suitable, 'path'> | Reason {
  if (CLOSED.has(rack.status)) return 'status';
  const { heightHalfU, face, depthMm, weightGrams, watts, quantity, owner } = request;
  const options = { today: today() };
  const wanted = {
    id: 'wanted',
    name: quantity === 1 ? 'the new device' : 'the new devices',
    heightHalfU,
    face,
    depthMm,
    weightGrams,
    powerWatts: watts ?? 0,
    reservedFor: owner,
  };
  const fit = fitTogether(space, devices, wanted, quantity, options);
  if (fit.missing === 'weight') return 'weight';
  if (fit.missing === 'power') return 'power';
  if (fit.missing !== null) return 'space';
  if (request.ports && ports < request.ports.count) return 'ports';
  const runs = freeRuns(space, devices, face, options);
  return {
    id: rack.id,
    name: rack.name,
    positionsHalfU: [...fit.positionsHalfU],
    positions: fit.positions,
    largestRunHalfU: Math.max(0, ...runs.map((run) => run.heightHalfU)),
    freeWatts: freeWattsOf(space, devices),
    freePorts: ports,
    // How the wanted device is corded is nobody's knowledge yet.
    warnings: fit.warnings.filter(({ aspect }) => aspect !== 'power').map(({ message }) => message),
  };
}

/** What the worst-off feed could still carry when another is lost; null without feeds. */
function freeWattsOf(space: LoadedRack['space'], devices: LoadedRack['devices']): number | null {
  const loads = feedLoads(space, devices);
  if (loads.length === 0) return null;
  return Math.max(0, Math.min(...loads.map(({ capacityWatts, worstLoadWatts }) => capacityWatts - worstLoadWatts)));
}
