import { z } from 'zod';

/** How a field is entered, shown, stored and compared. One kind, one editor, one column type. */
export type FieldKind =
  | 'text'
  | 'multiline'
  | 'integer'
  | 'money'
  | 'flag'
  | 'choice'
  | 'reference'
  | 'date'
  | 'timestamp'
  | 'json';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Status colour; every tone also has its own icon so that colour never carries the meaning alone. */
  readonly tone?: 'neutral' | 'good' | 'attention' | 'bad' | 'info';
}

/** What happens to the row holding a reference when the row it points at is deleted. */
export type OnDelete = 'owned' | 'refuse' | 'clear';

export interface FieldMeta {
  readonly kind: FieldKind;
  readonly label: string;
  readonly help?: string;
  readonly unit?: 'MB' | 'GB' | 'W' | 'g' | 'mm' | 'halfU' | 'U' | 'count' | 'cores' | 'V' | 'A' | 'percent' | 'days';
  /** A number that names something, such as a VLAN or a port: written without separators. */
  readonly ungrouped?: boolean;
  readonly required: boolean;
  readonly choices?: readonly Choice[];
  /** Other programs' words for the choices, let in beside them. */
  readonly words?: readonly string[];
  readonly references?: string;
  readonly onDelete?: OnDelete;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maximumLength?: number;
  /** Width in px of the list column; absent: not offered as a column. */
  readonly columnWidth?: number;
  /** Shown in a list before the user chooses columns. */
  readonly columnShown?: boolean;
  readonly bulkEditable?: boolean;
  /** Free text completed from the values already in use. */
  readonly completed?: boolean;
  /** What may be written, for refusals: `an IPv4 or IPv6 address such as 192.0.2.10`. */
  readonly form?: string;
  /** Found by a bare word in the query language. */
  readonly searched?: boolean;
  /** Set by the program, never by a form. */
  readonly readOnly?: boolean;
  /** Heading under which the form shows the field. */
  readonly section?: string;
}

export type FieldOptions = Omit<
  FieldMeta,
  'kind' | 'required' | 'choices' | 'words' | 'references' | 'minimum' | 'maximum' | 'maximumLength'
>;

const registry = z.registry<FieldMeta>();

function described<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  registry.add(schema, meta);
  return schema;
}

/** The metadata a field was declared with. Throws for a schema not made by this file: a definition error. */
export function fieldMeta(schema: z.ZodType): FieldMeta {
  const meta = registry.get(schema);
  if (!meta) throw new Error('A noun field must be made by a builder of shared/domain/field.ts.');
  return meta;
}

/** Required single-line text, trimmed, 1 to `max` characters (default 200). */
export function text(options: FieldOptions & { max?: number }) {
  const { max = 200, ...rest } = options;
  return described(z.string().trim().min(1).max(max), { ...rest, kind: 'text', required: true, maximumLength: max });
}

/**
 * Required single-line text of one form: `canonical` answers it as it is stored, null for what is not of that form.
 * `form` says in a refusal what may be written.
 */
export function written(
  canonical: (text: string) => string | null,
  options: FieldOptions & { form: string; max?: number },
) {
  const { max = 200, ...rest } = options;
  const schema = z
    .string()
    .trim()
    .max(max, { abort: true })
    .overwrite((value) => canonical(value) ?? value)
    .refine((value) => canonical(value) !== null);
  return described(schema, { ...rest, kind: 'text', required: true, maximumLength: max });
}

/** Required text of several lines, kept as typed, up to `max` characters (default 20,000). */
export function multiline(options: FieldOptions & { max?: number }) {
  const { max = 20_000, ...rest } = options;
  return described(z.string().max(max), { ...rest, kind: 'multiline', required: true, maximumLength: max });
}

/** Required whole number between `min` and `max`, both included. */
export function integer(options: FieldOptions & { min?: number; max?: number }) {
  const { min = 0, max = Number.MAX_SAFE_INTEGER, ...rest } = options;
  return described(z.int().min(min).max(max), { ...rest, kind: 'integer', required: true, minimum: min, maximum: max });
}

/** Required amount of money as a decimal string, never a float: `1234.50`. */
export function money(options: FieldOptions) {
  return described(z.string().regex(/^\d{1,12}(\.\d{1,4})?$/), { ...options, kind: 'money', required: true });
}

export function flag(options: FieldOptions) {
  return described(z.boolean(), { ...options, kind: 'flag', required: true });
}

/** Required choice; the stored value is the choice's `value`. */
export function choice<const Value extends string>(
  choices: readonly (Choice & { readonly value: Value })[],
  options: FieldOptions,
) {
  const values = choices.map((entry) => entry.value);
  return described(z.enum(values), { ...options, kind: 'choice', required: true, choices });
}

/**
 * Optional choice that people write in several ways: `read` turns any spelling into the stored value, null for none, and
 * leaves what it does not know as it is, so that the choice refuses it.
 */
export function spelledChoice<const Value extends string>(
  choices: readonly (Choice & { readonly value: Value })[],
  read: (value: unknown) => unknown,
  options: FieldOptions,
) {
  const values = choices.map((entry) => entry.value);
  const schema = z.preprocess(read, z.nullable(z.enum(values))).default(null);
  return described(schema, { ...options, kind: 'choice', required: false, choices });
}

/**
 * Required choice that other programs write in further words. They are let in as written; the noun's rule brings them to
 * one of the choices before a row is stored, so that no stored value is such a word.
 */
export function wordedChoice<const Value extends string, const Word extends string>(
  choices: readonly (Choice & { readonly value: Value })[],
  words: readonly Word[],
  options: FieldOptions,
) {
  const schema = z.enum([...choices.map((entry) => entry.value), ...words]) as z.ZodType<Value, Value | Word>;
  return described(schema, { ...options, kind: 'choice', required: true, choices, words });
}

/** Required id of a row of another noun; names are resolved to ids before validation. */
export function reference(noun: string, options: FieldOptions & { onDelete: OnDelete }) {
  return described(z.string().min(1).max(400), { ...options, kind: 'reference', required: true, references: noun });
}

/** Required calendar day, `YYYY-MM-DD`. */
export function date(options: FieldOptions) {
  return described(z.iso.date(), { ...options, kind: 'date', required: true });
}

/** Required moment in UTC, ISO 8601 with milliseconds and `Z`. */
export function timestamp(options: FieldOptions) {
  return described(z.iso.datetime(), { ...options, kind: 'timestamp', required: true });
}

/** Required structured value, stored as JSON in one column. */
export function json<Schema extends z.ZodType>(schema: Schema, options: FieldOptions) {
  return described(schema.clone(), { ...options, kind: 'json', required: true });
}

/** The same field, allowed to be empty; empty is `null`. */
export function optional<Schema extends z.ZodType>(schema: Schema): z.ZodDefault<z.ZodNullable<Schema>> {
  return described(z.nullable(schema).default(null as never), { ...fieldMeta(schema), required: false });
}

/** The same field, filled with `value` when it is not given. */
export function defaulting<Schema extends z.ZodType>(
  schema: Schema,
  value: z.util.NoUndefined<z.output<Schema>>,
): z.ZodDefault<Schema> {
  return described(schema.default(value), { ...fieldMeta(schema), required: false });
}
