import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import { scanKey } from '../../../shared/rules/audit/scan-text.ts';
import { typedRow } from '../../db/typed-row.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { removeRows, updateRow } from '../object/service.ts';
import { effectOf, isAboutPart, type Applied } from './applied.ts';

const PART = definitionOf('part');

/** Whether it settles a number that is recorded on parts of several devices. */
export function isNumberOfParts(applied: Applied): boolean {
  return isAboutPart(applied) && applied.found.partId === null && effectOf(applied).decision === 'renumber';
}

/** The part in one device keeps the number; the others lose it, or the only other one gets the number given for it. */
export function settlePartNumber(context: WriteContext, rules: NounRules, { found, target }: Applied): void {
  const { keeper, serial = null } = target;
  const number = found.expected.serial ?? found.name;
  if (keeper === undefined) fail('E_REQUIRED', `Say in which device the part keeps the number ${number}.`);
  const keeperId = resolveReference(context.database, 'machine', keeper, 'keeper');
  if (!found.objectIds.includes(keeperId)) {
    const message = `The device whose part keeps the number must be one of the ${found.objectIds.length} that it was read in.`;
    fail('E_INCOHERENT', message, { fields: [{ path: 'keeper', message, value: keeper }] });
  }
  if (serial !== null && scanKey(serial) === scanKey(number))
    fail('E_INCOHERENT', `${serial} is the number that both bear; give another one, or none.`);
  const others = new Set(
    found.observations.flatMap(({ partId, objectId }) => (partId === null || objectId === keeperId ? [] : partId)),
  );
  if (serial !== null && others.size > 1)
    fail('E_INCOHERENT', `${others.size} parts lose the number ${number}; a new one can be given where it is one.`);
  for (const id of others) {
    const row = context.find(PART, id);
    const part = row && typedRow('part', row);
    if (part && scanKey(part.serial ?? '') === scanKey(number)) renumber(context, rules, part, serial);
  }
}

/** A unit without any number is counted and not listed. */
function renumber(context: WriteContext, rules: NounRules, { id, assetTag }: Part, serial: string | null): void {
  if (serial === null && assetTag === null) removeRows(context, rules, PART, [id]);
  else updateRow(context, rules, PART, id, { serial });
}
