import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { parseCidr, bitsOf } from '../../../shared/domain/ip.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';
import { CompletedText } from '../noun/CompletedText.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import styles from './Network.module.css';

interface NextNetworkDialogProps {
  readonly prefix: { readonly id: string; readonly cidr: string; readonly vrfId: string | null };
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

/** Halves of halves: a /16 is mostly cut into /24s, a /32 of IPv6 into /48s. */
function usualLength(cidr: string): number {
  const network = parseCidr(cidr);
  if (!network) return 24;
  const step = network.version === 4 ? 8 : 16;
  return Math.min(bitsOf(network.version), network.length + step);
}

/** The lowest free network of a size inside a prefix, made a prefix of its own. */
export function NextNetworkDialog({ prefix, onClose, onMade }: NextNetworkDialogProps) {
  const [length, setLength] = useState(String(usualLength(prefix.cidr)));
  const [purpose, setPurpose] = useState('');
  const wanted = Number(length.replace('/', ''));
  const most = bitsOf(parseCidr(prefix.cidr)?.version ?? 4);
  const readable = Number.isInteger(wanted) && wanted >= 0 && wanted <= most;
  const { data, error } = useQuery({
    ...api.network.nextNetwork.queryOptions({ input: { prefix: prefix.id, length: readable ? wanted : most } }),
    enabled: readable,
  });
  const create = useCommand(client.prefix.create, { failures: 'inline' });
  const cidr = readable ? (data?.cidr ?? null) : null;
  const submit = async () => {
    if (cidr === null) return;
    const made = await create.run({
      record: { cidr, vrfId: prefix.vrfId, purpose: purpose.trim() === '' ? null : purpose },
    });
    if (made) onMade(made.id);
  };
  return (
    <Dialog title={`Next network in ${prefix.cidr}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          label="Length"
          data-autofocus
          inputMode="numeric"
          leftSection="/"
          value={length}
          error={readable ? null : `Length must be a whole number from 0 to ${most}.`}
          onChange={(event) => setLength(event.currentTarget.value)}
        />
        <p className={styles.note} role="status">
          {cidr === null ? (
            data && readable ? (
              `No network of /${wanted} is free in it.`
            ) : null
          ) : (
            <>
              The lowest free one: <strong className={styles.address}>{cidr}</strong>
            </>
          )}
        </p>
        <CompletedText label="Purpose" noun="prefix" field="purpose" text={purpose} onText={setPurpose} />
        {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
        {create.failure ? <Refusal>{create.failure.message}</Refusal> : null}
        <div className={styles.buttons}>
          <SubmitButtons disabled={cidr === null} pending={create.pending} onCancel={onClose}>
            Make it a prefix
          </SubmitButtons>
        </div>
      </form>
    </Dialog>
  );
}
