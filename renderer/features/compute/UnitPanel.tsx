import { Button } from '@mantine/core';
import { useState } from 'react';
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
import formStyles from '../../ui/Form.module.css';
import styles from '../part/Part.module.css';
import { Refusal } from '../../ui/Notice.tsx';
import { SwapForm } from './SwapForm.tsx';
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
        <div className={formStyles.buttons}>
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
        <div className={formStyles.buttons}>
          <Button variant="default" onClick={() => setOpen(true)}>
            Move it elsewhere…
          </Button>
        </div>
      )}
    </section>
  );
}
