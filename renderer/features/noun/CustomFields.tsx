import { NativeSelect, TextInput } from '@mantine/core';
import type { CustomField } from '../../../shared/domain/custom-field.ts';

interface CustomFieldsProps {
  readonly fields: readonly CustomField[];
  readonly values: Readonly<Record<string, string | null>>;
  readonly onValue: (key: string, value: string | null) => void;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** The workspace's own fields of a noun, edited by their kind. */
export function CustomFields({ fields, values, onValue, problems }: CustomFieldsProps) {
  return fields.map((field) => {
    const shared = {
      label: field.label,
      withAsterisk: field.required,
      error: problems.find((problem) => problem.path === `custom.${field.key}`)?.message,
      value: values[field.key] ?? '',
    };
    const choices = field.kind === 'flag' ? ['yes', 'no'] : field.choices;
    if (field.kind !== 'choice' && field.kind !== 'flag') {
      const type = field.kind === 'date' ? 'date' : 'text';
      return (
        <TextInput
          key={field.key}
          {...shared}
          type={type}
          onChange={(event) => onValue(field.key, event.currentTarget.value || null)}
        />
      );
    }
    return (
      <NativeSelect
        key={field.key}
        {...shared}
        data={[{ value: '', label: '(none)' }, ...choices]}
        onChange={(event) => onValue(field.key, event.currentTarget.value || null)}
      />
    );
  });
}
