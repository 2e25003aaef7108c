import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import type { ResolutionTarget } from '../../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../../shared/domain/audit-words.ts';

/** What a person fills in beside a decision; empty: as proposed. */
export interface TargetDraft {
  readonly noun: 'compute' | 'equipment' | 'part';
  readonly name: string;
  readonly type: string;
  readonly deviceType: string;
  readonly serial: string;
  readonly rack: string;
  /** `U12`, as it is written on the rack. */
  readonly unit: string;
  readonly chassis: string;
  readonly bay: string;
  /** Of a part: the compute it is in, its slot there, what it is by the catalogue, and the shelf it goes to. */
  readonly compute: string;
  readonly slot: string;
  readonly component: string;
  readonly shelf: string;
  /** The record that keeps a number. */
  readonly keeper: string;
}

export type TargetField = keyof TargetDraft;

const NEW_DEVICE: readonly TargetField[] = ['noun', 'name', 'type', 'deviceType', 'serial', 'rack', 'unit'];
const NEW_PART: readonly TargetField[] = ['noun', 'component', 'serial', 'compute', 'slot'];

/** `needs` speaks of the stored position; people write units. */
function fieldOf(need: string): TargetField {
  return need === 'positionHalfU' ? 'unit' : (need as TargetField);
}

/** The values that are asked for before the decision can be made; none: it can be made at once. */
export function askedFields(
  decision: Decision,
  { needs, target, about, partId }: AuditDiscrepancy,
  noun = target.noun,
): readonly TargetField[] {
  if (decision === 'create') return noun === 'part' ? NEW_PART : NEW_DEVICE;
  if (decision === 'renumber') return about === 'part' && partId !== null ? ['serial'] : ['keeper', 'serial'];
  // A device has no shelf; it is tagged as a spare.
  if (decision === 'spares')
    return about === 'part' && target.shelf === undefined ? [...needs.map(fieldOf), 'shelf'] : [];
  if (decision !== 'accept' || needs.length === 0) return [];
  const fields = needs.map(fieldOf);
  return fields.includes('unit') && !fields.includes('rack') ? ['rack', ...fields] : fields;
}

/** What is proposed, to be overwritten. A new number is never proposed. */
export function targetDraft(
  { target, name, kind, about, objectId, expected }: AuditDiscrepancy,
  decision: Decision,
): TargetDraft {
  const shared = kind === 'duplicate-serial' && (objectId === null || about === 'part');
  const number = kind === 'unknown' ? name : shared && decision === 'create' ? (expected.serial ?? '') : '';
  return {
    noun: target.noun ?? 'compute',
    name: target.name ?? '',
    type: target.type ?? '',
    deviceType: target.deviceType ?? '',
    serial: target.serial ?? number,
    rack: target.rack ?? '',
    unit: '',
    chassis: target.chassis ?? '',
    bay: target.bay ?? '',
    compute: target.compute ?? '',
    slot: target.slot ?? '',
    component: target.component ?? '',
    shelf: target.shelf ?? '',
    keeper: target.keeper ?? '',
  };
}

const TEXTS = [
  'name',
  'type',
  'deviceType',
  'serial',
  'rack',
  'chassis',
  'bay',
  'compute',
  'slot',
  'component',
  'shelf',
  'keeper',
] as const;

/** Only what was filled in and asked for; the rest is taken from the proposal. `positionHalfU` as read from `unit`. */
export function filledTarget(
  draft: TargetDraft,
  asked: readonly TargetField[],
  positionHalfU: number | null,
): ResolutionTarget {
  const filled = TEXTS.flatMap((field) => {
    const text = draft[field].trim();
    return asked.includes(field) && text !== '' ? [[field, text] as const] : [];
  });
  return {
    ...Object.fromEntries(filled),
    ...(asked.includes('noun') ? { noun: draft.noun } : {}),
    ...(asked.includes('unit') && positionHalfU !== null ? { positionHalfU } : {}),
  };
}
