import type { ComponentType } from '../../../shared/domain/component.ts';
import type { PortTemplates } from '../../../shared/domain/port-templates.ts';
import type { RaidImplementation, RaidLevel } from '../../../shared/domain/raid-level.ts';
import type { Slot } from '../../../shared/domain/slot.ts';
import { slotsOfCompute } from '../../../shared/rules/device-slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** A component assignment with its catalogue entry. */
export interface Fitted {
  readonly id: string;
  readonly computeId: string;
  readonly componentId: string;
  readonly component: string;
  readonly type: ComponentType;
  readonly specs: Readonly<Record<string, unknown>>;
  readonly quantity: number;
  readonly slot: string | null;
  readonly raidLevel: RaidLevel | null;
  readonly raidGroup: string | null;
  readonly raidImplementation: RaidImplementation | null;
  readonly raidNominalMembers: number | null;
  readonly hotSpare: boolean;
  readonly failed: boolean;
  readonly installedAt: string | null;
  readonly warrantyEnd: string | null;
  readonly notes: string | null;
}

type FittedRow = Omit<Fitted, 'specs' | 'hotSpare' | 'failed'> & { specs: string; hotSpare: number; failed: number };

const FITTED = `
  SELECT fitted.id, fitted.compute_id AS computeId, component.id AS componentId, object.name AS component, component.type,
    component.specs, fitted.quantity, fitted.slot, fitted.raid_level AS raidLevel, fitted.raid_group AS raidGroup,
    fitted.raid_implementation AS raidImplementation, fitted.raid_nominal_members AS raidNominalMembers,
    fitted.hot_spare AS hotSpare, fitted.failed, fitted.installed_at AS installedAt, fitted.warranty_end AS warrantyEnd,
    fitted.notes
  FROM component_assignment AS fitted
  JOIN component ON component.id = fitted.component_id JOIN object ON object.id = component.id
  WHERE fitted.compute_id = ? ORDER BY fitted.id`;

/** What is fitted in a compute, the oldest first. */
export function fittedIn(database: ReadDatabase, computeId: string): Fitted[] {
  const rows = statementOf(database, FITTED).all(computeId) as FittedRow[];
  return rows.map((row) => ({
    ...row,
    specs: JSON.parse(row.specs) as Record<string, unknown>,
    hotSpare: row.hotSpare === 1,
    failed: row.failed === 1,
  }));
}

const SLOTS = `
  SELECT compute.slots AS own, device_type.slots, device_type.templates
  FROM compute LEFT JOIN device_type ON device_type.id = compute.device_type_id WHERE compute.id = ?`;

interface SlotsRow {
  readonly own: string | null;
  readonly slots: string | null;
  readonly templates: string | null;
}

/** The slots that a compute or its device type declares; empty: slots are free text. */
export function slotsIn(database: ReadDatabase, computeId: string): readonly Slot[] {
  const row = statementOf(database, SLOTS).get(computeId) as SlotsRow | undefined;
  if (!row) return [];
  const own = row.own === null ? null : (JSON.parse(row.own) as Slot[]);
  const type =
    row.slots === null
      ? null
      : { slots: JSON.parse(row.slots) as Slot[], templates: JSON.parse(row.templates ?? '{}') as PortTemplates };
  return slotsOfCompute(own, type);
}
