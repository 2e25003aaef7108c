import { formatQuantity } from '../../../shared/domain/units.ts';
import type { FieldMeta } from '../../../shared/domain/field.ts';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';
import type { NounItem, ReferenceNames } from '../../bridge/noun-client.ts';
import { plainText } from '../../ui/plain-text.ts';
import { quantityUnit } from '../noun/field-text.ts';

export interface GridColumn {
  /** As grid.check and grid.apply name it: a field key, `tags`, `serials`. */
  readonly key: string;
  readonly label: string;
  readonly field: FieldDefinition | null;
  readonly width: number;
}

const WIDTH = 140;

/** Lists of ports and slots, and what the program itself keeps: nobody types these into cells. */
const NOT_IN_CELLS = new Set(['templates', 'slots', 'defaultBuild', 'build', 'extra']);

/**
 * The columns of a sheet of this noun: what a form would ask for, tags, and for new component assignments serial
 * numbers; those of stored ones carry asset tags that a cell of serial numbers would lose.
 */
export function gridColumns(definition: NounDefinition, stored = false): readonly GridColumn[] {
  const fields = definition.fieldList
    .filter(({ key, meta }) => !meta.readOnly && !NOT_IN_CELLS.has(key))
    .map((field) => ({
      key: field.key,
      label: field.meta.label,
      field,
      width: Math.max(80, Math.min(260, field.meta.columnWidth ?? WIDTH)),
    }));
  return [
    ...fields,
    ...(definition.tagged ? [{ key: 'tags', label: 'Tags', field: null, width: 200 }] : []),
    ...(definition.noun === 'componentAssignment' && !stored
      ? [{ key: 'serials', label: 'Serial numbers', field: null, width: 200 }]
      : []),
  ];
}

/** A stored value as a cell that reads back as the same value. */
export function cellText(meta: FieldMeta, value: unknown, references: ReferenceNames): string {
  if (value === null || value === undefined) return '';
  switch (meta.kind) {
    case 'integer':
      return formatQuantity(Number(value), quantityUnit(meta));
    case 'flag':
      return value === true ? 'yes' : '';
    case 'choice':
      return meta.choices?.find((choice) => choice.value === value)?.label ?? plainText(value);
    case 'reference':
      return references[plainText(value)] ?? plainText(value);
    case 'json':
      return JSON.stringify(value);
    default:
      return plainText(value);
  }
}

/** The cells of a stored row. */
export function cellsOf(columns: readonly GridColumn[], item: NounItem, references: ReferenceNames): string[] {
  return columns.map(({ key, field }) => {
    if (field) return cellText(field.meta, item.record[key], references);
    if (key !== 'tags') return '';
    return Object.entries(item.tags)
      .map(([tag, value]) => (value === '' ? tag : `${tag}=${value}`))
      .join(', ');
  });
}
