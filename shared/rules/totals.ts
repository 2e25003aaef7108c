import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceVector } from '../domain/resource.ts';
import { readRaidLevel } from '../domain/raid-level.ts';
import { componentContribution, type ContributingComponent, type Contribution } from './contribution.ts';
import { RaidGroups, type RaidFitting, type RaidGroupCapacity } from './raid-groups.ts';
import type { ComputeTotals, CoresCount, TotalsFinding } from './totals-model.ts';

/** How many of a component are fitted, where, and in which array. */
export interface Fitting extends RaidFitting {
  readonly quantity: number;
  readonly slot?: string | null | undefined;
  /** Name of the component, for the sentences. */
  readonly componentName?: string | null | undefined;
}

export interface TotalsAssignment extends Fitting, Omit<ContributingComponent, 'type'> {
  readonly componentType: string;
}

/** A stated key replaces what the parts add up to; null and absent keys are not stated. */
export type StatedSize = Partial<Record<keyof ResourceVector, number | null | undefined>>;

function partName(part: Contribution, fitting: Fitting): string {
  const name = fitting.componentName || `A ${part.type} part`;
  return fitting.slot ? `${name} in ${fitting.slot}` : name;
}

function byCodeThenMessage(a: TotalsFinding, b: TotalsFinding): number {
  const left = `${a.code} ${a.message}`;
  const right = `${b.code} ${b.message}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Adds the parts of one compute after another: `add` per assignment, `finish` per compute, `reset` before the next. All
 * sums are of integers, so the order of the assignments changes nothing.
 */
export class TotalsAccumulator {
  private readonly coresCount: CoresCount;
  private readonly raidGroups = new RaidGroups();
  private findings: TotalsFinding[] = [];
  private physicalCores = 0;
  private threads = 0;
  private memoryMb = 0;
  private vramMb = 0;
  private gpu = 0;
  private looseStorageMb = 0;
  private nicMbps = 0;
  private psuWatts = 0;
  private drawWatts = 0;
  private partsWithoutDraw = 0;
  private weightGrams = 0;

  constructor(coresCount: CoresCount) {
    this.coresCount = coresCount;
  }

  reset(): void {
    this.raidGroups.reset();
    if (this.findings.length > 0) this.findings = [];
    this.physicalCores = this.threads = this.memoryMb = this.vramMb = this.gpu = this.looseStorageMb = 0;
    this.nicMbps = this.psuWatts = this.drawWatts = this.partsWithoutDraw = this.weightGrams = 0;
  }

  /** Adds `fitting.quantity` units. A failed part weighs and draws but counts for nothing; a hot spare stores nothing. */
  add(part: Contribution, fitting: Fitting): void {
    const { quantity } = fitting;
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      const message = `${partName(part, fitting)} has the quantity ${quantity}; allowed is a whole number from 1.`;
      this.findings.push({ code: 'QUANTITY_INVALID', severity: 'error', message });
      return;
    }
    this.weightGrams += (part.weightGrams ?? 0) * quantity;
    if (part.drawWatts === null) this.partsWithoutDraw += quantity;
    else this.drawWatts += part.drawWatts * quantity;
    if (part.gap) this.warn('SPECS_INCOMPLETE', `${partName(part, fitting)} ${part.gap}.`);
    if (part.type === 'storage') this.addStorage(part, fitting);
    else if (fitting.failed)
      this.warn('PART_FAILED', `${partName(part, fitting)} is marked as failed and counts nothing.`);
    else this.addWorking(part, quantity);
  }

  /** The totals of everything added since the last reset; may be asked again after further parts. */
  finish(stated?: StatedSize): ComputeTotals {
    const findings = this.findings.slice();
    const nvme = Math.floor(this.looseStorageMb / 1000) + this.raidGroups.usableGb(findings);
    if (this.psuWatts > 0 && this.drawWatts > this.psuWatts) {
      const message = `The parts draw about ${this.drawWatts} W, more than the ${this.psuWatts} W of the power supplies.`;
      findings.push({ code: 'DRAW_OVER_SUPPLY', severity: 'warning', message });
    }
    const counted: ResourceVector = {
      cores: this.coresCount === 'threads' ? this.threads : this.physicalCores,
      memory: this.memoryMb,
      vram: this.vramMb,
      nvme,
      gpu: this.gpu,
    };
    const withoutCpu = this.physicalCores === 0;
    const resources = stated ? applyStated(counted, stated, findings) : counted;
    if (findings.length > 1) findings.sort(byCodeThenMessage);
    return {
      ...resources,
      physicalCores: withoutCpu ? resources.cores : this.physicalCores,
      threads: withoutCpu ? resources.cores : this.threads,
      nicGbps: this.nicMbps / 1000,
      psuWatts: this.psuWatts,
      estimatedDrawWatts: this.drawWatts,
      partsWithoutDraw: this.partsWithoutDraw,
      weightGrams: this.weightGrams,
      findings,
    };
  }

  /** The RAID groups added since the last reset, in full, for the storage tab. */
  groups(): readonly RaidGroupCapacity[] {
    return this.raidGroups.capacities();
  }

  private warn(code: TotalsFinding['code'], message: string): void {
    this.findings.push({ code, severity: 'warning', message });
  }

  private addWorking(part: Contribution, quantity: number): void {
    this.physicalCores += part.physicalCores * quantity;
    this.threads += part.threads * quantity;
    this.memoryMb += part.memoryMb * quantity;
    this.vramMb += part.vramMb * quantity;
    this.gpu += part.gpu * quantity;
    this.nicMbps += part.nicMbps * quantity;
    this.psuWatts += part.psuWatts * quantity;
  }

  private addStorage(part: Contribution, fitting: Fitting): void {
    const group = fitting.raidGroup?.trim();
    if (group) {
      this.raidGroups.add(group, part.storageMb, fitting.quantity, part.medium, fitting);
      return;
    }
    if (fitting.hotSpare) return;
    const level = readRaidLevel(fitting.raidLevel);
    if (!level.ok) {
      const message = `${partName(part, fitting)}: ${level.message} It counts 0 GB.`;
      this.findings.push({ code: 'RAID_LEVEL_UNKNOWN', severity: 'error', message });
    } else if (level.value && level.value !== 'jbod') {
      const message = `${partName(part, fitting)} has a RAID level but no RAID group; name the group. It counts 0 GB.`;
      this.findings.push({ code: 'RAID_LEVEL_WITHOUT_GROUP', severity: 'error', message });
    } else if (fitting.failed)
      this.warn('PART_FAILED', `${partName(part, fitting)} is marked as failed and counts nothing.`);
    else this.looseStorageMb += part.storageMb * fitting.quantity;
  }
}

function applyStated(counted: ResourceVector, stated: StatedSize, findings: TotalsFinding[]): ResourceVector {
  const resources = { ...counted };
  for (const key of RESOURCE_KEYS) {
    const value = stated[key];
    if (value === undefined || value === null) continue;
    const { label, unit } = RESOURCE_LABELS[key];
    if (!Number.isSafeInteger(value) || value < 0) {
      const message = `${label} is stated as ${value}; allowed is a whole number of ${unit} from 0.`;
      findings.push({ code: 'STATED_INVALID', severity: 'error', message });
      continue;
    }
    if (counted[key] > 0 && counted[key] !== value) {
      const message = `${label} is stated as ${value} ${unit}, and the components add up to ${counted[key]} ${unit}; the stated size counts.`;
      findings.push({ code: 'STATED_DIFFERS', severity: 'warning', message });
    }
    resources[key] = value;
  }
  return resources;
}

/**
 * The totals of one compute, the only ones that any screen, the planner or the command line shows. Cores by the
 * workspace's setting, memory and vram in MB (GB × 1024), storage of every kind in decimal GB and RAID-aware. What cannot
 * be true is a finding, never hidden and never added up in silence.
 */
export function computeTotals(input: {
  readonly stated?: StatedSize | undefined;
  readonly assignments: readonly TotalsAssignment[];
  readonly coresCount: CoresCount;
}): ComputeTotals {
  return accumulated(input.assignments, input.coresCount).finish(input.stated);
}

/** The RAID groups of one compute in full: capacity, state, tolerance, hot spares, findings. */
export function raidGroupCapacities(assignments: readonly TotalsAssignment[]): readonly RaidGroupCapacity[] {
  return accumulated(assignments, 'cores').groups();
}

function accumulated(assignments: readonly TotalsAssignment[], coresCount: CoresCount): TotalsAccumulator {
  const accumulator = new TotalsAccumulator(coresCount);
  for (const assignment of assignments) {
    accumulator.add(componentContribution({ ...assignment, type: assignment.componentType }), assignment);
  }
  return accumulator;
}
