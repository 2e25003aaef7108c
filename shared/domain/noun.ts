import { z } from 'zod';
import { fieldMeta, type FieldMeta } from './field.ts';

export type FieldMap = Record<string, z.ZodType>;

/** Where a noun's names must be unique: one family, and inside it equal values of the scope fields. */
export interface NameScope<Key extends string = string> {
  readonly family: string;
  /** Fields whose values separate equal names (a rack's room); absent: the whole workspace. */
  readonly within?: readonly Key[];
}

export interface NounSpecification<Fields extends FieldMap> {
  readonly noun: string;
  readonly label: string;
  readonly plural: string;
  readonly help: string;
  readonly table: string;
  readonly fields: Fields;
  /** Fields that identify a row in files and on upsert. */
  readonly naturalKey: readonly (keyof Fields & string)[];
  /** Present: the noun is named and has a row in `object`. */
  readonly names?: NameScope<keyof Fields & string>;
  /** The name of a row, null when it has none; default: its `name` field. */
  readonly nameOf?: (row: Record<string, unknown>) => string | null;
  /** A form for a new row that names a natural key on record changes that row, and says so, as every upsert does. */
  readonly upserted?: boolean;
  /** Words for taking from others what they have: an import may do so where it is asked to. */
  readonly takeOver?: string;
  /** Carries tags and custom fields. */
  readonly tagged?: boolean;
  /** Read-only columns of lists that are computed from other rows; offered to sorting and the query language. */
  readonly derived?: readonly DerivedColumn[];
  /** Column of lists that a row is opened by; default: its name, or what stands for one. */
  readonly opensBy?: string;
  /** Rule over several fields of one row, run after the fields are valid. */
  readonly check?: (row: Record<string, unknown>) => readonly FieldProblem[];
}

export interface DerivedColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'integer' | 'choice';
  /** Of a `choice`: the words for its values. */
  readonly choices?: FieldMeta['choices'];
  readonly unit?: FieldMeta['unit'];
  readonly help?: string;
  readonly columnWidth: number;
  readonly columnShown?: boolean;
}

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
  readonly value?: unknown;
  readonly allowed?: string;
}

export interface FieldDefinition {
  readonly key: string;
  readonly column: string;
  readonly meta: FieldMeta;
  readonly schema: z.ZodType;
  /** Whether it may be empty (null). */
  readonly nullable: boolean;
  /** The schema without its default: what an update accepts. */
  readonly patchSchema: z.ZodType;
}

export interface NounDefinition<Fields extends FieldMap = FieldMap> extends NounSpecification<Fields> {
  readonly schema: z.ZodObject<Fields, z.core.$strict>;
  readonly patchSchema: z.ZodType<Partial<z.output<z.ZodObject<Fields>>>>;
  readonly fieldList: readonly FieldDefinition[];
}

/** A stored row of a noun: its fields and its id. */
export type RowOf<Definition> = Definition extends { schema: z.ZodObject<infer Fields> }
  ? z.output<z.ZodObject<Fields>> & { id: string }
  : never;

/** What a create accepts: fields with a default may be left out. */
export type DraftOf<Definition> = Definition extends { schema: z.ZodObject<infer Fields> }
  ? z.input<z.ZodObject<Fields>>
  : never;

function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema;
}

/** Turns a specification into the one definition that validation, forms, lists, files, the CLI and storage read. */
export function defineNoun<const Fields extends FieldMap>(
  specification: NounSpecification<Fields>,
): NounDefinition<Fields> {
  const fieldList = Object.entries(specification.fields).map(([key, schema]) => ({
    key,
    column: columnName(key),
    meta: fieldMeta(schema),
    schema,
    nullable: schema.safeParse(null).success,
    patchSchema: withoutDefault(schema),
  }));
  const patchShape = Object.fromEntries(fieldList.map((field) => [field.key, field.patchSchema.optional()]));
  return {
    ...specification,
    schema: z.strictObject(specification.fields),
    patchSchema: z.strictObject(patchShape) as unknown as NounDefinition<Fields>['patchSchema'],
    fieldList,
  };
}

/** The name of a row as people know it, or null (unnamed equipment). */
export function nameOf(definition: NounDefinition, row: Record<string, unknown>): string | null {
  if (definition.nameOf) return definition.nameOf(row);
  return typeof row['name'] === 'string' ? row['name'] : null;
}

/** The field named `key`; throws for a name that is not in the definition, a programming error. */
export function fieldOf(definition: NounDefinition, key: string): FieldDefinition {
  const field = definition.fieldList.find((entry) => entry.key === key);
  if (!field) throw new Error(`${definition.label} has no field ${key}.`);
  return field;
}
