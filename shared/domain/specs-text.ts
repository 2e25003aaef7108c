import { COMPONENT_TYPES } from './component.ts';
import { specFields, STORAGE_MEDIUM_LABELS, type SpecField } from './component-specs.ts';

/** What only says that it is a number of the things that the label names. */
const COUNTED: ReadonlySet<SpecField['unit']> = new Set(['count', 'cores']);

/** How the keys that people make themselves end when they name their unit, as those of the program do. */
const UNIT_ENDINGS = new Map([
  ['mb', 'MB'],
  ['gb', 'GB'],
  ['tb', 'TB'],
  ['mhz', 'MHz'],
  ['ghz', 'GHz'],
  ['mbps', 'Mbps'],
  ['gbps', 'Gbps'],
  ['watts', 'W'],
]);

/** The specs of a component in words, `Capacity 32 GB, Speed 4800 MHz, ECC yes`; other keys as they are written. */
export function specsText(type: string, specs: Readonly<Record<string, unknown>>): string {
  const known = COMPONENT_TYPES.find(({ value }) => value === type)?.value ?? 'other';
  const fields = new Map(specFields(known).map((field) => [field.key, field]));
  return Object.entries(specs)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => {
      const { label, unit } = wordsOf(key, fields.get(key), typeof value === 'number');
      return `${label} ${valueText(value, fields.get(key))}${unit === '' ? '' : ` ${unit}`}`;
    })
    .join(', ');
}

function wordsOf(key: string, field: SpecField | undefined, counts: boolean): { label: string; unit: string } {
  if (field) return { label: field.label, unit: counts && !COUNTED.has(field.unit) ? (field.unit ?? '') : '' };
  const words = key.split('_');
  const unit = counts && words.length > 1 ? UNIT_ENDINGS.get(words.at(-1)?.toLowerCase() ?? '') : undefined;
  const label = (unit === undefined ? words : words.slice(0, -1)).join(' ');
  return { label: label.charAt(0).toUpperCase() + label.slice(1), unit: unit ?? '' };
}

function valueText(value: unknown, field: SpecField | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  return field?.kind === 'choice' ? (STORAGE_MEDIUM_LABELS.get(value) ?? value) : value;
}
