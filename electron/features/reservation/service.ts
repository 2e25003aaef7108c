import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { shareFace, takesUnits, verticallyOverlap } from '../../../shared/rules/rack-occupancy.ts';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { racksWithDevices, today } from '../placement/service.ts';

/** Units are held once: not outside the rack, not for two, and not where a device of somebody else stands. */
export const reservationRule: NounRule = {
  beforeWrite: (context, _before, after) => {
    const wanted = typedRow('rackReservation', after);
    const [loaded] = racksWithDevices(context.database, [wanted.rackId]);
    if (!loaded) return fail('E_NOT_FOUND', 'The rack is not there.');
    const { space, devices, reservations } = loaded;
    const span = rackSpanLabel(space, wanted.positionHalfU, wanted.heightHalfU);
    if (wanted.positionHalfU + wanted.heightHalfU > space.heightU * 2)
      refuse('E_RU_RANGE', `${span} is not in ${space.name}, which has ${rackSpanLabel(space, 0, space.heightU * 2)}.`);
    if (wanted.until !== null && wanted.until < today()) return;
    const other = reservations.find(
      (entry) =>
        entry.id !== wanted.id &&
        !(entry.until !== null && entry.until < today()) &&
        verticallyOverlap(entry, wanted) &&
        shareFace(entry.face, wanted.face),
    );
    if (other) refuse('E_RU_TAKEN', `${span} of ${space.name} is reserved for ${other.reservedFor} already.`);
    const device = devices
      .filter(takesUnits)
      .find((entry) => verticallyOverlap(entry, wanted) && shareFace(entry.face, wanted.face));
    if (device && device.reservedFor !== wanted.reservedFor)
      refuse('E_RU_TAKEN', `${span} of ${space.name} is taken by ${device.name}.`, device.id);
  },
};

function refuse(code: 'E_RU_RANGE' | 'E_RU_TAKEN', message: string, occupantId?: string): never {
  const details = occupantId === undefined ? {} : { details: { occupantId } };
  return fail(code, message, { fields: [{ path: 'positionHalfU', message }], ...details });
}
