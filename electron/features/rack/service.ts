import type { rackContract } from '../../../shared/contract/rack.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { InferContractRouterInputs } from '@orpc/contract';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { createRow, requireRow, updateRow } from '../object/service.ts';
import { placementRecord } from '../placement/service.ts';
import { deviceFacts } from './repository.ts';

type MountInput = InferContractRouterInputs<typeof rackContract>['mount'];

/** Puts a device into a rack, or moves it there; what is not said is kept, or follows from its device type. */
export function mount(
  context: WriteContext,
  rules: NounRules,
  deviceId: string,
  rackId: string,
  input: MountInput,
): void {
  const facts = deviceFacts(context.database, deviceId) ?? fail('E_NOT_FOUND', 'The device is not there.');
  const present = placementRecord(context.database, deviceId);
  const onSide = input.positionHalfU === null;
  if (onSide && !input.side) fail('E_REQUIRED', 'A device without a position needs a side: left or right.');
  const wanted: Record<string, unknown> = {
    rackId,
    parentId: null,
    bay: null,
    positionHalfU: input.positionHalfU,
    side: onSide ? (input.side ?? null) : null,
  };
  for (const key of ['face', 'widthParts', 'widthOffset'] as const)
    if (input[key] !== undefined) wanted[key] = input[key];
  const definition = definitionOf('placement');
  if (present) {
    updateRow(context, rules, definition, present.id, wanted);
    return;
  }
  const heightHalfU = onSide ? 0 : (facts.heightHalfU ?? 2);
  const face = input.face ?? (facts.fullDepth === 0 ? 'front' : 'both');
  createRow(context, rules, definition, { objectId: deviceId, heightHalfU, ...wanted, face });
}

/** Takes a device out of its place. Refuses when it has none. */
export function unmount(context: WriteContext, deviceId: string): void {
  const present = placementRecord(context.database, deviceId) ?? fail('E_NOT_FOUND', 'The device has no place.');
  const definition = definitionOf('placement');
  context.remove(definition, requireRow(context.database, definition, present.id));
}
