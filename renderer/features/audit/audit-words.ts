import type { AuditProgress, AuditSummary } from '../../../shared/contract/audit-schemas.ts';
import {
  AUDIT_LEVELS,
  AUDIT_STATUSES,
  DECISIONS,
  DISCREPANCY_KINDS,
  OBSERVATION_CLASSES,
  type Decision,
  type DiscrepancyKind,
  type ObservationClass,
} from '../../../shared/domain/audit-words.ts';
import type { Choice } from '../../../shared/domain/field.ts';
import type { Tone } from '../../ui/ToneIcon.tsx';
import { counted, formatCount } from '../../ui/format.ts';

export interface Word {
  readonly label: string;
  readonly tone: Tone;
}

function wordOf(choices: readonly Choice[], value: string): Word {
  const choice = choices.find((entry) => entry.value === value);
  return { label: choice?.label ?? value, tone: choice?.tone ?? 'neutral' };
}

export function classWord(value: ObservationClass): Word {
  return wordOf(OBSERVATION_CLASSES, value);
}

export function kindWord(value: DiscrepancyKind): Word {
  return wordOf(DISCREPANCY_KINDS, value);
}

export function decisionWord(value: Decision): Word {
  return wordOf(DECISIONS, value);
}

export function statusWord(value: AuditSummary['status']): Word {
  return wordOf(AUDIT_STATUSES, value);
}

export function levelLabel(value: AuditSummary['level']): string {
  return wordOf(AUDIT_LEVELS, value).label;
}

/** `118 of 200 seen, 3 elsewhere, 2 missing, 4 more than recorded`: what is 0 is left out. */
export function progressText(progress: AuditProgress): string {
  const { expected, seen, odd, missing, extra, partsExpected, partsSeen } = progress;
  return [
    `${formatCount(seen)} of ${formatCount(expected)} seen`,
    odd > 0 ? `${formatCount(odd)} elsewhere` : '',
    missing > 0 ? `${formatCount(missing)} missing` : '',
    extra > 0 ? `${formatCount(extra)} not expected` : '',
    partsExpected > 0 ? `${formatCount(partsSeen)} of ${counted(partsExpected, 'part', 'parts')}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
