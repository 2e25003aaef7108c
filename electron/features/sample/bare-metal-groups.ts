import type { BuildName } from './builds.ts';
import type { ServerTypeName } from './server-types.ts';

/** Computes of one kind that stand together in a rack. */
export interface BareMetalGroup {
  readonly prefix: string;
  readonly from: number;
  readonly count: number;
  readonly serverType: ServerTypeName;
  readonly build: BuildName;
  readonly role: string;
  readonly owner: string;
  readonly env: 'prod' | 'staging' | 'dev';
  readonly rack: string;
  /** Lowest half unit from the rack floor of the first one. */
  readonly fromHalfU: number;
  /** Empty half units above each. */
  readonly gapHalfU?: number;
  /** How many stand side by side. */
  readonly abreast?: 2;
  /** Name of the chassis whose bays they fill, instead of units of the rack. */
  readonly chassis?: string;
  readonly installedAt: string;
  readonly tags?: Readonly<Record<string, string>>;
}

type Common = Pick<BareMetalGroup, 'serverType' | 'build' | 'role' | 'owner' | 'env'>;

const WEB: Common = { serverType: 'r660', build: 'web', role: 'web', owner: 'Web Platform', env: 'prod' };
const APP: Common = { serverType: 'r660', build: 'app', role: 'app', owner: 'Web Platform', env: 'prod' };
const DATABASE: Common = {
  serverType: 'dl380',
  build: 'database',
  role: 'database',
  owner: 'Data Services',
  env: 'prod',
};
const SEARCH: Common = { serverType: 'dl380', build: 'search', role: 'search', owner: 'Search', env: 'prod' };
const STREAM: Common = { serverType: 'dl380', build: 'stream', role: 'stream', owner: 'Data Services', env: 'prod' };
const CACHE: Common = { serverType: 'dl380', build: 'cache', role: 'cache', owner: 'Data Services', env: 'prod' };
const HYPERVISOR: Common = {
  serverType: 'dl380',
  build: 'hypervisor',
  role: 'hypervisor',
  owner: 'Infrastructure',
  env: 'prod',
};
const CI: Common = { serverType: 'as1115', build: 'ci', role: 'ci', owner: 'Developer Experience', env: 'dev' };
const KUBERNETES: Common = {
  serverType: 'as1115',
  build: 'kubernetes',
  role: 'kubernetes',
  owner: 'Container Platform',
  env: 'prod',
};
const H100: Common = { serverType: 'gpu421', build: 'h100', role: 'gpu', owner: 'ML Research', env: 'prod' };
const L40S: Common = { serverType: 'gpu421', build: 'l40s', role: 'gpu', owner: 'ML Research', env: 'prod' };
const L4: Common = { serverType: 'gpu421', build: 'l4', role: 'gpu', owner: 'ML Research', env: 'prod' };
const STORAGE: Common = {
  serverType: 'ssg640',
  build: 'storage',
  role: 'storage',
  owner: 'Infrastructure',
  env: 'prod',
};
const ARCHIVE: Common = {
  serverType: 'ssg640',
  build: 'archive',
  role: 'archive',
  owner: 'Infrastructure',
  env: 'prod',
};
const BLADE: Common = { serverType: 'bl460c', build: 'blade', role: 'batch', owner: 'Data Services', env: 'prod' };
const STAGING: Common = {
  serverType: 'r660',
  build: 'staging',
  role: 'staging',
  owner: 'Developer Experience',
  env: 'staging',
};
const LAB: Common = { ...STAGING, role: 'lab', env: 'dev' };
const MONITORING: Common = {
  serverType: 'r660',
  build: 'monitoring',
  role: 'monitoring',
  owner: 'Observability',
  env: 'prod',
};
const EDGE: Common = { serverType: 'e300', build: 'edge', role: 'edge', owner: 'Network', env: 'prod' };
const OUT_OF_BAND: Common = { serverType: 'apu2', build: 'outOfBand', role: 'oob', owner: 'Network', env: 'prod' };

type Place = Omit<BareMetalGroup, keyof Common>;

