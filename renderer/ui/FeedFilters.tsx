import { Button, TextInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import styles from './FeedFilters.module.css';
import { SearchBox } from './SearchBox.tsx';
import { useActions } from './actions.ts';

interface FeedFiltersProps {
  /** What is filtered: `the journal`. */
  readonly of: string;
  /** The action that goes to the search box. */
  readonly action: { readonly id: string; readonly label: string; readonly group: string };
  readonly search: { readonly label: string; readonly placeholder: string };
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Days of this person's calendar, `YYYY-MM-DD`; empty: open. */
  readonly from: string;
  readonly to: string;
  readonly onDays: (days: { readonly from: string } | { readonly to: string }) => void;
  /** Null: nothing is filtered. */
  readonly onClear: (() => void) | null;
  readonly children: ReactNode;
}

/** What of a feed is shown: words, what its own fields choose, and days. */
export function FeedFilters({
  of,
  action,
  search,
  text,
  onText,
  from,
  to,
  onDays,
  onClear,
  children,
}: FeedFiltersProps) {
  const box = useRef<HTMLInputElement>(null);
  useActions([{ ...action, keys: '/', run: () => box.current?.focus() }]);
  return (
    <div className={styles.filters} role="search" aria-label={`Filter ${of}`}>
      <div className={styles.search}>
        <SearchBox {...search} text={text} onText={onText} inputRef={box} />
      </div>
      {children}
      <div className={styles.days}>
        <TextInput
          type="date"
          aria-label="From day"
          value={from}
          onChange={(event) => onDays({ from: event.currentTarget.value })}
        />
        <span aria-hidden>–</span>
        <TextInput
          type="date"
          aria-label="To day"
          value={to}
          onChange={(event) => onDays({ to: event.currentTarget.value })}
        />
      </div>
      {onClear ? (
        <Button variant="subtle" onClick={onClear}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
