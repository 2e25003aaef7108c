import { NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { Badge } from '../../ui/Badge.tsx';
import { objectHref } from '../../ui/location.ts';
import { Refusal } from '../../ui/Notice.tsx';
import styles from './Firewall.module.css';
import { MISMATCH_TEXT, NO_PACKET, PACKET_PROTOCOLS, readPacket, type PacketDraft } from './packet-draft.ts';

/** Would this packet pass? The answer follows what is typed and names the rule that decides. */
export function PacketQuestion({ compute }: { compute: string }) {
  const [draft, setDraft] = useState(NO_PACKET);
  const reading = readPacket(useDeferredValue(draft));
  const answer = useQuery({
    ...api.firewall.packet.queryOptions({
      input: { compute, ...(reading.ok ? reading.packet : { protocol: 'tcp', source: '0.0.0.0' }) },
    }),
    enabled: reading.ok,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section className={styles.question} aria-label="Would this packet pass?">
      <h3>Would this packet pass?</h3>
      <PacketFields draft={draft} onDraft={setDraft} />
      {!reading.ok && reading.message !== null ? <Refusal>{reading.message}</Refusal> : null}
      {reading.ok && answer.error ? <Refusal>{failureFrom(answer.error).message}</Refusal> : null}
      {reading.ok && answer.data && !answer.error ? <Answer answer={answer.data} /> : null}
    </section>
  );
}

function PacketFields({ draft, onDraft }: { draft: PacketDraft; onDraft: (draft: PacketDraft) => void }) {
  const text = (key: 'source' | 'destination' | 'port') => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <div className={styles.packet}>
      <NativeSelect
        label="Protocol"
        data={[...PACKET_PROTOCOLS]}
        value={draft.protocol}
        onChange={({ currentTarget: { value } }) =>
          onDraft({ ...draft, protocol: PACKET_PROTOCOLS.find((known) => known.value === value)?.value ?? 'tcp' })
        }
      />
      <TextInput label="From" placeholder="an IP address" {...text('source')} />
      <TextInput label="To" placeholder="its primary address" {...text('destination')} />
      <TextInput label="Port" inputMode="numeric" disabled={draft.protocol === 'icmp'} {...text('port')} />
    </div>
  );
}

interface AnswerProps {
  readonly answer: {
    readonly action: 'ALLOW' | 'DENY' | null;
    readonly rule: { readonly id: string; readonly name: string; readonly priority: number } | null;
    readonly destination: string;
    readonly passed: readonly {
      readonly id: string;
      readonly name: string;
      readonly mismatch: keyof typeof MISMATCH_TEXT;
    }[];
  };
}

function Answer({ answer: { action, rule, destination, passed } }: AnswerProps) {
  return (
    <div role="status" className={styles.answer}>
      <p>
        {rule ? (
          <>
            <Badge tone={action === 'ALLOW' ? 'good' : 'bad'}>
              {action === 'ALLOW' ? 'It passes' : 'It is denied'}
            </Badge>{' '}
            Rule <a href={objectHref('firewallRule', rule.id) ?? '#'}>{rule.name}</a> (priority {rule.priority})
            decides.
          </>
        ) : (
          <Badge tone="neutral">No rule decides</Badge>
        )}{' '}
        <span className={styles.note}>To {destination}.</span>
      </p>
      {passed.length > 0 ? (
        <p className={styles.note}>
          Asked before: {passed.map(({ name, mismatch }) => `${name} (${MISMATCH_TEXT[mismatch]})`).join(', ')}.
        </p>
      ) : null}
    </div>
  );
}
