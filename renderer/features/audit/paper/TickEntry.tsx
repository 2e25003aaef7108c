import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { Kbd } from '../../../ui/Kbd.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { useActions } from '../../../ui/actions.ts';
import { classes } from '../../../ui/classes.ts';
import { Refusal } from '../../../ui/Notice.tsx';
import styles from './Paper.module.css';
import { useTickEntry, type TickEntryProps } from './use-tick-entry.ts';

/** Enters what was ticked on paper, a rack after another: line numbers and ranges, as the sheet has them. */
export function TickEntry({ session, racks }: TickEntryProps) {
  const entry = useTickEntry({ session, racks });
  const { at, go, rack, text, reading, told, failure, pending, store } = entry;
  const field = useRef<HTMLInputElement>(null);
  const closed = session.status !== 'open';
  useActions(
    closed
      ? []
      : [
          {
            id: 'paper-finish',
            label: 'Store the ticks and finish the rack',
            group: 'Paper',
            keys: 'mod+enter',
            run: () => store(true),
          },
          { id: 'paper-next', label: 'Next rack', group: 'Paper', keys: 'mod+arrowdown', run: () => go(at + 1) },
          { id: 'paper-before', label: 'Rack before', group: 'Paper', keys: 'mod+arrowup', run: () => go(at - 1) },
        ],
  );
  if (!rack) return null;
  const ticked = new Set(reading.ok ? reading.numbers : []);
  return (
    <div className={styles.entry}>
      <div className={styles.fields}>
        <NativeSelect
          label="Rack"
          data={racks.map(({ name }, index) => ({ value: String(index), label: name }))}
          value={String(at)}
          onChange={(event) => go(Number(event.currentTarget.value))}
        />
        <TextInput
          ref={field}
          autoFocus
          label="Ticked lines"
          description="Numbers and ranges as on the sheet: 1-12 14 17-20. Enter stores them."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={reading.ok ? null : reading.message}
          disabled={closed}
          value={text}
          onChange={(event) => entry.setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            store(false);
          }}
        />
        <Button disabled={closed || !reading.ok} loading={pending} onClick={() => store(true)}>
          Store and finish {rack.name}&nbsp;
          <Kbd keys="mod+enter" />
        </Button>
        {failure ? <Refusal>{failure}</Refusal> : null}
        <p role="status">{told}</p>
      </div>
      <ol className={styles.lines} aria-label={`Lines of ${rack.name}`}>
        {rack.devices.map((device, index) => (
          <li key={device.id} className={classes(ticked.has(index + 1) && styles.ticked)}>
            <span>{index + 1}</span>
            <ToneIcon tone={device.seen ? 'good' : ticked.has(index + 1) ? 'info' : 'neutral'} />
            <span>{device.at}</span>
            <strong>{device.name}</strong>
            <span>{device.seen ? 'Seen' : ticked.has(index + 1) ? 'Will be stored' : 'Not seen yet'}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
