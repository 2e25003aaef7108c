import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { buildSchema } from '../../../shared/domain/slot.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { CompletedText } from '../noun/CompletedText.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { BurstField } from '../part/BurstField.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import { IntakePreview } from './IntakePreview.tsx';
import { IntakeRacks } from './IntakeRacks.tsx';
import styles from './Stock.module.css';
import { EMPTY_INTAKE, nextPart, readIntake, type IntakeDraft, type IntakeReading } from './intake-draft.ts';
import { useSettled } from './use-settled.ts';

const PAUSE_MS = 250;

/** How many parts a new machine of the type holds. */
function useUnitsPerMachine(deviceType: string): number {
  const { data } = useQuery({
    ...api.deviceType.get.queryOptions({ input: { ref: deviceType === '' ? '-' : deviceType } }),
    enabled: deviceType !== '',
  });
  const build = buildSchema.safeParse(data?.record.build);
  return build.success ? build.data.reduce((sum, { quantity }) => sum + quantity, 0) : 0;
}

function useIntakePreview(reading: IntakeReading, settled: boolean) {
  const input = reading.ok ? reading.input : { deviceType: '-', namesPattern: '-' };
  const { data, error } = useQuery({
    ...api.intake.preview.queryOptions({ input }),
    enabled: reading.ok && settled,
    placeholderData: (before) => before,
    staleTime: 0,
  });
  return { preview: reading.ok && !error ? data : undefined, failure: reading.ok && error ? failureFrom(error) : null };
}

/** A delivery of many machines of one type: names from a pattern, serial numbers by scanning, one undo. */
export function IntakeView({ tabs }: { tabs: ReactNode }) {
  const [draft, setDraft] = useState(EMPTY_INTAKE);
  const settled = useSettled(draft, PAUSE_MS);
  const units = useUnitsPerMachine(draft.deviceType);
  const reading = readIntake(draft, units);
  const { preview, failure } = useIntakePreview(readIntake(settled, units), settled === draft);
  const register = useCommand(client.intake.apply, { failures: 'inline' });
  const machines = preview?.rows.length ?? 0;
  const ready = reading.ok && preview !== undefined && preview.refused === 0 && machines > 0;
  const submit = async () => {
    if (reading.ok && ready && (await register.run(reading.input))) setDraft(EMPTY_INTAKE);
  };
  // No form stands around the fields, so no scanner can submit it: keys and button do.
  useActions([
    { id: 'register', label: 'Register the delivery', group: 'Stock', keys: 'mod+enter', run: () => void submit() },
  ]);
  const refusal = register.failure?.message ?? failure?.message;
  return (
    <Page
      title="Stock"
      bar={tabs}
      actions={
        <>
          <Kbd keys="mod+enter" />
          <Button disabled={!ready} loading={register.pending} onClick={() => void submit()}>
            Register {counted(machines, 'machine', 'machines')}
          </Button>
        </>
      }
    >
      <div className={styles.intake}>
        <div className={styles.form}>
          {refusal ? <Refusal>{refusal}</Refusal> : null}
          <IntakeFields draft={draft} onDraft={setDraft} />
          <BurstField
            label="Serial numbers of the machines"
            lines={draft.serials}
            onLines={(serials) => setDraft({ ...draft, serials })}
          />
          {units > 0 ? (
            <BurstField
              label="Serial numbers of the parts"
              hint={partHint(draft, units)}
              lines={draft.partSerials}
              onLines={(partSerials) => setDraft({ ...draft, partSerials })}
            />
          ) : null}
          <IntakeRacks racks={draft.racks} onRacks={(racks) => setDraft({ ...draft, racks })} />
        </div>
        <IntakePreview preview={preview} missing={reading.ok ? null : reading.message} />
      </div>
    </Page>
  );
}

function partHint({ partSerials }: IntakeDraft, units: number): string {
  const next = nextPart(partSerials.length, units);
  return next ? `Next: machine ${next.machine}, part ${next.unit} of ${units}, in the order of the default build` : '';
}

function IntakeFields({ draft, onDraft }: { draft: IntakeDraft; onDraft: (draft: IntakeDraft) => void }) {
  const text = (key: 'namesPattern' | 'firstNumber' | 'count') => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <ReferencePicker
        label="Device type"
        withAsterisk
        noun="deviceType"
        id={draft.deviceType}
        names={{}}
        onId={(deviceType) => onDraft({ ...draft, deviceType })}
      />
      <TextInput
        label="Names"
        withAsterisk
        description="srv[001-040], or srv{n:3} counted from the first number"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...text('namesPattern')}
      />
      <div className={styles.pair}>
        <TextInput label="How many" placeholder="as many as scanned" inputMode="numeric" {...text('count')} />
        <TextInput label="First number" inputMode="numeric" {...text('firstNumber')} />
        <CompletedText
          label="Role"
          noun="compute"
          field="role"
          text={draft.role}
          onText={(role) => onDraft({ ...draft, role })}
        />
        <CompletedText
          label="Owner"
          noun="compute"
          field="owner"
          text={draft.owner}
          onText={(owner) => onDraft({ ...draft, owner })}
        />
      </div>
    </>
  );
}
