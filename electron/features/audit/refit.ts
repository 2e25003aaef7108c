import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { ComponentAssignment } from '../../../shared/domain/component-assignment.ts';
import type { DiscrepancyKind } from '../../../shared/domain/audit-words.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import { isSame } from '../../../shared/rules/audit/model.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { fittedOf, slotsOf, takeUnitOff, unitsOf } from '../component-assignment/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, removeRows, requireRow, updateRow } from '../object/service.ts';
import { partsByAssignment } from '../part/service.ts';
import { effectOf, type Applied } from './applied.ts';

const PART = definitionOf('part');
const ASSIGNMENT = definitionOf('componentAssignment');

/** What accepting of which sends a part to where it was read, or where a person says it is. */
const MOVES: ReadonlySet<DiscrepancyKind> = new Set(['moved', 'wrong-slot', 'duplicate-serial']);

/** A unit that its part has left. */
interface Vacancy {
  readonly assignmentId: string;
  readonly computeId: string;
  readonly slot: string | null;
}

/** A part on its way into a compute. */
interface Arrival {
  readonly computeId: string;
  readonly componentId: string;
  readonly slot: string | null;
  /** The number of one that is not recorded yet. */
  readonly serial: string | null;
  /** One that is recorded waits in an assignment of its own, in no slot. */
  readonly waiting: { readonly partId: string; readonly assignmentId: string } | null;
  /** The unit it left in the same compute. */
  readonly left: Vacancy | undefined;
}

/**
 * Writes what was decided about parts, by the rules of parts and assignments. All leave before any arrives, so that parts may
 * change places; one that arrives where its like has left takes over its unit, with slot and RAID group.
 */
export function refitParts(context: WriteContext, rules: NounRules, applied: readonly Applied[]): void {
  new Refit(context, rules).run(applied);
}

class Refit {
  readonly #context: WriteContext;
  readonly #rules: NounRules;
  readonly #vacancies: Vacancy[] = [];
  readonly #arrivals: Arrival[] = [];

  constructor(context: WriteContext, rules: NounRules) {
    this.#context = context;
    this.#rules = rules;
  }

  run(applied: readonly Applied[]): void {
    for (const one of applied) this.#leave(one);
    const left = this.#arrivals.filter((arrival) => !this.#takeOver(arrival));
    for (const { assignmentId, slot } of this.#vacancies) takeUnitOff(this.#context, this.#rules, assignmentId, slot);
    for (const arrival of left) this.#settle(arrival);
  }

  #leave(one: Applied): void {
    const { decision, target } = effectOf(one);
    const { found } = one;
    if (found.partId === null || decision === 'create') return this.#recordNew(one);
    const part = this.#part(found.partId, found.name);
    if (decision === 'renumber') return this.#renumber(part, one);
    const moves = decision === 'accept' && MOVES.has(found.kind);
    if (moves) return this.#send(part, this.#computeOf(target.compute), target.slot ?? null);
    const vacancy = this.#vacate(part);
    updateRow(
      this.#context,
      this.#rules,
      PART,
      part.id,
      this.#away(decision === 'spares' ? (target.shelf ?? '') : null),
    );
    if (vacancy) this.#vacancies.push(vacancy);
    if (found.kind !== 'changed-serial') return;
    const serial = target.serial ?? fail('E_REQUIRED', 'Say which serial number it bears.');
    const computeId = this.#computeOf(target.compute);
    this.#expect({ computeId, componentId: part.componentId, slot: vacancy?.slot ?? target.slot ?? null, serial });
  }

  /** A number that no part bears: fitted where it was read, or put on a shelf. */
  #recordNew(one: Applied): void {
    const { decision, target } = effectOf(one);
    const serial =
      target.serial ??
      one.found.expected.serial ??
      fail('E_REQUIRED', `Say which serial number ${one.found.name} bears.`);
    const component = target.component ?? fail('E_REQUIRED', `Say what component ${serial} is.`);
    const componentId = resolveReference(this.#context.database, 'component', component, 'component');
    if (decision === 'spares') {
      const shelved = this.#away(target.shelf ?? '');
      createRow(this.#context, this.#rules, PART, { componentId, serial, ...shelved });
    } else this.#expect({ computeId: this.#computeOf(target.compute), componentId, slot: target.slot ?? null, serial });
  }

  /** The part that is recorded bears another number than the one that was read twice. */
  #renumber(part: Part, { found, target }: Applied): void {
    const serial = target.serial ?? fail('E_REQUIRED', `Say which serial number ${found.name} gets.`);
    if (isSame(serial, part.serial)) fail('E_INCOHERENT', `${serial} is the number that it bears; give another one.`);
    updateRow(this.#context, this.#rules, PART, part.id, { serial });
  }

  #expect(arrival: Pick<Arrival, 'computeId' | 'componentId' | 'slot' | 'serial'>): void {
    this.#arrivals.push({ ...arrival, waiting: null, left: undefined });
  }

