import { component, type ComponentType } from '../../../shared/domain/component.ts';
import { checkSpecs } from '../../../shared/domain/component-specs.ts';
import type { PortTemplates } from '../../../shared/domain/port-templates.ts';
import type { DraftOf } from '../../../shared/domain/noun.ts';
import { fieldBounds, fieldLength, readWeightGrams, setGiven } from './netbox-common.ts';
import type { NetBoxSource } from './netbox-source.ts';
import { readTemplates, statedDrawWatts } from './netbox-templates.ts';

export type ComponentDraft = DraftOf<typeof component>;

/** A NetBox module type as a draft of a component: psu, nic or other, by its ports. */
export function readModuleType(source: NetBoxSource): ComponentDraft {
  const manufacturer = source.requiredText('manufacturer', fieldLength(component, 'manufacturer'));
  const model = source.requiredText('model', fieldLength(component, 'model'));
  const templates = readTemplates(source);
  const type = typeByPorts(templates);
  const draft: ComponentDraft = { type, manufacturer, model, templates, specs: specsByPorts(type, templates) };
  setGiven(draft, 'partNumber', source.text('part_number', fieldLength(component, 'partNumber')));
  setGiven(draft, 'weightGrams', readWeightGrams(source, fieldBounds(component, 'weightGrams')));
  setGiven(draft, 'notes', source.multiline('comments', fieldLength(component, 'notes')));
  draft.extra = source.rest();
  return draft;
}

function typeByPorts(templates: PortTemplates): ComponentType {
  const [first, second] = Object.entries(templates).flatMap(([kind, entries]) => (entries.length > 0 ? [kind] : []));
  if (second !== undefined) return 'other';
  return first === 'power-ports' ? 'psu' : first === 'interfaces' ? 'nic' : 'other';
}

/** What the ports say in so many words. A figure outside the range of its spec is left to the templates. */
function specsByPorts(type: ComponentType, templates: PortTemplates): Record<string, number> {
  const specs: Record<string, number> = {};
  if (type === 'psu') setGiven(specs, 'watts', statedDrawWatts(templates));
  if (type === 'nic') {
    const interfaces = templates.interfaces ?? [];
    specs['ports'] = interfaces.length;
    setGiven(specs, 'speed_gbps', commonSpeedGbps(interfaces.map((entry) => entry['type'])));
  }
  const wrong = new Set(checkSpecs(type, specs).map((problem) => problem.path));
  return Object.fromEntries(Object.entries(specs).filter(([key]) => !wrong.has(`specs.${key}`)));
}

function commonSpeedGbps(types: readonly unknown[]): number | null {
  const speeds = new Set(types.map(ethernetSpeedGbps));
  const [speed] = speeds;
  return speeds.size === 1 && speed !== undefined ? speed : null;
}

/** Speed of an Ethernet interface type: `1000base-t` 1, `2.5gbase-t` 2.5, `100gbase-x-qsfp28` 100; null for others. */
export function ethernetSpeedGbps(type: unknown): number | null {
  const parts = typeof type === 'string' ? /^(\d+(?:\.\d+)?)(g?)base-/.exec(type) : null;
  if (!parts) return null;
  return Number(parts[1]) / (parts[2] === 'g' ? 1 : 1000);
}
