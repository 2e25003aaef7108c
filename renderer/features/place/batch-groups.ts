import type { BatchResult } from '../../../shared/contract/plan.ts';
import type { ResourceBar } from '../../../shared/domain/plan.ts';
import type { Unplaced } from '../../../shared/domain/plan-recommendation.ts';
import { amountText } from '../../../shared/rules/placement-amount-text.ts';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { counted } from '../../ui/format.ts';
import { conflictSentences } from './recommendation-text.ts';

type Stands = BatchResult['stands'][string];

/** What a batch books on one compute. */
export interface ComputeGroup {
  readonly computeId: string;
  readonly compute: string;
  readonly stands: Stands | null;
  /** Services with the number of new instances, in the order they were placed. */
  readonly services: readonly { readonly service: string; readonly count: number }[];
  /** Before the first step on this compute and after the last one. */
  readonly resources: readonly ResourceBar[];
  readonly firstStep: number;
}

/** The bars from before the first of these steps to after the last. */
function barsOver(first: readonly ResourceBar[], last: readonly ResourceBar[]): readonly ResourceBar[] {
  return last.map((bar) => {
    const start = first.find((entry) => entry.resource === bar.resource) ?? bar;
    return { ...bar, usedBefore: start.usedBefore, before: start.before };
  });
}

/** The steps of a batch by compute, the computes in the order in which they were first used. */
export function computeGroups({ steps, stands }: BatchResult): readonly ComputeGroup[] {
  const numbered = steps.map((step, index) => ({ ...step, number: index + 1 }));
  return [...Map.groupBy(numbered, (step) => step.candidate.computeId)].flatMap(([computeId, group]) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    const services = [...Map.groupBy(group, (step) => step.service)].map(([service, all]) => {
      return { service, count: all.length };
    });
    return [
      {
        computeId,
        compute: first.candidate.compute,
        stands: stands[computeId] ?? null,
        services,
        resources: barsOver(first.candidate.resources, last.candidate.resources),
        firstStep: first.number,
      },
    ];
  });
}

/** Why instances stayed out, with what is proven of it. */
export function unplacedText({ service, quantity, certificate }: Unplaced): string {
  const what = `${counted(quantity, 'instance', 'instances')} of ${service}`;
  switch (certificate.kind) {
    case 'fits-nowhere':
      return `${what}: not even one fits anywhere. ${conflictSentences(certificate.conflict).join(' ')}`.trim();
    case 'room':
      return certificate.limitedBy === 'spread'
        ? `${what}: with its limit per compute there is room for at most ${certificate.room} in all.`
        : `${what}: even alone no more than ${certificate.room} fit.`;
    case 'total-exceeded': {
      const { resource, need, free } = certificate;
      return `${what}: all together need ${amountText(resource, need)} of ${RESOURCE_LABELS[resource].label.toLowerCase()}, ${amountText(resource, free)} are free.`;
    }
    case 'not-proven':
      return `${what}: no room was found; another way of placing might find some.`;
  }
}

/** `12 of 12 placed on 5 computes; by totals alone at least 4 are needed`. */
export function batchSummary({ placed, requested, computesUsed, lowerBound }: BatchResult): string {
  const head = `${placed} of ${requested} placed on ${counted(computesUsed, 'compute', 'computes')}`;
  if (lowerBound.computes === null) return `${head}; there is not enough in all computes together`;
  return `${head}; by totals alone at least ${counted(lowerBound.computes, 'is', 'are')} needed`;
}