  /** @param shelf null: nobody knows where it is */
  #away(shelf: string | null): Partial<Part> {
    const nowhere = { componentAssignmentId: null, spareShelfId: null, slot: null };
    if (shelf === null) return { ...nowhere, status: 'missing' };
    if (shelf === '') return fail('E_REQUIRED', 'Say on which spare shelf it is put.');
    const spareShelfId = resolveReference(this.#context.database, 'spareShelf', shelf, 'shelf');
    return { ...nowhere, status: 'spare', spareShelfId };
  }

  #send(part: Part, computeId: string, slot: string | null): void {
    const vacancy = this.#vacate(part);
    const stays = vacancy?.computeId === computeId;
    const { id: _id, ...old } = vacancy ? this.#assignment(vacancy.assignmentId) : { id: '' };
    const draft = { ...(stays ? old : {}), computeId, componentId: part.componentId, quantity: 1, slot: null };
    const { id: assignmentId } = createRow(this.#context, this.#rules, ASSIGNMENT, draft);
    const fitted = { status: 'fitted', componentAssignmentId: assignmentId, spareShelfId: null, slot: null };
    updateRow(this.#context, this.#rules, PART, part.id, fitted);
    if (vacancy) this.#vacancies.push(vacancy);
    const waiting = { partId: part.id, assignmentId };
    this.#arrivals.push({
      computeId,
      componentId: part.componentId,
      slot: slot ?? (stays ? (vacancy?.slot ?? null) : null),
      serial: null,
      waiting,
      left: stays ? vacancy : undefined,
    });
  }

  /** Takes over a unit of its kind that has no number: in the slot that was read, else one that another has left. */
  #takeOver(arrival: Arrival): boolean {
    const { computeId, componentId, slot, serial, waiting } = arrival;
    const unit = this.#freeUnits(computeId, componentId).find(
      (one) => (slot === null || isSame(one.slot, slot)) && (slot !== null || waiting === null || one.vacancy),
    );
    if (!unit) return false;
    const fitted = { componentAssignmentId: unit.assignmentId, slot: unit.slot };
    if (waiting) {
      updateRow(this.#context, this.#rules, PART, waiting.partId, fitted);
      removeRows(this.#context, this.#rules, ASSIGNMENT, [waiting.assignmentId]);
    } else createRow(this.#context, this.#rules, PART, { componentId, serial, status: 'fitted', ...fitted });
    // A unit without a number changed places with it inside the compute: that is where it stands now.
    const filled = unit.vacancy ?? arrival.left;
    const index = filled ? this.#vacancies.indexOf(filled) : -1;
    if (index >= 0) this.#vacancies.splice(index, 1);
    return true;
  }

  /** Units of a component without a number; those that were left first. */
  #freeUnits(computeId: string, componentId: string) {
    const { database } = this.#context;
    const slots = slotsOf(database, computeId);
    const parts = partsByAssignment(database, computeId);
    const units = fittedOf(database, computeId)
      .filter((fitted) => fitted.componentId === componentId)
      .flatMap((fitted) =>
        unitsOf(fitted, parts.get(fitted.id) ?? [], slots).flatMap(({ part, slot }) =>
          part ? [] : [{ assignmentId: fitted.id, slot, vacancy: this.#vacancyAt(fitted.id, slot) }],
        ),
      );
    return units.toSorted((left, right) => Number(left.vacancy === undefined) - Number(right.vacancy === undefined));
  }

  #vacancyAt(assignmentId: string, slot: string | null): Vacancy | undefined {
    const left = this.#vacancies.filter((one) => one.assignmentId === assignmentId);
    return left.find((one) => isSame(one.slot, slot)) ?? left.find((one) => one.slot === null);
  }

  #settle({ computeId, componentId, slot, serial, waiting }: Arrival): void {
    if (waiting) {
      if (slot !== null) updateRow(this.#context, this.#rules, ASSIGNMENT, waiting.assignmentId, { slot });
      return;
    }
    const draft = { computeId, componentId, quantity: 1, slot };
    const { id } = createRow(this.#context, this.#rules, ASSIGNMENT, draft);
    createRow(this.#context, this.#rules, PART, { componentId, serial, status: 'fitted', componentAssignmentId: id });
  }

  /** The unit that a part leaves; undefined: it is fitted nowhere. */
  #vacate(part: Part): Vacancy | undefined {
    if (part.componentAssignmentId === null) return undefined;
    const { id, computeId, quantity, slot } = this.#assignment(part.componentAssignmentId);
    return { assignmentId: id, computeId, slot: part.slot ?? (quantity === 1 ? slot : null) };
  }

  #assignment(id: string): ComponentAssignment {
    return typedRow('componentAssignment', requireRow(this.#context.database, ASSIGNMENT, id));
  }

  #part(id: string, name: string): Part {
    const row = findRecord(this.#context.database, PART, id);
    return typedRow('part', row ?? fail('E_NOT_FOUND', `The record of ${name} is no longer there.`));
  }

  #computeOf(reference: string | undefined): string {
    const compute = reference ?? fail('E_REQUIRED', 'Say which compute it is in.');
    return resolveReference(this.#context.database, 'compute', compute, 'compute');
  }
}
