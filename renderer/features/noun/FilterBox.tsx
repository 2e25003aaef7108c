import { TextInput } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import { useTypedText } from '../../ui/use-typed-text.ts';
import styles from './FilterBox.module.css';
import { FilterFailure } from './FilterFailure.tsx';
import { ProposalList } from './ProposalList.tsx';
import { useQueryCompletion } from './use-query-completion.ts';

const PAUSE_MS = 120;

interface FilterBoxProps {
  readonly label: string;
  /** Whose fields and values are proposed; absent: words are typed here, no query. */
  readonly noun?: string | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly failure: Failure | null;
  readonly examples: string;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** Typing, its proposals, and the cursor, which a taken proposal moves. */
function useFilterInput({ noun, query, onQuery }: Pick<FilterBoxProps, 'noun' | 'query' | 'onQuery'>) {
  const [text, setText] = useTypedText(query, onQuery, PAUSE_MS);
  const [cursor, setCursor] = useState(query.length);
  const input = useRef<HTMLInputElement>(null);
  const moved = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (moved.current === null) return;
    input.current?.setSelectionRange(moved.current, moved.current);
    moved.current = null;
  });
  const completion = useQueryCompletion(noun, { text, cursor });
  const type = (typed: string, at: number) => {
    setText(typed);
    setCursor(at);
    completion.typed({ text: typed, cursor: at });
  };
  const put = (edited: { text: string; cursor: number } | null) => {
    // Typing went on meanwhile: what was taken is no longer meant.
    if (!edited || input.current?.value !== text) return;
    setText(edited.text);
    setCursor(edited.cursor);
    moved.current = edited.cursor;
  };
  const take = (index: number) => put(completion.take(index));
  const { awaited, current } = completion;
  const enter = () => {
    if (awaited) void completion.takeAhead().then(put);
    else if (current !== null) take(current);
  };
  return { text, setText, setCursor, input, completion, type, enter, take };
}

/** Filters as you type, proposing what may follow; a query that is not understood is marked at its place. */
export function FilterBox({ label, noun, query, onQuery, failure, examples, inputRef }: FilterBoxProps) {
  const { text, setText, setCursor, input, completion, type, enter, take } = useFilterInput({ noun, query, onQuery });
  const listId = useId();
  const { open, proposals, current } = completion;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (open) completion.move(event.key === 'ArrowDown' ? 1 : -1);
      else completion.show();
    } else if (event.key === 'Enter' && (open || completion.awaited)) enter();
    else if (event.key === 'Escape' && open) completion.close();
    else return;
    event.preventDefault();
  };
  const proposing = {
    'aria-autocomplete': 'list',
    'aria-expanded': open,
    'aria-controls': open ? listId : undefined,
    'aria-activedescendant': open && current !== null ? `${listId}-${current}` : undefined,
  } as const;
  const clear =
    text === '' ? null : (
      <button type="button" className={styles.clear} aria-label="Clear the filter" onClick={() => setText('')}>
        <IconX size="0.875rem" aria-hidden />
      </button>
    );
  return (
    <div className={styles.box}>
      <TextInput
        ref={useMergedRef(input, inputRef)}
        role={noun === undefined ? 'searchbox' : 'combobox'}
        aria-label={label}
        {...(noun === undefined ? {} : proposing)}
        aria-invalid={failure !== null}
        autoComplete="off"
        spellCheck={false}
        placeholder={`Filter: ${examples}`}
        leftSection={<IconFilter size="0.875rem" aria-hidden />}
        rightSection={clear}
        value={text}
        onChange={({ currentTarget: { value, selectionStart } }) => type(value, selectionStart ?? value.length)}
        onSelect={({ currentTarget: { value, selectionStart } }) => setCursor(selectionStart ?? value.length)}
        onKeyDown={onKeyDown}
        onBlur={completion.close}
      />
      {failure || open ? (
        <div className={styles.popup}>
          {failure ? <FilterFailure text={query} failure={failure} /> : null}
          {open ? <ProposalList id={listId} proposals={proposals} current={current} onTake={take} /> : null}
        </div>
      ) : null}
    </div>
  );
}
