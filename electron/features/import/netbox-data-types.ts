import { AIRFLOWS } from '../../../shared/domain/device-type.ts';
import type { PortTemplates, TemplateKind } from '../../../shared/domain/port-templates.ts';
import { gramsOf, type Ids } from './netbox-data-places.ts';
import type { DataRow, NetBoxData } from './netbox-data-rows.ts';
import type { ImportSink } from './netbox-data-sink.ts';
import { statedDrawWatts } from './netbox-templates.ts';

type Template = Record<string, unknown> & { name: string };

/** Tables of NetBox that declare the ports and bays of types. */
const TEMPLATE_MODELS: readonly (readonly [TemplateKind, string])[] = [
  ['interfaces', 'dcim.interfacetemplate'],
  ['console-ports', 'dcim.consoleporttemplate'],
  ['console-server-ports', 'dcim.consoleserverporttemplate'],
  ['power-ports', 'dcim.powerporttemplate'],
  ['power-outlets', 'dcim.poweroutlettemplate'],
  ['rear-ports', 'dcim.rearporttemplate'],
  ['front-ports', 'dcim.frontporttemplate'],
  ['module-bays', 'dcim.modulebaytemplate'],
  ['device-bays', 'dcim.devicebaytemplate'],
];

function templateOf(data: NetBoxData, kind: TemplateKind, row: DataRow): Template {
  const given: Record<string, unknown> = {
    label: row.text('label'),
    type: row.text('type', 100),
    mgmt_only: row.flag('mgmt_only') || null,
    maximum_draw: row.whole('maximum_draw'),
    allocated_draw: row.whole('allocated_draw'),
    feed_leg: row.text('feed_leg'),
    position: row.text('position'),
  };
  if (kind === 'rear-ports') given['positions'] = row.whole('positions');
  if (kind === 'front-ports') {
    given['rear_port'] = data.nameOf('dcim.rearporttemplate', row, 'rear_port');
    given['rear_port_position'] = row.whole('rear_port_position');
  }
  if (kind === 'power-outlets') given['power_port'] = data.nameOf('dcim.powerporttemplate', row, 'power_port');
  const known = Object.entries(given).filter(([, value]) => value !== null);
  return { name: row.text('name') ?? '', ...Object.fromEntries(known) };
}

/** The ports and bays of every type, by its primary key. */
function templatesByType(data: NetBoxData): Map<number, PortTemplates> {
  const found = new Map<number, Partial<Record<TemplateKind, Template[]>>>();
  for (const [kind, model] of TEMPLATE_MODELS)
    for (const row of data.of(model).values()) {
      const type = row.whole('device_type');
      if (type === null) continue;
      const templates = found.get(type) ?? {};
      (templates[kind] ??= []).push(templateOf(data, kind, row));
      found.set(type, templates);
    }
  return found;
}

/** Device types; one that the workspace knows by maker and model is used as it is. */
export function writeDeviceTypes(data: NetBoxData, sink: ImportSink): Ids {
  const ids: Ids = new Map();
  const templates = templatesByType(data);
  for (const row of data.of('dcim.devicetype').values()) {
    const own = templates.get(row.pk) ?? {};
    const role = row.text('subdevice_role');
    const draft = {
      manufacturer: data.nameOf('dcim.manufacturer', row, 'manufacturer')?.slice(0, 100) ?? 'Unknown',
      model: row.text('model'),
      partNumber: row.text('part_number', 100),
      slug: row.text('slug'),
      heightHalfU: Math.round((row.number('u_height') ?? 1) * 2),
      fullDepth: row.flag('is_full_depth'),
      weightGrams: gramsOf(row, 'weight'),
      airflow: AIRFLOWS.find(({ value }) => value === row.text('airflow'))?.value ?? null,
      powerWatts: statedDrawWatts(own),
      subdeviceRole: role === 'parent' || role === 'child' ? role : null,
      templates: own,
      comments: row.multiline('comments'),
    };
    const id = sink.keyed('deviceType', draft);
    if (id !== null) ids.set(row.pk, id);
  }
  return ids;
}
