import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionHead } from '../../ui/SectionHead.tsx';
import { EffectiveRules } from './EffectiveRules.tsx';
import styles from './Firewall.module.css';
import { PacketQuestion } from './PacketQuestion.tsx';

/** What the firewall of a compute lets through. */
export function ComputeFirewall({ compute, onAssign }: { compute: string; onAssign: () => void }) {
  const { data: rules, error } = useQuery(api.firewall.effective.queryOptions({ input: { compute } }));
  return (
    <section className={styles.section} aria-label="Firewall">
      <SectionHead title="Firewall">
        <Button variant="default" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={onAssign}>
          Assign rules…
        </Button>
      </SectionHead>
      {error ? <p role="alert">{failureFrom(error).message}</p> : null}
      {rules?.length === 0 ? (
        <EmptyState title="No rule is assigned">Without one, nothing decides what may pass.</EmptyState>
      ) : null}
      {rules && rules.length > 0 ? (
        <>
          <EffectiveRules compute={compute} rules={rules} />
          <PacketQuestion compute={compute} />
        </>
      ) : null}
    </section>
  );
}
