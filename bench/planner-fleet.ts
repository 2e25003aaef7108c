import { buildColumns } from '../electron/planner/columns-change.ts';
import { seededNumbers } from '../electron/planner/testing/seeded-numbers.ts';
import type { PlannerAssignment, PlannerColumns, PlannerCompute } from '../electron/planner/columns.ts';

const SIZES = [
  { cores: 16, memory: 65_536, vram: 0, nvme: 960, gpu: 0 },
  { cores: 32, memory: 131_072, vram: 0, nvme: 1_920, gpu: 0 },
  { cores: 64, memory: 262_144, vram: 0, nvme: 3_840, gpu: 0 },
  { cores: 96, memory: 524_288, vram: 163_840, nvme: 7_680, gpu: 4 },
];

/** A fleet of `computeCount` machines in 4 sizes, 3 zones and 2 environments, each booked to a random degree by one other service. */
export function benchFleet(computeCount: number): PlannerColumns {
  const random = seededNumbers(computeCount);
  const pick = <Entry>(entries: readonly Entry[]): Entry | undefined => entries[Math.floor(random() * entries.length)];
  const computes: PlannerCompute[] = [];
  const assignments: PlannerAssignment[] = [];
  for (let index = 0; index < computeCount; index++) {
    const total = pick(SIZES) ?? SIZES[0];
    if (!total) break;
    const tags = {
      zone: pick(['a', 'b', 'c']) ?? 'a',
      env: pick(['prod', 'dev']) ?? 'prod',
      '@rack': `r${index % 997}`,
    };
    const state = random() < 0.95 ? ('active' as const) : ('maintenance' as const);
    computes.push({ id: `c${index}`, name: `node-${index}`, state, tags, total });
    const allocated = {
      cores: Math.floor(total.cores * random()),
      memory: Math.floor(total.memory * random()),
      vram: Math.floor(total.vram * random()),
      nvme: Math.floor(total.nvme * random()),
      gpu: Math.floor(total.gpu * random()),
    };
    assignments.push({ serviceId: 'other', computeId: `c${index}`, quantity: 1, allocated });
  }
  return buildColumns(computes, assignments);
}
