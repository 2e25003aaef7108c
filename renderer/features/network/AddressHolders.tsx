import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../bridge/client.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Badge } from '../../ui/Badge.tsx';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { plainText } from '../../ui/plain-text.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './Network.module.css';
import { useTakeBack } from './use-take-back.ts';

/** Who has an address, and the way to give it to a compute or take it back. */
export function AddressHolders({ detail }: { detail: NounDetail }) {
  const { id } = detail.record;
  const state = plainText(detail.record['state']);
  const shared = detail.record['shared'] === true;
  const takeBack = useTakeBack();
  return (
    <section className={styles.holders} aria-label="Who has it">
      <Holders address={id} onTakeBack={takeBack.run} />
      {state === 'reserved' ? (
        <Button variant="default" loading={takeBack.pending} onClick={() => takeBack.run(id)}>
          Free it again
        </Button>
      ) : null}
      {state === 'assigned' && !shared ? null : <GiveTo address={id} />}
      <a href={hrefOf(['network', 'dnsRecord'], { q: `ipAddressId:"${detail.name}"` })}>DNS records that follow it</a>
    </section>
  );
}

interface HoldersProps {
  readonly address: string;
  readonly onTakeBack: (address: string, compute: string) => void;
}

function Holders({ address, onTakeBack }: HoldersProps) {
  const { data } = useQuery(api.network.holders.queryOptions({ input: { address } }));
  if (!data || data.length === 0) return null;
  return (
    <ul aria-label="Computes that have it">
      {data.map(({ computeId, compute, interfaceName, isPrimary }) => (
        <li key={computeId}>
          <span>
            <a href={objectHref('compute', computeId) ?? '#'}>{compute}</a>
            {interfaceName === null ? '' : ` on ${interfaceName}`}{' '}
            {isPrimary ? <Badge tone="info">primary</Badge> : null}
          </span>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`Take back from ${compute}`}
            onClick={() => onTakeBack(address, computeId)}
          >
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Asked for by a button: a picker would take the focus of the panel and open its list over the form. */
function GiveTo({ address }: { address: string }) {
  const [asked, setAsked] = useState(false);
  const [compute, setCompute] = useState('');
  const assign = useCommand(client.ipAssignment.create);
  const give = async () => {
    if (await assign.run({ record: { computeId: compute, ipAddressId: address } })) setAsked(false);
  };
  if (!asked)
    return (
      <Button
        variant="default"
        onClick={() => {
          setCompute('');
          setAsked(true);
        }}
      >
        Give it to a compute…
      </Button>
    );
  return (
    <div className={styles.giveTo}>
      <ReferencePicker
        aria-label="Compute that gets it"
        placeholder="Compute that gets it"
        noun="compute"
        id={compute}
        names={{}}
        onId={setCompute}
      />
      <Button variant="default" disabled={compute === ''} loading={assign.pending} onClick={() => void give()}>
        Give
      </Button>
    </div>
  );
}
