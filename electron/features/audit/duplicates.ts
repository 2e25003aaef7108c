import type { ResolutionTarget } from '../../../shared/domain/audit-resolution.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/found-discrepancy.ts';
import { scanKey } from '../../../shared/rules/audit/scan-text.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { updateRow } from '../object/service.ts';
import { effectOf, type Applied } from './applied.ts';
import { recordNow } from './record-now.ts';

/** Whether one number is recorded on several devices. */
function isShared({ kind, about, objectId }: FoundDiscrepancy): boolean {
  return kind === 'duplicate-serial' && about === 'device' && objectId === null;
}

/** The number in question: of several bearers theirs, of a device that was seen twice its own. */
function numberOf({ database }: WriteContext, { expected, objectId, name }: FoundDiscrepancy): string {
  const recorded = objectId === null ? undefined : recordNow(database, objectId)?.serial;
  return expected.serial ?? recorded ?? fail('E_INCOHERENT', `${name} bears no serial number.`);
}

/** One record keeps a number; the others lose it, or the only other one gets the number given for it. */
export function settleNumber(context: WriteContext, rules: NounRules, applied: Applied): void {
  const { found } = applied;
  const number = numberOf(context, found);
  const { keeper } = effectOf(applied).target;
  if (keeper === undefined && isShared(found)) fail('E_REQUIRED', `Say which record keeps the number ${number}.`);
  const keeperId = keeper === undefined ? null : keeperOf(context, found, keeper);
  const others = found.objectIds.filter((id) => id !== keeperId);
  const serial = applied.target.serial ?? null;
  if (serial !== null && scanKey(serial) === scanKey(number))
    fail('E_INCOHERENT', `${serial} is the number that both bear; give another one, or none.`);
  if (serial !== null && others.length > 1)
    fail('E_INCOHERENT', `${others.length} records lose the number ${number}; a new one can be given where it is one.`);
  if (keeperId === null && serial === null)
    fail('E_REQUIRED', `Say which record keeps the number ${number}, or which number ${found.name} gets.`);
  for (const id of others) write(context, rules, id, number, serial);
  const kept = keeperId === null ? undefined : recordNow(context.database, keeperId);
  if (kept && scanKey(kept.serial ?? '') !== scanKey(number))
    updateRow(context, rules, kept.definition, kept.id, { serial: number });
}

/** Of several bearers one; of a device that was seen twice the other one, whose number it is. */
function keeperOf({ database }: WriteContext, found: FoundDiscrepancy, keeper: string): string {
  const id = resolveReference(database, 'machine', keeper, 'keeper');
  if (isShared(found) !== found.objectIds.includes(id)) {
    const message = isShared(found)
      ? `The record that keeps the number must be one of the ${found.objectIds.length} that bear it.`
      : `${found.name} keeps its number by keeping the record; name the other device whose number it is.`;
    fail('E_INCOHERENT', message, { fields: [{ path: 'keeper', message, value: keeper }] });
  }
  return id;
}

/** Takes a number off a record that still bears it. */
function write(context: WriteContext, rules: NounRules, id: string, number: string, serial: string | null): void {
  const now = recordNow(context.database, id);
  if (now && scanKey(now.serial ?? '') === scanKey(number)) updateRow(context, rules, now.definition, id, { serial });
}

/** What a new record is made of: of a number that several bear, it bears that number unless another is given. */
export function numbered(context: WriteContext, { found }: Applied, target: ResolutionTarget): ResolutionTarget {
  return isShared(found) ? { ...target, serial: target.serial ?? numberOf(context, found) } : target;
}

/** A new record that bears the number takes it from all others. */
export function takeNumberOff(context: WriteContext, rules: NounRules, applied: Applied): void {
  const { found } = applied;
  if (!isShared(found)) return;
  const number = numberOf(context, found);
  const { serial = number } = applied.target;
  if (scanKey(serial) !== scanKey(number))
    fail('E_INCOHERENT', `The new record takes the number ${number} over; ${serial} is another one.`);
  for (const id of found.objectIds) write(context, rules, id, number, null);
}
