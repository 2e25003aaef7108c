import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { formatQuantity, parseQuantity } from '../../../shared/domain/units.ts';
import { Unreadable } from '../noun/form-values.ts';

/** Amounts as typed, by resource; empty where nothing is asked for. */
export type ResourceTexts = Readonly<Partial<Record<ResourceKey, string>>>;

function printed(key: ResourceKey, amount: number): string {
  const { unit } = RESOURCE_LABELS[key];
  return unit === 'cores' ? String(amount) : formatQuantity(amount, unit);
}

/** The texts of a stored spec; of one that could not be read, those it was made from. */
export function resourceTexts(value: unknown): ResourceTexts {
  if (value instanceof Unreadable) return JSON.parse(value.text) as ResourceTexts;
  const amounts = (value ?? {}) as Partial<Record<ResourceKey, number>>;
  const texts = RESOURCE_KEYS.flatMap((key) => {
    const amount = amounts[key];
    return amount === undefined ? [] : [[key, printed(key, amount)]];
  });
  return Object.fromEntries(texts) as ResourceTexts;
}

/** Why one amount cannot be read, or null. */
export function resourceProblem(key: ResourceKey, text: string): string | null {
  if (text.trim() === '') return null;
  const { label, unit } = RESOURCE_LABELS[key];
  const read = parseQuantity(text, unit, label);
  return read.ok ? null : read.message;
}

/** The spec that the texts say: amounts in stored units, resources left empty left out. */
export function resourceSpec(texts: ResourceTexts): unknown {
  const spec: Partial<Record<ResourceKey, number>> = {};
  for (const key of RESOURCE_KEYS) {
    const text = texts[key] ?? '';
    if (text.trim() === '') continue;
    const read = parseQuantity(text, RESOURCE_LABELS[key].unit, RESOURCE_LABELS[key].label);
    if (!read.ok) return new Unreadable(JSON.stringify(texts), read.message);
    spec[key] = read.value;
  }
  return spec;
}
