import { TextInput } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type Ref } from 'react';
import { z } from 'zod';
import type { Failure } from '../../../shared/contract/failure.ts';
import styles from './FilterBox.module.css';

const PAUSE_MS = 120;

const placeSchema = z.object({ position: z.int().min(0), length: z.int().min(0).optional() });

interface FilterBoxProps {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly failure: Failure | null;
  readonly examples: string;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** Filters as you type; a query that is not understood is marked at its place while the last good rows stay. */
export function FilterBox({ label, query, onQuery, failure, examples, inputRef }: FilterBoxProps) {
  const [text, setText] = useState(query);
  const sent = useRef(query);
  useEffect(() => {
    if (query === sent.current) return;
    sent.current = query;
    setText(query);
  }, [query]);
  useEffect(() => {
    if (text === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text;
      onQuery(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onQuery]);
  const clear =
    text === '' ? null : (
      <button type="button" className={styles.clear} aria-label="Clear the filter" onClick={() => setText('')}>
        <IconX size="0.875rem" aria-hidden />
      </button>
    );
  return (
    <div className={styles.box}>
      <TextInput
        ref={inputRef}
        type="search"
        role="searchbox"
        aria-label={label}
        aria-invalid={failure !== null}
        placeholder={`Filter: ${examples}`}
        leftSection={<IconFilter size="0.875rem" aria-hidden />}
        rightSection={clear}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {failure ? <FilterFailure text={query} failure={failure} /> : null}
    </div>
  );
}

function FilterFailure({ text, failure }: { text: string; failure: Failure }) {
  const place = placeSchema.safeParse(failure.details);
  const start = place.success ? Math.min(place.data.position, text.length) : null;
  const end = start === null ? 0 : start + Math.max(1, place.data?.length ?? 1);
  return (
    <div className={styles.failure} role="alert">
      {start === null ? null : (
        <code className={styles.code}>
          {text.slice(0, start)}
          <mark>{text.slice(start, end) || ' '}</mark>
          {text.slice(end)}
        </code>
      )}
      <span>{failure.message}</span>
    </div>
  );
}
