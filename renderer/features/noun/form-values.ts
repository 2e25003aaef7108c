import { fieldProblems } from '../../../shared/contract/field-problems.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import type { FieldDefinition, FieldProblem, NounDefinition } from '../../../shared/domain/noun.ts';
import { formatQuantity, parseQuantity } from '../../../shared/domain/units.ts';
import type { FieldValues } from '../../bridge/noun-client.ts';
import { plainText } from '../../ui/plain-text.ts';
import { quantityUnit } from './field-text.ts';

/** What a form holds while it is edited: text as typed for what is written, values for what is chosen or built. */
export type Draft = Readonly<Record<string, unknown>>;

/** Stands in a draft where an editor holds something that cannot be read yet. */
export class Unreadable {
  readonly text: string;
  readonly problem: string;

  constructor(text: string, problem: string) {
    this.text = text;
    this.problem = problem;
  }
}

export type DraftReading =
  | { readonly ok: true; readonly record: FieldValues }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** The fields a person fills in: all but those the program sets. */
export function editableFields(definition: NounDefinition): readonly FieldDefinition[] {
  return definition.fieldList.filter((field) => !field.meta.readOnly);
}

function draftValue(field: FieldDefinition, value: unknown): unknown {
  if (field.meta.kind === 'flag') return value === true;
  if (field.meta.kind === 'json') return value;
  if (value === null || value === undefined) return '';
  return field.meta.kind === 'integer' ? formatQuantity(Number(value), quantityUnit(field.meta)) : plainText(value);
}

/** The draft of a stored row. */
export function draftOf(definition: NounDefinition, record: FieldValues): Draft {
  return Object.fromEntries(definition.fieldList.map((field) => [field.key, draftValue(field, record[field.key])]));
}

/** The draft of a row not made yet: defaults filled in, `given` over them. */
export function emptyDraft(definition: NounDefinition, given: FieldValues = {}): Draft {
  const defaults = definition.fieldList.map((field): [string, unknown] => {
    const filled = field.schema.safeParse(undefined);
    return [field.key, given[field.key] ?? (filled.success ? filled.data : undefined)];
  });
  return draftOf(definition, Object.fromEntries(defaults));
}

interface FieldReading {
  readonly value?: unknown;
  readonly problem?: FieldProblem;
}

function problem(field: FieldDefinition, message: string, value: unknown, allowed?: string): FieldReading {
  return { problem: { path: field.key, message, value, ...(allowed ? { allowed } : {}) } };
}

function readText(field: FieldDefinition, text: string): FieldReading {
  const { meta } = field;
  if (text.trim() === '') {
    if (field.schema.safeParse(null).success) return { value: null };
    return meta.required ? problem(field, `${meta.label} must not be empty.`, text) : { value: undefined };
  }
  if (meta.kind === 'integer') {
    const read = parseQuantity(text, quantityUnit(meta), meta.label);
    return read.ok ? { value: read.value } : problem(field, read.message, text, read.allowed);
  }
  if (meta.kind === 'money') {
    const read = parseMoney(text, meta.label);
    return read.ok ? { value: read.value.amount } : problem(field, read.message, text, read.allowed);
  }
  return { value: text };
}

function readField(field: FieldDefinition, drafted: unknown): FieldReading {
  if (drafted instanceof Unreadable) return problem(field, drafted.problem, drafted.text);
  return typeof drafted === 'string' ? readText(field, drafted) : { value: drafted };
}

/** Reads what was typed; every field that is wrong is named, not only the first. */
export function readDraft(definition: NounDefinition, draft: Draft, fields = editableFields(definition)): DraftReading {
  const readings = fields.map((field) => [field, readField(field, draft[field.key])] as const);
  const unread = readings.flatMap(([, reading]) => (reading.problem ? [reading.problem] : []));
  const entries = readings.flatMap(([field, reading]): [string, unknown][] =>
    reading.value === undefined ? [] : [[field.key, reading.value]],
  );
  const record: FieldValues = Object.fromEntries(entries);
  const wrong = fields.flatMap((field) => {
    const value = record[field.key];
    if (value === undefined) return [];
    const checked = field.patchSchema.safeParse(value);
    if (checked.success) return [];
    const issues = checked.error.issues.map((issue) => ({ ...issue, path: [field.key, ...issue.path] }));
    return fieldProblems(definition, issues, record);
  });
  const single = [...unread, ...wrong];
  if (single.length > 0) return { ok: false, problems: single };
  const together = fields.length === editableFields(definition).length ? checkTogether(definition, record) : [];
  return together.length > 0 ? { ok: false, problems: together } : { ok: true, record };
}

function checkTogether(definition: NounDefinition, record: FieldValues): readonly FieldProblem[] {
  const whole = definition.schema.safeParse(record);
  if (!whole.success) return fieldProblems(definition, whole.error.issues, record);
  return definition.check?.(whole.data) ?? [];
}

/** Whether two stored values are the same; both come from JSON, so key order is theirs. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** The fields whose value differs from the row that was read. */
export function changedFields(before: FieldValues, after: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => !sameValue(before[key], value)));
}
