import { fail } from '../../../shared/contract/failure.ts';
import type { MovePreview } from '../../../shared/contract/move.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import { checkMoves, planSwap, type MovePlan, type RackMove } from '../../../shared/rules/rack-moves.ts';
import { planShift } from '../../../shared/rules/rack-shift.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { placementRecord, today } from '../placement/service.ts';
import { currentPlace, resolved, sceneOf, targetPlace, type MoveInputs, type Scene, type Target } from './scene.ts';

/** Moves that were planned, with the devices they are about and what the fit rule says of them. */
export interface PlannedMoves {
  readonly moves: readonly RackMove[];
  readonly devices: ReadonlyMap<string, RackDevice>;
  readonly preview: MovePreview;
}

/** The moves asked for, made together: all leave before any arrives. */
export function planMoves(database: ReadDatabase, targets: readonly Target[]): PlannedMoves {
  const wanted = targets.map((target, index) => resolved(database, target, index));
  const ids = wanted.map(({ deviceId }) => deviceId);
  if (new Set(ids).size < ids.length) fail('E_INCOHERENT', 'A device is moved twice; give each one place.');
  const scene = sceneOf(
    database,
    ids,
    wanted.flatMap(({ rackId }) => (rackId === '' ? [] : [rackId])),
    wanted.flatMap(({ chassisId }) => chassisId ?? []),
  );
  const moves = wanted.flatMap((entry): RackMove[] => {
    const { deviceId } = entry;
    const device = scene.devices.get(deviceId);
    return device ? [{ deviceId, from: currentPlace(scene, deviceId), to: targetPlace(scene, device, entry) }] : [];
  });
  const fit = checkMoves(scene.racks, moves, { today: today(), arriving: scene.arriving });
  return { moves, devices: scene.devices, preview: previewOf(moves, scene.devices, fit.problems, fit.warnings) };
}

/** Two devices change places. */
export function planDeviceSwap(database: ReadDatabase, input: MoveInputs['swap']): PlannedMoves {
  const first = resolveReference(database, 'machine', input.first, 'first');
  const second = resolveReference(database, 'machine', input.second, 'second');
  if (first === second) fail('E_INCOHERENT', 'A device cannot change places with itself.');
  const scene = sceneOf(database, [first, second], []);
  return plannedBy(scene, planSwap(scene.racks, first, second, { today: today() }));
}

/** Inserts a device where others stand by pushing those up or down. */
export function planDeviceShift(database: ReadDatabase, input: MoveInputs['shift']): PlannedMoves {
  const entry = resolved(database, input, 0);
  const { deviceId, rackId } = entry;
  if (entry.chassisId !== null) fail('E_INCOHERENT', 'Inserting shifts devices in units; a bay holds one device.');
  const scene = sceneOf(database, [deviceId], [rackId]);
  const device = scene.devices.get(deviceId);
  const mounted = scene.racks.find(({ rack }) => rack.id === rackId);
  if (!device || !mounted) return fail('E_NOT_FOUND', 'The device or the rack is not there.');
  const { rackId: _rackId, ...place } = targetPlace(scene, device, entry);
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
    if (!to) continue;
    const heightHalfU = to.positionHalfU === null ? 0 : (planned.devices.get(deviceId)?.heightHalfU ?? 2);
    const { rackId, parentId = null, bay = null, ...rest } = to;
    const place = { ...rest, rackId: parentId === null ? rackId : null, parentId, bay, heightHalfU };
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
