import { fail, failFields } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { PlacementRules } from '../../../shared/domain/placement-rule.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { selectorMatches } from '../../../shared/rules/selector.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { capacityOf } from '../capacity/service.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { placementTags } from '../plan/service.ts';
import { refuseSkew } from './topology.ts';

/**
 * Capacity, state and placement rules of an assignment, in the transaction that writes it. An override reason that comes with
 * a write sets all of them aside for this write and stays on the row; a later one that grows needs its own. Only what grows
 * is checked: shrinking an overbooked assignment is always allowed.
 */
export const assignmentRule: NounRule = {
  beforeWrite: (context, before, after) => checkAssignment(context, before, after, { checkSpread: refuseSkewed }),
};

/**
 * The rule for a row that the planner has just planned in the same turn: its topology spread was judged step by step and
 * within the scope that was asked for, which the rows of a half-written batch do not show.
 */
export const plannedAssignmentRule: NounRule = {
  beforeWrite: (context, before, after) => checkAssignment(context, before, after, { checkSpread: () => undefined }),
};

/** The rule for a row whose override reason was given just now, be it the same as before. */
export const overriddenAssignmentRule: NounRule = {
  beforeWrite: (context, before, after) => {
    checkAssignment(context, before, after, { checkSpread: () => undefined, isOverridden: true });
  },
};

interface Checks {
  readonly checkSpread: (
    context: WriteContext,
    service: StoredRecord,
    compute: StoredRecord,
    after: StoredRecord,
  ) => void;
  /** Default: where the write brings a reason that was not on the row. */
  readonly isOverridden?: boolean;
}

function checkAssignment(
  context: WriteContext,
  before: StoredRecord | null,
  after: StoredRecord,
  { checkSpread, isOverridden = bringsReason(before, after) }: Checks,
): void {
  const service = requireService(context, String(after['serviceId']));
  if (isOverridden) return;
  if (!before || sized(before) !== sized(after)) refuseOutsideSpec(service, after);
  if (before && !grows(before, after)) return;
  const compute = findRecord(context.database, definitionOf('compute'), String(after['computeId']));
  if (!compute) fail('E_NOT_FOUND', 'The compute of the assignment is not there.');
  if (compute['state'] !== 'active')
    fail(
      'E_STATE',
      `${String(compute['name'])} is ${String(compute['state'])}; only active computes take new assignments. An override needs a reason given with it.`,
    );
  refuseBrokenRules(context, service, compute, after);
  checkSpread(context, service, compute, after);
  refuseOverbooking(context, compute, before, after);
}

function bringsReason(before: StoredRecord | null, after: StoredRecord): boolean {
  const reason = after['overrideReason'];
  return typeof reason === 'string' && reason !== before?.['overrideReason'];
}

function requireService(context: WriteContext, id: string): StoredRecord {
  return (
    findRecord(context.database, definitionOf('service'), id) ??
    fail('E_NOT_FOUND', 'The service of the assignment is not there.')
  );
}

/** What the service's minimum and maximum speak about: an edit of the notes is not refused because the service changed. */
function sized(row: StoredRecord): string {
  return JSON.stringify([row['serviceId'], row['allocated']]);
}

function grows(before: StoredRecord, after: StoredRecord): boolean {
  if (before['computeId'] !== after['computeId'] || before['serviceId'] !== after['serviceId']) return true;
  return (
    Number(after['quantity']) > Number(before['quantity']) ||
    RESOURCE_KEYS.some((key) => amount(after, key) > amount(before, key))
  );
}

function amount(row: StoredRecord | null, key: (typeof RESOURCE_KEYS)[number]): number {
  const allocated = row?.['allocated'] as ResourceSpec | undefined;
  return (allocated?.[key] ?? 0) * Number(row?.['quantity'] ?? 0);
}

/** What is allocated lies between the service's minimum and maximum. */
function refuseOutsideSpec(service: StoredRecord, after: StoredRecord): void {
  const [minimum, maximum] = [service['minSpec'] as ResourceSpec, service['maxSpec'] as ResourceSpec];
  const allocated = after['allocated'] as ResourceSpec;
  const problems = RESOURCE_KEYS.flatMap((key) => {
    const least = minimum[key] ?? 0;
    const most = maximum[key] ?? least;
    const given = allocated[key] ?? 0;
    if (given >= least && given <= most) return [];
    const { label } = RESOURCE_LABELS[key];
    const allowed = `${least} to ${most}`;
    const message = `Allocated ${label.toLowerCase()} must be ${allowed}, as ${String(service['name'])} asks; ${given} was given.`;
    return [{ path: `allocated.${key}`, message, value: given, allowed }];
  });
  if (problems.length > 0) failFields(problems);
}

function refuseBrokenRules(
  context: WriteContext,
  service: StoredRecord,
  compute: StoredRecord,
  after: StoredRecord,
): void {
  const rules = service['placement'] as PlacementRules;
  const name = String(compute['name']);
  if (rules.spreadMax > 0 && Number(after['quantity']) > rules.spreadMax)
    fail(
      'E_PLACEMENT',
      `${String(service['name'])} may run at most ${rules.spreadMax} times on one compute; ${after['quantity'] as number} were asked for on ${name}. An override needs a reason given with it.`,
    );
  if (rules.affinity.length === 0 && rules.antiAffinity.length === 0) return;
  const tags = placementTags(context.database, compute.id);
  const missed = rules.affinity.findIndex((selector) => !selectorMatches(selector, tags));
  if (missed >= 0)
    fail(
      'E_PLACEMENT',
      `${name} does not match affinity rule ${missed + 1} of ${String(service['name'])}. An override needs a reason given with it.`,
    );
  const matched = rules.antiAffinity.findIndex((selector) => selectorMatches(selector, tags));
  if (matched >= 0)
    fail(
      'E_PLACEMENT',
      `${name} matches anti-affinity rule ${matched + 1} of ${String(service['name'])}. An override needs a reason given with it.`,
    );
}

function refuseSkewed(context: WriteContext, service: StoredRecord, compute: StoredRecord, after: StoredRecord): void {
  const { topologySpread } = service['placement'] as PlacementRules;
  if (topologySpread.length === 0) return;
  refuseSkew(context.database, topologySpread, {
    assignmentId: after.id,
    service: String(service['name']),
    serviceId: service.id,
    compute: String(compute['name']),
    computeId: compute.id,
    quantity: Number(after['quantity']),
  });
}

function refuseOverbooking(
  context: WriteContext,
  compute: StoredRecord,
  before: StoredRecord | null,
  after: StoredRecord,
): void {
  const { totals, allocated } = capacityOf(context.database, compute.id);
  const sameCompute = before?.['computeId'] === after['computeId'];
  const problems = RESOURCE_KEYS.flatMap((key) => {
    const own = sameCompute ? amount(before, key) : 0;
    const need = amount(after, key);
    const free = totals[key] - allocated[key] + own;
    if (need === 0 || need <= free) return [];
    const { label, unit } = RESOURCE_LABELS[key];
    // "2 cores" says what it is; "64 GB" and "2" do not.
    const what = key === 'cores' ? '' : ` of ${label.toLowerCase()}`;
    const message = `${String(compute['name'])} has ${formatQuantity(Math.max(0, free), unit)}${what} free; ${formatQuantity(need, unit)} are needed.`;
    return [{ path: `allocated.${key}`, message, value: need, allowed: `at most ${free}` }];
  });
  const [first] = problems;
  if (first) fail('E_CAPACITY', `${first.message} An override needs a reason given with it.`, { fields: problems });
}
