import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { storedDnsValue } from '../../../shared/rules/zone-file-values.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, updateRow, upsertRow } from '../object/service.ts';
import { validPatch } from '../object/validation.ts';
import { valuesOf } from './repository.ts';
import { placeInZone } from './rules.ts';

const RECORD = definitionOf('dnsRecord');

export interface DnsUpsert {
  readonly record: Readonly<Record<string, unknown>>;
  readonly address: string | null | undefined;
  readonly oldValue: string | undefined;
  readonly further: boolean;
}

export interface DnsUpserted {
  readonly id: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

/** Records a value: in place of the only one or the one named, or beside those that are there. */
export function upsertRecord(
  context: WriteContext,
  rules: NounRules,
  { record, address, oldValue, further }: DnsUpsert,
): DnsUpserted {
  const ipAddressId =
    typeof address === 'string' ? resolveReference(context.database, 'ipAddress', address, 'address') : address;
  const draft = { ...record, ...(ipAddressId === undefined ? {} : { ipAddressId }) };
  if (further) return { id: createRow(context, rules, RECORD, draft).id, outcome: 'created' };
  if (oldValue === undefined) return upsertRow(context, rules, RECORD, draft);
  const place = validPatch(RECORD, pick(draft, ['name', 'type', 'zone']));
  placeInZone(context.database, place);
  const id = rowWithValue(context, place, oldValue);
  const changed = updateRow(context, rules, RECORD, id, draft);
  return { id, outcome: changed ? 'updated' : 'unchanged' };
}

function pick(record: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => key in record).map((key) => [key, record[key]]));
}

function rowWithValue(context: WriteContext, place: Readonly<Record<string, unknown>>, oldValue: string): string {
  const [zone, name, type] = [String(place['zone']), String(place['name']), String(place['type'])];
  const stored = storedDnsValue(type, oldValue);
  const present = valuesOf(context.database, zone, name, type);
  const row = present.find(({ value }) => value === (stored.ok ? stored.value : oldValue));
  if (row) return row.id;
  const allowed = present.map(({ value }) => value).join(', ') || 'it has none';
  const message = `${name} has no ${type} record ${oldValue}; its values: ${allowed}.`;
  return fail('E_NOT_FOUND', message, { fields: [{ path: 'oldValue', message, value: oldValue, allowed }] });
}
