import type { Recommendation, RelaxationStep } from '../../../shared/domain/plan-recommendation.ts';
import { amountText } from '../../../shared/rules/placement-amount-text.ts';

function stepText(step: RelaxationStep): string {
  switch (step.kind) {
    case 'dropRule':
      return `drop ${step.rule.rule}`;
    case 'activate':
      return `activate ${step.compute}`;
    case 'raiseSpread':
      return `allow ${step.to} per compute instead of ${step.from}`;
    case 'raiseSkew':
      return `allow a difference of ${step.to} over ${step.key} instead of ${step.from}`;
    case 'lowerNeed':
      return `ask for ${amountText(step.resource, step.to)} of ${step.resource} instead of ${amountText(step.resource, step.from)}`;
    case 'lowerBuffer':
      return `keep ${Math.round(step.to * 100)} % of ${step.resource} free instead of ${Math.round(step.from * 100)} %`;
    case 'lowerQuantity':
      return `place ${step.to} instead of ${step.from}`;
  }
}

function money(price: string | null, currency: string | null = null): string {
  return price === null ? 'price not known' : [price, currency].filter(Boolean).join(' ');
}

/** One recommendation on one line. */
export function adviceLine(advice: Recommendation): string {
  switch (advice.kind) {
    case 'relax':
      return `relax: ${advice.steps.map(stepText).join(' and ')}: fits on ${advice.compute}`;
    case 'move':
      return `move: ${advice.move.service} (${advice.move.quantity}) from ${advice.compute} to ${advice.move.toCompute}`;
    case 'upgrade': {
      const parts = advice.parts.map(({ quantity, part, source, slots }) => {
        return `${quantity} × ${part} (${source})${slots.length > 0 ? ` into ${slots.join(', ')}` : ''}`;
      });
      return `upgrade: ${advice.compute} with ${parts.join(', ')}: ${money(advice.price)}`;
    }
    case 'buy': {
      const servers = advice.servers.map(({ quantity, offer }) => {
        return `${quantity} × ${offer.chassis} with ${offer.parts.map((part) => `${part.quantity} × ${part.part}`).join(', ')}`;
      });
      return `buy: ${servers.join('; ')}: ${money(advice.price, advice.currency)}`;
    }
  }
}
