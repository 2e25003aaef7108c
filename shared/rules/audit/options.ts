import type { Decision } from '../../domain/audit-words.ts';
import type { ResolutionTarget } from '../../domain/audit-resolution.ts';
import { LEAVING, MISSING_OPTIONS, type DecisionOptions } from './decision-options.ts';
import { numberOptions, twiceOptions } from './duplicate-options.ts';
import type { ExpectedPlace } from './expected-index.ts';
import type { FoundDiscrepancy } from './found-discrepancy.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';

/** How the device is mounted that a discrepancy is about. */
export interface Mounting {
  readonly inBay: boolean;
  /** A 0U device on a rack's side needs no unit. */
  readonly onSide: boolean;
  /** The observed position as its own lower edge: in a rack numbered from the top that depends on its height. */
  readonly positionHalfU: number | null;
  /** The chassis that stands at the observed unit, if one does. */
  readonly chassisThere: string | null;
  /** Where it is expected; undefined: it is not one of the audit's devices. */
  readonly recorded: ExpectedPlace | undefined;
}

/** What can be done about a discrepancy of a device; `partOptions` says it of parts. */
export function decisionOptions(found: FoundDiscrepancy, mounting: Mounting): DecisionOptions {
  switch (found.kind) {
    case 'moved':
    case 'wrong-slot':
      return placeOptions(found, mounting);
    case 'missing':
      return MISSING_OPTIONS;
    case 'unknown':
      return unknownOptions(found);
    case 'changed-serial': {
      const target = found.observed.serial === null ? {} : { serial: found.observed.serial };
      return { decisions: ['accept', ...LEAVING], accepts: 'accept', target, needs: [] };
    }
    case 'duplicate-serial':
      return found.objectId === null
        ? numberOptions(found)
        : twiceOptions(found, mounting.recorded, placeNeeds(mounting));
  }
}

/** What must be said of where a device is that was seen in several places. */
function placeNeeds({ inBay, onSide }: Mounting): DecisionOptions['needs'] {
  if (inBay) return ['chassis', 'bay'];
  return onSide ? ['rack'] : ['rack', 'positionHalfU'];
}

function placeOptions({ observed, expected, kind }: FoundDiscrepancy, mounting: Mounting): DecisionOptions {
  const others: readonly Decision[] =
    kind === 'moved'
      ? ['keep', 'spares', 'missing', 'ignore', 'carry-over']
      : ['keep', 'spares', 'ignore', 'carry-over'];
  const { inBay, onSide, positionHalfU, chassisThere } = mounting;
  if (observed.rackId === null) return { decisions: others, accepts: null, target: {}, needs: [] };
  const decisions: readonly Decision[] = ['accept', ...others];
  const chassis = observed.bay === null ? chassisThere : (observed.inDeviceId ?? expected.inDeviceId);
  const inChassis = chassis === null ? {} : { chassis };
  if (observed.bay !== null)
    return {
      decisions,
      accepts: 'accept',
      target: { ...inChassis, bay: observed.bay },
      needs: chassis === null ? ['chassis'] : [],
    };
  // In which bay of which chassis a blade went cannot be told from a rack.
  if (inBay) return { decisions, accepts: 'accept', target: inChassis, needs: ['chassis', 'bay'] };
  const target = {
    rack: observed.rackId,
    ...(onSide ? { positionHalfU: null } : positionHalfU === null ? {} : { positionHalfU }),
  };
  const needs = onSide || positionHalfU !== null ? [] : (['positionHalfU'] as const);
  return { decisions, accepts: 'accept', target, needs };
}

function unknownOptions({ name, observed }: FoundDiscrepancy): DecisionOptions {
  const nameless = isPlaceholder(scanKey(name));
  const target: ResolutionTarget = {
    noun: 'compute',
    ...(nameless ? {} : { name: name.slice(0, 128), serial: name.slice(0, 128) }),
    ...(observed.rackId === null ? {} : { rack: observed.rackId }),
    ...(observed.positionHalfU === null ? {} : { positionHalfU: observed.positionHalfU }),
    ...(observed.bay === null || observed.inDeviceId === null
      ? {}
      : { chassis: observed.inDeviceId, bay: observed.bay }),
  };
  return {
    decisions: ['create', 'accept', 'ignore', 'carry-over'],
    accepts: 'create',
    target,
    needs: nameless ? ['name'] : [],
  };
}
