import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Placement } from '../../../shared/domain/placement.ts';
import { checkRackFit } from '../../../shared/rules/rack-fit.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { nameKey } from '../../db/object-names.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { namesOf } from '../object/reference-repository.ts';
import { refuseUnfitBay } from './bays.ts';
import { loadMachines, loadRacks, type LoadedMachine, type LoadedRack } from './loaded-racks.ts';
import { declaredBays, utilisationOf } from './machine-facts.ts';
import { baysById, devicesInRacks, portCounts, unplacedIds, warrantyEnds, type MachineRow } from './machine-rows.ts';
import { rackPath, rackSpace, type PathStep } from './rack-rows.ts';
import { machineNames, placementText, placePath, whereIs, type Whereabouts } from './where.ts';

/** A device is in one place, and the place takes it: the fit rule of drag preview and forms decides here too. */
export const placementRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const placement = typedRow('placement', after);
    if (before === null) refuseSecondPlace(context.database, placement.objectId);
    if (placement.rackId !== null && placement.parentId !== null)
      fail('E_INCOHERENT', 'A device is either in a rack or in a chassis bay, not in both.');
    if (placement.rackId !== null) refuseMisfit(context.database, placement.rackId, placement);
    else if (placement.parentId !== null) refuseUnfitBay(context.database, placement, placement.parentId);
    else fail('E_REQUIRED', 'A placement needs a rack or a chassis.');
  },
};

/** A rack does not shrink, and its rails do not narrow, under what is mounted in it. */
export const rackRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const shrinks =
      before !== null &&
      (after['heightU'] !== before['heightU'] ||
        after['widthInches'] !== before['widthInches'] ||
        after['depthMm'] !== before['depthMm']);
    const [loaded] = shrinks ? loadRacks(context.database, [after.id]) : [];
    if (!loaded) return;
    const bare = { feeds: [], reservations: [], maximumWeightGrams: null };
    const [was, becomes] = [loaded.space, rackSpace(typedRow('rack', after), [])];
    for (const device of loaded.devices) {
      if (!checkRackFit({ ...was, ...bare }, loaded.devices, device).fits) continue;
      const [problem] = checkRackFit({ ...becomes, ...bare }, loaded.devices, device).problems;
      if (problem) fail('E_IN_USE', problem.message, { details: { occupantId: device.id } });
    }
  },
};

/** The day that reservations are judged by, YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Refuses with E_ALREADY_CONTAINED a device that is somewhere, naming where; `move` changes that. */
export function refuseSecondPlace(database: ReadDatabase, objectId: string): void {
  const place = whereIs(database, objectId);
  if (!place) return;
  const message = `${place.device} is already ${place.text}; move it instead of placing it a second time.`;
  fail('E_ALREADY_CONTAINED', message, {
    fields: [{ path: 'objectId', message }],
    details: { containerId: place.containerId },
  });
}

function refuseMisfit(database: ReadDatabase, rackId: string, placement: Placement): void {
  const [loaded] = loadRacks(database, [rackId]);
  if (!loaded) return fail('E_NOT_FOUND', 'The rack is not there.');
  const fit = checkRackFit(loaded.space, loaded.devices, candidateDevice(database, placement), { today: today() });
  const [first] = fit.problems;
  if (!first) return;
  const fields = fit.problems.map((problem) => ({
    path: problem.aspect === 'position' ? 'positionHalfU' : problem.aspect,
    message: problem.message,
  }));
  fail(first.code, first.message, {
    fields,
    ...(first.occupantId ? { details: { occupantId: first.occupantId } } : {}),
  });
}

/** The device of a placement as the fit rule sees it, at that place. */
export function candidateDevice(database: ReadDatabase, placement: Omit<Placement, 'id'>): RackDevice {
  const [machine] = loadMachines(database, [placement.objectId]);
  if (!machine) return fail('E_NOT_FOUND', 'The device is not there.');
  const { positionHalfU, heightHalfU, face, widthParts, widthOffset, widthSpan, side } = placement;
  return { ...machine.device, positionHalfU, heightHalfU, face, widthParts, widthOffset, widthSpan, side };
}

/** The placement row of a device, if it has one. */
export function placementRecord(database: ReadDatabase, objectId: string): StoredRecord | undefined {
  const id = database.prepare<[string], string>('SELECT id FROM placement WHERE object_id = ?').pluck().get(objectId);
  return id === undefined ? undefined : findPlacement(database, id);
}

function findPlacement(database: ReadDatabase, id: string): StoredRecord | undefined {
  return findRecord(database, definitionOf('placement'), id);
}

/** The racks with everything that the fit rule needs, in the order of `rackIds`; ids of no rack are left out. */
export function racksWithDevices(database: ReadDatabase, rackIds: readonly string[]): LoadedRack[] {
  return loadRacks(database, rackIds);
}

/** Devices wherever they are, in no order. */
export function devicesById(database: ReadDatabase, ids: readonly string[]): LoadedMachine[] {
  return loadMachines(database, ids);
}

/** Ids of everything in the racks, also in bays, in no order. */
export function deviceIdsInRacks(database: ReadDatabase, rackIds: readonly string[]) {
  return devicesInRacks(database, rackIds);
}

/** Devices that are in no rack and no chassis, by name. */
export function unplacedDevices(database: ReadDatabase, text: string, limit: number) {
  const { total, ids } = unplacedIds(database, nameKey(text.trim()), limit);
  const byId = new Map(loadMachines(database, ids).map((machine) => [machine.row.id, machine]));
  return { total, machines: ids.flatMap((id) => byId.get(id) ?? []) };
}

/** Where a device is directly, or undefined when it is nowhere. */
export function whereaboutsOf(database: ReadDatabase, id: string): Whereabouts | undefined {
  return whereIs(database, id);
}

/** The place that a placement says, whether it stands or not: `in rack101 at U13`, `in bay 3 of blade-1`. */
export function placeText(database: ReadDatabase, placement: Omit<Placement, 'id'>): string {
  return placementText(database, placement);
}

/** Site, room, row, rack and every chassis around a device, outermost first, and where it is in the innermost. */
export function placeOf(database: ReadDatabase, id: string): { path: PathStep[]; at: string | null } {
  return placePath(database, id);
}

/** The place of a rack or site: its path, itself included. */
export function pathOfRack(database: ReadDatabase, rackId: string): PathStep[] {
  return rackPath(database, rackId);
}

/** Names of what holds ports, by id; devices without a name are called by their type and place. */
export function holderNames(database: ReadDatabase, ids: readonly string[]): Map<string, string> {
  const names = machineNames(database, ids);
  for (const [id, name] of Object.entries(namesOf(database, ids))) names.set(id, name);
  return names;
}

export interface MountedDetails {
  readonly ports: ReadonlyMap<string, { total: number; used: number }>;
  /** The earliest warranty end of a compute's parts. */
  readonly warranties: ReadonlyMap<string, string>;
}

/** What a drawing says of devices beside what the fit rule needs. */
export function mountedDetails(database: ReadDatabase, ids: readonly string[]): MountedDetails {
  return { ports: portCounts(database, ids), warranties: warrantyEnds(database, ids) };
}

/** Mean of allocated/total over the resources a device has, 0 to 1; null without any. */
export function utilisation(row: MachineRow): number | null {
  return utilisationOf(row);
}

/** The bays that the type of a device declares, in its order; none: it is no chassis. */
export function baysOf(database: ReadDatabase, deviceId: string): string[] {
  return declaredBays(baysById(database, deviceId));
}
