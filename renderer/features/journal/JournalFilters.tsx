import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { JOURNAL_CATEGORIES } from '../../../shared/domain/journal-entry.ts';
import { useActions } from '../../ui/actions.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { updateQuery } from '../../ui/location.ts';
import styles from './Journal.module.css';
import { isFiltered, queryOf, type JournalFilter } from './journal-filter.ts';

function change(part: Partial<JournalFilter>): void {
  updateQuery(queryOf(part), { replace: true });
}

function changeText(text: string): void {
  change({ text });
}

function clear(): void {
  change({ categories: [], from: '', to: '', text: '', by: 'all' });
}

/** By text, category, time and author; days are those of this person's calendar. */
export function JournalFilters({ filter }: { filter: JournalFilter }) {
  const box = useRef<HTMLInputElement>(null);
  useActions([
    { id: 'journal-filter', label: 'Search the journal', group: 'Journal', keys: '/', run: () => box.current?.focus() },
  ]);
  return (
    <div className={styles.filters} role="search" aria-label="Filter the journal">
      <div className={styles.search}>
        <SearchBox
          label="Text of the entry"
          text={filter.text}
          onText={changeText}
          placeholder="A word of the entry"
          inputRef={box}
        />
      </div>
      <div className={styles.categories} role="group" aria-label="Categories">
        {JOURNAL_CATEGORIES.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={filter.categories.includes(value)}
            onChange={(event) =>
              change({
                categories: event.currentTarget.checked
                  ? [...filter.categories, value]
                  : filter.categories.filter((other) => other !== value),
              })
            }
          />
        ))}
      </div>
      <div className={styles.days}>
        <TextInput
          type="date"
          aria-label="From day"
          value={filter.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <span aria-hidden>–</span>
        <TextInput
          type="date"
          aria-label="To day"
          value={filter.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
      <NativeSelect
        aria-label="Written by"
        value={filter.by}
        onChange={(event) => change({ by: event.currentTarget.value as JournalFilter['by'] })}
      >
        <option value="all">by people and changes</option>
        <option value="people">by people</option>
        <option value="changes">by changes</option>
      </NativeSelect>
      {isFiltered(filter) ? (
        <Button variant="subtle" onClick={clear}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
