import { expect, test } from 'vitest';
import type { PlacementRules, Selector } from '../../../shared/domain/placement-rule.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import { placementContradictions } from '../../../shared/rules/placement-contradictions.ts';
import { sampleDatacenter } from './sample-datacenter.ts';
import { capacities, SampleView } from './testing/sample-view.ts';

const view = new SampleView(sampleDatacenter());
const capacityOf = new Map(capacities(view).map((capacity) => [capacity.id, capacity]));
const placementOf = new Map(view.all('placement').map((placement) => [placement.objectId, placement]));
const assignments = view.all('assignment');

/** The place tags of a device; a blade is where its chassis is. */
function placeTags(objectId: string): Record<string, string> {
  const placement = placementOf.get(objectId);
  if (!placement) return {};
  if (placement.parentId) return placeTags(placement.parentId);
  const rack = view.one('rack', placement.rackId);
  const room = view.one('room', rack.roomId);
  return { '@rack': rack.name, '@room': room.name, '@site': view.one('site', room.siteId).name };
}

const active = view
  .all('compute')
  .filter(({ state }) => state === 'active')
  .map(({ id, name, type, provider, region }) => {
    const own = { '@type': type, '@provider': provider ?? '', '@region': region ?? '' };
    return { id, name, tags: new Map(Object.entries({ ...view.tagsOf(id), ...placeTags(id), ...own })) };
  });

type Active = (typeof active)[number];

// Written apart from shared/rules on purpose: a second opinion on the same rules.
function matches({ matchLabels, matchExpressions }: Selector, { tags }: Active): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => tags.get(key) === value) &&
    matchExpressions.every(({ key, operator, values }) => {
      const value = tags.get(key);
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      const listed = value !== undefined && values.includes(value);
      return operator === 'In' ? listed : !listed;
    })
  );
}

function instancesOn(serviceId: string, among: (compute: Active) => boolean): number {
  const counted = new Set(active.filter(among).map(({ id }) => id));
  const own = assignments.filter((entry) => entry.serviceId === serviceId && counted.has(entry.computeId));
  return own.reduce((sum, { quantity }) => sum + quantity, 0);
}

function keepsTopology(serviceId: string, compute: Active, rules: PlacementRules): boolean {
  return rules.topologySpread.every(({ key, maxSkew }) => {
    const value = compute.tags.get(key);
    if (value === undefined) return false;
    const values = new Set(active.flatMap(({ tags }) => tags.get(key) ?? []));
    const after = [...values].map(
      (each) => instancesOn(serviceId, ({ tags }) => tags.get(key) === each) + (each === value ? 1 : 0),
    );
    const here = instancesOn(serviceId, ({ tags }) => tags.get(key) === value) + 1;
    return here - Math.min(...after) <= maxSkew;
  });
}

function whyNot(serviceId: string, compute: Active): string | null {
  const { minSpec, placement } = view.one('service', serviceId);
  const capacity = capacityOf.get(compute.id);
  if (!placement.affinity.every((selector) => matches(selector, compute))) return 'affinity';
  if (placement.antiAffinity.some((selector) => matches(selector, compute))) return 'anti-affinity';
  const here = instancesOn(serviceId, ({ id }) => id === compute.id);
  if (placement.spreadMax > 0 && here >= placement.spreadMax) return 'spread';
  if (!keepsTopology(serviceId, compute, placement)) return 'topology';
  const short = RESOURCE_KEYS.filter((key) => {
    const free = capacity ? capacity.totals[key] - capacity.allocated[key] : 0;
    return (minSpec[key] ?? 0) > 0 && free < (minSpec[key] ?? 0);
  });
  return short.length > 0 ? 'capacity' : null;
}

function reasons(serviceId: string): Set<string> | 'fits' {
  const found = active.map((compute) => whyNot(serviceId, compute));
  return found.includes(null) ? 'fits' : new Set(found.flatMap((reason) => reason ?? []));
}

test('six services fit nowhere, each for its own reason, and all others fit somewhere', () => {
  const verdicts = new Map(view.all('service').map(({ id, name }) => [name, reasons(id)]));
  const infeasible = [...verdicts].filter(([, verdict]) => verdict !== 'fits').map(([name]) => name);
  expect(infeasible).toEqual([
    'analytics-in-memory',
    'legacy-billing',
    'llm-training',
    'anycast-edge',
    'archive-gateway',
    'card-vault',
  ]);
  expect(verdicts.get('analytics-in-memory')).toContain('capacity');
  expect(verdicts.get('legacy-billing')).toEqual(new Set(['affinity']));
  expect(verdicts.get('llm-training')).toEqual(new Set(['affinity', 'capacity']));
  expect(verdicts.get('anycast-edge')).toEqual(new Set(['affinity', 'topology']));
  expect(verdicts.get('archive-gateway')).toEqual(new Set(['affinity', 'spread']));
  expect(verdicts.get('card-vault')).toEqual(new Set(['affinity']));
});

test('the card-data zone exists, on audit hold', () => {
  const zone = view.all('compute').filter(({ id }) => view.tagsOf(id)['pci-zone'] === 'cardholder');
  expect(zone.map(({ state }) => state)).toEqual(['maintenance', 'maintenance']);
});

test('only the rules meant to be contradictory are', () => {
  const contradictory = view.all('service').filter(({ placement }) => placementContradictions(placement).length > 0);
  expect(contradictory.map(({ name }) => name)).toEqual(['legacy-billing']);
});

test('what is booked keeps anti-affinity and affinity', () => {
  const byId = new Map(active.map((compute) => [compute.id, compute]));
  const broken = assignments.filter(({ serviceId, computeId }) => {
    const { placement } = view.one('service', serviceId);
    const compute = byId.get(computeId);
    if (!compute) return true;
    const forbidden = placement.antiAffinity.some((selector) => matches(selector, compute));
    return forbidden || !placement.affinity.every((selector) => matches(selector, compute));
  });
  expect(broken).toEqual([]);
});
