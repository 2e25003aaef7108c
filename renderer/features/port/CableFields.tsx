import { NativeSelect, TextInput } from '@mantine/core';
import { CABLE_STATUSES, CABLE_TYPES } from '../../../shared/domain/cable.ts';
import styles from './Cable.module.css';
import type { CableDraft } from './cable-draft.ts';

const TYPES = [{ value: '', label: 'Not said' }, ...CABLE_TYPES];
const STATUSES = CABLE_STATUSES.map(({ value, label }) => ({ value, label }));

interface CableFieldsProps {
  readonly draft: CableDraft;
  readonly onDraft: (draft: CableDraft) => void;
  readonly lengthProblem: string | null;
}

/** What is written down of a cable. */
export function CableFields({ draft, onDraft, lengthProblem }: CableFieldsProps) {
  const field = (key: keyof CableDraft) => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <div className={styles.pair}>
      <NativeSelect label="Cable type" data={TYPES} {...field('type')} />
      <TextInput label="Colour" placeholder="blue, #2244cc" {...field('colour')} />
      <TextInput label="Length" placeholder="2 m" error={lengthProblem} {...field('length')} />
      <TextInput label="Label" {...field('label')} />
      <NativeSelect label="Status" data={STATUSES} {...field('status')} />
    </div>
  );
}
