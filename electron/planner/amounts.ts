import { RESOURCE_KEYS, type ResourceKey, type ResourceVector } from '../../shared/domain/resource.ts';

/** Amounts in the order of RESOURCE_KEYS; whole numbers in each resource's unit. */
export type Amounts = readonly number[];

export const RESOURCE_COUNT = RESOURCE_KEYS.length;

/** Amounts of a spec; a key left out counts 0, or `fallback`'s amount when given. */
export function amountsOf(spec: Partial<ResourceVector>, fallback?: Amounts): number[] {
  return RESOURCE_KEYS.map((key, index) => spec[key] ?? fallback?.[index] ?? 0);
}

export function vectorOf(amounts: ArrayLike<number>): ResourceVector {
  return {
    cores: amounts[0] ?? 0,
    memory: amounts[1] ?? 0,
    vram: amounts[2] ?? 0,
    nvme: amounts[3] ?? 0,
    gpu: amounts[4] ?? 0,
  };
}

export function resourceAt(index: number): ResourceKey {
  const key = RESOURCE_KEYS[index];
  if (!key) throw new RangeError(`There is no resource number ${index}.`);
  return key;
}

export function sameAmounts(left: Amounts, right: Amounts): boolean {
  return left.every((amount, index) => amount === right[index]);
}
