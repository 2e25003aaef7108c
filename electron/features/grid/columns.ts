import { failFields } from '../../../shared/contract/failure.ts';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';
import type { CustomField } from '../../../shared/domain/custom-field.ts';

/** What a column of the sheet holds. */
export type GridColumn =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'field'; readonly field: FieldDefinition }
  | { readonly kind: 'tags' }
  | { readonly kind: 'tag'; readonly key: string }
  | { readonly kind: 'custom'; readonly key: string }
  | { readonly kind: 'serials' };

function columnOf(definition: NounDefinition, custom: readonly CustomField[], name: string): GridColumn | null {
  const field = definition.fieldList.find(({ key }) => key === name);
  if (field) return field.meta.readOnly ? null : { kind: 'field', field };
  if (name === 'tags' && definition.tagged) return { kind: 'tags' };
  if (name.startsWith('tag:') && name.length > 4 && definition.tagged) return { kind: 'tag', key: name.slice(4) };
  if (name === 'serials' && definition.noun === 'componentAssignment') return { kind: 'serials' };
  const key = name.startsWith('custom.') ? name.slice(7) : null;
  return key !== null && custom.some((entry) => entry.key === key) ? { kind: 'custom', key } : null;
}

/** Reads the mapping of the sheet's columns; an unknown header shouts, it is never left out in silence. */
export function gridColumns(
  definition: NounDefinition,
  custom: readonly CustomField[],
  names: readonly (string | null)[],
): readonly GridColumn[] {
  const allowed = [
    ...definition.fieldList.filter(({ meta }) => !meta.readOnly).map(({ key }) => key),
    ...(definition.tagged ? ['tags', 'tag:KEY'] : []),
    ...(definition.noun === 'componentAssignment' ? ['serials'] : []),
    ...custom.map(({ key }) => `custom.${key}`),
  ].join(', ');
  const problems: { path: string; message: string; value: unknown; allowed: string }[] = [];
  const columns = names.map((name, index): GridColumn => {
    if (name === null) return { kind: 'ignored' };
    const column = columnOf(definition, custom, name);
    const path = `columns.${index}`;
    if (!column) {
      const message = `${definition.plural} have no column "${name}"; allowed are ${allowed}.`;
      problems.push({ path, message, value: name, allowed });
    } else if (names.indexOf(name) !== index) {
      problems.push({ path, message: `Column "${name}" stands twice.`, value: name, allowed: 'each column once' });
    }
    return column ?? { kind: 'ignored' };
  });
  if (problems.length > 0) failFields(problems);
  return columns;
}
