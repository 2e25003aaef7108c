import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../domain/resource.ts';
import { formatQuantity } from '../domain/units.ts';

/** What an instance was allocated: `cores 8 cores, storage 480 GB`; empty for nothing. */
export function allocatedText(allocated: Readonly<Partial<Record<ResourceKey, number>>>): string {
  return RESOURCE_KEYS.flatMap((key) => {
    const amount = allocated[key];
    if (amount === undefined) return [];
    const { label, unit } = RESOURCE_LABELS[key];
    return [`${label.toLowerCase()} ${formatQuantity(amount, unit)}`];
  }).join(', ');
}
