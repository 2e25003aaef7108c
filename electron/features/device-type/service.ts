import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { DeviceType } from '../../../shared/domain/device-type.ts';
import type { PortTemplates } from '../../../shared/domain/port-templates.ts';
import type { BuildLine } from '../../../shared/domain/slot.ts';
import { slotsOfDeviceType } from '../../../shared/rules/device-slots.ts';
import { checkSlots } from '../../../shared/rules/slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { componentName, requireComponent } from '../component/service.ts';
import { slotted } from '../component-assignment/service.ts';
import { resolveReference } from '../object/reference-repository.ts';

/** The default build names components that exist and slots that take them. */
export const deviceTypeRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const unchanged = before && ['build', 'slots'].every((key) => same(before[key], after[key]));
    if (unchanged) return;
    const type = typedRow('deviceType', after);
    const build = resolvedBuild(context.database, type.build);
    refuseMisfits(context.database, { ...type, build });
    after['build'] = build;
  },
};

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The lines with ids in place of component names. */
export function resolvedBuild(database: ReadDatabase, build: readonly BuildLine[]): BuildLine[] {
  return build.map((line, index) => ({
    ...line,
    componentId: resolveReference(database, 'component', line.componentId, `build.${index}.componentId`),
  }));
}

function refuseMisfits(database: ReadDatabase, type: DeviceType): void {
  const lines = type.build.map((line, index) => {
    const component = requireComponent(database, line.componentId);
    const specs = component.specs as Record<string, unknown>;
    return slotted({
      id: String(index),
      component: componentName(component),
      type: component.type,
      specs,
      quantity: line.quantity,
      slot: line.slot,
    });
  });
  const [problem] = checkSlots(slotsOfDeviceType(type), lines).problems;
  if (!problem) return;
  const path = `build.${problem.assignmentIds[0] ?? '0'}`;
  fail('E_SLOT', `Default build: ${problem.message}`, { fields: [{ path, message: problem.message }] });
}

/** The ports and bays of device types by id. */
export function templatesOfTypes(database: ReadDatabase, ids: readonly string[]): ReadonlyMap<string, PortTemplates> {
  const rows = statementOf(
    database,
    'SELECT id, templates FROM device_type WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids)) as { id: string; templates: string }[];
  return new Map(rows.map(({ id, templates }) => [id, JSON.parse(templates) as PortTemplates]));
}
