import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { SerialWarning } from '../../../shared/contract/component.ts';
import type { PartPlace } from '../../../shared/contract/part.ts';
import type { ComponentAssignment } from '../../../shared/domain/component-assignment.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { PART_STATUSES, type Part } from '../../../shared/domain/part.ts';
import { unitSlots } from '../../../shared/rules/assignment-units.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { partsIn, partsNamed, partsOfCompute, partsWithSerial, placesOf, type PlaceRow } from './repository.ts';

/** A fitted part is one of its assignment's units: of its component, one per unit, one per slot. */
export const partRule: NounRule = {
  beforeWrite: (context, _before, after) => {
    const part = typedRow('part', after);
    if (part.componentAssignmentId === null) return;
    const assignment = requireAssignment(context.database, part.componentAssignmentId);
    if (assignment.componentId !== part.componentId)
      fail('E_INCOHERENT', 'The part is of another component than the assignment it is to be fitted in.');
    const others = partsIn(context.database, assignment.id).filter(({ id }) => id !== part.id);
    const { quantity } = assignment;
    if (others.length >= quantity)
      fail('E_INCOHERENT', `All ${quantity} units of the assignment have a serial number or asset tag already.`);
    const slots = unitSlots(assignment.slot, quantity);
    if (quantity === 1) after['slot'] = slots[0] !== null && (slots[0]?.length ?? 0) <= 64 ? slots[0] : null;
    else refuseForeignSlot(part, slots, others);
  },
};

function refuseForeignSlot(part: Part, slots: readonly (string | null)[], others: readonly Part[]): void {
  if (part.slot === null) return;
  const slot = part.slot.toLowerCase();
  const allowed = slots.filter((name) => name !== null).join(', ') || 'none, because the assignment names no slots';
  if (!slots.some((name) => name?.toLowerCase() === slot))
    fail('E_SLOT', `The assignment has no slot ${part.slot}; its slots are ${allowed}.`, {
      fields: [{ path: 'slot', message: `No slot of the assignment.`, value: part.slot, allowed }],
    });
  const occupant = others.find((other) => other.slot?.toLowerCase() === slot);
  if (!occupant) return;
  const message = `Slot ${part.slot} holds the part ${partName(occupant)} already.`;
  fail('E_SLOT', message, { fields: [{ path: 'slot', message, value: part.slot }], details: { partId: occupant.id } });
}

function requireAssignment(database: ReadDatabase, id: string): ComponentAssignment {
  const found = findRecord(database, definitionOf('componentAssignment'), id);
  return typedRow('componentAssignment', found ?? fail('E_NOT_FOUND', 'The component assignment is not there.'));
}

/** How a part is called: by its serial number, else its asset tag. */
export function partName(part: Pick<Part, 'serial' | 'assetTag'>): string {
  return part.serial ?? part.assetTag ?? 'without number';
}

/** The parts recorded for the units of an assignment. */
export function partsOfAssignment(database: ReadDatabase, assignmentId: string): readonly Part[] {
  return partsIn(database, assignmentId);
}

/** The parts of all assignments of a compute, by assignment. */
export function partsByAssignment(database: ReadDatabase, computeId: string): ReadonlyMap<string, readonly Part[]> {
  return Map.groupBy(partsOfCompute(database, computeId), (part) => part.componentAssignmentId ?? '');
}

/** A part by id, serial number or asset tag; a text that several parts have is E_AMBIGUOUS with where they are. */
export function resolvePart(database: ReadDatabase, reference: string): Part {
  const byId = findRecord(database, definitionOf('part'), reference);
  if (byId) return typedRow('part', byId);
  const found = partsNamed(database, reference);
  const [first] = found;
  if (!first) fail('E_NOT_FOUND', `There is no part with the serial number or asset tag "${reference}".`);
  if (found.length === 1) return first;
  const places = placesOf(
    database,
    found.map(({ id }) => id),
  );
  const matches = found.map(({ id }) => ({ id, place: places.has(id) ? placeOf(places.get(id)).text : '' }));
  const list = matches.map(({ place }) => place).join('; ');
  return fail('E_AMBIGUOUS', `"${reference}" is the number of ${found.length} parts: ${list}. Give the id.`, {
    details: { matches },
  });
}

const STATUS_LABELS: ReadonlyMap<string, string> = new Map(PART_STATUSES.map(({ value, label }) => [value, label]));

/** A place as people read it. */
export function placeOf(row: PlaceRow | undefined): PartPlace {
  const status = row?.status ?? 'scrap';
  const label = STATUS_LABELS.get(status) ?? status;
  const slot = row?.slot ? `, slot ${row.slot}` : '';
  const text =
    status === 'fitted'
      ? `${row?.compute ?? 'a compute'}${slot}`
      : status === 'spare'
        ? `${row?.shelf ?? 'shelf'} (spare)`
        : label;
  return {
    status,
    computeId: row?.computeId ?? null,
    slot: row?.slot ?? null,
    spareShelfId: row?.spareShelfId ?? null,
    text,
  };
}

/** One warning for each serial number that another part of the same maker and part number has. Nothing is refused. */
export function serialWarnings(
  database: ReadDatabase,
  componentId: string,
  serials: readonly string[],
  own: readonly string[] = [],
): SerialWarning[] {
  const repeated = new Set(serials.filter((serial, index) => serials.indexOf(serial) !== index));
  const warnings = [...new Set(serials)].flatMap((serial) => {
    const others = partsWithSerial(database, componentId, serial).filter(({ id }) => !own.includes(id));
    const partIds = others.map(({ id }) => id);
    const places = placesOf(database, partIds);
    const where = partIds.map((id) => placeOf(places.get(id)).text);
    if (repeated.has(serial)) where.push('this list, twice');
    if (where.length === 0) return [];
    return [{ serial, message: `Serial number ${serial} is on record already: ${where.join('; ')}.`, partIds }];
  });
  return warnings;
}
