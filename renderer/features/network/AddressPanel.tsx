import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { canonicalAddress } from '../../../shared/domain/ip.ts';
import { api } from '../../bridge/client.ts';
import { nounClient } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { NounForm } from '../noun/NounForm.tsx';
import { emptyDraft } from '../noun/form-values.ts';
import type { NounScreen } from '../noun/noun-screen.ts';
import { useCustomFields } from '../noun/use-custom-fields.ts';
import { useNounForm, type NounFormState } from '../noun/use-noun-form.ts';
import styles from './Network.module.css';
import { proposalText, proposedFields } from './proposal-text.ts';

interface AddressPanelProps {
  readonly screen: NounScreen;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

/** A new address: what it is and what its prefix says of it is proposed while it is typed. */
export function AddressPanel({ screen, onClose, onCreated }: AddressPanelProps) {
  const { definition, noun } = screen;
  const customFields = useCustomFields(noun);
  const form = useNounForm(definition, { version: 0, draft: emptyDraft(definition), tags: {}, custom: {} });
  const create = useCommand(nounClient(noun).create, { failures: 'inline' });
  const save = async () => {
    const record = form.read();
    if (!record) return;
    const made = await create.run({ record, ...form.changedExtras() });
    if (made) onCreated(made.id);
  };
  return (
    <PanelForm onSubmit={() => void save()}>
      <SidePanel
        title="New IP address"
        onClose={onClose}
        footer={
          <SubmitButtons withKey pending={create.pending} onCancel={onClose}>
            Create
          </SubmitButtons>
        }
      >
        <Proposal form={form} />
        <NounForm
          definition={definition}
          form={form}
          customFields={customFields}
          references={{}}
          failure={create.failure}
          editors={screen.editors}
        />
      </SidePanel>
    </PanelForm>
  );
}

function Proposal({ form }: { form: NounFormState }) {
  const address = useDeferredValue(canonicalAddress(plainText(form.draft['address'])));
  const vrf = plainText(form.draft['vrfId']);
  const { data } = useQuery({
    ...api.network.propose.queryOptions({ input: { address: address ?? '', vrf: vrf === '' ? null : vrf } }),
    enabled: address !== null,
  });
  if (!data || address === null) return null;
  const missing = Object.entries(proposedFields(data)).filter(([key]) => plainText(form.draft[key]) === '');
  return (
    <div className={styles.proposal} role="status">
      <p className={styles.note}>{proposalText(data)}</p>
      {data.cidr !== null && missing.length > 0 ? (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => missing.forEach(([key, value]) => form.setField(key, value))}
        >
          Fill in what {data.cidr} says
        </Button>
      ) : null}
    </div>
  );
}
