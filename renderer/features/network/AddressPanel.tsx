import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { canonicalAddress } from '../../../shared/domain/ip.ts';
import { api } from '../../bridge/client.ts';
import { plainText } from '../../ui/plain-text.ts';
import { CreatePanel } from '../noun/CreatePanel.tsx';
import type { NounScreen } from '../noun/noun-screen.ts';
import type { NounFormState } from '../noun/use-noun-form.ts';
import styles from './Network.module.css';
import { proposalText, proposedFields } from './proposal-text.ts';

interface AddressPanelProps {
  readonly screen: NounScreen;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

/** A new address: what it is and what its prefix says of it is proposed while it is typed. */
export function AddressPanel(props: AddressPanelProps) {
  return <CreatePanel {...props} renderExtra={(form) => <Proposal form={form} />} />;
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
