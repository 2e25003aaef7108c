import type { DraftOf } from '../../../shared/domain/noun.ts';
import type { PlacementRules, Selector } from '../../../shared/domain/placement-rule.ts';
import type { ResourceSpec, service } from '../../../shared/domain/service.ts';

export interface ServicePlan {
  readonly name: string;
  readonly owner: string;
  readonly description: string;
  readonly minimum: ResourceSpec;
  readonly maximum: ResourceSpec;
  readonly ports?: DraftOf<typeof service>['ports'];
  readonly rules: PlacementRules;
  /** Instances booked in the sample; `fill`: as many as each admitted compute is meant to carry. */
  readonly instances: number | 'fill';
  readonly tags?: Readonly<Record<string, string>>;
}

/** Cores, memory in GB, storage in GB, then GPUs and their memory in GB. */
export function amounts(cores: number, memoryGb: number, storageGb: number, gpu = 0, vramGb = 0): ResourceSpec {
  const plain = { cores, memory: memoryGb * 1024, nvme: storageGb };
  return gpu === 0 ? plain : { ...plain, gpu, vram: vramGb * 1024 };
}

export function labels(matchLabels: Record<string, string>): Selector {
  return { matchLabels, matchExpressions: [] };
}

export function oneOf(key: string, ...values: string[]): Selector {
  return { matchLabels: {}, matchExpressions: [{ key, operator: 'In', values }] };
}

export function noneOf(key: string, ...values: string[]): Selector {
  return { matchLabels: {}, matchExpressions: [{ key, operator: 'NotIn', values }] };
}

export function having(key: string): Selector {
  return { matchLabels: {}, matchExpressions: [{ key, operator: 'Exists', values: [] }] };
}

export function rules(affinity: readonly Selector[], rest: Partial<PlacementRules> = {}): PlacementRules {
  return { affinity: [...affinity], antiAffinity: [], spreadMax: 0, topologySpread: [], ...rest };
}

/** On computes of a role, written as its tag. */
export function onRole(role: string, rest: Partial<PlacementRules> = {}): PlacementRules {
  return rules([labels({ [`role-${role}`]: 'true' })], rest);
}

export function tcp(...numbers: number[]): NonNullable<ServicePlan['ports']> {
  return numbers.map((port) => ({ port, protocol: 'tcp' as const }));
}

export function udp(...numbers: number[]): NonNullable<ServicePlan['ports']> {
  return numbers.map((port) => ({ port, protocol: 'udp' as const }));
}
