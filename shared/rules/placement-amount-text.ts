import { RESOURCE_LABELS, type ResourceKey } from '../domain/resource.ts';

/** An amount with its unit as people read it: `16 GiB`, `49153 MB`, `2 cores`, `1 GPU`. Whole GiB only, never rounded. */
export function amountText(resource: ResourceKey, amount: number): string {
  switch (RESOURCE_LABELS[resource].unit) {
    case 'MB':
      return amount !== 0 && amount % 1024 === 0 ? `${amount / 1024} GiB` : `${amount} MB`;
    case 'GB':
      return `${amount} GB`;
    case 'cores':
      return amount === 1 ? '1 core' : `${amount} cores`;
    case 'count':
      return amount === 1 ? '1 GPU' : `${amount} GPUs`;
  }
}
