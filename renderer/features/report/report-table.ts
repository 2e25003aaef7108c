import Papa from 'papaparse';
import { RESOURCE_KEYS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { unguarded } from '../../../shared/rules/csv.ts';

/** A row of a report's CSV, by the names of its columns. */
export type TableRow = Readonly<Record<string, string>>;

/** The rows of a report's CSV as text that people read: what guards spreadsheets is taken away. */
export function rowsOfCsv(text: string): readonly TableRow[] {
  const [heads = [], ...lines] = Papa.parse(text.replace(/\n$/, ''), { delimiter: ',' }).data;
  return lines.map((cells) => Object.fromEntries(heads.map((head, index) => [head, unguarded(cells[index] ?? '')])));
}

const UNIT: Readonly<Record<ResourceKey, string>> = { cores: '', memory: '_mb', vram: '_mb', nvme: '_gb', gpu: '' };

export interface Amounts {
  readonly total: number;
  readonly allocated: number;
}

/** What a row of the capacity report says of a resource. */
export function amountsOf(row: TableRow, key: ResourceKey): Amounts {
  return {
    total: Number(row[`${key}${UNIT[key]}`]),
    allocated: Number(row[`${key}_allocated${UNIT[key]}`]),
  };
}

/** All rows together, by resource. */
export function amountsTogether(rows: readonly TableRow[]): Record<ResourceKey, Amounts> {
  const sum = (key: ResourceKey): Amounts => {
    let [total, allocated] = [0, 0];
    for (const row of rows) {
      const use = amountsOf(row, key);
      total += use.total;
      allocated += use.allocated;
    }
    return { total, allocated };
  };
  return Object.fromEntries(RESOURCE_KEYS.map((key) => [key, sum(key)])) as Record<ResourceKey, Amounts>;
}
