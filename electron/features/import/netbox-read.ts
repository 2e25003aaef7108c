import { readDeviceType, type DeviceTypeDraft } from './netbox-device-type.ts';
import { readModuleType, type ComponentDraft } from './netbox-module-type.ts';
import { isYamlMap, NetBoxSource, SourceRefusal } from './netbox-source.ts';
import type { YamlMap } from './yaml-convert.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

export type NetBoxFile =
  | { readonly kind: 'deviceType'; readonly draft: DeviceTypeDraft }
  | { readonly kind: 'component'; readonly draft: ComponentDraft }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string };

/** Keys that a device type may have and a module type may not. */
const DEVICE_KEYS = [
  'slug',
  'u_height',
  'is_full_depth',
  'subdevice_role',
  'is_powered',
  'front_image',
  'rear_image',
  'device-bays',
  'inventory-items',
];
/** Keys of NetBox's rack types, which also have a manufacturer and a model. */
const RACK_KEYS = ['form_factor', 'starting_unit', 'desc_units', 'outer_width', 'mounting_depth'];
/** Keys that tell a device or module type even where manufacturer and model are forgotten. */
const TELLING_KEYS = ['u_height', 'is_full_depth', 'subdevice_role', 'console-ports', 'power-ports', 'module-bays'];

/**
 * Reads the text of one YAML file of NetBox's device type library.
 * @param label path of the file; a `module-types` or `device-types` folder in it decides where no key does.
 */
export function readNetBoxFile(text: string, label: string): NetBoxFile {
  const reading = readYaml(text);
  if (!reading.ok) return { kind: 'refused', line: reading.line, reason: reading.reason };
  const { document } = reading;
  if (Array.isArray(document.value)) return { kind: 'ignored' };
  if (!isYamlMap(document.value)) return { kind: 'refused', line: 1, reason: notAMap(document) };
  if (isOtherKind(document.value)) return { kind: 'ignored' };
  try {
    return readType(document, document.value, label);
  } catch (error) {
    if (!(error instanceof SourceRefusal)) throw error;
    return { kind: 'refused', line: document.lineOf(error.path), reason: error.message };
  }
}

function readType(document: YamlDocument, map: YamlMap, label: string): NetBoxFile {
  const source = new NetBoxSource(document, map);
  return isDeviceType(map, label)
    ? { kind: 'deviceType', draft: readDeviceType(source) }
    : { kind: 'component', draft: readModuleType(source) };
}

function isOtherKind(map: YamlMap): boolean {
  const has = (key: string): boolean => Object.hasOwn(map, key);
  if (RACK_KEYS.some(has)) return true;
  return !has('manufacturer') && !has('model') && !TELLING_KEYS.some(has);
}

function isDeviceType(map: YamlMap, label: string): boolean {
  if (DEVICE_KEYS.some((key) => Object.hasOwn(map, key))) return true;
  const folders = label.split('/');
  return folders.includes('device-types') && !folders.includes('module-types');
}

function notAMap(document: YamlDocument): string {
  if (document.value === null) return 'The file is empty.';
  return 'The file must hold keys such as manufacturer and model; it holds a single value.';
}
