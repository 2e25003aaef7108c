import { COMPONENT_TYPES } from './component.ts';
import { specFields, type SpecField } from './component-specs.ts';

/** What only says that it is a number of the things that the label names. */
const COUNTED: ReadonlySet<SpecField['unit']> = new Set(['count', 'cores']);

/** The specs of a component in words, `Capacity 32 GB, Speed 4800 MHz, ECC yes`; keys of no type as they are written. */
export function specsText(type: string, specs: Readonly<Record<string, unknown>>): string {
  const known = COMPONENT_TYPES.find(({ value }) => value === type)?.value ?? 'other';
  const fields = new Map(specFields(known).map((field) => [field.key, field]));
  return Object.entries(specs)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => {
      const { label = labelFrom(key), unit } = fields.get(key) ?? {};
      const shownUnit = typeof value === 'number' && unit !== undefined && !COUNTED.has(unit) ? ` ${unit}` : '';
      return `${label} ${valueText(value)}${shownUnit}`;
    })
    .join(', ');
}

/** `burst_mhz` becomes `Burst mhz`. */
function labelFrom(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
