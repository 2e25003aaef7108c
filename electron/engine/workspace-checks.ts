import type { SalvageParts } from '../db/salvage/salvage.ts';
import type { DerivedCheck } from '../db/scrub/scrub.ts';
import { capacityDamage } from '../features/capacity/capacity-check.ts';
import { searchDamage } from '../features/find/search-check.ts';
import { attachmentDamage } from '../features/journal/attachment-check.ts';
import { carryAttachments } from '../features/journal/carry-attachments.ts';
import { mendDerived } from './mend-derived.ts';

/** What features keep beside the rows, each with the check that finds harm in it. */
export const WORKSPACE_CHECKS: readonly DerivedCheck[] = [capacityDamage, searchDamage, attachmentDamage];

/** What a salvage makes anew and carries over. What things are found by is written when the workspace is open. */
export function salvageParts(): SalvageParts {
  return { derive: mendDerived, carry: carryAttachments, checks: WORKSPACE_CHECKS };
}
