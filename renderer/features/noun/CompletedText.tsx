import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../bridge/client.ts';

interface CompletedTextProps extends Pick<
  AutocompleteProps,
  'label' | 'description' | 'error' | 'withAsterisk' | 'inputWrapperOrder' | 'placeholder' | 'aria-label'
> {
  readonly noun: string;
  readonly field: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Free text, completed from the values already in use. */
export function CompletedText({ noun, field, text, onText, ...input }: CompletedTextProps) {
  const [focused, setFocused] = useState(false);
  const used = useQuery({
    ...api.find.values.queryOptions({ input: { noun, key: field, text } }),
    enabled: focused,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <Autocomplete
      {...input}
      data={used.data ?? []}
      filter={({ options }) => options}
      value={text}
      onChange={onText}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
