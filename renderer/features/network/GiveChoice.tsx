import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { canonicalAddress } from '../../../shared/domain/ip.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './Network.module.css';
import { GIVEN_AT_MOST, type GiveDraft } from './give-draft.ts';
import { proposalText } from './proposal-text.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface GiveChoiceProps {
  readonly draft: GiveDraft;
  readonly onChange: (part: Partial<GiveDraft>) => void;
  readonly prefix: Named | undefined;
  readonly recorded: Named | undefined;
}

/** More are given out, not listed. */
const LISTED = 8;

/** Which address it will be, said before it is given out. */
export function GiveChoice({ draft, onChange, prefix, recorded }: GiveChoiceProps) {
  if (draft.by === 'recorded')
    return recorded ? null : (
      <ReferencePicker
        label="Address on record"
        withAsterisk
        description="One that is free or reserved, or a shared one"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        noun="ipAddress"
        id={draft.recorded}
        names={{}}
        onId={(id) => onChange({ recorded: id })}
      />
    );
  if (draft.by === 'typed')
    return (
      <>
        <TextInput
          label="Address"
          withAsterisk
          value={draft.address}
          onChange={(event) => onChange({ address: event.currentTarget.value })}
        />
        <Proposal address={draft.address} />
      </>
    );
  return (
    <>
      {prefix ? null : (
        <ReferencePicker
          label="Prefix"
          withAsterisk
          noun="prefix"
          id={draft.prefix}
          names={{}}
          onId={(id) => onChange({ prefix: id })}
        />
      )}
      <TextInput
        label="How many"
        inputMode="numeric"
        value={draft.count}
        onChange={(event) => onChange({ count: event.currentTarget.value })}
      />
      <NextFree prefix={draft.prefix} count={Number(draft.count)} />
    </>
  );
}

function NextFree({ prefix, count }: { prefix: string; count: number }) {
  const readable = Number.isInteger(count) && count > 0 && count <= GIVEN_AT_MOST;
  const { data, error } = useQuery({
    ...api.network.nextFree.queryOptions({ input: { prefix, count: readable ? count : 1 } }),
    enabled: prefix !== '' && readable,
    placeholderData: keepPreviousData,
  });
  if (error) return <p role="alert">{failureFrom(error).message}</p>;
  if (!data || prefix === '' || !readable) return null;
  const { addresses } = data;
  if (addresses.length < count)
    return (
      <p className={styles.note} role="status">
        {addresses.length === 0 ? 'The prefix is full.' : `Only ${addresses.length} are left.`}
      </p>
    );
  const more = addresses.length > LISTED ? ` and ${addresses.length - LISTED} more` : '';
  return (
    <p className={styles.note} role="status">
      Next free: <strong className={styles.address}>{addresses.slice(0, LISTED).join(', ')}</strong>
      {more}
    </p>
  );
}

function Proposal({ address }: { address: string }) {
  const wanted = useDeferredValue(canonicalAddress(address));
  const { data } = useQuery({
    ...api.network.propose.queryOptions({ input: { address: wanted ?? '' } }),
    enabled: wanted !== null,
  });
  if (!data || wanted === null) return null;
  return (
    <p className={styles.note} role="status">
      {proposalText(data)}
    </p>
  );
}
