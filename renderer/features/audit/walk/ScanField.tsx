import { TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import styles from './Walk.module.css';
import { sourceOf } from './scan-source.ts';
import { useScanFocus } from './use-scan-focus.ts';
import type { Scans } from './use-scans.ts';

interface ScanFieldProps {
  readonly scans: Scans;
  readonly disabled: boolean;
  /** The list whose lines the arrow keys mark, and the one that is marked. */
  readonly listId: string | undefined;
  readonly markedId: string | undefined;
  readonly onMark: (step: number) => void;
}

/** Takes every scan. Enter, or Tab from scanners that send it, stores what was read and does nothing else. */
export function ScanField({ scans, disabled, listId, markedId, onMark }: ScanFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const begun = useRef(0);
  useScanFocus(field, !disabled);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const written = event.currentTarget.value;
    if (event.key === 'Enter' || (event.key === 'Tab' && written.trim() !== '')) {
      // Of the element, not of the state: a scanner is faster than a render.
      scans.take(written, sourceOf(written.length, event.timeStamp - begun.current));
      setText('');
      begun.current = 0;
    } else if (event.key === 'ArrowDown') onMark(1);
    else if (event.key === 'ArrowUp') onMark(-1);
    else if (event.key === 'Escape') setText('');
    else {
      if (begun.current === 0 || written === '') begun.current = event.timeStamp;
      return;
    }
    event.preventDefault();
  };
  return (
    <TextInput
      ref={field}
      className={styles.scan}
      aria-label="Scan"
      aria-controls={listId}
      aria-activedescendant={markedId}
      placeholder="Scan or type a number, name or label"
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n').trim();
        if (!pasted.includes('\n')) return;
        event.preventDefault();
        scans.take(pasted, 'paste');
      }}
    />
  );
}

/** Chooses a text file by keyboard or mouse; every line of it is a scan. */
export function ScanFile({ input, scans }: { input: RefObject<HTMLInputElement | null>; scans: Scans }) {
  return (
    <input
      ref={input}
      type="file"
      accept=".txt,.csv,text/plain"
      hidden
      aria-label="Text file of scans"
      onChange={(event) => {
        const { currentTarget } = event;
        const file = currentTarget.files?.[0];
        if (!file) return;
        void file.text().then((read) => scans.take(`${read.replaceAll('\r\n', '\n').trim()}\n`, 'file'));
        currentTarget.value = '';
      }}
    />
  );
}
