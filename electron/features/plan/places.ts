import type { Places } from '../../../shared/contract/plan.ts';
import { hasBit } from '../../planner/bitset.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { compareText } from '../../planner/figures.ts';
import type { TagColumn } from '../../planner/tag-column.ts';

type Facet = Places['site'];

const VALUES_PER_TAG = 100;

function facetOf(columns: PlannerColumns, column: TagColumn | undefined): Facet {
  if (!column) return [];
  const counts = new Uint32Array(column.values.length);
  for (let row = 0; row < columns.rowCount; row++) {
    if (!hasBit(columns.active, row)) continue;
    const code = column.codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return column.values
    .flatMap((value, code) => (value === null || counts[code] === 0 ? [] : [{ value, computes: counts[code] ?? 0 }]))
    .toSorted((left, right) => compareText(left.value, right.value));
}

/** What a plan can be narrowed to, counted over the active computes. */
export function placesOf(columns: PlannerColumns): Places {
  const at = (key: string) => facetOf(columns, columns.tags.get(key));
  const own = [...columns.tags].filter(([key]) => !key.startsWith('@'));
  const tags = own.map(([key, column]) => {
    const values = facetOf(columns, column).toSorted((left, right) => right.computes - left.computes);
    return { key, values: values.slice(0, VALUES_PER_TAG) };
  });
  return {
    site: at('@site'),
    room: at('@room'),
    row: at('@row'),
    rack: at('@rack'),
    provider: at('@provider'),
    region: at('@region'),
    type: at('@type'),
    tags: tags.filter(({ values }) => values.length > 0).toSorted((left, right) => compareText(left.key, right.key)),
  };
}
