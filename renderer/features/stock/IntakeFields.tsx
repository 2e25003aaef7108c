import { TextInput } from '@mantine/core';
import { CompletedText } from '../noun/CompletedText.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { TagsEditor } from '../noun/TagsEditor.tsx';
import styles from './Stock.module.css';
import type { IntakeDraft } from './intake-draft.ts';

const COMPLETED = [
  ['role', 'Role'],
  ['owner', 'Owner'],
  ['provider', 'Provider'],
  ['region', 'Region'],
] as const;

interface IntakeFieldsProps {
  readonly draft: IntakeDraft;
  readonly onDraft: (draft: IntakeDraft) => void;
}

/** What is true of every machine of the delivery. */
export function IntakeFields({ draft, onDraft }: IntakeFieldsProps) {
  const text = (key: 'namesPattern' | 'firstNumber' | 'count') => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <ReferencePicker
        label="Device type"
        withAsterisk
        noun="deviceType"
        id={draft.deviceType}
        names={{}}
        onId={(deviceType) => onDraft({ ...draft, deviceType, unscanned: [] })}
      />
      <TextInput
        label="Names"
        withAsterisk
        description="srv[001-040], or srv{n:3} counted from the first number"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...text('namesPattern')}
      />
      <div className={styles.pair}>
        <TextInput label="How many" placeholder="as many as scanned" inputMode="numeric" {...text('count')} />
        <TextInput label="First number" inputMode="numeric" {...text('firstNumber')} />
        {COMPLETED.map(([key, label]) => (
          <CompletedText
            key={key}
            label={label}
            noun="compute"
            field={key}
            text={draft[key]}
            onText={(value) => onDraft({ ...draft, [key]: value })}
          />
        ))}
      </div>
      <fieldset className={styles.racks}>
        <legend>Tags</legend>
        <TagsEditor tags={draft.tags} onTags={(tags) => onDraft({ ...draft, tags })} />
      </fieldset>
    </>
  );
}
