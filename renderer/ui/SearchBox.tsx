import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTypedText } from './use-typed-text.ts';

const PAUSE_MS = 150;

interface SearchBoxProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder: string;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** Words to look for as they are typed, without a grammar. */
export function SearchBox({ label, text, onText, placeholder, inputRef }: SearchBoxProps) {
  const [typed, setTyped] = useTypedText(text, onText, PAUSE_MS);
  return (
    <TextInput
      ref={inputRef}
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size="0.875rem" aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
