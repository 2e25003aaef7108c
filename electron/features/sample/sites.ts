import type { PowerFeed } from '../../../shared/domain/power-feed.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

export interface Hall {
  readonly site: string;
  readonly room: string;
  readonly zone: string;
  readonly provider: string;
  readonly region: string;
}

const FRANKFURT = { site: 'fra1', provider: 'Equinix', region: 'eu-central' } as const;
const AMSTERDAM = { site: 'ams1', provider: 'Digital Realty', region: 'eu-west' } as const;

const HALL_1: Hall = { ...FRANKFURT, room: 'Hall 1', zone: 'fra1-a' };
const HALL_2: Hall = { ...FRANKFURT, room: 'Hall 2', zone: 'fra1-b' };
const SUITE_3: Hall = { ...AMSTERDAM, room: 'Suite 3', zone: 'ams1-a' };

export interface RackPlan {
  readonly name: string;
  readonly row: string;
  readonly hall: Hall;
  readonly heightU: number;
  readonly amps: 32 | 63;
  readonly numbering?: 'top';
  readonly status?: 'planned' | 'reserved';
  readonly role: string;
  readonly notes?: string;
}

interface RowPlan {
  readonly row: string;
  readonly hall: Hall;
  readonly heightU: number;
  readonly numbering?: 'top';
  /** Roles of the racks from left to right. */
  readonly roles: readonly string[];
}

const ROW_PLANS: readonly RowPlan[] = [
  { row: 'A', hall: HALL_1, heightU: 47, roles: ['web', 'database', 'search', 'virtualisation', 'network'] },
  { row: 'B', hall: HALL_1, heightU: 42, roles: ['gpu', 'gpu', 'storage', 'blades', 'kubernetes'] },
  { row: 'C', hall: HALL_2, heightU: 42, roles: ['kubernetes', 'cache', 'staging', 'lab', 'spare', 'facility'] },
  { row: 'D', hall: SUITE_3, heightU: 47, roles: ['web', 'database', 'virtualisation', 'network'] },
  { row: 'E', hall: SUITE_3, heightU: 42, numbering: 'top', roles: ['kubernetes', 'storage', 'edge', 'spare'] },
];

const HIGH_POWER = new Set(['web', 'gpu', 'kubernetes']);

const EXCEPTIONS: Record<string, Pick<RackPlan, 'status' | 'notes'>> = {
  C05: { status: 'planned', notes: 'Delivered empty; feeds are live from March 2027.' },
  E04: { status: 'reserved', notes: 'Held for the second GPU cluster.' },
};

function rackName(plan: RowPlan, index: number): string {
  return `${plan.row}${String(index + 1).padStart(2, '0')}`;
}

export const RACK_PLANS: readonly RackPlan[] = ROW_PLANS.flatMap((plan) =>
  plan.roles.map((role, index): RackPlan => {
    const { row, hall, heightU, numbering } = plan;
    const name = rackName(plan, index);
    const amps = HIGH_POWER.has(role) ? 63 : 32;
    return { name, row, hall, heightU, amps, role, ...(numbering ? { numbering } : {}), ...EXCEPTIONS[name] };
  }),
);

/** The rack named so; a table of the sample that names another is a mistake in this folder. */
export function rackPlan(name: string): RackPlan {
  const plan = RACK_PLANS.find((entry) => entry.name === name);
  if (!plan) throw new Error(`The sample has no rack ${name}.`);
  return plan;
}

function sites(): SampleRow[] {
  return [
    sampleRow(
      'site',
      'fra1',
      {
        name: 'fra1',
        region: FRANKFURT.region,
        provider: FRANKFURT.provider,
        address: 'Hanauer Landstraße 320\n60314 Frankfurt am Main\nGermany',
        timeZone: 'Europe/Berlin',
        notes: 'Main site. Deliveries at gate 3, 07:00 to 19:00.',
      },
      { env: 'prod' },
    ),
    sampleRow(
      'site',
      'ams1',
      {
        name: 'ams1',
        region: AMSTERDAM.region,
        provider: AMSTERDAM.provider,
        address: 'Science Park 610\n1098 XH Amsterdam\nNetherlands',
        timeZone: 'Europe/Amsterdam',
        notes: 'Second site, 12 ms from fra1.',
      },
      { env: 'prod' },
    ),
  ];
}

function rooms(): SampleRow[] {
  return [HALL_1, HALL_2, SUITE_3].map((hall) =>
    sampleRow(
      'room',
      `${hall.site}/${hall.room}`,
      { name: hall.room, siteId: keyOf('site', hall.site) },
      { zone: hall.zone },
    ),
  );
}

export function roomKey(hall: Hall): string {
  return keyOf('room', `${hall.site}/${hall.room}`);
}

function rows(): SampleRow[] {
  return ROW_PLANS.map(({ row, hall }) => {
    const ordinal = ROW_PLANS.filter((plan) => plan.hall === hall).findIndex((plan) => plan.row === row) + 1;
    return sampleRow('row', row, { name: row, roomId: roomKey(hall), ordinal });
  });
}

function feeds(plan: RackPlan): PowerFeed[] {
  return ['A', 'B'].map((name) => ({ name, volts: 400, amps: plan.amps, phases: 3, deratingPercent: 80 }));
}

function rackRow(plan: RackPlan): SampleRow {
  return sampleRow(
    'rack',
    plan.name,
    {
      name: plan.name,
      roomId: roomKey(plan.hall),
      rowId: keyOf('row', plan.row),
      ordinal: Number(plan.name.slice(1)),
      heightU: plan.heightU,
      numbering: plan.numbering ?? 'bottom',
      depthMm: plan.role === 'gpu' || plan.role === 'storage' ? 1100 : 1000,
      maximumWeightGrams: plan.heightU === 47 ? 1_500_000 : 1_200_000,
      feeds: feeds(plan),
      status: plan.status ?? 'active',
      role: plan.role,
      assetTag: `RK-${plan.name}`,
      notes: plan.notes ?? null,
    },
    { zone: plan.hall.zone },
  );
}

/** Sites, rooms, rows and racks. */
export function places(): SampleRow[] {
  return [...sites(), ...rooms(), ...rows(), ...RACK_PLANS.map(rackRow)];
}
