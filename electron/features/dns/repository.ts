import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface RecordRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly zone: string;
  readonly ttlSeconds: number;
  readonly ipAddressId: string | null;
}

const RECORD = 'id, name, type, value, zone, ttl_seconds AS ttlSeconds, ip_address_id AS ipAddressId';

export function zonesOnRecord(database: ReadDatabase): { zone: string; records: number }[] {
  return statementOf(
    database,
    'SELECT zone, count(*) AS records FROM dns_record GROUP BY zone ORDER BY zone',
  ).all() as { zone: string; records: number }[];
}

export function recordsOfZone(database: ReadDatabase, zone: string): RecordRow[] {
  return statementOf(database, `SELECT ${RECORD} FROM dns_record WHERE zone = ? ORDER BY name, type, value, id`).all(
    zone,
  ) as RecordRow[];
}

export function allRecords(database: ReadDatabase): RecordRow[] {
  return statementOf(
    database,
    `SELECT ${RECORD} FROM dns_record ORDER BY zone, name, type, value, id`,
  ).all() as RecordRow[];
}

/** The values of one name, type and zone. */
export function valuesOf(database: ReadDatabase, zone: string, name: string, type: string): RecordRow[] {
  return statementOf(
    database,
    `SELECT ${RECORD} FROM dns_record WHERE zone = ? AND name = ? AND type = ? ORDER BY value, id`,
  ).all(zone, name, type) as RecordRow[];
}

export function recordsLinkedTo(database: ReadDatabase, ipAddressId: string): RecordRow[] {
  return statementOf(database, `SELECT ${RECORD} FROM dns_record WHERE ip_address_id = ? ORDER BY id`).all(
    ipAddressId,
  ) as RecordRow[];
}

/** Records about an address: linked to it, or with it as their value. */
export function recordsAbout(database: ReadDatabase, ipAddressId: string, address: string): RecordRow[] {
  return statementOf(
    database,
    `SELECT ${RECORD} FROM dns_record WHERE ip_address_id = :ipAddressId
     UNION SELECT ${RECORD} FROM dns_record WHERE value = :address AND type IN ('A', 'AAAA') ORDER BY name, type, id`,
  ).all({ ipAddressId, address }) as RecordRow[];
}

export interface AddressState {
  readonly id: string;
  readonly address: string;
  readonly state: string;
}

/** Addresses of the default VRF and those that records lead to. */
export function addressStates(database: ReadDatabase): AddressState[] {
  return statementOf(
    database,
    `SELECT id, address, state FROM ip_address
     WHERE vrf_id IS NULL OR id IN (SELECT ip_address_id FROM dns_record WHERE ip_address_id IS NOT NULL)`,
  ).all() as AddressState[];
}
