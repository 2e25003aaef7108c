import { fail, failFields } from '../../../shared/contract/failure.ts';
import { dnsLabels, isInZone } from '../../../shared/domain/dns-name.ts';
import { parseIp } from '../../../shared/domain/ip.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { storedDnsValue } from '../../../shared/rules/zone-file-values.ts';
import { reverseName } from '../../../shared/rules/zone-file-names.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { valuesOf, zonesOnRecord } from './repository.ts';

/** The value of a record is of its type's form, in its zone, and that of the address it is linked to. */
export const dnsRecordRule: NounRule = {
  beforeWrite: (context, before, after) => {
    placeInZone(context.database, after);
    followLink(context.database, before, after);
    const { value } = after;
    const type = String(after['type']);
    if (typeof value !== 'string')
      return refuseField('value', 'Value is required unless the record is linked to an address.');
    const stored = storedDnsValue(type, value);
    if (!stored.ok) return failFields([{ path: 'value', message: stored.message, value, allowed: stored.allowed }]);
    after['value'] = stored.value;
  },
  findExisting: (database, record) => {
    const draft = { ...record } as StoredRecord;
    if (typeof draft['name'] !== 'string' || typeof draft['type'] !== 'string') return null;
    placeInZone(database, draft);
    return meantRecord(database, draft);
  },
};

function refuseField(path: string, message: string, value?: unknown): never {
  return fail('E_FORMAT', message, { fields: [{ path, message, ...(value === undefined ? {} : { value }) }] });
}

/** Fills in the zone from those on record, and `@` as a name from the zone. */
export function placeInZone(database: ReadDatabase, record: Record<string, unknown>): void {
  const given = String(record['name']);
  const zone = typeof record['zone'] === 'string' ? record['zone'] : zoneAround(database, given);
  if (zone === null) {
    const message = `Zone is required: no zone on record holds "${given}".`;
    return refuseField('zone', message, null);
  }
  const name = given === '@' ? zone : given;
  if (!isInZone(name, zone))
    refuseField('name', `Name must lie in the zone ${zone}, such as www.${zone}; "${name}" was given.`, name);
  record['zone'] = zone;
  record['name'] = name;
}

function zoneAround(database: ReadDatabase, name: string): string | null {
  const around = zonesOnRecord(database)
    .map(({ zone }) => zone)
    .filter((zone) => isInZone(name, zone));
  return around.toSorted((left, right) => dnsLabels(right).length - dnsLabels(left).length)[0] ?? null;
}

function followLink(database: ReadDatabase, before: StoredRecord | null, after: StoredRecord): void {
  const id = after['ipAddressId'];
  if (typeof id !== 'string') return;
  const address = String(findRecord(database, definitionOf('ipAddress'), id)?.['address']);
  const type = String(after['type']);
  if (type === 'PTR') return refuseOtherReverse(String(after['name']), address);
  const wanted = parseIp(address)?.version === 4 ? 'A' : 'AAAA';
  if (type !== wanted) {
    const message = `Only A, AAAA and PTR records are linked; ${address} is linked by a record of type ${wanted}, not ${type}.`;
    return refuseField('ipAddressId', message, address);
  }
  const typed = before !== null && before['ipAddressId'] === id && before['value'] !== after['value'];
  if (typed && after['value'] !== null && storedText(type, after['value']) !== address)
    refuseField(
      'value',
      `The value follows ${address}; change the address, or take the link away first.`,
      after['value'],
    );
  after['value'] = address;
}

function storedText(type: string, value: unknown): unknown {
  const stored = typeof value === 'string' ? storedDnsValue(type, value) : null;
  return stored?.ok ? stored.value : value;
}

function refuseOtherReverse(name: string, address: string): void {
  const reverse = reverseName(address);
  if (name !== reverse)
    refuseField(
      'ipAddressId',
      `A PTR record about ${address} is named ${reverse ?? ''}; this one is ${name}.`,
      address,
    );
}

/** The row an upsert means: the same value, else the only value there is; of several the old one must be named. */
export function meantRecord(database: ReadDatabase, record: Readonly<Record<string, unknown>>): string | null {
  const [zone, name, type] = [String(record['zone']), String(record['name']), String(record['type'])];
  const present = valuesOf(database, zone, name, type);
  const value = storedText(type, wantedValue(database, record));
  const same = present.find((row) => row.value === value);
  if (same) return same.id;
  if (present.length < 2) return present[0]?.id ?? null;
  const listed = present.map((row) => row.value).join(', ');
  const message = `${name} has ${present.length} ${type} records: ${listed}. Say which old value is meant, or that a further one is added.`;
  return fail('E_AMBIGUOUS', message, {
    fields: [{ path: 'value', message, value: record['value'], allowed: listed }],
  });
}

function wantedValue(database: ReadDatabase, record: Readonly<Record<string, unknown>>): unknown {
  const id = record['ipAddressId'];
  if (typeof id !== 'string' || record['type'] === 'PTR') return record['value'];
  return findRecord(database, definitionOf('ipAddress'), id)?.['address'];
}
