import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import type { FieldEditorProps } from '../noun/FieldEditor.tsx';
import { sameValue } from '../noun/form-values.ts';
import styles from './ServiceEditors.module.css';
import { resourceProblem, resourceSpec, resourceTexts } from './resource-draft.ts';

/** Amounts per resource, typed with their units. */
export function ResourceSpecEditor({
  field,
  value,
  onChange,
  problems,
}: Pick<FieldEditorProps, 'field' | 'value' | 'onChange' | 'problems'>) {
  const { meta, key: fieldKey } = field;
  return (
    <ResourceInputs
      label={meta.label}
      {...(meta.help ? { help: meta.help } : {})}
      value={value}
      onChange={onChange}
      problemOf={(key) => problems.find((problem) => problem.path === `${fieldKey}.${key}`)?.message ?? null}
    />
  );
}

interface ResourceInputsProps {
  readonly label: string;
  readonly help?: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly problemOf?: (key: ResourceKey) => string | null;
}

export function ResourceInputs({ label, help, value, onChange, problemOf }: ResourceInputsProps) {
  const [texts, setTexts] = useState(() => resourceTexts(value));
  const shown = sameValue(resourceSpec(texts), value) ? texts : resourceTexts(value);
  const change = (key: ResourceKey, text: string) => {
    const next = { ...shown, [key]: text };
    setTexts(next);
    onChange(resourceSpec(next));
  };
  const problem = (key: ResourceKey) => resourceProblem(key, shown[key] ?? '') ?? problemOf?.(key) ?? null;
  const problems = RESOURCE_KEYS.map(problem).filter((message) => message !== null);
  return (
    <fieldset className={styles.spec}>
      <legend>{label}</legend>
      {RESOURCE_KEYS.map((key) => {
        const text = shown[key] ?? '';
        return (
          <TextInput
            key={key}
            label={RESOURCE_LABELS[key].label}
            aria-label={`${label} ${RESOURCE_LABELS[key].label.toLowerCase()}`}
            placeholder={
              RESOURCE_LABELS[key].unit === 'MB' ? '0 GB' : RESOURCE_LABELS[key].unit === 'GB' ? '0 TB' : '0'
            }
            value={text}
            error={problem(key) !== null}
            onChange={(event) => change(key, event.currentTarget.value)}
          />
        );
      })}
      {problems.map((message) => (
        <p key={message} className={styles.error}>
          {message}
        </p>
      ))}
      {help ? <p className={styles.help}>{help}</p> : null}
    </fieldset>
  );
}
