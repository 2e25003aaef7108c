import type { PlanSummary, RejectionReason, ReasonCount, TermMiss } from '../domain/plan.ts';
import { RESOURCE_LABELS } from '../domain/resource.ts';
import { amountText } from './placement-amount-text.ts';

const PLACE_WORDS = {
  PROVIDER: 'provider',
  REGION: 'region',
  TYPE: 'type',
  SITE: 'site',
  ROOM: 'room',
  ROW: 'row',
  RACK: 'rack',
} as const;

function actualText(actual: string | null): string {
  return actual === null ? 'it has none' : `it is ${actual === '' ? '(empty)' : actual}`;
}

function wantText(miss: TermMiss): string {
  switch (miss.op) {
    case 'In':
      return `must be ${miss.want.map((value) => value || '(empty)').join(' or ')}`;
    case 'NotIn':
      return `must not be ${miss.want.map((value) => value || '(empty)').join(' or ')}`;
    case 'Exists':
      return 'must be set';
    case 'DoesNotExist':
      return 'must not be set';
  }
}

function haveText(miss: TermMiss): string {
  return miss.actual === null ? `no ${miss.key}` : `${miss.key} = ${miss.actual || '(empty)'}`;
}

/** A label inside a sentence: only abbreviations keep their capitals. */
function inSentence(label: string): string {
  return label.startsWith('GPU') ? label : label.toLowerCase();
}

/** One reason of a rejected compute as a sentence naming what was asked, what is there and what is missing. */
export function reasonText(reason: RejectionReason): string {
  switch (reason.code) {
    case 'STATE':
      return `State is ${reason.actual}; only active computes take new services.`;
    case 'TAG':
      return `Tag ${reason.key} must be ${reason.want.join(' or ')}; ${actualText(reason.actual)}.`;
    case 'QUERY':
      return 'The query does not find it.';
    case 'COMPUTE':
      return 'Another compute was asked for.';
    case 'AFFINITY_NOT_MATCHED':
      return `${reason.key} ${wantText(reason)}; ${actualText(reason.actual)} (${reason.rule}).`;
    case 'ANTI_AFFINITY_MATCHED':
      return `${reason.matched.length > 0 ? `It has ${reason.matched.map(haveText).join(' and ')}` : 'Every compute is'}, which ${reason.rule} forbids.`;
    case 'SPREAD':
      return `At most ${reason.max} per compute; ${reason.count} run there and ${reason.quantity} would be added.`;
    case 'TOPOLOGY':
      if (reason.actual === null) return `${reason.key} must be set to spread over it (${reason.rule}).`;
      return `${reason.key} ${reason.actual} would hold ${reason.after} while the least is ${reason.least}; the difference may be ${reason.maxSkew}.`;
    case 'NO_SUCH_RESOURCE':
      return `It has no ${inSentence(RESOURCE_LABELS[reason.resource].label)} at all; ${amountText(reason.resource, reason.need)} needed.`;
    case 'INSUFFICIENT':
      return `${RESOURCE_LABELS[reason.resource].label}: ${amountText(reason.resource, reason.need)} needed, ${amountText(reason.resource, reason.free)} free of ${amountText(reason.resource, reason.total)}, short ${amountText(reason.resource, reason.short)}.`;
    case 'BUFFER':
      return `${RESOURCE_LABELS[reason.resource].label}: ${amountText(reason.resource, reason.keep)} must stay free; short ${amountText(reason.resource, reason.short)}.`;
    default:
      return `${PLACE_WORDS[reason.code]} must be ${reason.want.join(' or ')}; ${actualText(reason.actual)}.`;
  }
}

function countText(reason: ReasonCount): string {
  const { about, count, alone, closest } = reason;
  const own = alone > 0 ? `${alone} by ${about} alone` : '';
  const near = closest ? `closest ${closest.compute} short ${amountText(closest.resource, closest.short)}` : '';
  const detail = [own, near].filter(Boolean).join(', ');
  return detail ? `${about} ${count} (${detail})` : `${about} ${count}`;
}

/** The answer in one line: `0 of 120 computes can take api-gw: memory 60 (31 by memory alone, closest node-17 short 16 GB), …`. */
export function summaryText(summary: PlanSummary): string {
  const what = summary.quantity > 1 ? `${summary.quantity} × ${summary.service}` : summary.service;
  const head = `${summary.candidates} of ${summary.computes} computes can take ${what}`;
  return summary.reasons.length > 0 ? `${head}: ${summary.reasons.map(countText).join(', ')}` : head;
}
