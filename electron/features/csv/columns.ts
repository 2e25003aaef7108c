import type { CsvColumn } from '../../../shared/contract/csv.ts';
import { fail, failFields } from '../../../shared/contract/failure.ts';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';

/** What a column of the file holds. */
export type FileColumn =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'id' }
  | { readonly kind: 'field'; readonly field: FieldDefinition }
  | { readonly kind: 'tags' }
  | { readonly kind: 'tag'; readonly key: string }
  | { readonly kind: 'custom'; readonly field: CustomField };

export function csvNoun(noun: string): NounDefinition {
  return findNoun(noun) ?? fail('E_NOT_FOUND', `There is no noun "${noun}".`);
}

/** Fields that a file carries: what the program sets itself is not one. */
export function fileFields(definition: NounDefinition): FieldDefinition[] {
  return definition.fieldList.filter(({ meta }) => !meta.readOnly);
}

/** The names of the columns of an export, in order. */
export function exportColumns(definition: NounDefinition, custom: readonly CustomField[]): string[] {
  return [
    'id',
    ...fileFields(definition).map(({ key }) => key),
    ...(definition.tagged ? ['tags'] : []),
    ...custom.map(({ key }) => `custom.${key}`),
  ];
}

export function describeColumns(definition: NounDefinition, custom: readonly CustomField[]): CsvColumn[] {
  const id = { name: 'id', label: 'Id', help: 'Says which row is meant, also when its name changes', required: false };
  const fields = fileFields(definition).map(({ key, meta, schema }) => ({
    name: key,
    label: meta.label,
    help: meta.help ?? null,
    required: !schema.safeParse(undefined).success,
  }));
  const tags = { name: 'tags', label: 'Tags', help: 'env=prod, role=web', required: false };
  const own = custom.map(({ key, label, required }) => ({ name: `custom.${key}`, label, help: null, required }));
  return [id, ...fields, ...(definition.tagged ? [tags] : []), ...own];
}

function columnNamed(
  definition: NounDefinition,
  custom: readonly CustomField[],
  name: string | null,
): FileColumn | undefined {
  if (name === null) return { kind: 'ignored' };
  if (name === 'id') return { kind: 'id' };
  if (name === 'tags' && definition.tagged) return { kind: 'tags' };
  if (name.startsWith('tag:') && name.length > 4 && definition.tagged) return { kind: 'tag', key: name.slice(4) };
  const own = custom.find(({ key }) => name === `custom.${key}`);
  if (own) return { kind: 'custom', field: own };
  const field = fileFields(definition).find(({ key }) => key === name);
  return field && { kind: 'field', field };
}

/** Reads a mapping; an unknown name, and one that stands twice, is refused. */
export function fileColumns(
  definition: NounDefinition,
  custom: readonly CustomField[],
  names: readonly (string | null)[],
): FileColumn[] {
  const allowed = exportColumns(definition, custom).join(', ');
  const problems = names.flatMap((name, index) => {
    if (name === null) return [];
    const path = `columns.${index}`;
    if (names.indexOf(name) !== index)
      return [{ path, message: `Two columns of the file are taken for "${name}".`, value: name }];
    if (columnNamed(definition, custom, name)) return [];
    return [
      { path, message: `${definition.plural} have no column "${name}"; allowed are ${allowed}.`, value: name, allowed },
    ];
  });
  if (problems.length > 0) failFields(problems);
  return names.map((name) => columnNamed(definition, custom, name) ?? { kind: 'ignored' });
}

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/gu, '');
}

/**
 * What each header is taken for: a column's name, its label, or a reference without its `Id`, compared without regard to
 * case, blanks and hyphens; null for a header that is none, and for the second of two that mean the same.
 */
export function proposedColumns(
  definition: NounDefinition,
  custom: readonly CustomField[],
  headers: readonly string[],
): (string | null)[] {
  const known = new Map<string, string>();
  const add = (text: string, name: string) => {
    if (!known.has(folded(text))) known.set(folded(text), name);
  };
  const described = describeColumns(definition, custom);
  for (const { name } of described) add(name, name);
  for (const { name, label } of described) add(label, name);
  for (const { key } of custom) add(key, `custom.${key}`);
  for (const { key, meta } of fileFields(definition))
    if (meta.kind === 'reference' && key.endsWith('Id')) add(key.slice(0, -2), key);
  const taken = new Set<string>();
  return headers.map((header) => {
    const tag = /^\s*tag:(.+)$/i.exec(header)?.[1]?.trim();
    const name = tag && definition.tagged ? `tag:${tag}` : known.get(folded(header));
    if (name === undefined || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
}
