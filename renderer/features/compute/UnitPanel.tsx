import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Unit } from '../../../shared/contract/component.ts';
import type { Destination } from '../../../shared/contract/part.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { objectHref } from '../../ui/location.ts';
import { choiceText } from '../noun/field-text.ts';
import { DestinationButtons } from '../part/DestinationButtons.tsx';
import styles from '../part/Part.module.css';
import { Refusal } from '../../ui/Notice.tsx';
import { SCANNED, useScanOrder } from '../part/use-scan-order.ts';
import type { PartSteps } from './part-steps.ts';
import type { FittedAssignment } from './slot-sections.ts';

interface UnitPanelProps {
  readonly computeId: string;
  readonly assignment: FittedAssignment;
  readonly unit: Unit;
  readonly index: number;
  readonly steps: PartSteps;
  readonly onEdit: () => void;
}

/** One fitted unit: what it is, swapping it, and moving it elsewhere. */
export function UnitPanel({ computeId, assignment, unit, index, steps, onEdit }: UnitPanelProps) {
  const { partId } = unit;
  const failed = useCommand(client.storage.markFailed);
  const isDisk = assignment.type === 'storage';
  // A failed unit becomes an assignment of its own, so this panel's place in the old one is no longer it.
  const mark = async () => {
    const disk = { assignment: assignment.id, unit: index };
    if (await failed.run({ compute: computeId, disk, failed: !assignment.failed })) steps.close();
  };
  return (
    <SidePanel title={unit.slot ?? assignment.component} onClose={steps.close}>
      <UnitFacts assignment={assignment} unit={unit} />
      <SwapForm computeId={computeId} assignment={assignment} unit={unit} onDone={steps.close} />
      {partId ? <MoveForm partId={partId} onDone={steps.close} /> : null}
      <section className={styles.block}>
        <h3>More</h3>
        <div className={styles.buttons}>
          {partId ? (
            <Button
              variant="default"
              onClick={() =>
                steps.show({ kind: 'timeline', partId, before: { kind: 'unit', assignmentId: assignment.id, index } })
              }
            >
              Timeline
            </Button>
          ) : null}
          <Button variant="default" onClick={() => steps.show({ kind: 'serials', assignmentId: assignment.id })}>
            Serial numbers…
          </Button>
          {isDisk ? (
            <Button variant="default" loading={failed.pending} onClick={() => void mark()}>
              {assignment.failed ? 'Mark as working' : 'Mark as failed'}
            </Button>
          ) : null}
          <Button variant="default" onClick={onEdit}>
            Edit…
          </Button>
        </div>
      </section>
    </SidePanel>
  );
}

function UnitFacts({ assignment, unit }: Pick<UnitPanelProps, 'assignment' | 'unit'>) {
  const raid = [choiceText('componentAssignment', 'raidLevel', assignment.raidLevel), assignment.raidGroup];
  return (
    <Facts
      label="Fitted part"
      facts={[
        [
          'Component',
          <a key="component" href={objectHref('component', assignment.componentId) ?? '#'}>
            {assignment.component}
          </a>,
        ],
        [
          'State',
          assignment.failed ? (
            <Badge key="state" tone="bad">
              Failed
            </Badge>
          ) : null,
        ],
        ['Serial number', unit.serial ?? 'not recorded'],
        ['Asset tag', unit.assetTag],
        ['RAID group', raid.filter(Boolean).join(', ')],
        ['Installed', assignment.installedAt],
        ['Warranty end', assignment.warrantyEnd],
        ['Notes', assignment.notes],
      ]}
    />
  );
}

type SwapFormProps = Pick<UnitPanelProps, 'computeId' | 'assignment' | 'unit'> & { readonly onDone: () => void };

/** The second and third action of a swap: scan the new serial number, say where the old part goes. */
function SwapForm({ computeId, assignment, unit, onDone }: SwapFormProps) {
  const form = useRef<HTMLElement>(null);
  const [newSerial, setNewSerial] = useState('');
  const [oldSerial, setOldSerial] = useState('');
  const swap = useCommand(client.part.swap, { failures: 'inline' });
  useScanOrder(form);
  const target = unit.partId ? { part: unit.partId } : unit.slot ? { slot: unit.slot } : { assignment: assignment.id };
  const run = async (oldGoesTo: Destination) => {
    const done = await swap.run({
      compute: computeId,
      ...target,
      oldGoesTo,
      ...(newSerial.trim() ? { newSerial: newSerial.trim() } : {}),
      ...(oldSerial.trim() ? { oldSerial: oldSerial.trim() } : {}),
    });
    if (done) onDone();
  };
  return (
    <section ref={form} className={styles.block} aria-label="Swap">
      <h3>Swap</h3>
      {swap.failure ? <Refusal>{swap.failure.message}</Refusal> : null}
      <TextInput
        label="Serial number of the new part"
        value={newSerial}
        onChange={(event) => setNewSerial(event.currentTarget.value)}
        {...SCANNED}
      />
      {unit.serial === null ? (
        <TextInput
          label="Serial number of the old part"
          description="Not on record; needed for RMA"
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={oldSerial}
          onChange={(event) => setOldSerial(event.currentTarget.value)}
          {...SCANNED}
        />
      ) : null}
      <p>The old part goes to</p>
      <DestinationButtons label="The old part goes to" pending={swap.pending} onChoose={(to) => void run(to)} />
    </section>
  );
}

/** Takes the unit out without a new one in its place. */
function MoveForm({ partId, onDone }: { partId: string; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const move = useCommand(client.part.move, { failures: 'inline' });
  const run = async (to: Destination) => {
    if (await move.run({ part: partId, to })) onDone();
  };
  return (
    <section className={styles.block} aria-label="Take out">
      <h3>Take out</h3>
      {move.failure ? <Refusal>{move.failure.message}</Refusal> : null}
      {open ? (
        <DestinationButtons label="The part goes to" pending={move.pending} onChoose={(to) => void run(to)} />
      ) : (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setOpen(true)}>
            Move it elsewhere…
          </Button>
        </div>
      )}
    </section>
  );
}
