import type { storageContract } from '../../../shared/contract/storage.ts';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { raidLevelLabel, type RaidImplementation, type RaidLevel } from '../../../shared/domain/raid-level.ts';
import type { RaidGroupCapacity } from '../../../shared/rules/raid-groups.ts';
import type { RaidCapacity } from '../../../shared/rules/raid-model.ts';
import type { TotalsFinding } from '../../../shared/rules/totals-model.ts';
import { computeTotals, raidGroupCapacities, type TotalsAssignment } from '../../../shared/rules/totals.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { diskView, disksOf, groupKey, type DiskOf, type Fitted } from './disks.ts';

type Outputs = InferContractRouterOutputs<typeof storageContract>;
type GroupView = Outputs['groups']['groups'][number];

function capacityView(capacity: RaidCapacity | null): GroupView['capacity'] {
  if (!capacity) return null;
  const { finding: _finding, ...shown } = capacity;
  return shown;
}

function findingsView(findings: readonly TotalsFinding[]): GroupView['findings'] {
  return findings.map(({ code, severity, message }) => ({ code, severity, message }));
}

function assignmentsOf(disks: readonly DiskOf[]): TotalsAssignment[] {
  const fitted = new Map<string, Fitted>(disks.map((disk) => [disk.assignmentId, disk.fitted]));
  return [...fitted.values()].map((row) => ({ ...row, componentType: row.type, componentName: row.component }));
}

function firstOf<Value>(disks: readonly DiskOf[], read: (fitted: Fitted) => Value | null): Value | null {
  return disks.map(({ fitted }) => read(fitted)).find((value) => value !== null) ?? null;
}

function groupView(computed: RaidGroupCapacity, disks: readonly DiskOf[]): GroupView {
  const own = disks.filter(({ fitted }) => groupKey(fitted.raidGroup) === groupKey(computed.name));
  const members = own.filter(({ hotSpare }) => !hotSpare);
  const nominal = members.map(({ fitted }) => fitted.raidNominalMembers ?? 0);
  return {
    name: computed.name,
    level: computed.level ?? firstOf(members, ({ raidLevel }) => raidLevel),
    implementation: firstOf(members, ({ raidImplementation }) => raidImplementation),
    nominalMembers: Math.max(0, ...nominal) || null,
    members: members.map(diskView),
    hotSpares: own.filter(({ hotSpare }) => hotSpare).map(diskView),
    capacity: capacityView(computed.capacity),
    findings: findingsView(computed.findings),
  };
}

/** RAID groups, loose disks and findings of a compute, by the functions that its totals are added up with. */
export function storageOf(database: ReadDatabase, computeId: string): Outputs['groups'] {
  const disks = disksOf(database, computeId);
  const assignments = assignmentsOf(disks);
  const totals = computeTotals({ assignments, coresCount: 'cores' });
  return {
    groups: raidGroupCapacities(assignments).map((group) => groupView(group, disks)),
    loose: disks.filter(({ fitted }) => groupKey(fitted.raidGroup) === null).map(diskView),
    totalGb: totals.nvme,
    findings: findingsView(totals.findings),
  };
}

export function groupNamed(database: ReadDatabase, computeId: string, name: string): GroupView | null {
  return storageOf(database, computeId).groups.find((group) => groupKey(group.name) === groupKey(name)) ?? null;
}

const DRAFT = 'this group';

/** What a group of these disks would be. The same arithmetic as a stored group's. */
export function previewGroup(input: {
  readonly level: RaidLevel | null;
  readonly implementation: RaidImplementation | null;
  readonly nominalMembers: number | null;
  readonly members: readonly { capacityGb: number; failed: boolean; medium: 'hdd' | 'ssd' | 'nvme' | null }[];
  readonly hotSpares: number;
}): Outputs['preview'] {
  const assignments = input.members.map(({ capacityGb, failed, medium }) => ({
    componentType: 'storage',
    specs: { capacity_gb: capacityGb, ...(medium ? { type: medium } : {}) },
    quantity: 1,
    failed,
    raidGroup: DRAFT,
    raidLevel: input.level,
    raidImplementation: input.implementation,
    raidNominalMembers: input.nominalMembers,
  }));
  const [group] = raidGroupCapacities(assignments);
  if (group) return { capacity: capacityView(group.capacity), findings: findingsView(group.findings) };
  const message = `${input.level ? raidLevelLabel(input.level) : 'The group'} has no disks yet; choose the first one.`;
  return { capacity: null, findings: [{ code: 'RAID_UNFINISHED', severity: 'error', message }] };
}
