import { Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { readPlacement, type PlacementReading } from '../../../shared/rules/placement-reader.ts';
import { placementInWords } from '../../../shared/rules/placement-words.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import type { FieldEditorProps } from '../noun/FieldEditor.tsx';
import { readJson } from '../noun/JsonEditor.tsx';
import { Unreadable, sameValue } from '../noun/form-values.ts';
import styles from './ServiceEditors.module.css';

/** Rules without their empty parts: what a person needs to see. */
function written(value: unknown): string {
  if (value instanceof Unreadable) return value.text;
  const rules = Object.entries((value ?? {}) as Record<string, unknown>).filter(
    ([, entry]) => !(entry === 0 || (Array.isArray(entry) && entry.length === 0)),
  );
  return JSON.stringify(Object.fromEntries(rules), null, 2);
}

function read(text: string): { reading: PlacementReading | null; draft: unknown } {
  const json = readJson(text.trim() === '' ? '{}' : text);
  if (json instanceof Unreadable) return { reading: null, draft: json };
  const reading = readPlacement(json);
  const draft = reading.ok
    ? reading.rules
    : new Unreadable(text, reading.problems.map((problem) => problem.message).join(' '));
  return { reading, draft };
}

/** Placement rules as JSON, and beside it what they mean in words, what is wrong, and what nothing can satisfy. */
export function PlacementEditor({ field, value, onChange }: FieldEditorProps) {
  const [typed, setText] = useState(() => written(value));
  const outside = !(value instanceof Unreadable) && !sameValue(read(typed).draft, value);
  const text = outside ? written(value) : typed;
  const { reading, draft } = read(text);
  const meaningId = useId();
  return (
    <div className={styles.rules}>
      <Textarea
        label={field.meta.label}
        className={styles.json}
        spellCheck={false}
        rows={Math.min(18, Math.max(4, text.split('\n').length))}
        aria-describedby={meaningId}
        error={draft instanceof Unreadable && reading === null ? draft.problem : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange(read(event.currentTarget.value).draft);
        }}
      />
      <div id={meaningId} className={styles.meaning} aria-live="polite">
        {reading?.ok ? <p>In words: {placementInWords(reading.rules)}.</p> : null}
        {reading?.ok === false ? <Problems problems={reading.problems} /> : null}
        {reading?.ok
          ? reading.warnings.map((warning) => (
              <p key={warning.path + warning.message} className={styles.warning}>
                <ToneIcon tone="attention" /> {warning.message}
              </p>
            ))
          : null}
      </div>
    </div>
  );
}

function Problems({ problems }: { problems: readonly { readonly path: string; readonly message: string }[] }) {
  return problems.map((problem) => (
    <p key={problem.path + problem.message} className={styles.problem}>
      <ToneIcon tone="bad" />
      <span>
        {problem.path ? <code>{problem.path}</code> : null} {problem.message}
      </span>
    </p>
  ));
}
