import type { Blocker, Grouping } from '../../../shared/contract/capacity.ts';
import { COMPUTE_STATES, COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';

/** `62 %`, or a dash without capacity data. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** An amount as it is compared down a column, to one decimal in its largest unit: 46677376 MB → `44.5 TB`. */
export function amountText(amount: number, unit: 'cores' | 'MB' | 'GB' | 'count'): string {
  if (unit === 'cores' || unit === 'count') return WHOLE.format(amount);
  const [base, names] = unit === 'MB' ? [1024, ['MB', 'GB', 'TB', 'PB']] : [1000, ['GB', 'TB', 'PB']];
  let size = amount;
  let step = 0;
  while (size >= base && step < names.length - 1) {
    size /= base;
    step++;
  }
  return `${ONE_DECIMAL.format(size)} ${names[step]}`;
}

/** What keeps a compute from taking more. */
export function blockerText(blocker: Blocker): string {
  if (blocker === 'state') return 'Not active';
  if (blocker === 'no-data') return 'No capacity data';
  return RESOURCE_LABELS[blocker].label;
}

export const GROUPINGS: readonly (readonly [Grouping, string])[] = [
  ['site', 'Site'],
  ['room', 'Room'],
  ['row', 'Row'],
  ['rack', 'Rack'],
  ['provider', 'Provider'],
  ['region', 'Region'],
  ['type', 'Type'],
  ['role', 'Role'],
  ['owner', 'Owner'],
  ['state', 'State'],
];

/** The grouping in the address, or the first one. */
export function readGrouping(text: string | undefined): Grouping {
  if (text?.startsWith('tag:') && text.length > 'tag:'.length) return text as Grouping;
  return GROUPINGS.find(([by]) => by === text)?.[0] ?? 'site';
}

/** A group's name as people read it. */
export function groupText(by: Grouping, value: string | null): string {
  if (value === null) return `no ${by.startsWith('tag:') ? by.slice('tag:'.length) : by}`;
  if (by === 'type') return COMPUTE_TYPES.find((type) => type.value === value)?.label ?? value;
  if (by === 'state') return COMPUTE_STATES.find((state) => state.value === value)?.label ?? value;
  return value;
}

/** The query that lists the computes of a group, or null where the query language has no word for it. */
export function groupQuery(by: Grouping, value: string | null): string | null {
  if (value === null) return null;
  const quoted = `"${value.replaceAll('"', '\\"')}"`;
  if (by.startsWith('tag:')) return `${by.slice('tag:'.length)}=${quoted}`;
  return ['provider', 'region', 'type', 'role', 'owner', 'state'].includes(by) ? `${by}:${quoted}` : null;
}
