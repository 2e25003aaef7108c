import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { AuditTickRack } from '../../../../shared/contract/audit-report.ts';
import type { AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { client } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { useActions } from '../../../ui/actions.ts';
import { classes } from '../../../ui/classes.ts';
import { counted } from '../../../ui/format.ts';
import { Refusal } from '../../../ui/Notice.tsx';
import styles from './Paper.module.css';
import { readTicks } from './tick-numbers.ts';

interface TickEntryProps {
  readonly session: AuditSummary;
  readonly racks: readonly AuditTickRack[];
}

function useTickEntry({ session, racks }: TickEntryProps) {
  const [at, setAt] = useState(0);
  const [text, setText] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const rack = racks[at];
  const reading = readTicks(text, rack?.devices.length ?? 0);
  const go = (to: number) => {
    if (!racks[to]) return;
    setAt(to);
    setText('');
    setFailure(null);
  };
  const store = async (finish: boolean) => {
    if (!rack || !reading.ok || pending) return;
    setPending(true);
    setFailure(null);
    try {
      for (const number of reading.numbers) {
        const device = rack.devices[number - 1];
        if (device && !device.seen)
          await client.audit.tick({
            session: session.id,
            device: device.id,
            source: 'paper',
            withParts: session.level === 'serial',
          });
      }
      setText('');
      setTold(`${rack.name}: ${counted(reading.numbers.length, 'line is', 'lines are')} stored.`);
      if (!finish) return;
      const { missing } = await client.audit.finishRack({ session: session.id, rack: rack.id });
      setTold(`${rack.name} is finished; ${counted(missing.length, 'device is', 'devices are')} missing.`);
      go(at + 1);
    } catch (error) {
      setFailure(failureFrom(error).message);
    } finally {
      setPending(false);
    }
  };
  return { at, go, rack, text, setText, reading, told, failure, pending, store };
}

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
            run: () => void store(true),
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
            void store(false);
          }}
        />
        <Button disabled={closed || !reading.ok} loading={pending} onClick={() => void store(true)}>
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
