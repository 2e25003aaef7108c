import type { InferContractRouterInputs } from '@orpc/contract';
import { fail } from '../../../shared/contract/failure.ts';
import type { moveContract, MovePreview } from '../../../shared/contract/move.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import {
  checkMoves,
  placeOf,
  planSwap,
  type MountedRack,
  type MovePlan,
  type RackMove,
  type RackPlace,
} from '../../../shared/rules/rack-moves.ts';
import { planShift } from '../../../shared/rules/rack-shift.ts';
import { positionOfUnits } from '../../../shared/rules/rack-unit-list.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { devicesById, placementRecord, racksWithDevices, today } from '../placement/service.ts';

type Inputs = InferContractRouterInputs<typeof moveContract>;
type Target = Inputs['move']['moves'][number];

/** Moves that were planned, with the devices they are about and what the fit rule says of them. */
export interface PlannedMoves {
  readonly moves: readonly RackMove[];
  readonly devices: ReadonlyMap<string, RackDevice>;
  readonly preview: MovePreview;
}

interface Scene {
  readonly racks: readonly MountedRack[];
  /** Every device concerned, mounted or arriving. */
  readonly devices: ReadonlyMap<string, RackDevice>;
  /** Devices that no rack of the scene holds yet. */
  readonly arriving: readonly RackDevice[];
}

function sceneOf(database: ReadDatabase, deviceIds: readonly string[], rackIds: readonly string[]): Scene {
  const machines = devicesById(database, deviceIds);
  const all = new Set([...rackIds, ...machines.flatMap(({ row }) => row.rackId ?? [])]);
  const racks = racksWithDevices(database, [...all]).map(({ space, devices }) => ({ rack: space, devices }));
  const mounted = new Map(racks.flatMap(({ devices }) => devices).map((device) => [device.id, device]));
  const arriving = machines.flatMap(({ device }) => (mounted.has(device.id) ? [] : [device]));
  const devices = new Map(
    deviceIds.flatMap((id) => {
      const device = mounted.get(id) ?? arriving.find((entry) => entry.id === id);
      return device ? [[id, device] as const] : [];
    }),
  );
  return { racks, devices, arriving };
}

function currentPlace(scene: Scene, deviceId: string): RackPlace | null {
  for (const { rack, devices } of scene.racks) {
    const device = devices.find(({ id }) => id === deviceId);
    if (device) return placeOf(rack.id, device);
  }
  return null;
}

/** The half-U position asked for, by itself or by unit numbers; null on a side. */
function targetPosition(
  scene: Scene,
  device: RackDevice,
  rackId: string,
  { positionHalfU, units }: Target,
): number | null {
  if (units === undefined)
    return positionHalfU === undefined ? fail('E_REQUIRED', 'Say where: positionHalfU, or the units.') : positionHalfU;
  const rack = scene.racks.find((entry) => entry.rack.id === rackId)?.rack;
  if (!rack) return fail('E_NOT_FOUND', 'The rack is not there.');
  const reading = positionOfUnits(rack, units, device.heightHalfU);
  if (reading.ok) return reading.positionHalfU;
  return fail(reading.code, reading.message, { fields: [{ path: 'units', message: reading.message, value: units }] });
}

function targetPlace(scene: Scene, device: RackDevice, rackId: string, target: Target): RackPlace {
  const { face, side, widthParts, widthOffset, widthSpan } = target;
  const own = placeOf(rackId, device);
  const positionHalfU = targetPosition(scene, device, rackId, target);
  return {
    rackId,
    positionHalfU,
    face: face ?? own.face,
    widthParts: widthParts ?? own.widthParts ?? 1,
    widthOffset: widthOffset ?? own.widthOffset ?? 0,
    widthSpan: widthSpan ?? own.widthSpan ?? 1,
    side: positionHalfU === null ? (side ?? own.side ?? null) : null,
  };
}

function resolved(database: ReadDatabase, target: Target, index: number) {
  return {
    target,
    deviceId: resolveReference(database, 'machine', target.device, `moves.${index}.device`),
    rackId: resolveReference(database, 'rack', target.rack, `moves.${index}.rack`),
  };
}

