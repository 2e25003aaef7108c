import { LEAVING, MISSING_OPTIONS, type DecisionOptions } from './decision-options.ts';
import { PARTS_NUMBER_OPTIONS, partTwiceOptions } from './duplicate-options.ts';
import type { FoundDiscrepancy } from './found-discrepancy.ts';
import { isSame } from './model.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';
import type { AuditState } from './session-state.ts';

/** What can be done about a discrepancy in the parts of a device. */
export function partOptions(
  found: FoundDiscrepancy,
  state: Pick<AuditState, 'index' | 'partSightings'>,
): DecisionOptions {
  const { observed } = found;
  const place = {
    ...(observed.inDeviceId === null ? {} : { compute: observed.inDeviceId }),
    ...(observed.bay === null ? {} : { slot: observed.bay }),
  };
  const accepted = { accepts: 'accept', needs: [] } as const;
  switch (found.kind) {
    case 'missing':
      return MISSING_OPTIONS;
    case 'moved':
      return { ...accepted, decisions: ['accept', 'keep', 'spares', 'ignore', 'carry-over'], target: place };
    case 'wrong-slot':
      return { ...accepted, decisions: ['accept', ...LEAVING], target: place };
    case 'changed-serial':
      return {
        ...accepted,
        decisions: ['accept', 'keep', 'spares', 'ignore', 'carry-over'],
        target: { ...place, ...(observed.serial === null ? {} : { serial: observed.serial }) },
      };
    case 'duplicate-serial':
      if (found.partId === null) return PARTS_NUMBER_OPTIONS;
      return partTwiceOptions(found, state.index.part(found.partId ?? '')?.part.componentId ?? null);
    case 'unknown':
      return unknownPartOptions(found, state, place);
  }
}

function unknownPartOptions(
  { name, observed }: FoundDiscrepancy,
  state: Pick<AuditState, 'index' | 'partSightings'>,
  place: DecisionOptions['target'],
): DecisionOptions {
  const nameless = isPlaceholder(scanKey(name));
  const componentId = likelyComponent(state, observed.inDeviceId ?? '', observed.bay);
  return {
    decisions: ['create', 'accept', 'spares', 'ignore', 'carry-over'],
    accepts: 'create',
    target: {
      noun: 'part',
      ...place,
      ...(nameless ? {} : { serial: name.slice(0, 200) }),
      ...(componentId === null ? {} : { component: componentId }),
      ...(observed.rackId === null ? {} : { rack: observed.rackId }),
    },
    needs: [...(componentId === null ? (['component'] as const) : []), ...(nameless ? (['serial'] as const) : [])],
  };
}

/**
 * What an unknown part of a compute must be: what is recorded in that slot, else what all its parts are that were not read, else
 * what all its units without a number are. Null: a person must say it.
 */
function likelyComponent(
  { index, partSightings }: Pick<AuditState, 'index' | 'partSightings'>,
  computeId: string,
  slot: string | null,
): string | null {
  const device = index.device(computeId)?.device;
  const { unnumbered = [], parts = [] } = device ?? {};
  const unread = parts.filter(({ id }) => !partSightings.has(id));
  const inSlot = [...unnumbered, ...unread].find((unit) => slot !== null && isSame(unit.slot, slot));
  if (inSlot) return inSlot.componentId ?? null;
  for (const units of [unread, unnumbered]) {
    const kinds = new Set(units.map(({ componentId }) => componentId));
    const [only] = kinds;
    if (kinds.size > 0) return kinds.size === 1 ? (only ?? null) : null;
  }
  return null;
}
