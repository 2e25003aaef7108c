import type { Decision } from '../../domain/audit-words.ts';
import { LEAVING, type DecisionOptions } from './decision-options.ts';
import type { ExpectedPlace } from './expected-index.ts';
import { NO_VALUE, type AuditedValue, type FoundDiscrepancy } from './found-discrepancy.ts';
import { isSame, takesUnit, type Seen } from './model.ts';

/** Of records with one serial number, those on which it was really read. */
export function bearersRead({ objectIds, observations }: FoundDiscrepancy): string[] {
  return objectIds.filter((id) => observations.some((seen) => seen.objectId === id));
}

/** One number on several records: one of them keeps it, or a new record does; the others lose it or get another. */
export function numberOptions(found: FoundDiscrepancy): DecisionOptions {
  const [keeper, ...others] = bearersRead(found);
  const clear = keeper !== undefined && others.length === 0 && found.objectIds.length > 1;
  const { rackId, positionHalfU } = found.observed;
  const target = {
    ...(clear ? { keeper } : {}),
    noun: 'compute' as const,
    ...(rackId === null ? {} : { rack: rackId }),
    ...(positionHalfU === null ? {} : { positionHalfU }),
  };
  const decisions: readonly Decision[] = ['renumber', 'create', ...LEAVING];
  return clear
    ? { decisions: ['accept', ...decisions], accepts: 'renumber', target, needs: [] }
    : { decisions, accepts: null, target, needs: [] };
}

/**
 * One device that was seen in several places: it is in one of them, and in the other is a device with the same label, which is
 * recorded anew or is the one whose number it is.
 *
 * @param needs what must be said of the place when it was moved
 */
export function twiceOptions(
  found: FoundDiscrepancy,
  expected: ExpectedPlace | undefined,
  needs: DecisionOptions['needs'],
): DecisionOptions {
  const other = elsewhere(found, expected);
  const readNumber = found.observations.some(({ matchedBy }) => matchedBy === 'serial');
  const decisions: readonly Decision[] = ['create', 'accept', ...(readNumber ? (['renumber'] as const) : [])];
  return {
    decisions: [...decisions, ...LEAVING],
    accepts: null,
    target: {
      noun: expected?.device.noun ?? 'compute',
      ...(other.rackId === null ? {} : { rack: other.rackId }),
      ...(other.positionHalfU === null ? {} : { positionHalfU: other.positionHalfU }),
      ...(other.bay === null || other.inDeviceId === null ? {} : { chassis: other.inDeviceId, bay: other.bay }),
    },
    needs,
  };
}

/** The one place of the sightings that is not the recorded one; where there are several, none. */
function elsewhere({ observations }: FoundDiscrepancy, expected: ExpectedPlace | undefined): AuditedValue {
  const [first, ...others] = observations.filter((seen) => !expected || !isOwnPlace(expected, seen));
  if (!first || others.some((seen) => !isSamePlace(seen, first))) return NO_VALUE;
  const { rackId, positionHalfU, bay, inDeviceId } = first;
  return { ...NO_VALUE, rackId, positionHalfU, bay, inDeviceId: bay === null ? null : inDeviceId };
}

function isSamePlace(one: Seen, other: Seen): boolean {
  return one.rackId === other.rackId && one.positionHalfU === other.positionHalfU && isSame(one.bay, other.bay);
}

function isOwnPlace({ device, rack }: ExpectedPlace, { rackId, positionHalfU, bay }: Seen): boolean {
  if (rackId !== rack.rackId || (bay !== null && !isSame(bay, device.bay))) return false;
  return positionHalfU === null || device.parentId !== null || takesUnit(device, positionHalfU);
}

/** One number on parts of several devices: in one of them it stays, and the others lose it or get another. */
export const PARTS_NUMBER_OPTIONS: DecisionOptions = {
  decisions: ['renumber', ...LEAVING],
  accepts: null,
  target: { noun: 'part' },
  needs: [],
};

/** The records of parts that bear one number, as they were read. */
export function partsRead({ observations }: FoundDiscrepancy): string[] {
  return [...new Set(observations.flatMap(({ partId }) => partId ?? []))].toSorted();
}

/** A part whose number was read in several places: it is in one of them, and the other is a part of its own. */
export function partTwiceOptions(
  { observations, expected }: FoundDiscrepancy,
  componentId: string | null,
): DecisionOptions {
  const [other] = observations.filter(
    ({ inDeviceId, bay }) => inDeviceId !== expected.inDeviceId || (bay !== null && !isSame(bay, expected.bay)),
  );
  const decisions: readonly Decision[] = ['create', 'accept', 'renumber', ...LEAVING];
  return {
    decisions,
    accepts: null,
    target: {
      noun: 'part',
      ...(componentId === null ? {} : { component: componentId }),
      ...(other?.inDeviceId ? { compute: other.inDeviceId } : {}),
      ...(other?.bay ? { slot: other.bay } : {}),
    },
    needs: ['compute', 'slot'],
  };
}