/** The moves asked for, made together: all leave before any arrives. */
export function planMoves(database: ReadDatabase, targets: readonly Target[]): PlannedMoves {
  const wanted = targets.map((target, index) => resolved(database, target, index));
  const ids = wanted.map(({ deviceId }) => deviceId);
  if (new Set(ids).size < ids.length) fail('E_INCOHERENT', 'A device is moved twice; give each one place.');
  const scene = sceneOf(
    database,
    ids,
    wanted.map(({ rackId }) => rackId),
  );
  const moves = wanted.flatMap(({ target, deviceId, rackId }): RackMove[] => {
    const device = scene.devices.get(deviceId);
    return device
      ? [{ deviceId, from: currentPlace(scene, deviceId), to: targetPlace(scene, device, rackId, target) }]
      : [];
  });
  const fit = checkMoves(scene.racks, moves, { today: today(), arriving: scene.arriving });
  return { moves, devices: scene.devices, preview: previewOf(moves, scene.devices, fit.problems, fit.warnings) };
}

/** Two devices change places. */
export function planDeviceSwap(database: ReadDatabase, input: Inputs['swap']): PlannedMoves {
  const first = resolveReference(database, 'machine', input.first, 'first');
  const second = resolveReference(database, 'machine', input.second, 'second');
  if (first === second) fail('E_INCOHERENT', 'A device cannot change places with itself.');
  const scene = sceneOf(database, [first, second], []);
  return plannedBy(scene, planSwap(scene.racks, first, second, { today: today() }));
}

/** Inserts a device where others stand by pushing those up or down. */
export function planDeviceShift(database: ReadDatabase, input: Inputs['shift']): PlannedMoves {
  const { deviceId, rackId } = resolved(database, input, 0);
  const scene = sceneOf(database, [deviceId], [rackId]);
  const device = scene.devices.get(deviceId);
  const mounted = scene.racks.find(({ rack }) => rack.id === rackId);
  if (!device || !mounted) return fail('E_NOT_FOUND', 'The device or the rack is not there.');
  const { rackId: _rackId, ...place } = targetPlace(scene, device, rackId, input);
  const from = currentPlace(scene, deviceId);
  const plan = planShift(mounted, { ...device, ...place }, input.direction, { today: today(), from });
  const devices = new Map([...mounted.devices, ...scene.devices.values()].map((entry) => [entry.id, entry]));
  return plannedBy({ ...scene, devices }, plan);
}

function plannedBy(scene: Scene, plan: MovePlan): PlannedMoves {
  const warnings = plan.ok
    ? checkMoves(scene.racks, plan.moves, { today: today(), arriving: scene.arriving }).warnings
    : [];
  const problems = plan.ok ? [] : plan.problems;
  return {
    moves: plan.moves,
    devices: scene.devices,
    preview: previewOf(plan.moves, scene.devices, problems, warnings),
  };
}

function previewOf(
  moves: readonly RackMove[],
  devices: ReadonlyMap<string, RackDevice>,
  problems: MovePreview['problems'] | Extract<MovePlan, { ok: false }>['problems'],
  warnings: readonly { aspect: string; message: string }[],
): MovePreview {
  return {
    fits: problems.length === 0,
    moves: moves.map(({ deviceId, from, to }) => ({
      deviceId,
      name: devices.get(deviceId)?.name ?? 'device',
      from,
      to,
    })),
    problems: problems.map((problem) => ({ ...problem })),
    warnings: warnings.map((warning) => ({ ...warning })),
  };
}

/** Writes planned moves; refuses with the first problem, all listed, when one does not fit. */
export function writeMoves(context: WriteContext, planned: PlannedMoves): void {
  const [first] = planned.preview.problems;
  if (first) {
    const fields = planned.preview.problems.map(({ aspect, message }) => ({ path: aspect, message }));
    const details = first.occupantId ? { details: { occupantId: first.occupantId } } : {};
    fail(first.code, first.message, { fields, ...details });
  }
  const definition = definitionOf('placement');
  for (const { deviceId, to } of planned.moves) {
    const present = placementRecord(context.database, deviceId);
    const heightHalfU = to?.positionHalfU === null ? 0 : (planned.devices.get(deviceId)?.heightHalfU ?? 2);
    const place = { ...to, parentId: null, bay: null, heightHalfU };
    if (present) context.update(definition, present, place);
    else context.insert(definition, { id: newId(), objectId: deviceId, ...place });
  }
}

/** `Move db-03 to U12`, `Move 3 devices`: how the change is known in the history. */
export function moveLabel(verb: string, planned: PlannedMoves): string {
  const [only] = planned.moves;
  if (planned.moves.length === 1 && only) return `${verb} ${planned.devices.get(only.deviceId)?.name ?? 'a device'}`;
  return `${verb} ${planned.moves.length} devices`;
}
