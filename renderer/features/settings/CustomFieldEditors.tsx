import { NativeSelect, Textarea } from '@mantine/core';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { FieldEditorProps } from '../noun/FieldEditor.tsx';
import { namesIn } from '../noun/clone-names.ts';

const NOUNS = NOUN_LIST.filter((definition) => definition.tagged).map(({ noun, label }) => ({ value: noun, label }));

/** Which noun a custom field belongs to. */
export function NounChoiceEditor({ field, value, onChange, problems }: FieldEditorProps) {
  return (
    <NativeSelect
      label={field.meta.label}
      withAsterisk
      data={[{ value: '', label: 'Choose…' }, ...NOUNS]}
      value={typeof value === 'string' ? value : ''}
      error={problems[0]?.message}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The values of a custom field of kind Choice, one per line. */
export function ChoicesEditor({ field, value, onChange, problems }: FieldEditorProps) {
  const choices = Array.isArray(value) ? value.map(String) : [];
  return (
    <Textarea
      label={field.meta.label}
      description="For the kind Choice: one value per line."
      defaultValue={choices.join('\n')}
      rows={4}
      error={problems[0]?.message}
      onChange={(event) => onChange([...namesIn(event.currentTarget.value)])}
    />
  );
}
