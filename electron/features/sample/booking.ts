import type { TopologySpread } from '../../../shared/domain/placement-rule.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { tagsAdmitted } from '../../../shared/rules/selector.ts';
import type { Host } from './hosts.ts';
import type { ServicePlan } from './service-plan.ts';

/** Services booked by number stop here, so that no compute is full by accident. */
const COUNTED_LIMIT = 0.95;

function fits(host: Host, wanted: ResourceSpec, limit: number): boolean {
  return RESOURCE_KEYS.every((key) => {
    const amount = wanted[key] ?? 0;
    return amount === 0 || (host.total[key] > 0 && host.used[key] + amount <= limit * host.total[key]);
  });
}

/** Share of the scarcest resource that is booked. */
export function loadOf({ total, used }: Pick<Host, 'total' | 'used'>): number {
  return Math.max(...RESOURCE_KEYS.map((key) => (total[key] > 0 ? used[key] / total[key] : 0)));
}

export function book(host: Host, service: string, allocated: ResourceSpec): void {
  const booking = host.bookings.get(service);
  if (booking) booking.quantity += 1;
  else host.bookings.set(service, { quantity: 1, allocated });
  const perInstance = booking?.allocated ?? allocated;
  for (const key of RESOURCE_KEYS) host.used[key] += perInstance[key] ?? 0;
}

function bookedOn(host: Host, service: string): number {
  return host.bookings.get(service)?.quantity ?? 0;
}

function countPerValue(hosts: readonly Host[], service: string, key: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const host of hosts) {
    const value = host.tags[key];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + bookedOn(host, service));
  }
  return counts;
}

function keepsSpread(hosts: readonly Host[], host: Host, service: string, { key, maxSkew }: TopologySpread): boolean {
  const value = host.tags[key];
  if (value === undefined) return false;
  const counts = countPerValue(hosts, service, key);
  counts.set(value, (counts.get(value) ?? 0) + 1);
  return (counts.get(value) ?? 0) - Math.min(...counts.values()) <= maxSkew;
}

/** The amounts an instance would get: those already booked there, else the maximum, else the minimum; null: no room. */
function basis(host: Host, plan: ServicePlan, limit: number): ResourceSpec | null {
  const booked = host.bookings.get(plan.name)?.allocated;
  const choices = booked ? [booked] : [plan.maximum, plan.minimum];
  return choices.find((wanted) => fits(host, wanted, limit)) ?? null;
}

function admitted(hosts: readonly Host[], plan: ServicePlan): Host[] {
  return hosts.filter((host) => host.fillTo > 0 && tagsAdmitted(plan.rules, host.tags));
}

/** Books one instance after another where the fewest of them run and the load is least. */
function bookNumber(hosts: readonly Host[], plan: ServicePlan, instances: number): void {
  const { spreadMax, topologySpread } = plan.rules;
  const open = admitted(hosts, plan);
  for (let placed = 0; placed < instances; placed++) {
    const [best] = open
      .filter((host) => spreadMax === 0 || bookedOn(host, plan.name) < spreadMax)
      .filter((host) => topologySpread.every((spread) => keepsSpread(hosts, host, plan.name, spread)))
      .filter((host) => basis(host, plan, COUNTED_LIMIT) !== null)
      .map((host) => ({ host, booked: bookedOn(host, plan.name), load: loadOf(host) }))
      .toSorted((left, right) => left.booked - right.booked || left.load - right.load);
    const allocated = best && basis(best.host, plan, COUNTED_LIMIT);
    if (!allocated) return;
    book(best.host, plan.name, allocated);
  }
}

/** Fills every admitted compute up to its own level. */
function fillUp(hosts: readonly Host[], plan: ServicePlan): void {
  for (const host of admitted(hosts, plan)) {
    for (let next = basis(host, plan, host.fillTo); next; next = basis(host, plan, host.fillTo)) {
      book(host, plan.name, next);
    }
  }
}

/** Books all services: those with a number of instances first, then those that fill what is left. */
export function bookAll(hosts: readonly Host[], plans: readonly ServicePlan[]): void {
  for (const plan of plans) if (plan.instances !== 'fill') bookNumber(hosts, plan, plan.instances);
  for (const plan of plans) if (plan.instances === 'fill') fillUp(hosts, plan);
}
