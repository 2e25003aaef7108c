import type { BareMetal } from './bare-metal.ts';
import { sampleRow, type SampleRow } from './sample-row.ts';

type Size = readonly [cores: number, memoryGb: number, storageGb: number];

interface Plan {
  readonly title: string;
  readonly size: Size;
  readonly monthlyCost: string;
}

interface VpsGroup {
  readonly provider: string;
  readonly currency: 'EUR' | 'USD';
  readonly region: string;
  readonly prefix: string;
  readonly count: number;
  readonly plan: Plan;
  readonly owner: string;
  readonly env: 'prod' | 'dev';
  readonly contractEnd?: string;
}

const PLANS = {
  cx32: { title: 'CX32', size: [4, 8, 80], monthlyCost: '6.80' },
  ccx23: { title: 'CCX23', size: [4, 16, 160], monthlyCost: '24.49' },
  ccx33: { title: 'CCX33', size: [8, 32, 240], monthlyCost: '48.49' },
  basic4: { title: 's-2vcpu-4gb', size: [2, 4, 80], monthlyCost: '24.00' },
  basic8: { title: 's-4vcpu-8gb', size: [4, 8, 160], monthlyCost: '48.00' },
  general16: { title: 'g-4vcpu-16gb', size: [4, 16, 50], monthlyCost: '126.00' },
} satisfies Record<string, Plan>;

const HETZNER = { provider: 'Hetzner Cloud', currency: 'EUR' } as const;
const OCEAN = { provider: 'DigitalOcean', currency: 'USD' } as const;

const VPS_GROUPS: readonly VpsGroup[] = [
  { ...HETZNER, region: 'hel1', prefix: 'hel1-vps', count: 8, plan: PLANS.cx32, owner: 'Network', env: 'prod' },
  {
    ...HETZNER,
    region: 'nbg1',
    prefix: 'nbg1-vps',
    count: 6,
    plan: PLANS.ccx23,
    owner: 'Network',
    env: 'prod',
    contractEnd: '2026-12-31',
  },
  {
    ...HETZNER,
    region: 'hel1',
    prefix: 'hel1-dev',
    count: 6,
    plan: PLANS.ccx33,
    owner: 'Developer Experience',
    env: 'dev',
  },
  {
    ...OCEAN,
    region: 'nyc3',
    prefix: 'nyc3-vps',
    count: 8,
    plan: PLANS.basic8,
    owner: 'Network',
    env: 'prod',
    contractEnd: '2027-06-30',
  },
  { ...OCEAN, region: 'sgp1', prefix: 'sgp1-vps', count: 4, plan: PLANS.general16, owner: 'Network', env: 'prod' },
  { ...OCEAN, region: 'sgp1', prefix: 'sgp1-probe', count: 4, plan: PLANS.basic4, owner: 'Observability', env: 'prod' },
];

function stated([cores, memoryGb, storageGb]: Size) {
  return { statedCores: cores, statedMemoryMb: memoryGb * 1024, statedNvmeGb: storageGb };
}

export function vpsComputes(): SampleRow[] {
  return VPS_GROUPS.flatMap((group) =>
    Array.from({ length: group.count }, (_, index) => {
      const name = `${group.prefix}-${String(index + 1).padStart(2, '0')}`;
      const { provider, region, owner, env, plan, currency, contractEnd } = group;
      return sampleRow(
        'compute',
        name,
        {
          name,
          type: 'vps',
          state: name === 'sgp1-probe-04' ? 'inactive' : 'active',
          provider,
          region,
          role: 'relay',
          owner,
          ...stated(plan.size),
          monthlyCost: plan.monthlyCost,
          currency,
          ...(contractEnd ? { contractEnd, renewalDate: contractEnd.replace(/-\d\d$/, '-01') } : {}),
          notes: `Plan ${plan.title}.`,
        },
        { env, zone: `${region}-a`, 'role-relay': 'true' },
      );
    }),
  );
}

const VM_KINDS: readonly (readonly [role: string, owner: string, size: Size])[] = [
  ['office', 'Corporate IT', [4, 16, 200]],
  ['git', 'Developer Experience', [8, 32, 500]],
  ['identity', 'Security', [4, 8, 60]],
  ['office', 'Corporate IT', [2, 8, 100]],
  ['vault', 'Security', [2, 4, 40]],
  ['office', 'Corporate IT', [8, 16, 250]],
];

const VMS_PER_HYPERVISOR = 3;

/** Three VMs on each hypervisor; the tag `hypervisor` says which. */
export function vmComputes(computes: readonly BareMetal[]): SampleRow[] {
  const hypervisors = computes.filter(({ group }) => group.role === 'hypervisor');
  return hypervisors.flatMap(({ name: hypervisor, rack }, hostIndex) =>
    Array.from({ length: VMS_PER_HYPERVISOR }, (_, index) => {
      const number = hostIndex * VMS_PER_HYPERVISOR + index;
      const [role, owner, size] = VM_KINDS[number % VM_KINDS.length] ?? ['office', 'Corporate IT', [2, 8, 100]];
      const { site, zone, region } = rack.hall;
      const name = `${site}-vm-${role}-${String(number + 1).padStart(2, '0')}`;
      return sampleRow(
        'compute',
        name,
        { name, type: 'vm', provider: 'Proxmox', region, role, owner, ...stated(size) },
        { env: 'prod', zone, [`role-${role}`]: 'true', hypervisor },
      );
    }),
  );
}
