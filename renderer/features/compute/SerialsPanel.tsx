import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { counted } from '../../ui/format.ts';
import { beep } from '../part/beep.ts';
import formStyles from '../../ui/Form.module.css';
import styles from '../part/Part.module.css';
import { Refusal } from '../../ui/Notice.tsx';
import { repeatedLines } from '../part/serial-scan.ts';
import { SCANNED, useScanOrder } from '../part/use-scan-order.ts';
import type { PartSteps } from './part-steps.ts';
import type { FittedAssignment } from './slot-sections.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

/** Serial number and asset tag of every unit of an assignment, filled by scanning down the list. */
export function SerialsPanel({ assignment, steps }: { assignment: FittedAssignment; steps: PartSteps }) {
  const [serials, setSerials] = useState(() => assignment.units.map(({ serial }) => serial ?? ''));
  const [tags, setTags] = useState(() => assignment.units.map(({ assetTag }) => assetTag ?? ''));
  const list = useRef<HTMLDivElement>(null);
  const save = useCommand(client.componentAssignment.setSerials, { failures: 'inline' });
  const repeated = repeatedLines(serials);
  useScanOrder(list, (field) => {
    const index = Number(field.dataset['line']);
    if (repeatedLines(serials.with(index, field.value)).has(index)) beep();
  });
  const submit = async () => {
    const units = assignment.units.map((unit, index) => ({
      partId: unit.partId,
      slot: unit.slot,
      serial: serials[index]?.trim() || null,
      assetTag: tags[index]?.trim() || null,
    }));
    if (await save.run({ ref: assignment.id, units })) steps.close();
  };
  return (
    <PanelForm onSubmit={() => void submit()}>
      <SidePanel
        title={`Serial numbers: ${assignment.component}`}
        onClose={steps.close}
        footer={
          <>
            <SubmitButtons pending={save.pending} onCancel={steps.close}>
              Save {counted(assignment.units.length, 'unit', 'units')}
            </SubmitButtons>
          </>
        }
      >
        {save.failure ? <Refusal>{save.failure.message}</Refusal> : null}
        <div ref={list} className={styles.serials}>
          {assignment.units.map((unit, index) => {
            const place = unit.slot ?? `unit ${index + 1}`;
            return (
              <div key={place} className={formStyles.pair}>
                <TextInput
                  label={`Serial number, ${place}`}
                  value={serials[index] ?? ''}
                  error={repeated.has(index) ? 'Scanned twice.' : null}
                  onChange={(event) => setSerials(serials.with(index, event.currentTarget.value))}
                  data-line={index}
                  {...SCANNED}
                />
                <TextInput
                  label={`Asset tag, ${place}`}
                  value={tags[index] ?? ''}
                  onChange={(event) => setTags(tags.with(index, event.currentTarget.value))}
                />
              </div>
            );
          })}
        </div>
      </SidePanel>
    </PanelForm>
  );
}
