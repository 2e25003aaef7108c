import type { BrokenRule } from '../../../shared/contract/service.ts';
import type { Selector } from '../../../shared/domain/placement-rule.ts';
import type { PlanService } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { amountText } from '../../../shared/rules/placement-amount-text.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import { expressionHolds, termsOf } from '../../../shared/rules/selector.ts';
import { amountsOf } from '../../planner/amounts.ts';
import { hasBit } from '../../planner/bitset.ts';
import { stateAt, tagAt, type Booking, type PlannerColumns } from '../../planner/columns.ts';

function affinityBroken(columns: PlannerColumns, row: number, selector: Selector, index: number): BrokenRule[] {
  return termsOf(selector).flatMap((term): BrokenRule[] => {
    const { key, operator: op, values } = term;
    const actual = tagAt(columns, row, key);
    if (expressionHolds(term, actual)) return [];
    const rule = `affinity[${index}].${term.path}`;
    const message = reasonText({ code: 'AFFINITY_NOT_MATCHED', rule, key, op, want: [...values], actual });
    return [{ code: 'AFFINITY', rule, message }];
  });
}

function antiAffinityBroken(columns: PlannerColumns, row: number, selector: Selector, index: number): BrokenRule[] {
  const terms = termsOf(selector).map((term) => ({ term, actual: tagAt(columns, row, term.key) }));
  if (!terms.every(({ term, actual }) => expressionHolds(term, actual))) return [];
  const rule = `antiAffinity[${index}]`;
  const matched = terms.map(({ term: { key, operator, values }, actual }) => {
    return { key, op: operator, want: [...values], actual };
  });
  return [{ code: 'ANTI_AFFINITY', rule, message: reasonText({ code: 'ANTI_AFFINITY_MATCHED', rule, matched }) }];
}

/** Amounts outside today's minimum and maximum, and resources of which more is booked here than there is. */
function amountsBroken(columns: PlannerColumns, service: PlanService, row: number, booking: Booking): BrokenRule[] {
  const least = amountsOf(service.min);
  const most = amountsOf(service.max, least);
  return RESOURCE_KEYS.flatMap((key, resource): BrokenRule[] => {
    const amount = booking.allocated[resource] ?? 0;
    const { label } = RESOURCE_LABELS[key];
    const text = (value: number) => amountText(key, value);
    const [low, high] = [least[resource] ?? 0, most[resource] ?? 0];
    const broken: BrokenRule[] = [];
    if (amount < low || amount > high) {
      const message = `${label}: each instance has ${text(amount)}; the service now asks for ${low === high ? text(low) : `${text(low)} to ${text(high)}`}.`;
      broken.push({ code: 'SPEC', rule: `service.${amount < low ? 'min' : 'max'}.${key}`, message });
    }
    const [total, used] = [columns.total[resource]?.[row] ?? 0, columns.used[resource]?.[row] ?? 0];
    if (amount > 0 && used > total) {
      const message = `${label}: ${text(used)} are booked on this compute, which has ${text(total)}.`;
      broken.push({ code: 'OVERBOOKED', rule: `service.min.${key}`, message });
    }
    return broken;
  });
}

/** Every rule of a service that no longer holds for what it runs on one compute. */
export function brokenAt(columns: PlannerColumns, service: PlanService, row: number, booking: Booking): BrokenRule[] {
  const { affinity, antiAffinity, spreadMax } = service.placement;
  const state = stateAt(columns, row);
  const broken: BrokenRule[] = [];
  if (state !== 'active')
    broken.push({ code: 'STATE', rule: 'state', message: `The compute is ${state ?? 'gone'}, not active.` });
  broken.push(...affinity.flatMap((selector, index) => affinityBroken(columns, row, selector, index)));
  broken.push(...antiAffinity.flatMap((selector, index) => antiAffinityBroken(columns, row, selector, index)));
  if (spreadMax > 0 && booking.quantity > spreadMax) {
    const message = `At most ${spreadMax} may run on one compute; ${booking.quantity} do.`;
    broken.push({ code: 'SPREAD', rule: 'spreadMax', message });
  }
  return [...broken, ...amountsBroken(columns, service, row, booking)];
}

/** Values of a key that active computes have. */
function eligibleValues(columns: PlannerColumns, key: string): Set<string> {
  const column = columns.tags.get(key);
  const values = new Set<string>();
  if (!column) return values;
  const seen = new Uint8Array(column.values.length);
  for (let row = 0; row < columns.rowCount; row++) {
    if (hasBit(columns.active, row)) seen[column.codes[row] ?? 0] = 1;
  }
  column.values.forEach((value, code) => {
    if (value !== null && seen[code] === 1) values.add(value);
  });
  return values;
}

/** Topology spreads that what runs now breaks: too large a difference between values, or computes without the key. */
export function brokenTogether(columns: PlannerColumns, service: PlanService): BrokenRule[] {
  const bookings = columns.bookings.get(service.id ?? '');
  if (!bookings) return [];
  return service.placement.topologySpread.flatMap(({ key, maxSkew }, index): BrokenRule[] => {
    const counts = new Map<string, number>([...eligibleValues(columns, key)].map((value) => [value, 0]));
    let keyless = 0;
    for (const [row, { quantity }] of bookings) {
      const value = tagAt(columns, row, key);
      if (value === null) keyless += quantity;
      else counts.set(value, (counts.get(value) ?? 0) + quantity);
    }
    const rule = `topologySpread[${index}]`;
    const sorted = [...counts].toSorted((left, right) => right[1] - left[1]);
    const [most, least] = [sorted[0], sorted.at(-1)];
    const broken: BrokenRule[] = [];
    if (most && least && most[1] - least[1] > maxSkew) {
      const message = `${key} ${most[0]} holds ${most[1]} while ${least[0]} holds ${least[1]}; the difference may be ${maxSkew}.`;
      broken.push({ code: 'TOPOLOGY', rule, message });
    }
    if (keyless > 0)
      broken.push({
        code: 'TOPOLOGY',
        rule,
        message: `${keyless} run on computes without ${key}, over which it is spread.`,
      });
    return broken;
  });
}
