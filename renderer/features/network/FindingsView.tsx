import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { FindingTable } from './FindingTable.tsx';
import styles from './Network.module.css';
import { addressFindings, dnsFindings, portFindings } from './finding-text.ts';

/** Everything that contradicts itself between addresses, prefixes, names and ports. */
export function FindingsView({ tabs }: { tabs: ReactNode }) {
  const network = useQuery(api.network.findings.queryOptions({ input: {} }));
  const dns = useQuery(api.dns.check.queryOptions({ input: {} }));
  const ports = useQuery(api.portAssignment.findings.queryOptions({ input: {} }));
  const error = network.error ?? dns.error ?? ports.error;
  const findings =
    network.data && dns.data && ports.data
      ? [...addressFindings(network.data), ...portFindings(ports.data), ...dnsFindings(dns.data)]
      : null;
  return (
    <Page title="Network" bar={tabs}>
      {error ? <EmptyState title="They cannot be shown">{failureFrom(error).message}</EmptyState> : null}
      {findings?.length === 0 ? (
        <EmptyState title="Nothing stands out">
          No overlap, no duplicate, no name that leads nowhere: what is recorded agrees with itself.
        </EmptyState>
      ) : null}
      {findings && findings.length > 0 ? (
        <div className={styles.content}>
          <FindingTable findings={findings} parts />
        </div>
      ) : null}
    </Page>
  );
}
