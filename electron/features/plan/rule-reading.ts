import type { z } from 'zod';
import type { Admitted, rulesReadingSchema } from '../../../shared/contract/plan.ts';
import { NO_PLACEMENT_RULES, type PlacementRules } from '../../../shared/domain/placement-rule.ts';
import type { PlanRequest, PlanRule } from '../../../shared/domain/plan.ts';
import { readPlacement } from '../../../shared/rules/placement-reader.ts';
import { placementInWords } from '../../../shared/rules/placement-words.ts';
import type { Bitset } from '../../planner/bitset.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { rowRules } from '../../planner/rules.ts';
import { FIRST_FIT } from '../../planner/first-fit.ts';

/** What placement rules mean, in any of the spellings that are read. */
export function readRules(rules: unknown): z.output<typeof rulesReadingSchema> {
  const reading = readPlacement(rules);
  if (!reading.ok) {
    return { ok: false, problems: reading.problems.map(({ path, message }) => ({ path, message })) };
  }
  const warnings = reading.warnings.map(({ path, message }) => ({ path, message }));
  return { ok: true, rules: reading.rules, words: placementInWords(reading.rules), warnings };
}

function bitsSet(words: number): number {
  let bits = words - ((words >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Active computes outside every one of the failing sets. */
function admittedBy(columns: PlannerColumns, failing: readonly Bitset[]): number {
  return columns.active.reduce((sum, active, word) => {
    const open = failing.reduce((bits, set) => bits & ~(set[word] ?? 0), active);
    return sum + bitsSet(open);
  }, 0);
}

/** One rule alone, so that it can be read aloud. */
function single(placement: PlacementRules, { rule }: PlanRule): PlacementRules {
  const [, list, index, rest] = /^(affinity|antiAffinity|topologySpread)\[(\d+)\](?:\.(.+))?$/.exec(rule) ?? [];
  const place = Number(index);
  if (list === 'topologySpread') {
    return { ...NO_PLACEMENT_RULES, topologySpread: placement.topologySpread.slice(place, place + 1) };
  }
  if (list === 'antiAffinity') {
    return { ...NO_PLACEMENT_RULES, antiAffinity: placement.antiAffinity.slice(place, place + 1) };
  }
  if (list !== 'affinity') return { ...NO_PLACEMENT_RULES, spreadMax: placement.spreadMax };
  const selector = placement.affinity[place] ?? { matchLabels: {}, matchExpressions: [] };
  const labels = Object.entries(selector.matchLabels).filter(([key]) => rest === `matchLabels.${key}`);
  const matchExpressions = selector.matchExpressions.filter((_, term) => rest === `matchExpressions[${term}]`);
  return { ...NO_PLACEMENT_RULES, affinity: [{ matchLabels: Object.fromEntries(labels), matchExpressions }] };
}

/** How many active computes each rule admits on its own, and how many all of them together. */
export function admittedByRules(
  columns: PlannerColumns,
  placement: PlacementRules,
  serviceId: string | null,
): Admitted {
  const request: PlanRequest = {
    ...FIRST_FIT,
    service: { id: serviceId, name: '', min: {}, max: {}, placement },
  };
  const rules = rowRules(columns, request).filter(({ kind }) => kind !== 'state');
  return {
    active: admittedBy(columns, []),
    admitted: admittedBy(
      columns,
      rules.map(({ failing }) => failing),
    ),
    rules: rules.map(({ rule, failing }) => ({
      ...rule,
      words: placementInWords(single(placement, rule)),
      admits: admittedBy(columns, [failing]),
    })),
  };
}
