import { fieldOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { type NetBoxSource, type Range, SourceRefusal } from './netbox-source.ts';

const WEIGHT_UNITS = [
  { value: 'kg', label: 'kg', grams: 1000 },
  { value: 'g', label: 'g', grams: 1 },
  { value: 'lb', label: 'lb', grams: 453.59237 },
  { value: 'oz', label: 'oz', grams: 28.349523125 },
] as const;

/** The weight in whole grams, rounded to the nearest; null when the file gives none. */
export function readWeightGrams(source: NetBoxSource, grams: Range): number | null {
  const weight = source.number('weight', grams);
  if (weight === null) return null;
  const unit = source.choice('weight_unit', WEIGHT_UNITS) ?? missingUnit();
  const factor = WEIGHT_UNITS.find((entry) => entry.value === unit)?.grams ?? 1;
  const total = Math.round(weight * factor);
  if (total <= grams.maximum) return total;
  const most = (grams.maximum / 1000).toLocaleString('en');
  throw new SourceRefusal(`weight must be at most ${most} kg; ${weight} ${unit} was given.`, ['weight']);
}

function missingUnit(): never {
  const allowed = WEIGHT_UNITS.map((unit) => unit.value).join(', ');
  throw new SourceRefusal(`weight_unit must be one of ${allowed} where a weight is given; nothing was given.`, [
    'weight',
  ]);
}

export function fieldLength(definition: NounDefinition, key: string): number {
  return fieldOf(definition, key).meta.maximumLength ?? 0;
}

export function fieldBounds(definition: NounDefinition, key: string): Range {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = fieldOf(definition, key).meta;
  return { minimum, maximum };
}

/** Sets a field that the file gives. An absent one is left out: an import changes only the fields given. */
export function setGiven<Draft, Key extends keyof Draft>(draft: Draft, key: Key, value: Draft[Key] | null): void {
  if (value !== null) draft[key] = value;
}
