import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { PlanService } from '../../../shared/domain/plan.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { decodeRow } from '../../db/record-codec.ts';
import { serviceOfRecord } from './request.ts';

/** Every stored service by id, by name in its order. */
export function allServices(database: ReadDatabase): Map<string, PlanService> {
  const rows = database.prepare<[], Record<string, unknown>>('SELECT * FROM service ORDER BY name, id').all();
  const services = rows.map((row) => serviceOfRecord(decodeRow(definitionOf('service'), row)));
  return new Map(services.map((service) => [service.id ?? '', service]));
}
