import type { Choice, FieldKind } from '../../domain/field.ts';
import type { NounDefinition } from '../../domain/noun.ts';
import type { CustomField } from '../../domain/custom-field.ts';
import type { QuantityUnit } from '../../domain/unit-rules.ts';
import type { PredicateName } from './ast.ts';

/** `date` serves days and moments (ISO 8601 text, UTC); `reference` is compared by the name of what it points at. */
export type QueryFieldKind = 'text' | 'number' | 'date' | 'choice' | 'boolean' | 'reference';

export interface QueryField {
  key: string;
  label: string;
  kind: QueryFieldKind;
  /** Only of numbers: the stored unit, in which a value with a unit of its own is read. */
  unit?: QuantityUnit;
  choices?: readonly Pick<Choice, 'value' | 'label'>[];
  /** Further names the field answers to; key and label always do. */
  aliases?: readonly string[];
}

/** What can be asked about one noun. */
export interface QuerySchema {
  /** The noun as people know it, for messages: "Compute". */
  label: string;
  fields: readonly QueryField[];
  /** Predicates whose nouns exist; `name` needs none, it is the field of that key. */
  predicates: readonly (PredicateName | 'connected')[];
  /** The words `driver:` knows; absent: it takes any. */
  drivers?: readonly string[];
  /** What can be asked about things of every noun, right of `connected to`; absent: the same as about this one. */
  things?: QuerySchema;
}

const KINDS: Readonly<Record<FieldKind, QueryFieldKind | null>> = {
  text: 'text',
  multiline: 'text',
  integer: 'number',
  money: 'number',
  flag: 'boolean',
  choice: 'choice',
  reference: 'reference',
  date: 'date',
  timestamp: 'date',
  json: null,
};

/** What a noun's definition and the workspace's custom fields for it make askable. Structured (json) fields are not. */
export function querySchemaOf(
  definition: NounDefinition,
  predicates: QuerySchema['predicates'],
  customFields: readonly CustomField[] = [],
  drivers?: readonly string[],
): QuerySchema {
  const stored = definition.fieldList.flatMap(({ key, meta }) => {
    const kind = KINDS[meta.kind];
    if (kind === null) return [];
    const aliases = kind === 'reference' && key.endsWith('Id') ? { aliases: [key.slice(0, -2)] } : {};
    const unit = meta.unit === undefined ? {} : { unit: meta.unit };
    const choices = meta.choices === undefined ? {} : { choices: meta.choices };
    return [{ key, label: meta.label, kind, ...unit, ...choices, ...aliases }];
  });
  const derived = (definition.derived ?? []).map(({ key, label, kind, unit, choices }) => ({
    key,
    label,
    kind: kind === 'integer' ? ('number' as const) : kind,
    ...(unit === undefined ? {} : { unit }),
    ...(choices === undefined ? {} : { choices }),
  }));
  return {
    label: definition.label,
    fields: [...stored, ...derived, ...customFields.map(customQueryField)],
    predicates,
    ...(drivers === undefined ? {} : { drivers }),
  };
}

function customQueryField(field: CustomField): QueryField {
  const kind = field.kind === 'flag' ? 'boolean' : field.kind;
  const choices = kind === 'choice' ? { choices: field.choices.map((value) => ({ value, label: value })) } : {};
  return { key: `custom.${field.key}`, label: field.label, kind, ...choices, aliases: [field.key] };
}

/** The field a person means by `name`: key, alias or label, without regard to case, blanks, `_` and `-`. */
export function findField(schema: QuerySchema, name: string): QueryField | undefined {
  const wanted = simplified(name);
  const byKey = schema.fields.find((field) => simplified(field.key) === wanted);
  return (
    byKey ?? schema.fields.find((field) => [...(field.aliases ?? []), field.label].map(simplified).includes(wanted))
  );
}

export function simplified(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/gu, '');
}
