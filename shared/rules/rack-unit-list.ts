import type { RackSpace } from './rack-model.ts';
import { positionOfUnit } from './rack-units.ts';

export type UnitListReading =
  | { readonly ok: true; readonly positionHalfU: number }
  | { readonly ok: false; readonly code: 'E_RU_NOT_ADJACENT' | 'E_RU_RANGE' | 'E_FORMAT'; readonly message: string };

/**
 * The half-U position of a device that is to take the unit numbers of a list. They must be as many as it is high, adjoin,
 * none twice, and be in the rack: U10 and U12 for a 2U device are refused, in any order U10 and U11 are position U10.
 */
export function positionOfUnits(
  rack: Pick<RackSpace, 'name' | 'heightU' | 'numbering' | 'startUnit'>,
  units: readonly number[],
  heightHalfU: number,
): UnitListReading {
  const list = units.map((unit) => `U${unit}`).join(', ');
  const start = rack.startUnit ?? 1;
  const last = start + rack.heightU - 1;
  const outside = units.find((unit) => unit < start || unit > last);
  if (outside !== undefined)
    return {
      ok: false,
      code: 'E_RU_RANGE',
      message: `U${outside} is not in ${rack.name}, which has U${start} to U${last}.`,
    };
  const sorted = units.toSorted((a, b) => a - b);
  const [lowest = start] = sorted;
  if (sorted.some((unit, index) => unit !== lowest + index))
    return {
      ok: false,
      code: 'E_RU_NOT_ADJACENT',
      message: `${list} do not adjoin; a device takes units side by side, each once.`,
    };
  const needed = Math.ceil(heightHalfU / 2);
  if (sorted.length !== needed)
    return {
      ok: false,
      code: 'E_FORMAT',
      message: `The device takes ${needed} units; ${sorted.length} were given: ${list}.`,
    };
  return { ok: true, positionHalfU: positionOfUnit(rack, lowest, heightHalfU) };
}