const place = (
  prefix: string,
  from: number,
  count: number,
  rack: string,
  fromHalfU: number,
  installedAt: string,
): Place => {
  return { prefix, from, count, rack, fromHalfU, installedAt };
};

export const BARE_METAL_GROUPS: readonly BareMetalGroup[] = [
  { ...WEB, ...place('fra1-web', 1, 22, 'A01', 0, '2024-03-11') },
  { ...APP, ...place('fra1-app', 1, 18, 'A01', 44, '2024-03-14') },
  { ...DATABASE, ...place('fra1-db', 1, 16, 'A02', 0, '2024-05-21') },
  { ...SEARCH, ...place('fra1-search', 1, 6, 'A03', 0, '2024-06-04') },
  { ...STREAM, ...place('fra1-stream', 1, 4, 'A03', 24, '2024-06-04') },
  { ...CI, ...place('fra1-ci', 1, 10, 'A03', 44, '2025-01-20'), gapHalfU: 1 },
  { ...HYPERVISOR, ...place('fra1-hv', 1, 14, 'A04', 0, '2024-09-02') },
  { ...EDGE, ...place('fra1-edge', 1, 6, 'A05', 20, '2023-11-13'), abreast: 2 },
  { ...OUT_OF_BAND, ...place('fra1-oob', 1, 4, 'A05', 28, '2021-02-08'), abreast: 2 },
  { ...H100, ...place('fra1-gpu', 1, 4, 'B01', 0, '2025-04-07'), tags: { 'gpu-model': 'h100' } },
  { ...L40S, ...place('fra1-gpu', 5, 6, 'B02', 0, '2025-06-16'), tags: { 'gpu-model': 'l40s' } },
  { ...STORAGE, ...place('fra1-stor', 1, 6, 'B03', 0, '2023-08-28') },
  { ...BLADE, ...place('fra1-bl', 1, 16, 'B04', 0, '2020-10-05'), chassis: 'fra1-chassis-01' },
  { ...BLADE, ...place('fra1-bl', 17, 6, 'B04', 0, '2020-11-16'), chassis: 'fra1-chassis-02' },
  { ...KUBERNETES, ...place('fra1-k8s', 1, 12, 'B05', 0, '2025-02-10'), gapHalfU: 2 },
  { ...KUBERNETES, ...place('fra1-k8s', 13, 38, 'C01', 0, '2025-09-01') },
  { ...CACHE, ...place('fra1-cache', 1, 8, 'C02', 2, '2024-11-18'), gapHalfU: 1 },
  { ...STAGING, ...place('fra1-stg', 1, 10, 'C03', 0, '2023-05-15'), gapHalfU: 2 },
  { ...LAB, ...place('fra1-lab', 1, 4, 'C04', 4, '2022-04-04'), gapHalfU: 4 },
  { ...MONITORING, ...place('fra1-mon', 1, 2, 'C06', 40, '2024-02-19') },
  { ...WEB, ...place('ams1-web', 1, 16, 'D01', 0, '2024-07-08') },
  { ...APP, ...place('ams1-app', 1, 12, 'D01', 40, '2024-07-10'), gapHalfU: 1 },
  { ...DATABASE, ...place('ams1-db', 1, 10, 'D02', 0, '2024-08-12') },
  { ...HYPERVISOR, ...place('ams1-hv', 1, 6, 'D03', 0, '2024-10-14'), gapHalfU: 2 },
  { ...L4, ...place('ams1-gpu', 1, 2, 'D04', 0, '2025-03-24'), tags: { 'gpu-model': 'l4' } },
  { ...KUBERNETES, ...place('ams1-k8s', 1, 36, 'E01', 0, '2025-10-13') },
  { ...STORAGE, ...place('ams1-stor', 1, 2, 'E02', 0, '2023-09-18') },
  { ...ARCHIVE, ...place('ams1-arc', 1, 2, 'E02', 24, '2022-06-20') },
  { ...EDGE, ...place('ams1-edge', 1, 4, 'E03', 20, '2023-12-04'), abreast: 2 },
  { ...MONITORING, ...place('ams1-mon', 1, 2, 'E03', 4, '2024-02-26'), gapHalfU: 1 },
];
