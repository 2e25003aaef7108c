import type { BareMetal } from './bare-metal.ts';
import { book, bookAll } from './booking.ts';
import { hostsOf, type Host } from './hosts.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';
import { SERVICE_PLANS } from './services.ts';

interface Overbooking {
  readonly compute: string;
  readonly service: string;
  readonly overrideReason: string;
}

/** The two computes that carry more than they have, each by a decision that somebody wrote down. */
export const OVERBOOKINGS: readonly Overbooking[] = [
  {
    compute: 'fra1-hv-03',
    service: 'virtual-machines',
    overrideReason: 'Carries the guests of fra1-hv-12 until its CPU is swapped on 2026-11-27 (change 4711).',
  },
  {
    compute: 'ams1-db-02',
    service: 'reporting-db',
    overrideReason: 'Extra replicas for the year-end reports; agreed with Data Services until 2027-01-15.',
  },
];

function overbook(hosts: readonly Host[], { compute, service, overrideReason }: Overbooking): void {
  const host = hosts.find(({ name }) => name === compute);
  const booking = host?.bookings.get(service);
  if (!host || !booking) throw new Error(`The sample has no ${service} on ${compute} to overbook.`);
  while (host.used.cores <= host.total.cores) book(host, service, booking.allocated);
  booking.overrideReason = overrideReason;
}

/** What runs where. */
export function assignments(computes: readonly BareMetal[], virtual: readonly SampleRow[]): SampleRow[] {
  const hosts = hostsOf(computes, virtual);
  bookAll(hosts, SERVICE_PLANS);
  for (const overbooking of OVERBOOKINGS) overbook(hosts, overbooking);
  return hosts.flatMap((host) =>
    [...host.bookings].map(([service, { quantity, allocated, overrideReason }]) =>
      sampleRow('assignment', `${service}@${host.name}`, {
        serviceId: keyOf('service', service),
        computeId: host.key,
        quantity,
        allocated,
        ...(overrideReason ? { overrideReason } : {}),
      }),
    ),
  );
}
