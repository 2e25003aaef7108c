import { z } from 'zod';
import { defineNoun, type FieldProblem, type RowOf } from './noun.ts';
import { choice, defaulting, flag, json, optional, reference, text } from './field.ts';

export const CUSTOM_FIELD_KINDS = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'date', label: 'Date' },
  { value: 'choice', label: 'Choice' },
  { value: 'flag', label: 'Yes or no' },
] as const;

/** Before the key of a custom field where it stands among the fields of a definition. */
export const CUSTOM_PREFIX = 'custom.';

export const customField = defineNoun({
  noun: 'customField',
  label: 'Custom field',
  plural: 'Custom fields',
  help: 'A field of your own on a noun; it appears in forms, lists, files and search.',
  table: 'custom_field',
  names: { family: 'customField', within: ['noun'] },
  nameOf: (record) => String(record['key']),
  naturalKey: ['noun', 'key'],
  fields: {
    noun: text({ label: 'Noun', max: 64, help: 'compute, rack, service …', columnWidth: 120, columnShown: true }),
    key: text({
      label: 'Key',
      max: 64,
      help: 'Used in files and in the query language',
      columnWidth: 140,
      columnShown: true,
    }),
    label: text({ label: 'Label', max: 100, columnWidth: 180, columnShown: true }),
    kind: choice(CUSTOM_FIELD_KINDS, { label: 'Kind', columnWidth: 100, columnShown: true }),
    choices: defaulting(json(z.array(z.string().min(1).max(100)).max(200), { label: 'Choices', columnWidth: 200 }), []),
    required: defaulting(flag({ label: 'Required', columnWidth: 90 }), false),
  },
  check: (record) => {
    const key = String(record['key']);
    if (/^[A-Za-z][A-Za-z0-9_]*$/.test(key)) return [];
    const message = `Key "${key}" must start with a letter and hold only letters, digits and underscores.`;
    return [{ path: 'key', message, value: key, allowed: 'a letter, then letters, digits or underscores' }];
  },
});

export type CustomField = RowOf<typeof customField>;

export const customValue = defineNoun({
  noun: 'customValue',
  label: 'Custom value',
  plural: 'Custom values',
  help: 'The value of a custom field on one object.',
  table: 'custom_value',
  naturalKey: ['objectId', 'fieldId'],
  fields: {
    objectId: reference('object', { label: 'Object', onDelete: 'owned' }),
    fieldId: reference('customField', { label: 'Field', onDelete: 'owned' }),
    value: optional(text({ label: 'Value', max: 4000 })),
  },
});

export type CustomValue = RowOf<typeof customValue>;

/** Custom values as a form or a file carries them: key to text, null clears. */
export const customMapSchema = z.record(z.string(), z.string().max(4000).nullable());

/** Says what is wrong with `value` for `field`, or null. Numbers are decimal text, dates YYYY-MM-DD, flags yes or no. */
export function customValueProblem(field: CustomField, value: string): FieldProblem | null {
  const allowed = {
    text: null,
    number: /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? null : 'a decimal number of at most 15 digits',
    date: z.iso.date().safeParse(value).success ? null : 'a date as YYYY-MM-DD',
    choice: field.choices.includes(value) ? null : field.choices.join(', '),
    flag: value === 'yes' || value === 'no' ? null : 'yes or no',
  }[field.kind];
  if (allowed === null) return null;
  const path = `custom.${field.key}`;
  return { path, message: `${field.label} must be ${allowed}; "${value}" was given.`, value, allowed };
}
