import type { PlanRequest, PlanRule, VerdictCode } from '../../shared/domain/plan.ts';
import { termsOf, type SelectorTerm } from '../../shared/rules/selector.ts';
import { createBitset, writeBit, type Bitset } from './bitset.ts';
import type { PlannerColumns } from './columns.ts';
import { failingRows } from './tag-column.ts';
import { topologyLimit, type TopologyLimit } from './topology.ts';

/** A rule of the request that does not depend on amounts, with the rows it rejects (free rows may be set too). */
export type RowRule = { readonly rule: PlanRule; readonly failing: Bitset } & (
  | { readonly kind: 'state' | 'query' | 'compute' | 'spread' }
  | { readonly kind: 'place' | 'affinity'; readonly term: SelectorTerm }
  | { readonly kind: 'antiAffinity'; readonly terms: readonly SelectorTerm[] }
  | { readonly kind: 'topology'; readonly limit: TopologyLimit }
);

type PlaceCode = 'PROVIDER' | 'REGION' | 'TYPE' | 'SITE' | 'ROOM' | 'ROW' | 'RACK';

const PLACES = [
  ['provider', 'PROVIDER'],
  ['region', 'REGION'],
  ['type', 'TYPE'],
  ['site', 'SITE'],
  ['room', 'ROOM'],
  ['row', 'ROW'],
  ['rack', 'RACK'],
] as const satisfies readonly (readonly [string, PlaceCode])[];

function planRule(code: VerdictCode, rule: string, about: string): PlanRule {
  return { code, rule, about };
}

function inverted(bits: Bitset): Bitset {
  const result = new Uint32Array(bits.length);
  for (let word = 0; word < result.length; word++) result[word] = ~(bits[word] ?? 0);
  return result;
}

function rowsOfIds(columns: PlannerColumns, ids: readonly string[]): Bitset {
  const rows = createBitset(columns.rowCapacity);
  for (const id of ids) {
    const row = columns.rowOf.get(id);
    if (row !== undefined) writeBit(rows, row, true);
  }
  return rows;
}

function termRule(columns: PlannerColumns, kind: 'place' | 'affinity', rule: PlanRule, term: SelectorTerm): RowRule {
  return { kind, rule, term, failing: failingRows(columns.tags.get(term.key), columns.rowCapacity, term) };
}

function scopeRules(columns: PlannerColumns, request: PlanRequest): RowRule[] {
  const { constraints } = request;
  const places = PLACES.flatMap(([name, code]): RowRule[] => {
    const values = constraints[name];
    if (!values) return [];
    const term: SelectorTerm = { key: `@${name}`, operator: 'In', values, path: name };
    return [termRule(columns, 'place', planRule(code, `constraints.${name}`, name), term)];
  });
  const tags = Object.entries(constraints.tags ?? {})
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]): RowRule => {
      const term: SelectorTerm = { key, operator: 'In', values: [value], path: `tags.${key}` };
      return termRule(columns, 'place', planRule('TAG', `constraints.tags.${key}`, key), term);
    });
  const query: RowRule[] = constraints.computeIds
    ? [
        {
          kind: 'query',
          rule: planRule('QUERY', 'constraints.computeIds', 'query'),
          failing: inverted(rowsOfIds(columns, constraints.computeIds)),
        },
      ]
    : [];
  return [...places, ...tags, ...query];
}

function affinityRules(columns: PlannerColumns, request: PlanRequest): RowRule[] {
  const { affinity, antiAffinity } = request.service.placement;
  const wanted = affinity.flatMap((selector, index) =>
    termsOf(selector).map((term) => {
      const rule = planRule('AFFINITY_NOT_MATCHED', `affinity[${index}].${term.path}`, term.key);
      return termRule(columns, 'affinity', rule, term);
    }),
  );
  const forbidden = antiAffinity.map((selector, index): RowRule => {
    const terms = termsOf(selector);
    const failing = createBitset(columns.rowCapacity).fill(0xffffffff);
    for (const term of terms) {
      const misses = failingRows(columns.tags.get(term.key), columns.rowCapacity, term);
      for (let word = 0; word < failing.length; word++) failing[word] = (failing[word] ?? 0) & ~(misses[word] ?? 0);
    }
    const about = [...new Set(terms.map((term) => term.key))].join(' and ') || 'every compute';
    return {
      kind: 'antiAffinity',
      rule: planRule('ANTI_AFFINITY_MATCHED', `antiAffinity[${index}]`, about),
      terms,
      failing,
    };
  });
  return [...wanted, ...forbidden];
}

function spreadRule(columns: PlannerColumns, request: PlanRequest): RowRule[] {
  const { id, placement } = request.service;
  if (placement.spreadMax === 0) return [];
  const failing = createBitset(columns.rowCapacity);
  if (request.quantity > placement.spreadMax) failing.fill(0xffffffff);
  for (const [row, booking] of (id === null ? undefined : columns.bookings.get(id)) ?? []) {
    writeBit(failing, row, booking.quantity + request.quantity > placement.spreadMax);
  }
  return [{ kind: 'spread', rule: planRule('SPREAD', 'spreadMax', 'spread'), failing }];
}

/**
 * Every rule of the request about computes as such, in the fixed order of planner.md section 4: state, scope (provider
 * to query), the given compute, affinity terms, anti-affinity selectors, spread, topology.
 */
export function rowRules(columns: PlannerColumns, request: PlanRequest): RowRule[] {
  const state: RowRule = {
    kind: 'state',
    rule: planRule('STATE', 'state', 'state'),
    failing: inverted(columns.active),
  };
  const scope = scopeRules(columns, request);
  const { computeId } = request.constraints;
  const given: RowRule[] =
    computeId === undefined
      ? []
      : [
          {
            kind: 'compute',
            rule: planRule('COMPUTE', 'constraints.computeId', 'compute'),
            failing: inverted(rowsOfIds(columns, [computeId])),
          },
        ];
  const topology = request.service.placement.topologySpread.map((spread, index): RowRule => {
    const limit = topologyLimit(
      columns,
      request,
      spread,
      [state, ...scope].map((entry) => entry.failing),
    );
    return {
      kind: 'topology',
      rule: planRule('TOPOLOGY', `topologySpread[${index}]`, spread.key),
      failing: limit.failing,
      limit,
    };
  });
  return [state, ...scope, ...given, ...affinityRules(columns, request), ...spreadRule(columns, request), ...topology];
}
