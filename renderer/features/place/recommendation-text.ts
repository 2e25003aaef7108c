import type { Candidate, Conflict, PlanRule } from '../../../shared/domain/plan.ts';
import type { AddedPart, Recommendation, RelaxationStep } from '../../../shared/domain/plan-recommendation.ts';
import type { PlanResult } from '../../../shared/contract/plan.ts';
import { COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { amountText } from '../../../shared/rules/placement-amount-text.ts';
import { counted } from '../../ui/format.ts';
import { resourcesText } from '../noun/field-text.ts';

/** A recommendation as people read it. */
export interface RecommendationText {
  readonly title: string;
  readonly lines: readonly string[];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A resource inside a sentence: `GPU memory`, `cores`. */
function resourceWord(key: string): string {
  const label = RESOURCE_KEYS.some((known) => known === key) ? RESOURCE_LABELS[key as ResourceKey].label : key;
  return label.startsWith('GPU') ? label : label.toLowerCase();
}

/** A rule of a request in a few words: `affinity (role)`, `memory`. */
export function ruleText({ code, about }: PlanRule): string {
  const words: Partial<Record<PlanRule['code'], string>> = {
    STATE: 'the state',
    SPREAD: 'the limit per compute',
    TOPOLOGY: `the spread over ${about}`,
    AFFINITY_NOT_MATCHED: `the affinity on ${about}`,
    ANTI_AFFINITY_MATCHED: `the anti-affinity on ${about}`,
    BUFFER: `the ${resourceWord(about)} kept free`,
    INSUFFICIENT: `the ${resourceWord(about)} it needs`,
    NO_SUCH_RESOURCE: `the ${resourceWord(about)} it needs`,
    QUERY: 'the filter',
    COMPUTE: 'the choice of compute',
  };
  return words[code] ?? about;
}

function stepText(step: RelaxationStep): string {
  switch (step.kind) {
    case 'dropRule':
      return `leave out ${ruleText(step.rule)}`;
    case 'activate':
      return `set ${step.compute} from ${step.state} to active`;
    case 'raiseSpread':
      return `allow ${step.to} instead of ${step.from} per compute`;
    case 'raiseSkew':
      return `allow a difference of ${step.to} instead of ${step.from} over ${step.key}`;
    case 'lowerNeed':
      return `ask for ${amountText(step.resource, step.to)} instead of ${amountText(step.resource, step.from)}${step.resource === 'gpu' || step.resource === 'cores' ? '' : ` of ${resourceWord(step.resource)}`}`;
    case 'lowerBuffer':
      return `keep ${percent(step.to)} instead of ${percent(step.from)} of the ${resourceWord(step.resource)} free`;
    case 'lowerQuantity':
      return `place ${step.to} instead of ${step.from}`;
  }
}

const SLOT_WORDS: Readonly<Record<string, string>> = {
  cpu: 'CPU sockets',
  ram: 'memory slots',
  storage: 'drive bays',
  gpu: 'PCIe slots',
};

function slotWords({ slot, slots }: AddedPart): string {
  return slots.length > 0 ? slots.join(', ') : `free ${SLOT_WORDS[slot] ?? slot}`;
}

function afterwards({ score, utilisation }: Candidate): string {
  const used = utilisation === null ? '' : `, ${percent(utilisation)} used`;
  return `score ${score.toFixed(1)}${used}`;
}

export function recommendationText(recommendation: Recommendation): RecommendationText {
  switch (recommendation.kind) {
    case 'relax': {
      const others = recommendation.candidatesAfter - 1;
      const more = others > 0 ? [`${counted(others, 'other compute', 'other computes')} would fit then too.`] : [];
      return {
        title: `It fits on ${recommendation.compute} if you ${recommendation.steps.map(stepText).join(' and ')}`,
        lines: more,
      };
    }
    case 'move': {
      const { service, quantity, toCompute } = recommendation.move;
      const what = quantity === 1 ? service : `${service} (all ${quantity})`;
      return {
        title: `Move ${what} from ${recommendation.compute} to ${toCompute}`,
        lines: [`Then ${recommendation.compute} takes it: ${afterwards(recommendation.candidate)}.`],
      };
    }
    case 'upgrade': {
      const parts = recommendation.parts.map(
        (part) =>
          `${part.quantity} × ${part.part} into ${slotWords(part)}, ${part.source === 'spare' ? 'from spares' : 'to buy'}`,
      );
      const bought = recommendation.parts.some((part) => part.source === 'catalogue');
      const price = recommendation.price === null ? 'Price not known' : `Price: ${formatMoney(recommendation.price)}`;
      return {
        title: `Add parts to ${recommendation.compute}`,
        lines: [
          ...parts,
          ...(bought ? [price] : []),
          `Then ${recommendation.compute} takes it: ${afterwards(recommendation.candidate)}.`,
        ],
      };
    }
    case 'buy': {
      const servers = recommendation.servers.map(
        ({ quantity, offer }) =>
          `${quantity} × ${offer.chassis} with ${offer.parts.map((part) => `${part.quantity} × ${part.part}${part.raid === null ? '' : ` in ${part.raid.toUpperCase()}`}`).join(', ')}`,
      );
      const price =
        recommendation.price === null
          ? 'Price not known'
          : `Price: ${formatMoney(recommendation.price, recommendation.currency)}`;
      const size = `${formatQuantity(recommendation.powerWatts, 'W')}, ${formatQuantity(recommendation.heightHalfU, 'halfU')}`;
      return {
        title: `Buy ${counted(recommendation.machines, 'server', 'servers')}`,
        lines: [...servers, price, size, ...recommendation.notes],
      };
    }
  }
}

/** What would have to be bought when the catalogue prices nothing: type, size, and how near the closest compute is. */
export function gapText(gap: NonNullable<PlanResult['gap']>): RecommendationText {
  const type = COMPUTE_TYPES.find((entry) => entry.value === gap.type)?.label.toLowerCase() ?? gap.type;
  const lines = [
    gap.reason,
    ...(gap.closest ? [`The closest is ${gap.closest.compute}: ${gap.closest.reasons.join(' ')}`] : []),
  ];
  return {
    title: `Add ${gap.quantity === 1 ? `a ${type} compute` : `${gap.quantity} ${type} computes`} with ${resourcesText(Object.fromEntries(Object.entries(gap.spec).filter(([, amount]) => amount > 0)))}`,
    lines,
  };
}

/** The rules that together exclude every compute: each inner list is enough by itself. */
export function conflictSentences(conflict: Conflict): readonly string[] {
  return conflict.cores.slice(0, 3).map((core) => {
    const rules = core.map(ruleText);
    return rules.length === 1
      ? `No compute gets past ${rules[0]}.`
      : `Together ${rules.join(' and ')} exclude every compute.`;
  });
}
