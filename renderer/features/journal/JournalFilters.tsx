import { Checkbox, NativeSelect } from '@mantine/core';
import { JOURNAL_CATEGORIES } from '../../../shared/domain/journal-entry.ts';
import { FeedFilters } from '../../ui/FeedFilters.tsx';
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
  return (
    <FeedFilters
      of="the journal"
      action={{ id: 'journal-filter', label: 'Search the journal', group: 'Journal' }}
      search={{ label: 'Text of the entry', placeholder: 'A word of the entry' }}
      text={filter.text}
      onText={changeText}
      from={filter.from}
      to={filter.to}
      onDays={change}
      onClear={isFiltered(filter) ? clear : null}
    >
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
      <NativeSelect
        aria-label="Written by"
        value={filter.by}
        onChange={(event) => change({ by: event.currentTarget.value as JournalFilter['by'] })}
      >
        <option value="all">by people and changes</option>
        <option value="people">by people</option>
        <option value="changes">by changes</option>
      </NativeSelect>
    </FeedFilters>
  );
}
