import type { ResourceKey } from '../../../shared/domain/resource.ts';
import type { ComputeTotals, CoresCount } from '../../../shared/rules/totals-model.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { CapacityReader } from './repository.ts';

export interface ComputeCapacity {
  readonly totals: ComputeTotals;
  /** Σ allocated × quantity over the assignments. */
  readonly allocated: Readonly<Record<ResourceKey, number>>;
  readonly coresCount: CoresCount;
}

/** What one compute can carry and already carries, added up from its rows as they are now. */
export function capacityOf(database: ReadDatabase, computeId: string): ComputeCapacity {
  const reader = new CapacityReader(database);
  const { allocated } = reader.booked(computeId);
  return { totals: reader.totals(computeId), allocated, coresCount: reader.coresCount };
}
