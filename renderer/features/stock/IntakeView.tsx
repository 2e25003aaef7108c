import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { buildSchema } from '../../../shared/domain/slot.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { Refusal } from '../../ui/Notice.tsx';
import { IntakeFields } from './IntakeFields.tsx';
import { IntakePreview } from './IntakePreview.tsx';
import { IntakeRacks } from './IntakeRacks.tsx';
import { IntakeScans } from './IntakeScans.tsx';
import styles from './Stock.module.css';
import { EMPTY_INTAKE, readIntake, type BuildUnits, type IntakeReading } from './intake-draft.ts';
import { useSettled } from './use-settled.ts';

const PAUSE_MS = 250;

/** What a new machine of the type holds. */
function useBuild(deviceType: string): readonly BuildUnits[] {
  const { data } = useQuery({
    ...api.deviceType.get.queryOptions({ input: { ref: deviceType === '' ? '-' : deviceType } }),
    enabled: deviceType !== '',
  });
  const build = buildSchema.safeParse(data?.record.build);
  const lines = build.success ? build.data : [];
  const components = useQueries({
    queries: lines.map(({ componentId }) => api.component.get.queryOptions({ input: { ref: componentId } })),
  });
  return lines.map(({ quantity }, line) => ({ component: components[line]?.data?.name ?? 'parts', quantity }));
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
  const build = useBuild(draft.deviceType);
  const reading = readIntake(draft, build);
  const { preview, failure } = useIntakePreview(readIntake(settled, build), settled === draft);
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
          <IntakeScans draft={draft} build={build} onDraft={setDraft} />
          <IntakeRacks racks={draft.racks} onRacks={(racks) => setDraft({ ...draft, racks })} />
        </div>
        <IntakePreview preview={preview} missing={reading.ok ? null : reading.message} />
      </div>
    </Page>
  );
}
