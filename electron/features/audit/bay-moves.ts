import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { createRow, updateRow } from '../object/service.ts';
import { devicesById, placementRecord } from '../placement/service.ts';

/** A device that goes into a bay of a chassis; `bay` null: it stands on a shelf. */
export interface BayMove {
  readonly deviceId: string;
  readonly chassisId: string;
  readonly bay: string | null;
}

const PLACEMENT = definitionOf('placement');
const IN_NO_RACK = { rackId: null, positionHalfU: null, side: null };

/** Takes devices out of their racks and bays; until they arrive they are in no bay of the chassis they go to. */
export function leaveForBays(context: WriteContext, moves: readonly BayMove[]): void {
  for (const { deviceId, chassisId } of moves) {
    const present = placementRecord(context.database, deviceId);
    if (present) context.update(PLACEMENT, present, { ...IN_NO_RACK, parentId: chassisId, bay: null });
  }
}

/** Puts devices into their bays, as the fit rule allows. */
export function arriveInBays(context: WriteContext, rules: NounRules, moves: readonly BayMove[]): void {
  for (const { deviceId, chassisId, bay } of moves) {
    const present = placementRecord(context.database, deviceId);
    const place = { ...IN_NO_RACK, parentId: chassisId, bay };
    if (present) updateRow(context, rules, PLACEMENT, present.id, place);
    else {
      const [machine] = devicesById(context.database, [deviceId]);
      const { heightHalfU = 2, face = 'both' } = machine?.device ?? {};
      createRow(context, rules, PLACEMENT, { objectId: deviceId, heightHalfU, face, ...place });
    }
  }
}
