import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  ZONE_CHANGES_SHOWN,
  type ZoneChange,
  type ZoneEvent,
  type ZoneImportInput,
  type ZoneReport,
} from '../../../shared/contract/dns.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { canonicalDnsName } from '../../../shared/domain/dns-name.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { parseZoneFile, type ZoneFile, type ZoneRecord } from '../../../shared/rules/zone-file.ts';
import { zoneOfFileName } from '../../../shared/rules/zone-file-names.ts';
import { printZoneFile } from '../../../shared/rules/zone-file-print.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import type { Session } from '../../session/session.ts';
import { triedOut } from '../../session/try-out.ts';
import { requireTextFile } from '../import/service.ts';
import { createRow, removeRows, updateRow } from '../object/service.ts';
import { addressStates, recordsOfZone, type RecordRow } from './repository.ts';

const RECORD = definitionOf('dnsRecord');
const MAXIMUM_BYTES = 50_000_000;
const RECORDS_PER_TURN = 200;
const PROBLEMS_AT_MOST = 1000;

function zoneNamed(given: string): string {
  return canonicalDnsName(given) ?? fail('E_FORMAT', `"${given}" is no name of a zone.`);
}

/** The zone is what was asked for, else what the file says, else what the file is called. */
async function readZone(input: ZoneImportInput): Promise<ZoneFile & { readonly zone: string }> {
  const text = input.path === undefined ? input.text : await requireTextFile(input.path, MAXIMUM_BYTES);
  if (text === undefined) return fail('E_REQUIRED', 'Name the zone file to import, or give its text.');
  const own = parseZoneFile(text, input.zone === undefined ? null : zoneNamed(input.zone));
  const byName = own.zone === null && input.path !== undefined ? canonicalDnsName(zoneOfFileName(input.path)) : null;
  const read = byName === null ? own : parseZoneFile(text, byName);
  return { ...read, zone: read.zone ?? '' };
}

/** Imports a zone file as one change, or with `dryRun` says what it would do. */
export async function importZone(
  session: Session,
  input: ZoneImportInput,
  emit: (event: ZoneEvent) => void,
  signal: AbortSignal,
): Promise<ZoneEvent> {
  const file = await readZone(input);
  const problems = file.problems.slice(0, PROBLEMS_AT_MOST);
  const [first] = problems;
  if (first && !input.dryRun) {
    const count = file.problems.length === 1 ? 'A line' : `${file.problems.length} lines`;
    const message = `${count} of the zone file cannot be taken, and nothing was written. Line ${first.line}: ${first.message}`;
    fail('E_FORMAT', message, { details: { problems } });
  }
  const write = (context: WriteContext) => writeZone(context, session.rules, file, input, emit, signal);
  if (input.dryRun) return { kind: 'report', report: { ...(await triedOut(session, write)), problems, groupId: null } };
  const label = `Import zone ${file.zone} with ${file.records.length} records`;
  const { result, receipt } = await session.write({ kind: 'import', label }, write);
  return { kind: 'report', report: { ...result, problems: [], groupId: receipt.groupId } };
}

function keyOf({ name, type, value }: { name: string; type: string; value: string }): string {
  return JSON.stringify([name, type, value]);
}

async function writeZone(
  context: WriteContext,
  rules: NounRules,
  { zone, records }: ZoneFile & { readonly zone: string },
  input: ZoneImportInput,
  emit: (event: ZoneEvent) => void,
  signal: AbortSignal,
): Promise<Omit<ZoneReport, 'problems' | 'groupId'>> {
  const present = new Map(recordsOfZone(context.database, zone).map((row) => [keyOf(row), row]));
  const addresses = input.link ? addressIds(context.database) : new Map<string, string>();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const shown: ZoneChange[] = [];
  for (const [index, record] of records.entries()) {
    const row = present.get(keyOf(record));
    present.delete(keyOf(record));
    const outcome = writeRecord(context, rules, zone, record, row, addresses);
    counts[outcome] += 1;
    if (outcome !== 'unchanged' && shown.length < ZONE_CHANGES_SHOWN) shown.push(changeOf(outcome, record, row));
    if ((index + 1) % RECORDS_PER_TURN !== 0) continue;
    emit({ kind: 'progress', done: index + 1, total: records.length });
    await nextTurn();
    if (signal.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
  }
  const gone = input.replace ? [...present.values()] : [];
  for (const row of gone.slice(0, ZONE_CHANGES_SHOWN - shown.length)) shown.push(changeOf('removed', null, row));
  if (gone.length > 0)
    removeRows(
      context,
      rules,
      RECORD,
      gone.map(({ id }) => id),
    );
  return { zone, ...counts, removed: gone.length, shown };
}

/** One line of a report: the record as the file has it, or as it is on record where the file lacks it. */
function changeOf(outcome: ZoneChange['outcome'], record: ZoneRecord | null, row: RecordRow | undefined): ZoneChange {
  const { name = '', type = '', value = '', ttlSeconds = 0 } = record ?? row ?? {};
  const ttlDiffers = record !== null && row !== undefined && row.ttlSeconds !== ttlSeconds;
  const ttl = ttlDiffers ? [`TTL ${row.ttlSeconds} → ${ttlSeconds}`] : [];
  // What else an import changes in a record is that it links it.
  const changes = outcome === 'updated' ? [...ttl, ...(ttl.length === 0 ? ['Linked to its address'] : [])] : [];
  return { outcome, line: record?.line ?? null, name, type, value, ttlSeconds, changes };
}

function writeRecord(
  context: WriteContext,
  rules: NounRules,
  zone: string,
  { name, type, value, ttlSeconds }: ZoneRecord,
  row: RecordRow | undefined,
  addresses: ReadonlyMap<string, string>,
): 'created' | 'updated' | 'unchanged' {
  const addressId = type === 'A' || type === 'AAAA' ? addresses.get(value) : undefined;
  const link = addressId === undefined ? {} : { ipAddressId: addressId };
  if (row) return updateRow(context, rules, RECORD, row.id, { ttlSeconds, ...link }) ? 'updated' : 'unchanged';
  createRow(context, rules, RECORD, { zone, name, type, value, ttlSeconds, ...link });
  return 'created';
}

function addressIds(database: ReadDatabase): Map<string, string> {
  return new Map(addressStates(database).map(({ id, address }) => [address, id]));
}

/** A zone on record as a zone file. */
export function exportZone(database: ReadDatabase, given: string): { text: string; records: number } {
  const zone = zoneNamed(given);
  const records = recordsOfZone(database, zone);
  if (records.length === 0) fail('E_NOT_FOUND', `There is no record of the zone ${zone}.`);
  return { text: printZoneFile(zone, records), records: records.length };
}
