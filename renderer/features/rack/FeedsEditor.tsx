import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PowerFeed } from '../../../shared/domain/power-feed.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { feedCapacityWatts } from '../../../shared/rules/rack-power.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import type { FieldEditorProps } from '../noun/FieldEditor.tsx';
import styles from './FeedsEditor.module.css';
import { withFeedChange, withNextFeed } from './feeds-draft.ts';

const NUMBERS = [
  { key: 'volts', label: 'Volts' },
  { key: 'amps', label: 'Amps' },
] as const;

/** The power feeds of a rack, and what each may carry. */
export function FeedsEditor({ field, value, onChange, problems }: FieldEditorProps) {
  const feeds = (Array.isArray(value) ? value : []) as readonly PowerFeed[];
  return (
    <fieldset className={styles.feeds}>
      <legend>{field.meta.label}</legend>
      {feeds.map((feed, index) => (
        <Feed
          key={index}
          feed={feed}
          problemOf={(key) => problems.find(({ path }) => path === `${field.key}.${index}.${key}`)?.message}
          onChange={(change) => onChange(withFeedChange(feeds, index, change))}
          onRemove={() => onChange(feeds.filter((_feed, place) => place !== index))}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        onClick={() => onChange(withNextFeed(feeds))}
      >
        Add a feed
      </Button>
    </fieldset>
  );
}

interface FeedProps {
  readonly feed: PowerFeed;
  readonly problemOf: (key: keyof PowerFeed) => string | undefined;
  readonly onChange: (change: Partial<PowerFeed>) => void;
  readonly onRemove: () => void;
}

function Feed({ feed, problemOf, onChange, onRemove }: FeedProps) {
  const watts = feedCapacityWatts(feed);
  return (
    <div className={styles.feed} role="group" aria-label={`Feed ${feed.name}`}>
      <TextInput
        label="Name"
        value={feed.name}
        error={problemOf('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {NUMBERS.map(({ key, label }) => (
        <NumberInput
          key={key}
          label={label}
          hideControls
          value={feed[key]}
          error={problemOf(key)}
          onChange={(typed) => onChange({ [key]: Number(typed) })}
        />
      ))}
      <NativeSelect
        label="Phases"
        data={['1', '3']}
        value={String(feed.phases)}
        onChange={(event) => onChange({ phases: event.currentTarget.value === '3' ? 3 : 1 })}
      />
      <NumberInput
        label="Usable %"
        hideControls
        value={feed.deratingPercent}
        error={problemOf('deratingPercent')}
        onChange={(typed) => onChange({ deratingPercent: Number(typed) })}
      />
      <TextInput
        className={styles.two}
        label="Panel"
        value={feed.panel ?? ''}
        error={problemOf('panel')}
        onChange={(event) => onChange({ panel: event.currentTarget.value })}
      />
      <TextInput
        className={styles.two}
        label="Breaker"
        value={feed.breaker ?? ''}
        error={problemOf('breaker')}
        onChange={(event) => onChange({ breaker: event.currentTarget.value })}
      />
      <RemoveButton label={`Remove feed ${feed.name}`} onRemove={onRemove} />
      <p className={styles.usable}>May carry {Number.isFinite(watts) ? formatQuantity(watts, 'W') : '–'}</p>
    </div>
  );
}
