import type { ResourceSpec } from '../../shared/domain/service.ts';

/** The four kinds of parts that give resources, and so the four kinds of slots. */
export const PART_KINDS = ['cpu', 'ram', 'storage', 'gpu'] as const;

export type PartKind = (typeof PART_KINDS)[number];

export type SlotCounts = Readonly<Record<PartKind, number>>;

/** A part that can be bought or lies on a shelf. */
export interface CataloguePart {
  readonly id: string;
  readonly name: string;
  readonly kind: PartKind;
  /** What one of it adds; a disk its own size, before any RAID. */
  readonly provides: ResourceSpec;
  readonly powerWatts: number;
  /** Decimal string; null: not known. */
  readonly price: string | null;
}

/** An empty server as sold. */
export interface CatalogueChassis {
  readonly id: string;
  readonly name: string;
  readonly heightHalfU: number;
  /** Memory slots are those of all sockets together; each fitted CPU opens its share of them. */
  readonly slots: SlotCounts;
  /** Without parts. */
  readonly powerWatts: number;
  /** What its power supplies can feed; null: not known, not checked. */
  readonly maxPowerWatts: number | null;
  readonly price: string | null;
}

/** What can be bought. All prices are in `currency`. */
export interface Catalogue {
  readonly chassis: readonly CatalogueChassis[];
  readonly parts: readonly CataloguePart[];
  readonly currency: string | null;
}

/**
 * A price as a whole number of ten-thousandths, for comparing and adding; exact below 900 billion. What is shown is
 * added up from the decimal strings instead (`sumMoney`).
 */
export function priceUnits(price: string): number {
  return Math.round(Number(price) * 10_000);
}
