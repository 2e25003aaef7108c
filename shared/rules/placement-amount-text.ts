import { RESOURCE_LABELS, type ResourceKey } from '../domain/resource.ts';
import { formatQuantity } from '../domain/units.ts';

/** An amount with its unit as people read it everywhere: `16 GB`, `6 TB`, `49153 MB`, `2 cores`, `1 GPU`. Never rounded. */
export function amountText(resource: ResourceKey, amount: number): string {
  const { unit } = RESOURCE_LABELS[resource];
  if (unit === 'count') return amount === 1 ? '1 GPU' : `${amount} GPUs`;
  return formatQuantity(amount, unit);
}
