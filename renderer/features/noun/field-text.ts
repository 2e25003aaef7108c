import { formatMoney } from '../../../shared/domain/money.ts';
import type { FieldMeta } from '../../../shared/domain/field.ts';
import { findNoun, type NounName } from '../../../shared/domain/nouns.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import { QUANTITY_UNITS, type QuantityUnit } from '../../../shared/domain/unit-rules.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import type { FieldValues, ReferenceNames } from '../../bridge/noun-client.ts';
import { plainText } from '../../ui/plain-text.ts';
import { counted, formatCount, formatMoment } from '../../ui/format.ts';

const UNITS = new Set<string>(QUANTITY_UNITS);

function isQuantityUnit(unit: string | undefined): unit is QuantityUnit {
  return unit !== undefined && UNITS.has(unit);
}

/** The unit a field is read and printed in; a field without one counts things. */
export function quantityUnit(meta: Pick<FieldMeta, 'unit'>): QuantityUnit {
  return isQuantityUnit(meta.unit) ? meta.unit : 'count';
}

/** An amount with its unit as lists show it: memory 393216 → `384 GB`, 12 cores → `12`. */
export function quantityText(amount: number, unit: FieldMeta['unit']): string {
  if (unit === 'cores' || unit === 'count' || !isQuantityUnit(unit)) return formatCount(amount);
  return formatQuantity(amount, unit);
}

function oneDecimal(value: number): string {
  return String(Number(value.toFixed(1)));
}

/** An amount in its largest unit, to one decimal where it does not come out even: 266076 MB → `259.8 GB`. */
export function roundedText(amount: number, unit: FieldMeta['unit']): string {
  const exact = quantityText(amount, unit);
  if (unit === 'MB' && exact.endsWith('MB') && amount >= 1024) return `${oneDecimal(amount / 1024)} GB`;
  return unit === 'GB' && exact.endsWith(' GB') && amount >= 1000 ? `${oneDecimal(amount / 1000)} TB` : exact;
}

/** A rounded amount with the exact one behind it where they differ: `12.6 GB (12,902 MB)`. */
function bothText(amount: number, unit: 'MB' | 'GB'): string {
  const [rounded, exact] = [roundedText(amount, unit), quantityText(amount, unit)];
  return rounded === exact ? exact : `${rounded} (${formatCount(amount)} ${unit})`;
}

/** Amounts per resource on one line: `4 cores · 16 GB · 100 GB storage`. */
export function resourcesText(amounts: Readonly<Record<string, unknown>>): string {
  const parts = RESOURCE_KEYS.flatMap((key) => {
    const amount = amounts[key];
    if (typeof amount !== 'number') return [];
    if (key === 'cores') return [formatQuantity(amount, 'cores')];
    if (key === 'memory') return [bothText(amount, 'MB')];
    if (key === 'gpu') return [counted(amount, 'GPU', 'GPUs')];
    return [key === 'vram' ? `${bothText(amount, 'MB')} GPU memory` : `${bothText(amount, 'GB')} storage`];
  });
  return parts.join(' · ');
}

function structureText(value: unknown): string {
  if (Array.isArray(value))
    return value.every((entry) => typeof entry === 'string') ? value.join(', ') : formatCount(value.length);
  if (typeof value !== 'object' || value === null) return plainText(value);
  const record = value as Record<string, unknown>;
  const entries = Object.entries(record);
  const isResources =
    entries.length > 0 && entries.every(([key]) => (RESOURCE_KEYS as readonly string[]).includes(key));
  if (isResources) return resourcesText(record);
  return entries.map(([key, entry]) => `${key} ${Array.isArray(entry) ? entry.length : String(entry)}`).join(' · ');
}

/** A stored value as people read it; empty for null. The record gives what belongs to it: a price's currency. */
export function fieldText(meta: FieldMeta, value: unknown, record: FieldValues, references: ReferenceNames): string {
  if (value === null || value === undefined) return '';
  switch (meta.kind) {
    case 'integer':
      return meta.ungrouped ? plainText(value) : quantityText(Number(value), meta.unit);
    case 'money':
      return formatMoney(plainText(value), typeof record['currency'] === 'string' ? record['currency'] : null);
    case 'flag':
      return value === true ? 'Yes' : 'No';
    case 'choice':
      return meta.choices?.find((choice) => choice.value === value)?.label ?? plainText(value);
    case 'reference':
      return references[plainText(value)] ?? plainText(value);
    case 'timestamp':
      return formatMoment(plainText(value));
    case 'json':
      return structureText(value);
    default:
      return references[plainText(value)] ?? plainText(value);
  }
}

/** The label of a choice's value by its field's definition; the value itself where it is not one of the choices. */
export function choiceText(noun: NounName, key: string, value: string | null): string {
  const field = findNoun(noun)?.fieldList.find((entry) => entry.key === key);
  return field?.meta.choices?.find((choice) => choice.value === value)?.label ?? value ?? '';
}
