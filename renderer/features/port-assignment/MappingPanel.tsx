import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../bridge/client.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { Refusal, Warning } from '../../ui/Notice.tsx';
import { MappingFields } from './MappingFields.tsx';
import styles from './Ports.module.css';
import { ProposedPorts } from './ProposedPorts.tsx';
import { TakeOverDialog } from './TakeOverDialog.tsx';
import { NO_MAPPING, readMapping, type MappingDraft } from './mapping-draft.ts';
import { useTakePort } from './use-take-port.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface MappingPanelProps {
  /** The compute that the page is about. */
  readonly compute?: Named | undefined;
  readonly onClose: () => void;
}

/** Leads a port of an address to a service on a compute: one that it declares, or any other. */
export function MappingPanel({ compute: fixed, onClose }: MappingPanelProps) {
  const [compute, setCompute] = useState(fixed?.id ?? '');
  const [chosen, setChosen] = useState('');
  const [typed, setDraft] = useState(NO_MAPPING);
  const { running, primary } = useCompute(compute);
  const assignment = running.some(({ id }) => id === chosen) ? chosen : (running[0]?.id ?? '');
  const draft = typed.address === '' ? { ...typed, address: primary?.ipAddressId ?? '' } : typed;
  const reading = readMapping(draft);
  const take = useTakePort(onClose);
  const present = usePresentMapping(compute, assignment, draft);
  const ready = reading.ok && assignment !== '';
  const submit = () => (ready ? void take.take({ assignment, ...reading.mapping }) : undefined);
  return (
    <PanelForm onSubmit={submit}>
      <SidePanel
        title={fixed ? `A port for ${fixed.name}` : 'New port assignment'}
        onClose={onClose}
        footer={
          <SubmitButtons withKey disabled={!ready} pending={take.pending} onCancel={onClose}>
            {present ? 'Change it' : 'Lead it there'}
          </SubmitButtons>
        }
      >
        <div className={styles.form}>
          {take.failure ? <Refusal>{take.failure.message}</Refusal> : null}
          {fixed ? null : (
            <ReferencePicker label="Compute" withAsterisk noun="compute" id={compute} names={{}} onId={setCompute} />
          )}
          {compute === '' ? null : (
            <NativeSelect
              label="Service"
              withAsterisk
              disabled={running.length === 0}
              description={running.length === 0 ? 'No service runs on it yet; place one first.' : undefined}
              data={running.map(({ id, service }) => ({ value: id, label: service }))}
              value={assignment}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
          {assignment === '' ? null : <ProposedPorts key={assignment} assignments={[{ id: assignment }]} />}
          <MappingFields
            draft={draft}
            onDraft={setDraft}
            names={primary ? { [primary.ipAddressId]: primary.address } : {}}
          />
          <div role="status">
            {present ? <Warning>{present.text} is there already; this changes where it leads.</Warning> : null}
          </div>
          {!reading.ok && reading.message !== null ? <Refusal>{reading.message}</Refusal> : null}
        </div>
      </SidePanel>
      {take.question ? (
        <TakeOverDialog
          message={take.question.message}
          pending={take.pending}
          onTakeOver={() => void take.question?.takeOver()}
          onClose={take.question.leave}
        />
      ) : null}
    </PanelForm>
  );
}

/** What runs on a compute and its first address. */
function useCompute(compute: string) {
  const enabled = compute !== '';
  const running = useQuery({ ...api.compute.services.queryOptions({ input: { ref: compute } }), enabled }).data ?? [];
  const [primary] = useQuery({ ...api.network.ofCompute.queryOptions({ input: { compute } }), enabled }).data ?? [];
  return { running, primary };
}

/** The mapping of the same assignment on the port that is typed: leading it there again changes it. */
function usePresentMapping(compute: string, assignment: string, draft: MappingDraft) {
  const mappings = useQuery({
    ...api.portAssignment.ofCompute.queryOptions({ input: { compute } }),
    enabled: compute !== '',
  }).data;
  return mappings?.find(
    (mapping) =>
      mapping.assignmentId === assignment &&
      mapping.ipAddressId === draft.address &&
      String(mapping.port) === draft.port.trim() &&
      mapping.protocol === draft.protocol,
  );
}
