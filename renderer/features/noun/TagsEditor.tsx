import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { CompletedText } from './CompletedText.tsx';
import styles from './NounForm.module.css';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import type { TagEntry } from './tag-entries.ts';

interface TagsEditorProps {
  readonly tags: readonly TagEntry[];
  readonly onTags: (tags: readonly TagEntry[]) => void;
}

/** Keys and values, both completed from those in use. */
export function TagsEditor({ tags, onTags }: TagsEditorProps) {
  const change = (index: number, part: Partial<TagEntry>) =>
    onTags(tags.map((tag, place) => (place === index ? { ...tag, ...part } : tag)));
  return (
    <div className={styles.wide}>
      <ul className={styles.tags}>
        {tags.map((tag, index) => (
          <li key={index} className={styles.tag}>
            <CompletedText
              aria-label={`Tag ${index + 1} key`}
              placeholder="key"
              noun="tag"
              field="key"
              text={tag.key}
              onText={(key) => change(index, { key })}
            />
            <CompletedText
              aria-label={`Tag ${index + 1} value`}
              placeholder="value"
              noun="tag"
              field="value"
              text={tag.value}
              onText={(value) => change(index, { value })}
            />
            <RemoveButton
              label={`Remove tag ${tag.key}`}
              onRemove={() => onTags(tags.filter((_tag, place) => place !== index))}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        onClick={() => onTags([...tags, { key: '', value: '' }])}
      >
        Add a tag
      </Button>
    </div>
  );
}
