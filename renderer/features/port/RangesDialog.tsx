import { NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { PortRow } from '../../../shared/contract/port.ts';
import { PORT_KINDS } from '../../../shared/domain/port.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { counted } from '../../ui/format.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import { isFree } from './port-groups.ts';
import formStyles from '../../ui/Form.module.css';
import styles from './Cable.module.css';
import { CableFields } from './CableFields.tsx';
import { NO_CABLE, readCable } from './cable-draft.ts';
import { RangesPreview } from './RangesPreview.tsx';
import { EMPTY_RANGES, rangesInput, type RangesDraft } from './ranges-draft.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

interface RangesDialogProps {
  readonly holder: { readonly id: string; readonly name: string };
  readonly ports: readonly PortRow[];
  readonly onClose: () => void;
}

const KINDS = [{ value: '', label: 'Any kind' }, ...PORT_KINDS.map(({ value, label }) => ({ value, label }))];

function usePreview(holderId: string, draft: RangesDraft) {
  const input = rangesInput(holderId, useDeferredValue(draft));
  const { data, error } = useQuery({
    ...api.cable.previewRanges.queryOptions({
      input: input ?? { a: { device: '-', ports: '-' }, b: { device: '-', ports: '-' } },
    }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  });
  return { preview: input && !error ? data : undefined, failure: input && error ? failureFrom(error) : null };
}

/** Joins a range of ports to a range of another device, pair by pair, after showing every pair. */
export function RangesDialog({ holder, ports, onClose }: RangesDialogProps) {
  const firstFree = ports.find(isFree)?.name ?? '';
  const [draft, setDraft] = useState(EMPTY_RANGES);
  const [cableDraft, setCableDraft] = useState(NO_CABLE);
  const { preview, failure } = usePreview(holder.id, draft);
  const connect = useCommand(client.cable.connectRanges, { failures: 'inline' });
  const cable = readCable(cableDraft);
  const fitting = preview?.fitting ?? 0;
  const submit = async () => {
    const input = rangesInput(holder.id, draft);
    if (!input || !cable.ok || fitting === 0) return;
    if (await connect.run({ ...input, ...cable.value, accept: 'good' })) onClose();
  };
  return (
    <Dialog title={`Connect many ports of ${holder.name}`} size="xl" onClose={onClose}>
      <form
        className={formStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ReferencePicker
          label="Far device"
          withAsterisk
          noun="portHolder"
          id={draft.device}
          names={{}}
          onId={(device) => setDraft({ ...draft, device })}
        />
        <div className={styles.pair}>
          <PortsField
            label={`Ports of ${holder.name}`}
            example={firstFree}
            field="own"
            draft={draft}
            onDraft={setDraft}
          />
          <PortsField label="Far ports" example="Ethernet[1-24]" field="far" draft={draft} onDraft={setDraft} />
        </div>
        <CableFields draft={cableDraft} onDraft={setCableDraft} lengthProblem={cable.ok ? null : cable.message} />
        {failure ? <Refusal>{failure.message}</Refusal> : null}
        {connect.failure ? <Refusal>{connect.failure.message}</Refusal> : null}
        {preview ? <RangesPreview preview={preview} /> : null}
        <div className={formStyles.buttons}>
          <SubmitButtons disabled={fitting === 0 || !cable.ok} pending={connect.pending} onCancel={onClose}>
            Connect {counted(fitting, 'pair', 'pairs')}
          </SubmitButtons>
        </div>
      </form>
    </Dialog>
  );
}

interface PortsFieldProps {
  readonly label: string;
  readonly example: string;
  readonly field: 'own' | 'far';
  readonly draft: RangesDraft;
  readonly onDraft: (draft: RangesDraft) => void;
}

function PortsField({ label, example, field, draft, onDraft }: PortsFieldProps) {
  const kind = `${field}Kind` as const;
  return (
    <div className={styles.stack}>
      <TextInput
        label={label}
        withAsterisk
        placeholder={example}
        description="eth[0-3], [1-12], or names with commas"
        value={draft[field]}
        onChange={(event) => onDraft({ ...draft, [field]: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={`Kind of ${label.toLowerCase()}`}
        data={KINDS}
        value={draft[kind]}
        onChange={(event) => onDraft({ ...draft, [kind]: event.currentTarget.value })}
      />
    </div>
  );
}
