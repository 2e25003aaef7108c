import { fail } from '../../../shared/contract/failure.ts';
import type { LabelValues } from '../../../shared/contract/rack.ts';
import { CUSTOM_PREFIX } from '../../../shared/domain/custom-field.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { customFieldsOf } from '../object/extras-repository.ts';
import { listColumns } from '../object/list-columns.ts';
import { itemsOf, type ListItem } from '../object/list-repository.ts';
import { namesOf } from '../object/reference-repository.ts';
import { deviceIdsInRacks } from '../placement/service.ts';

type Read = (item: ListItem) => unknown;

/** How the field is read from a device of the noun; null where it has no such field. */
function readerOf(database: ReadDatabase, definition: NounDefinition, field: string): Read | null {
  if (field.startsWith(CUSTOM_PREFIX)) {
    const key = field.slice(CUSTOM_PREFIX.length);
    const known = customFieldsOf(database, definition.noun).some((custom) => custom.key === key);
    return known ? ({ custom }) => custom[key] : null;
  }
  if (definition.fieldList.some(({ key, meta }) => key === field && meta.kind !== 'json'))
    return ({ record }) => record[field];
  return definition.derived?.some(({ key }) => key === field) ? ({ derived }) => derived[field] : null;
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** What a field says of every device in the racks, and the names that it refers to. */
export function labelValuesOf(database: ReadDatabase, rackIds: readonly string[], field: string): LabelValues {
  const devices = deviceIdsInRacks(database, rackIds);
  const readers = (['compute', 'equipment'] as const).map((noun) => {
    const definition = definitionOf(noun);
    return { noun, definition, read: readerOf(database, definition, field) };
  });
  if (readers.every(({ read }) => read === null)) {
    const message = `Neither computes nor equipment have a field "${field}" that can be written on a device.`;
    fail('E_FORMAT', message, { fields: [{ path: 'field', message, value: field }] });
  }
  const values = readers.flatMap(({ noun, definition, read }): LabelValues['values'] => {
    const ids = devices.flatMap((device) => (device.noun === noun ? [device.id] : []));
    if (!read || ids.length === 0) return [];
    const columns = listColumns(definition, customFieldsOf(database, noun));
    return itemsOf(database, definition, columns, ids).map((item) => {
      const currency = item.record['currency'];
      const value = plain(read(item));
      return { id: item.record.id, noun, value, currency: typeof currency === 'string' ? currency : null };
    });
  });
  const refers = readers.some(({ definition }) =>
    definition.fieldList.some(({ key, meta }) => key === field && meta.kind === 'reference'),
  );
  const referred = refers ? values.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])) : [];
  return { values, references: namesOf(database, [...new Set(referred)]) };
}
