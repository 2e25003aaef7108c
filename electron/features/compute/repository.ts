import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

interface FittingRow {
  id: string;
  componentId: string;
  component: string;
  type: string;
  quantity: number;
  slot: string | null;
  serial: string | null;
  raidLevel: string | null;
  raidGroup: string | null;
  specs: string;
}

/** The component assignments of a compute with what they are made of, by slot. */
export function fittingsOf(database: ReadDatabase, computeId: string) {
  return statementOf<[string], FittingRow>(
    database,
    `SELECT fitted.id, component.id AS componentId, object.name AS component, component.type, fitted.quantity, fitted.slot,
         (SELECT group_concat(part.serial, ', ') FROM part WHERE part.component_assignment_id = fitted.id) AS serial,
         fitted.raid_level AS raidLevel, fitted.raid_group AS raidGroup, component.specs
       FROM component_assignment AS fitted JOIN component ON component.id = fitted.component_id JOIN object ON object.id = component.id
       WHERE fitted.compute_id = ? ORDER BY component.type, fitted.slot, fitted.id`,
  )
    .all(computeId)
    .map((row) => ({ ...row, specs: JSON.parse(row.specs) as Record<string, unknown> }));
}

interface RunningRow {
  id: string;
  serviceId: string;
  service: string;
  quantity: number;
  allocated: string;
  overrideReason: string | null;
}

/** The services that run on a compute, by name. */
export function servicesOn(database: ReadDatabase, computeId: string) {
  return statementOf<[string], RunningRow>(
    database,
    `SELECT assignment.id, service.id AS serviceId, service.name AS service, assignment.quantity, assignment.allocated,
         assignment.override_reason AS overrideReason
       FROM assignment JOIN service ON service.id = assignment.service_id WHERE assignment.compute_id = ?
       ORDER BY service.name COLLATE NOCASE`,
  )
    .all(computeId)
    .map((row) => ({ ...row, allocated: JSON.parse(row.allocated) as Record<string, number> }));
}
