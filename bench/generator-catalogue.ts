import { keyOf, sampleRow, type SampleRow } from '../electron/features/sample/sample-row.ts';

const DEVICE_TYPE_COUNT = 5;
export const SERVICE_COUNT = 60;

/** Parts that computes are fitted with, by the order in which a build takes them. */
const PARTS = {
  cpu: [16, 24, 32, 48, 64].map((cores) => ({ cores, threads: cores * 2, ghz: 2.4, tdp_watts: 4 * cores })),
  ram: [16, 32, 64, 96, 128].map((capacity_gb) => ({ capacity_gb, speed_mhz: 4800, ecc: true })),
  storage: [960, 1920, 3840, 7680, 15_360].map((capacity_gb) => ({ capacity_gb, type: 'nvme' })),
  nic: [10, 25, 50, 100, 200].map((speed_gbps) => ({ ports: 2, speed_gbps })),
} as const;

export const BUILD_ORDER = ['cpu', 'ram', 'storage', 'nic'] as const;

export const VARIANTS = 5;

export function componentKey(type: (typeof BUILD_ORDER)[number], variant: number): string {
  return keyOf('component', `${type}-${variant}`);
}

export function deviceTypeKey(variant: number): string {
  return keyOf('deviceType', `bench-${variant % DEVICE_TYPE_COUNT}`);
}

export function serviceKey(number: number): string {
  return keyOf('service', `service-${number % SERVICE_COUNT}`);
}

function deviceTypes(): SampleRow[] {
  return Array.from({ length: DEVICE_TYPE_COUNT }, (_, variant) =>
    sampleRow('deviceType', `bench-${variant}`, {
      manufacturer: 'Bench',
      model: `1U server ${variant + 1}`,
      heightHalfU: 2,
      weightGrams: 15_000,
      powerWatts: 400,
    }),
  );
}

function components(): SampleRow[] {
  return BUILD_ORDER.flatMap((type) =>
    PARTS[type].map((specs, variant) =>
      sampleRow('component', `${type}-${variant}`, {
        type,
        manufacturer: 'Bench',
        model: `${type} ${variant + 1}`,
        partNumber: `${type.toUpperCase()}-${variant + 1}`,
        specs: { ...specs },
        powerWatts: 10,
      }),
    ),
  );
}

/** What one instance of a service is allocated: little enough that any three fit the smallest compute. */
export function allocationOf(number: number): Record<string, number> {
  return { cores: 1 + (number % 4), memory: 4096 * (1 + (number % 4)), nvme: 20 * (1 + (number % 5)) };
}

function services(): SampleRow[] {
  return Array.from({ length: SERVICE_COUNT }, (_, number) =>
    sampleRow('service', `service-${number}`, {
      name: `service-${String(number).padStart(2, '0')}`,
      owner: `team-${number % 8}`,
      minSpec: allocationOf(number),
      maxSpec: { cores: 8, memory: 32_768, nvme: 200 },
      placement: { affinity: [{ matchLabels: { env: number % 3 === 0 ? 'prod' : 'dev' } }], spreadMax: 4 },
    }),
  );
}

/** The rows that every compute of the fleet refers to. */
export function fleetCatalogue(): SampleRow[] {
  return [...deviceTypes(), ...components(), ...services()];
}
