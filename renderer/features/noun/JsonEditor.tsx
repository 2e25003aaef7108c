import { Textarea, type TextareaProps } from '@mantine/core';
import { useState } from 'react';
import { Unreadable } from './form-values.ts';
import styles from './NounForm.module.css';

interface JsonEditorProps extends Pick<
  TextareaProps,
  'label' | 'description' | 'error' | 'withAsterisk' | 'inputWrapperOrder'
> {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Text as JSON, or an Unreadable that says where it stops being JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return new Unreadable(text, `This is not JSON: ${why}.`);
  }
}

function written(value: unknown): string {
  return value instanceof Unreadable ? value.text : JSON.stringify(value ?? null, null, 2);
}

/** Any structured value as JSON. */
export function JsonEditor({ value, onChange, error, ...input }: JsonEditorProps) {
  const [text, setText] = useState(() => written(value));
  const shown = readJson(text);
  const outside =
    !(shown instanceof Unreadable) && JSON.stringify(shown) !== JSON.stringify(value) && !(value instanceof Unreadable);
  return (
    <Textarea
      {...input}
      error={value instanceof Unreadable ? value.problem : error}
      className={styles.json}
      spellCheck={false}
      rows={Math.min(16, Math.max(3, text.split('\n').length))}
      value={outside ? written(value) : text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readJson(event.currentTarget.value));
      }}
    />
  );
}
