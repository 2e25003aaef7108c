import type { ReasonCount } from '../../../shared/domain/plan.ts';
import { RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { amountText } from '../../../shared/rules/placement-amount-text.ts';
import { counted, formatCount } from '../../ui/format.ts';

/** A rule in two or three words: `Memory`, `Affinity: role-db`. */
export function reasonLabel({ code, about }: Pick<ReasonCount, 'code' | 'about'>): string {
  if (code === 'STATE') return 'Not active';
  if (code === 'SPREAD') return 'Enough here already';
  if (code === 'TOPOLOGY') return `Spread over ${about}`;
  if (code === 'AFFINITY_NOT_MATCHED') return `Affinity: ${about}`;
  if (code === 'ANTI_AFFINITY_MATCHED') return `Anti-affinity: ${about}`;
  if (code === 'INSUFFICIENT') return RESOURCE_LABELS[about as ResourceKey].label;
  if (code === 'QUERY') return 'Filter';
  return about.charAt(0).toUpperCase() + about.slice(1);
}

export function reasonDetail({ count, alone, closest }: ReasonCount): string {
  const own =
    alone > 0
      ? `for ${formatCount(alone)} it is the only reason`
      : `${count === 1 ? 'it' : 'each'} has another reason too`;
  const near = closest
    ? `; the closest, ${closest.compute}, is short ${amountText(closest.resource, closest.short)}`
    : '';
  return `Keeps out ${counted(count, 'compute', 'computes')}; ${own}${near}.`;
}
