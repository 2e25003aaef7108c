import type { Decision } from '../../domain/audit-words.ts';
import type { ResolutionTarget } from '../../domain/audit-resolution.ts';
import type { FoundDiscrepancy } from './discrepancies.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';

/** What can be done about a discrepancy. */
export interface DecisionOptions {
  /** The proposed one first. */
  readonly decisions: readonly Decision[];
  /** What `accept` means here; null: there is nothing to propose, a person must say what is to be done. */
  readonly accepts: Decision | null;
  readonly target: ResolutionTarget;
  /** Values of the target that a person must still give. */
  readonly needs: readonly (keyof ResolutionTarget)[];
}

const LEAVING: readonly Decision[] = ['keep', 'ignore', 'carry-over'];

/** How the device is mounted that a discrepancy is about. */
export interface Mounting {
  readonly inBay: boolean;
  /** A 0U device on a rack's side needs no unit. */
  readonly onSide: boolean;
  /** The observed position as its own lower edge: in a rack numbered from the top that depends on its height. */
  readonly positionHalfU: number | null;
}

export function decisionOptions(found: FoundDiscrepancy, mounting: Mounting): DecisionOptions {
  if (found.partId !== null) return { decisions: LEAVING, accepts: null, target: {}, needs: [] };
  switch (found.kind) {
    case 'moved':
    case 'wrong-slot':
      return placeOptions(found, mounting);
    case 'missing':
      return {
        decisions: ['missing', 'accept', 'keep', 'spares', 'ignore', 'carry-over'],
        accepts: 'missing',
        target: {},
        needs: [],
      };
    case 'unknown':
      return unknownOptions(found);
    case 'changed-serial': {
      const target = found.observed.serial === null ? {} : { serial: found.observed.serial };
      return { decisions: ['accept', ...LEAVING], accepts: 'accept', target, needs: [] };
    }
    case 'duplicate-serial': {
      const readOn = bearersRead(found);
      const accepts = readOn.length === 1 && found.objectIds.length > 1 ? 'accept' : null;
      return { decisions: accepts ? ['accept', ...LEAVING] : LEAVING, accepts, target: {}, needs: [] };
    }
  }
}

/** Of records with one serial number, those on which it was really read. */
export function bearersRead({ objectIds, observations }: FoundDiscrepancy): string[] {
  return objectIds.filter((id) => observations.some((seen) => seen.objectId === id));
}

function placeOptions({ observed, kind }: FoundDiscrepancy, mounting: Mounting): DecisionOptions {
  const others: readonly Decision[] =
    kind === 'moved'
      ? ['keep', 'spares', 'missing', 'ignore', 'carry-over']
      : ['keep', 'spares', 'ignore', 'carry-over'];
  const { inBay, onSide, positionHalfU } = mounting;
  // What bay of which chassis it went to cannot be told from a rack.
  if (observed.rackId === null || (inBay && kind === 'moved'))
    return { decisions: others, accepts: null, target: {}, needs: [] };
  if (inBay) return { decisions: ['accept', ...others], accepts: 'accept', target: { bay: observed.bay }, needs: [] };
  const target = {
    rack: observed.rackId,
    ...(onSide ? { positionHalfU: null } : positionHalfU === null ? {} : { positionHalfU }),
  };
  const needs = onSide || positionHalfU !== null ? [] : (['positionHalfU'] as const);
  return { decisions: ['accept', ...others], accepts: 'accept', target, needs };
}

function unknownOptions({ name, observed }: FoundDiscrepancy): DecisionOptions {
  const nameless = isPlaceholder(scanKey(name));
  const target: ResolutionTarget = {
    noun: 'compute',
    ...(nameless ? {} : { name: name.slice(0, 128), serial: name.slice(0, 128) }),
    ...(observed.rackId === null ? {} : { rack: observed.rackId }),
    ...(observed.positionHalfU === null ? {} : { positionHalfU: observed.positionHalfU }),
  };
  return {
    decisions: ['create', 'accept', 'ignore', 'carry-over'],
    accepts: 'create',
    target,
    needs: nameless ? ['name'] : [],
  };
}
