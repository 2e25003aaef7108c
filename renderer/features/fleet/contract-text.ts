import type { InferContractRouterInputs } from '@orpc/contract';
import type { billingContract } from '../../../shared/contract/billing.ts';
import type { Tone } from '../../ui/ToneIcon.tsx';

export type Grouping = InferContractRouterInputs<typeof billingContract>['totals']['by'];

const PLAIN = ['provider', 'region', 'group', 'group tree', 'role', 'owner', 'type', 'state', 'all'] as const;
const SOON_DAYS = 30;

/** What totals are grouped by; null while a tag is still to be named. */
export function groupingOf(by: string, tag: string): Grouping | null {
  if (by !== 'tag') return PLAIN.find((entry) => entry === by) ?? 'all';
  const key = tag.trim();
  return key === '' ? null : `tag:${key}`;
}

export function dueTone(daysLeft: number): Tone {
  if (daysLeft < 0) return 'bad';
  return daysLeft <= SOON_DAYS ? 'attention' : 'neutral';
}

/** `in 12 days`, `today`, `3 days ago`. */
export function dueText(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  const days = Math.abs(daysLeft) === 1 ? '1 day' : `${Math.abs(daysLeft)} days`;
  return daysLeft < 0 ? `${days} ago` : `in ${days}`;
}
