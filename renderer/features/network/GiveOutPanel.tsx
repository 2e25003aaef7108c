import { Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { WriteReceipt } from '../../../shared/contract/noun.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';
import { CompletedText } from '../noun/CompletedText.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import { GiveChoice } from './GiveChoice.tsx';
import styles from './Network.module.css';
import { NOTHING_GIVEN, readGive, type GiveBy, type GiveDraft, type GiveReading, type Giving } from './give-draft.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface GiveOutProps extends Giving {
  /** The prefix that the page is about. */
  readonly prefix?: Named | undefined;
  /** The compute that the page is about. */
  readonly compute?: Named | undefined;
  /** What a compute without addresses is given becomes its primary address unless said otherwise. */
  readonly isPrimary?: boolean;
  readonly onClose: () => void;
}

const WAYS: readonly { readonly value: GiveBy; readonly label: string }[] = [
  { value: 'next', label: 'Next free' },
  { value: 'typed', label: 'An address' },
  { value: 'recorded', label: 'On record' },
];

function startOf({ prefix, address, recorded, compute, isPrimary = false }: GiveOutProps): GiveDraft {
  return {
    ...NOTHING_GIVEN,
    by: recorded ? 'recorded' : address ? 'typed' : 'next',
    prefix: prefix?.id ?? '',
    address: address ?? '',
    recorded: recorded?.id ?? '',
    compute: compute?.id ?? '',
    isPrimary,
  };
}

function give(reading: GiveReading): Promise<WriteReceipt> {
  if (!reading.ok) throw new Error('Nothing to give out was read.');
  return 'assign' in reading
    ? client.ipAssignment.create({ record: { ...reading.assign } })
    : client.network.allocate({ ...reading.allocate });
}

/** Gives an address to a compute, or reserves it: the next free of a prefix, one that is typed, or one on record. */
export function GiveOutPanel(props: GiveOutProps) {
  const { prefix, recorded, compute, onClose } = props;
  const [draft, setDraft] = useState(() => startOf(props));
  const change = (part: Partial<GiveDraft>) => setDraft((before) => ({ ...before, ...part }));
  const command = useCommand(give, { failures: 'inline' });
  const reading = readGive(draft);
  const reserves = draft.compute === '';
  const submit = async () => {
    if (reading.ok && (await command.run(reading))) onClose();
  };
  return (
    <PanelForm onSubmit={() => void submit()}>
      <SidePanel
        title={compute ? `An address for ${compute.name}` : `Give out ${recorded?.name ?? 'addresses'}`}
        onClose={onClose}
        footer={
          <SubmitButtons withKey disabled={!reading.ok} pending={command.pending} onCancel={onClose}>
            {reserves && draft.by !== 'recorded' ? 'Reserve' : 'Give'}
          </SubmitButtons>
        }
      >
        <div className={styles.form}>
          {command.failure ? <Refusal>{command.failure.message}</Refusal> : null}
          {recorded ? null : (
            <SegmentedControl
              aria-label="Which address"
              value={draft.by}
              onChange={(by) => change({ by })}
              data={prefix ? WAYS.filter(({ value }) => value !== 'recorded') : [...WAYS]}
            />
          )}
          <GiveChoice draft={draft} onChange={change} prefix={prefix} recorded={recorded} />
          {!reading.ok && reading.message !== null ? <Refusal>{reading.message}</Refusal> : null}
          <Receiver draft={draft} onChange={change} compute={compute} />
        </div>
      </SidePanel>
    </PanelForm>
  );
}

interface ReceiverProps {
  readonly draft: GiveDraft;
  readonly onChange: (part: Partial<GiveDraft>) => void;
  readonly compute: Named | undefined;
}

/** Which compute gets it, on which interface. */
function Receiver({ draft, onChange, compute }: ReceiverProps) {
  return (
    <>
      {compute ? null : (
        <ReferencePicker
          label="Compute"
          description={draft.by === 'recorded' ? undefined : 'Empty: reserved for later'}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          withAsterisk={draft.by === 'recorded'}
          noun="compute"
          id={draft.compute}
          names={{}}
          onId={(id) => onChange({ compute: id })}
        />
      )}
      {draft.compute === '' ? null : (
        <>
          <CompletedText
            label="Interface"
            description="For example eth0"
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            noun="ipAssignment"
            field="interfaceName"
            text={draft.interfaceName}
            onText={(interfaceName) => onChange({ interfaceName })}
          />
          <Checkbox
            label="Primary"
            description="Takes the place of the present primary address"
            checked={draft.isPrimary}
            onChange={(event) => onChange({ isPrimary: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}
