import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import { beep } from './beep.ts';
import styles from './Part.module.css';
import { repeatedLines } from './serial-scan.ts';
import { SCANNED, useScanOrder } from './use-scan-order.ts';

interface SerialFieldsProps {
  /** What each line is for: `Serial number in DIMM A1`. */
  readonly labels: readonly string[];
  readonly serials: readonly string[];
  readonly onSerials: (serials: readonly string[]) => void;
  /** Known problems by serial number: it stands elsewhere already. */
  readonly warnings?: ReadonlyMap<string, string>;
}

/** One line per unit. A scan fills a line and goes on to the next; a number scanned twice beeps and is marked. */
export function SerialFields({ labels, serials, onSerials, warnings }: SerialFieldsProps) {
  const list = useRef<HTMLDivElement>(null);
  const repeated = repeatedLines(serials);
  const change = (index: number, text: string) =>
    onSerials(labels.map((_, line) => (line === index ? text : (serials[line] ?? ''))));
  useScanOrder(list, (field) => {
    const index = Number(field.dataset['line']);
    if (repeatedLines(serials.with(index, field.value)).has(index)) beep();
  });
  return (
    <div ref={list} className={styles.serials}>
      {labels.map((label, index) => {
        const serial = serials[index] ?? '';
        const error = repeated.has(index) ? 'Scanned twice.' : null;
        return (
          <TextInput
            key={label}
            label={label}
            value={serial}
            error={error}
            description={error ? null : warnings?.get(serial.trim())}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            onChange={(event) => change(index, event.currentTarget.value)}
            data-line={index}
            {...SCANNED}
          />
        );
      })}
    </div>
  );
}
