import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortRow } from '../../../shared/contract/port.ts';
import { PORT_KINDS } from '../../../shared/domain/port.ts';
import { fittingKinds } from '../../../shared/rules/port-pairs.ts';
import { api, client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { Refusal, Warning } from '../../ui/Notice.tsx';
import { portGroups, isFree } from './port-groups.ts';
import formStyles from '../../ui/Form.module.css';
import { CableFields } from './CableFields.tsx';
import { NO_CABLE, readCable } from './cable-draft.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

interface ConnectDialogProps {
  readonly holder: { readonly id: string; readonly name: string };
  readonly port: PortRow;
  readonly onClose: () => void;
}

function kindLabel(kind: string): string {
  return PORT_KINDS.find(({ value }) => value === kind)?.label ?? kind;
}

/** The free ports of the far device that a cable from this port can end on, by kind. */
function useFarPorts(port: PortRow, device: string) {
  const { data = [] } = useQuery({
    ...api.port.ofObject.queryOptions({ input: { ref: device } }),
    enabled: device !== '',
  });
  const kinds = fittingKinds(port.kind);
  const fitting = data.filter((far) => far.id !== port.id && kinds.includes(far.kind) && isFree(far));
  const groups = portGroups(fitting).map(({ label, rows }) => ({
    group: label,
    items: rows.map(({ id, name, type }) => ({ value: id, label: type ? `${name} (${type})` : name })),
  }));
  return { groups, total: data.length };
}

/** One cable from a port that is given to one that is chosen among those that fit. */
export function ConnectDialog({ holder, port, onClose }: ConnectDialogProps) {
  const [device, setDevice] = useState('');
  const [far, setFar] = useState('');
  const [draft, setDraft] = useState(NO_CABLE);
  const { groups, total } = useFarPorts(port, device);
  const ends = { a: { port: port.id }, b: { port: far } };
  const { data: preview } = useQuery({
    ...api.cable.previewConnect.queryOptions({ input: ends }),
    enabled: far !== '',
  });
  const connect = useCommand(client.cable.connect, { failures: 'inline' });
  const cable = readCable(draft);
  const ready = far !== '' && cable.ok && preview?.problem === null;
  const submit = async () => {
    if (ready && (await connect.run({ ...ends, ...cable.value }))) onClose();
  };
  return (
    <Dialog title={`Connect ${port.name} of ${holder.name}`} size="lg" onClose={onClose}>
      <form
        className={formStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={formStyles.note}>
          {kindLabel(port.kind)}
          {port.type ? `, ${port.type}` : ''}. It fits:{' '}
          {fittingKinds(port.kind).map(kindLabel).join(', ').toLowerCase()}.
        </p>
        <ReferencePicker
          label="Far device"
          withAsterisk
          noun="portHolder"
          id={device}
          names={{}}
          onId={(id) => {
            setDevice(id);
            setFar('');
          }}
        />
        <Select
          label="Far port"
          withAsterisk
          description={device === '' ? 'Free ports that fit, once the device is chosen' : undefined}
          disabled={device === ''}
          data={groups}
          value={far === '' ? null : far}
          onChange={(value) => setFar(value ?? '')}
          searchable
          nothingFoundMessage={total === 0 ? 'It has no ports yet; make them on its page' : 'No free port of it fits'}
          comboboxProps={{ transitionProps: { duration: 0 } }}
        />
        <CableFields draft={draft} onDraft={setDraft} lengthProblem={cable.ok ? null : cable.message} />
        {preview?.problem ? <Refusal>{preview.problem.message}</Refusal> : null}
        {preview?.warnings.map((warning) => (
          <Warning key={warning}>{warning}</Warning>
        ))}
        {connect.failure ? <Refusal>{connect.failure.message}</Refusal> : null}
        <div className={formStyles.buttons}>
          <SubmitButtons disabled={!ready} pending={connect.pending} onCancel={onClose}>
            Connect
          </SubmitButtons>
        </div>
      </form>
    </Dialog>
  );
}
