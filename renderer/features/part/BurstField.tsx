import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { counted } from '../../ui/format.ts';
import { useKeyListener } from '../../ui/use-key-listener.ts';
import { BurstLines } from './BurstLines.tsx';
import { beep } from './beep.ts';
import formStyles from '../../ui/Form.module.css';
import styles from './Part.module.css';
import { repeatedLines, scannedLines } from './serial-scan.ts';

interface BurstFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly lines: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
  /** What is known of a line: `on record already`. */
  readonly warnings?: ReadonlyMap<string, string>;
}

/**
 * Takes a burst of scans: each code that ends with Enter becomes a line, a pasted column becomes many, and the form is
 * never submitted. A code scanned twice beeps and stays marked until it is taken out.
 */
export function BurstField({ label, hint, lines, onLines, warnings }: BurstFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const repeated = repeatedLines(lines);
  const take = (scanned: string) => {
    const added = scannedLines(scanned);
    setText('');
    if (added.length === 0) return;
    const next = [...lines, ...added];
    const doubtful = repeatedLines(next).size > repeated.size || added.some((line) => warnings?.has(line));
    if (doubtful) beep();
    onLines(next);
  };
  useKeyListener(field, (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    take(event.target.value);
  });
  return (
    <div ref={field} className={styles.burst}>
      <TextInput
        label={label}
        description={hint}
        placeholder="Scan, or type and press Enter"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (scannedLines(pasted).length < 2) return;
          event.preventDefault();
          take(pasted);
        }}
      />
      <p className={formStyles.note} role="status">
        {counted(lines.length, 'line', 'lines')}
        {repeated.size > 0 ? `, ${repeated.size} scanned twice` : ''}
      </p>
      <BurstLines
        label={label}
        lines={lines}
        doubtOf={(index) => (repeated.has(index) ? 'scanned twice' : warnings?.get(lines[index] ?? ''))}
        onLines={onLines}
      />
    </div>
  );
}
