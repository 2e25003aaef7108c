import type { AuditDeviceState, AuditRackDevice } from '../../../../shared/contract/audit-schemas.ts';
import type { Word } from '../audit-words.ts';

export const STATE_WORDS: Readonly<Record<AuditDeviceState, Word>> = {
  unseen: { label: 'Not seen yet', tone: 'neutral' },
  seen: { label: 'Seen', tone: 'good' },
  moved: { label: 'Seen elsewhere', tone: 'attention' },
  'wrong-slot': { label: 'Wrong unit or slot', tone: 'attention' },
  missing: { label: 'Missing', tone: 'bad' },
};

/** What is still to be looked for stands first; inside each group the order of the rack, from the top down. */
export function walkOrder(devices: readonly AuditRackDevice[]): readonly AuditRackDevice[] {
  const down = devices.toReversed();
  const open = ({ state }: AuditRackDevice) => state === 'unseen' || state === 'missing';
  return [...down.filter(open), ...down.filter((device) => !open(device))];
}

/** `4 of 12 parts`; empty where no parts are expected. */
export function partsText({ parts, partsSeen }: Pick<AuditRackDevice, 'parts' | 'partsSeen'>): string {
  return parts.length === 0 ? '' : `${partsSeen.length} of ${parts.length} parts`;
}
