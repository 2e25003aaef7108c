import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Unit } from '../../../shared/contract/component.ts';
import type { Destination } from '../../../shared/contract/part.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { DestinationButtons } from '../part/DestinationButtons.tsx';
import formStyles from '../../ui/Form.module.css';
import styles from '../part/Part.module.css';
import { Refusal } from '../../ui/Notice.tsx';
import { SCANNED, useScanOrder } from '../part/use-scan-order.ts';
import type { FittedAssignment } from './slot-sections.ts';
import { EMPTY_SWAP, swapInput, type SwapDraft } from './swap-draft.ts';

interface SwapFormProps {
  readonly computeId: string;
  readonly assignment: FittedAssignment;
  readonly unit: Unit;
  readonly onDone: () => void;
}

/** The second and third action of a swap: scan the new serial number, say where the old part goes. */
export function SwapForm({ computeId, assignment, unit, onDone }: SwapFormProps) {
  const form = useRef<HTMLElement>(null);
  const [draft, setDraft] = useState<SwapDraft>(EMPTY_SWAP);
  const swap = useCommand(client.part.swap, { failures: 'inline' });
  useScanOrder(form);
  const target = unit.partId ? { part: unit.partId } : unit.slot ? { slot: unit.slot } : { assignment: assignment.id };
  const run = async (oldGoesTo: Destination) => {
    if (await swap.run({ compute: computeId, ...target, oldGoesTo, ...swapInput(draft) })) onDone();
  };
  return (
    <section ref={form} className={styles.block} aria-label="Swap">
      <h3>Swap</h3>
      {swap.failure ? <Refusal>{swap.failure.message}</Refusal> : null}
      <TextInput
        label="Serial number of the new part"
        value={draft.newSerial}
        onChange={(event) => setDraft({ ...draft, newSerial: event.currentTarget.value })}
        {...SCANNED}
      />
      {unit.serial === null ? (
        <TextInput
          label="Serial number of the old part"
          description="Not on record; needed for RMA"
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.oldSerial}
          onChange={(event) => setDraft({ ...draft, oldSerial: event.currentTarget.value })}
          {...SCANNED}
        />
      ) : null}
      <Exceptions assignment={assignment} draft={draft} onDraft={setDraft} />
      <p>The old part goes to</p>
      <DestinationButtons label="The old part goes to" pending={swap.pending} onChoose={(to) => void run(to)} />
    </section>
  );
}

interface ExceptionsProps {
  readonly assignment: FittedAssignment;
  readonly draft: SwapDraft;
  readonly onDraft: (draft: SwapDraft) => void;
}

/** What is seldom said, kept out of the way of the three actions: another model, a shelf without serial numbers. */
function Exceptions({ assignment, draft, onDraft }: ExceptionsProps) {
  const [open, setOpen] = useState(false);
  const toggle = () => {
    setOpen(!open);
    onDraft({ ...draft, newComponent: '', takenFrom: '', newAssetTag: '' });
  };
  return (
    <>
      <div className={formStyles.buttons}>
        <Button variant="default" aria-expanded={open} onClick={toggle}>
          {open ? 'The same component, with its serial number' : 'Another component, or from loose stock…'}
        </Button>
      </div>
      {open ? (
        <>
          <ReferencePicker
            label="New component"
            description={`Empty: the same, ${assignment.component}`}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            noun="component"
            id={draft.newComponent}
            names={{}}
            onId={(newComponent) => onDraft({ ...draft, newComponent })}
          />
          <ReferencePicker
            label="Taken from the loose stock of"
            description="Its count of units without a serial number goes down by one"
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            noun="spareShelf"
            id={draft.takenFrom}
            names={{}}
            onId={(takenFrom) => onDraft({ ...draft, takenFrom })}
          />
          <TextInput
            label="Asset tag of the new part"
            value={draft.newAssetTag}
            onChange={(event) => onDraft({ ...draft, newAssetTag: event.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  );
}
