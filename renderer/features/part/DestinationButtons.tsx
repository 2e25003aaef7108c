import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Destination } from '../../../shared/contract/part.ts';
import { api } from '../../bridge/client.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import formStyles from '../../ui/Form.module.css';
import { SCANNED } from './use-scan-order.ts';

const SHELVES_SHOWN = 6;

interface DestinationButtonsProps {
  /** What goes there, for the buttons' group: `Where the old part goes`. */
  readonly label: string;
  readonly pending: boolean;
  readonly disabled?: boolean;
  readonly onChoose: (to: Destination) => void;
}

/** Says where a part goes and does it: one press for a shelf, RMA or scrap; a machine is named first. */
export function DestinationButtons({ label, pending, disabled = false, onChoose }: DestinationButtonsProps) {
  const [machine, setMachine] = useState<{ id: string; slot: string } | null>(null);
  const shelves = useQuery(api.spareShelf.list.queryOptions({ input: { limit: SHELVES_SHOWN } })).data?.items ?? [];
  const off = pending || disabled;
  return (
    <div role="group" aria-label={label} className={formStyles.form}>
      <div className={formStyles.buttons}>
        {shelves.map(({ record, name }) => (
          <Button
            key={record.id}
            variant="default"
            disabled={off}
            {...SCANNED}
            onClick={() => onChoose({ kind: 'spare', shelf: record.id })}
          >
            {name}
          </Button>
        ))}
        <Button variant="default" disabled={off} {...SCANNED} onClick={() => onChoose({ kind: 'rma' })}>
          RMA
        </Button>
        <Button variant="default" disabled={off} {...SCANNED} onClick={() => onChoose({ kind: 'scrap' })}>
          Scrap
        </Button>
        <Button
          variant="default"
          disabled={off}
          aria-expanded={machine !== null}
          {...SCANNED}
          onClick={() => setMachine(machine ? null : { id: '', slot: '' })}
        >
          Another machine…
        </Button>
      </div>
      {machine ? (
        <>
          <ReferencePicker
            label="Machine"
            noun="compute"
            id={machine.id}
            names={{}}
            onId={(id) => setMachine({ ...machine, id })}
          />
          <TextInput
            label="Slot"
            description="Empty: without a slot"
            value={machine.slot}
            onChange={(event) => setMachine({ ...machine, slot: event.currentTarget.value })}
          />
          <Button
            disabled={off || machine.id === ''}
            onClick={() => onChoose({ kind: 'compute', compute: machine.id, slot: machine.slot.trim() || null })}
          >
            To this machine
          </Button>
        </>
      ) : null}
    </div>
  );
}
