import { RESOURCE_KEYS, type ResourceVector } from '../../../../shared/domain/resource.ts';
import { NOUNS, type NounName } from '../../../../shared/domain/nouns.ts';
import type { RowOf } from '../../../../shared/domain/noun.ts';
import type { ComputeTotals } from '../../../../shared/rules/totals-model.ts';
import { computeTotals, type TotalsAssignment } from '../../../../shared/rules/totals.ts';
import type { SampleRow } from '../sample-row.ts';

/** Rows read back the way the writer reads them: defaults filled, keyed by their sample key as id. */
export class SampleView {
  readonly rows: readonly SampleRow[];
  private readonly byKey: ReadonlyMap<string, SampleRow>;

  constructor(rows: readonly SampleRow[]) {
    this.rows = rows;
    this.byKey = new Map(rows.map((row) => [row.key, row]));
  }

  all<Name extends NounName>(noun: Name): RowOf<(typeof NOUNS)[Name]>[] {
    return this.rows.filter((row) => row.noun === noun).map((row) => this.parsed<Name>(row));
  }

  one<Name extends NounName>(noun: Name, key: string | null): RowOf<(typeof NOUNS)[Name]> {
    const row = key === null ? undefined : this.byKey.get(key);
    if (row?.noun !== noun) throw new Error(`There is no ${noun} ${key}.`);
    return this.parsed<Name>(row);
  }

  tagsOf(key: string): Readonly<Record<string, string>> {
    return this.byKey.get(key)?.tags ?? {};
  }

  private parsed<Name extends NounName>(row: SampleRow): RowOf<(typeof NOUNS)[Name]> {
    const record = NOUNS[row.noun].schema.parse(row.record);
    return { ...record, id: row.key } as RowOf<(typeof NOUNS)[Name]>;
  }
}

export interface Capacity {
  readonly id: string;
  readonly name: string;
  readonly totals: ComputeTotals;
  readonly allocated: ResourceVector;
}

/** Totals of every compute by the rule of the program, and what its assignments take. */
export function capacities(view: SampleView): Capacity[] {
  const parts = new Map(view.all('component').map((part) => [part.id, part]));
  const fitted = Map.groupBy(view.all('componentAssignment'), ({ computeId }) => computeId);
  const booked = Map.groupBy(view.all('assignment'), ({ computeId }) => computeId);
  return view.all('compute').map((compute) => {
    const assignments = (fitted.get(compute.id) ?? []).flatMap((fitting): TotalsAssignment[] => {
      const part = parts.get(fitting.componentId);
      if (!part) return [];
      const { specs, powerWatts, weightGrams, model, type } = part;
      return [{ ...fitting, componentType: type, componentName: model, specs, powerWatts, weightGrams }];
    });
    const stated = {
      cores: compute.statedCores,
      memory: compute.statedMemoryMb,
      vram: compute.statedVramMb,
      nvme: compute.statedNvmeGb,
      gpu: compute.statedGpu,
    };
    const totals = computeTotals({ stated, assignments, coresCount: 'cores' });
    const allocated = { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 };
    for (const assignment of booked.get(compute.id) ?? []) {
      for (const key of RESOURCE_KEYS) allocated[key] += (assignment.allocated[key] ?? 0) * assignment.quantity;
    }
    return { id: compute.id, name: compute.name, totals, allocated };
  });
}
