import { fail, FailureError, type Failure, type FailureCode } from '../../../shared/contract/failure.ts';
import type { AssignInput, AssignRow } from '../../../shared/contract/component.ts';
import type { Component } from '../../../shared/domain/component.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { slotRangeText } from '../../../shared/rules/slot-range-text.ts';
import { proposeSlots, type SlotProposal } from '../../../shared/rules/slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { componentName, requireComponent } from '../component/service.ts';
import { idsOf } from '../object/list-repository.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { createRow } from '../object/service.ts';
import { refuseUnfit } from './fitting-rule.ts';
import { fittedOf, setUnits, slotsOf, slotted } from './service.ts';

/** The computes that a command names, each once: by reference, or by a query. */
function computesOf(database: ReadDatabase, input: AssignInput): string[] {
  if ((input.computes === undefined) === (input.query === undefined))
    fail('E_REQUIRED', 'Name the computes, or give a query that lists them; one of the two.');
  const ids = input.computes
    ? input.computes.map((ref) => resolveReference(database, 'compute', ref, 'computes'))
    : idsOf(database, definitionOf('compute'), input.query ?? '');
  if (ids.length === 0) fail('E_NOT_FOUND', `The query lists no compute.`);
  return [...new Set(ids)];
}

function serialsFor(input: AssignInput, computes: number): readonly string[] {
  const units = computes * input.quantity;
  if (input.serial !== undefined && computes > 1) {
    const message = `A serial number belongs to one unit; ${computes} computes were given. Give one serial number per unit.`;
    fail('E_INCOHERENT', message, {
      fields: [{ path: 'serial', message, value: input.serial, allowed: 'one compute' }],
    });
  }
  if (input.assetTag !== undefined && units > 1) {
    const message = `An asset tag belongs to one unit; ${units} units were given.`;
    fail('E_INCOHERENT', message, {
      fields: [{ path: 'assetTag', message, value: input.assetTag, allowed: 'one unit' }],
    });
  }
  const serials = [...(input.serial === undefined ? [] : [input.serial]), ...input.serials];
  if (serials.length <= units) return serials;
  const message = `${serials.length} serial numbers were given for ${units} units.`;
  return fail('E_INCOHERENT', message, { fields: [{ path: 'serials', message, allowed: `at most ${units}` }] });
}

function draftOf(input: AssignInput, computeId: string, componentId: string, slot: string | null) {
  return {
    computeId,
    componentId,
    quantity: input.quantity,
    slot,
    raidLevel: input.raidLevel ?? null,
    raidGroup: input.raidGroup || null,
    raidImplementation: input.raidImplementation ?? null,
    hotSpare: input.hotSpare,
    installedAt: input.installedAt,
    warrantyEnd: input.warrantyEnd,
    notes: input.notes,
  };
}

function refusalOf(database: ReadDatabase, draft: ReturnType<typeof draftOf>): Failure | null {
  try {
    refuseUnfit(database, { ...draft, id: 'new', failed: false, raidNominalMembers: null });
    return null;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

function proposalFor(
  database: ReadDatabase,
  input: AssignInput,
  component: Component,
  computeId: string,
): SlotProposal {
  const part = slotted({
    id: 'new',
    component: componentName(component),
    type: component.type,
    specs: component.specs,
    quantity: input.quantity,
    slot: input.slot,
  });
  return proposeSlots(slotsOf(database, computeId), fittedOf(database, computeId).map(slotted), part);
}

interface PlannedRow extends AssignRow {
  /** Of the refusal. */
  readonly code: FailureCode;
}

/** Per compute, in the order given: does it take the part, in which slots, with which serial numbers. */
export function assignRows(database: ReadDatabase, input: AssignInput): PlannedRow[] {
  const componentId = resolveReference(database, 'component', input.component, 'component');
  const component = requireComponent(database, componentId);
  const computes = computesOf(database, input);
  const serials = serialsFor(input, computes.length);
  const names = namesOf(database, computes);
  return computes.map((computeId, index) => {
    const proposal = proposalFor(database, input, component, computeId);
    const slots = proposal.outcome === 'fits' ? [...proposal.slots] : [];
    const fits = proposal.outcome === 'fits';
    const draft = draftOf(input, computeId, componentId, input.slot || null);
    const refusal = fits ? refusalOf(database, draft) : null;
    return {
      computeId,
      compute: names[computeId] ?? computeId,
      outcome: refusal ? 'refused' : proposal.outcome,
      slots,
      serials: serials.slice(index * input.quantity, (index + 1) * input.quantity),
      message: fits ? (refusal?.message ?? null) : proposal.message,
      code: refusal?.code ?? 'E_SLOT',
    };
  });
}

/** Fits the component in every compute that takes it; answers the new assignments. */
export function assignAll(
  context: WriteContext,
  rules: NounRules,
  input: AssignInput,
  accept: 'all' | 'good',
): { rows: AssignRow[]; assignmentIds: string[] } {
  const rows = assignRows(context.database, input);
  const refused = rows.filter(({ outcome }) => outcome !== 'fits');
  const [first] = refused;
  if (first && (accept === 'all' || refused.length === rows.length)) {
    const more = refused.length > 1 ? ` ${refused.length - 1} more computes do not take it.` : '';
    fail(first.code, `${first.compute}: ${first.message ?? ''}${more}`, { details: { refused } });
  }
  const componentId = resolveReference(context.database, 'component', input.component);
  const assignmentIds = rows.flatMap((row) => {
    if (row.outcome !== 'fits') return [];
    const slot = input.slot || (row.slots.length > 0 ? slotRangeText(row.slots) : null);
    const draft = draftOf(input, row.computeId, componentId, slot);
    const { id } = createRow(context, rules, definitionOf('componentAssignment'), draft);
    const units = row.serials.map((serial) => ({ serial, assetTag: input.assetTag ?? null }));
    if (units.length > 0) setUnits(context, rules, id, units);
    else if (input.assetTag) setUnits(context, rules, id, [{ assetTag: input.assetTag }]);
    return [id];
  });
  return { rows, assignmentIds };
}
