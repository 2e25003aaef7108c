import type { Disk } from '../../../shared/contract/storage.ts';
import { componentContribution } from '../../../shared/rules/contribution.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { fittedOf, slotsOf, unitsOf } from '../component-assignment/service.ts';
import { partsByAssignment } from '../part/service.ts';

export type Fitted = ReturnType<typeof fittedOf>[number];

/** The disks of a compute one by one, with the assignment each is a unit of. */
export interface DiskOf extends Disk {
  readonly fitted: Fitted;
}

/** Group names compare without case. */
export function groupKey(name: string | null): string | null {
  const key = name?.trim().toLowerCase() ?? '';
  return key === '' ? null : key;
}

export function disksOf(database: ReadDatabase, computeId: string): DiskOf[] {
  const slots = slotsOf(database, computeId);
  const parts = partsByAssignment(database, computeId);
  const storage = fittedOf(database, computeId).filter(({ type }) => type === 'storage');
  const disks = storage.flatMap((fitted) => {
    const { storageMb, medium } = componentContribution({ type: fitted.type, specs: fitted.specs });
    return unitsOf(fitted, parts.get(fitted.id) ?? [], slots).map(({ slot, part }, unit) => ({
      key: `${fitted.id}/${unit}`,
      assignmentId: fitted.id,
      unit,
      componentId: fitted.componentId,
      component: fitted.component,
      slot,
      partId: part?.id ?? null,
      serial: part?.serial ?? null,
      capacityGb: storageMb / 1000,
      medium,
      failed: fitted.failed,
      hotSpare: fitted.hotSpare,
      fitted,
    }));
  });
  const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return disks.toSorted((left, right) => natural.compare(left.slot ?? '', right.slot ?? ''));
}

export function diskView({ fitted: _fitted, ...disk }: DiskOf): Disk {
  return disk;
}
