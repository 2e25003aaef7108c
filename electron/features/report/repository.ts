import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface ReportedCompute {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly provider: string | null;
  readonly region: string | null;
  readonly role: string | null;
  readonly owner: string | null;
  readonly deviceType: string | null;
  readonly serial: string | null;
  readonly assetTag: string | null;
  readonly monthlyCost: string | null;
  readonly annualCost: string | null;
  readonly currency: string;
  readonly contractEnd: string | null;
  readonly renewalDate: string | null;
  readonly notes: string | null;
}

const COMPUTE = `SELECT compute.id, compute.name, compute.type, compute.state, compute.provider, compute.region, compute.role,
    compute.owner, object.name AS deviceType, compute.serial, compute.asset_tag AS assetTag, monthly_cost AS monthlyCost,
    annual_cost AS annualCost, ifnull(compute.currency, setting.currency) AS currency, contract_end AS contractEnd,
    renewal_date AS renewalDate, compute.notes
  FROM compute JOIN setting LEFT JOIN object ON object.id = compute.device_type_id`;

export function reportedCompute(database: ReadDatabase, id: string): ReportedCompute | undefined {
  return statementOf(database, `${COMPUTE} WHERE compute.id = ?`).get(id) as ReportedCompute | undefined;
}

export interface ReportedComponent {
  readonly component: string;
  readonly type: string;
  readonly quantity: number;
  readonly slot: string | null;
  /** JSON list. */
  readonly serials: string;
  readonly specs: string;
  readonly failed: 0 | 1;
  readonly warrantyEnd: string | null;
  readonly notes: string | null;
}

export function reportedComponents(database: ReadDatabase, computeId: string): ReportedComponent[] {
  return statementOf(
    database,
    `SELECT object.name AS component, component.type, fitted.quantity, fitted.slot,
       (SELECT json_group_array(serial) FROM (SELECT serial FROM part
        WHERE component_assignment_id = fitted.id AND serial IS NOT NULL ORDER BY slot, serial)) AS serials,
       component.specs, fitted.failed, fitted.warranty_end AS warrantyEnd, fitted.notes
     FROM component_assignment AS fitted JOIN component ON component.id = fitted.component_id
     JOIN object ON object.id = component.id
     WHERE fitted.compute_id = ? ORDER BY component.type, fitted.slot, fitted.id`,
  ).all(computeId) as ReportedComponent[];
}

export interface ReportedService {
  readonly id: string;
  readonly service: string;
  readonly quantity: number;
  readonly allocated: string;
  readonly overrideReason: string | null;
}

export function reportedServices(database: ReadDatabase, computeId: string): ReportedService[] {
  return statementOf(
    database,
    `SELECT assignment.id, service.name AS service, quantity, allocated, override_reason AS overrideReason
     FROM assignment JOIN service ON service.id = assignment.service_id
     WHERE compute_id = ? ORDER BY service.name COLLATE NOCASE, assignment.id`,
  ).all(computeId) as ReportedService[];
}

/** The ids among `ids` (null: of all computes), by name. */
export function idsByName(database: ReadDatabase, ids: readonly string[] | null): string[] {
  const rows = statementOf(
    database,
    `SELECT id FROM compute WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids))
     ORDER BY name COLLATE NOCASE, id`,
  ).all({ ids: ids === null ? null : JSON.stringify(ids) }) as { id: string }[];
  return rows.map(({ id }) => id);
}

export interface CapacityRow {
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly provider: string | null;
  readonly region: string | null;
  readonly cores: number;
  readonly cores_allocated: number;
  readonly memory: number;
  readonly memory_allocated: number;
  readonly vram: number;
  readonly vram_allocated: number;
  readonly nvme: number;
  readonly nvme_allocated: number;
  readonly gpu: number;
  readonly gpu_allocated: number;
  readonly services: number;
}

/** What some computes have and carry, in the order of `ids`. */
export function capacityRows(database: ReadDatabase, ids: readonly string[]): CapacityRow[] {
  return statementOf(
    database,
    `SELECT compute.name, compute.type, compute.state, compute.provider, compute.region, capacity.*
     FROM json_each(?) AS wanted JOIN compute ON compute.id = wanted.value
     JOIN capacity ON capacity.compute_id = compute.id ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as CapacityRow[];
}

export function costRows(database: ReadDatabase, ids: readonly string[]): ReportedCompute[] {
  return statementOf(
    database,
    `${COMPUTE} JOIN json_each(?) AS wanted ON compute.id = wanted.value
     WHERE monthly_cost IS NOT NULL OR annual_cost IS NOT NULL OR contract_end IS NOT NULL OR renewal_date IS NOT NULL
     ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as ReportedCompute[];
}

export function journalCount(database: ReadDatabase, objectId: string): number {
  const row = statementOf(database, 'SELECT count(*) AS total FROM journal_entry WHERE object_id = ?').get(
    objectId,
  ) as {
    total: number;
  };
  return row.total;
}
