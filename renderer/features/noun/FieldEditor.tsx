import { Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import type { ComponentType } from 'react';
import type { FieldDefinition } from '../../../shared/domain/noun.ts';
import type { ReferenceNames } from '../../bridge/noun-client.ts';
import { CompletedText } from './CompletedText.tsx';
import { JsonEditor } from './JsonEditor.tsx';
import { ReferencePicker } from './ReferencePicker.tsx';
import type { Draft } from './form-values.ts';

export interface FieldEditorProps {
  readonly noun: string;
  readonly field: FieldDefinition;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** What is wrong with the field or a part of it: `path` begins with the field's key. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly references: ReferenceNames;
  /** The whole form as typed, for an editor that depends on another field. */
  readonly draft?: Draft;
}

/** An editor for one field of one noun, in place of the one its kind would get. */
export type SpecialEditor = ComponentType<FieldEditorProps>;

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  MB: 'for example 64 GB',
  GB: 'for example 3.84 TB',
  W: 'for example 750 W',
  g: 'for example 28.6 kg',
  halfU: 'for example 2U',
  U: 'for example 42U',
  mm: 'for example 800 mm',
};

/** The ordinary editor of a field: its kind decides. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, value, onChange, problems } = props;
  const { meta } = field;
  const text = typeof value === 'string' ? value : '';
  const shared = {
    label: meta.label,
    description: meta.help,
    withAsterisk: meta.required,
    error: problems[0]?.message,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
  };
  switch (meta.kind) {
    case 'flag':
      return (
        <Checkbox
          label={meta.label}
          description={meta.help}
          error={problems[0]?.message}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <NativeSelect {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
          {text === '' || !meta.required ? (
            <option value="">{field.schema.safeParse(null).success ? '(none)' : 'Choose…'}</option>
          ) : null}
          {meta.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </NativeSelect>
      );
    case 'reference':
      return (
        <ReferencePicker {...shared} noun={meta.references ?? ''} id={text} names={props.references} onId={onChange} />
      );
    case 'multiline':
      return (
        <Textarea
          {...shared}
          autosize={false}
          rows={Math.min(6, Math.max(2, text.split('\n').length))}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'json':
      return <JsonEditor {...shared} value={value} onChange={onChange} />;
    case 'date':
      return (
        <TextInput {...shared} type="date" value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    case 'text':
      if (meta.completed)
        return <CompletedText {...shared} noun={props.noun} field={field.key} text={text} onText={onChange} />;
      break;
    default:
      break;
  }
  const placeholder = meta.unit ? PLACEHOLDERS[meta.unit] : undefined;
  return (
    <TextInput
      {...shared}
      placeholder={placeholder ?? ''}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
