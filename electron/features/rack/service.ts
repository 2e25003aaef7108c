import type { InferContractRouterInputs } from '@orpc/contract';
import { fail } from '../../../shared/contract/failure.ts';
import type { rackContract } from '../../../shared/contract/rack.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { positionOfUnits } from '../../../shared/rules/rack-unit-list.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { createRow, updateRow } from '../object/service.ts';
import { racksInScope, type ScopedRack } from './repository.ts';
import { devicesById, placementRecord, racksWithDevices, refuseSecondPlace } from '../placement/service.ts';

type MountInput = InferContractRouterInputs<typeof rackContract>['mount'];

/** Puts a device into a rack, or shifts it inside that rack; what is not said is kept, or follows from its device type. */
export function mount(
  context: WriteContext,
  rules: NounRules,
  deviceId: string,
  rackId: string,
  input: MountInput,
): void {
  const [machine] = devicesById(context.database, [deviceId]);
  if (!machine) return fail('E_NOT_FOUND', 'The device is not there.');
  const present = placementRecord(context.database, deviceId);
  if (present && present['rackId'] !== rackId) refuseSecondPlace(context.database, deviceId);
  const positionHalfU = positionOf(context, rackId, input, machine.device.heightHalfU);
  const onSide = positionHalfU === null;
  if (onSide && !input.side) fail('E_REQUIRED', 'A device without a position needs a side: left or right.');
  const wanted: Record<string, unknown> = { rackId, positionHalfU, side: onSide ? (input.side ?? null) : null };
  for (const key of ['face', 'widthParts', 'widthOffset', 'widthSpan'] as const)
    if (input[key] !== undefined) wanted[key] = input[key];
  const definition = definitionOf('placement');
  if (present) {
    updateRow(context, rules, definition, present.id, wanted);
    return;
  }
  const { heightHalfU, face } = machine.device;
  createRow(context, rules, definition, { objectId: deviceId, heightHalfU: onSide ? 0 : heightHalfU, face, ...wanted });
}

function positionOf(context: WriteContext, rackId: string, input: MountInput, heightHalfU: number): number | null {
  if (input.units === undefined)
    return input.positionHalfU === undefined
      ? fail('E_REQUIRED', 'Say where: positionHalfU, or the units.', {
          fields: [{ path: 'positionHalfU', message: 'A position is required.' }],
        })
      : input.positionHalfU;
  const [loaded] = racksWithDevices(context.database, [rackId]);
  if (!loaded) return fail('E_NOT_FOUND', 'The rack is not there.');
  const reading = positionOfUnits(loaded.space, input.units, heightHalfU);
  if (reading.ok) return reading.positionHalfU;
  return fail(reading.code, reading.message, {
    fields: [{ path: 'units', message: reading.message, value: input.units }],
  });
}

/** Takes a device out of its place. Refuses when it has none. */
export function unmount(context: WriteContext, deviceId: string): void {
  const present = placementRecord(context.database, deviceId) ?? fail('E_NOT_FOUND', 'The device has no place.');
  context.remove(definitionOf('placement'), present);
}

/** Every rack with the places around it, in walking order. */
export function racksToWalk(database: ReadDatabase): ScopedRack[] {
  return racksInScope(database, { siteId: null, roomId: null, zoneId: null });
}
