import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import type { ResolutionTarget } from '../../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../../shared/domain/audit-words.ts';

/** What a person fills in beside a decision; empty: as proposed. */
export interface TargetDraft {
  readonly noun: 'compute' | 'equipment';
  readonly name: string;
  readonly type: string;
  readonly deviceType: string;
  readonly serial: string;
  readonly rack: string;
  /** `U12`, as it is written on the rack. */
  readonly unit: string;
  readonly bay: string;
  readonly shelf: string;
}

export type TargetField = keyof TargetDraft;

const OF_DECISION: Readonly<Partial<Record<Decision, readonly TargetField[]>>> = {
  create: ['noun', 'name', 'type', 'deviceType', 'serial', 'rack', 'unit'],
  spares: ['shelf'],
};

/** `needs` speaks of the stored position; people write units. */
function fieldOf(need: string): TargetField {
  return need === 'positionHalfU' ? 'unit' : (need as TargetField);
}

/** The values that are asked for before the decision can be made; none: it can be made at once. */
export function askedFields(decision: Decision, { needs, target }: AuditDiscrepancy): readonly TargetField[] {
  if (decision === 'create') return OF_DECISION.create ?? [];
  if (decision === 'spares') return target.shelf === undefined ? (OF_DECISION.spares ?? []) : [];
  if (decision !== 'accept' || needs.length === 0) return [];
  const fields = needs.map(fieldOf);
  return fields.includes('unit') && !fields.includes('rack') ? ['rack', ...fields] : fields;
}

export function targetDraft({ target, name, kind }: AuditDiscrepancy): TargetDraft {
  return {
    noun: target.noun ?? 'compute',
    name: target.name ?? '',
    type: target.type ?? '',
    deviceType: target.deviceType ?? '',
    serial: target.serial ?? (kind === 'unknown' ? name : ''),
    rack: target.rack ?? '',
    unit: '',
    bay: target.bay ?? '',
    shelf: target.shelf ?? '',
  };
}

/** Only what was filled in and asked for; the rest is taken from the proposal. `positionHalfU` as read from `unit`. */
export function filledTarget(
  draft: TargetDraft,
  asked: readonly TargetField[],
  positionHalfU: number | null,
): ResolutionTarget {
  const texts = ['name', 'type', 'deviceType', 'serial', 'rack', 'bay', 'shelf'] as const;
  const filled = texts.flatMap((field) => {
    const text = draft[field].trim();
    return asked.includes(field) && text !== '' ? [[field, text] as const] : [];
  });
  return {
    ...Object.fromEntries(filled),
    ...(asked.includes('noun') ? { noun: draft.noun } : {}),
    ...(asked.includes('unit') && positionHalfU !== null ? { positionHalfU } : {}),
  };
}
