import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { FindingTable } from '../network/FindingTable.tsx';
import { dnsFindings } from '../network/finding-text.ts';
import styles from './Dns.module.css';

/** What contradicts itself in the zones: `?zone=` narrows it to one. */
export function ChecksView({ tabs }: { tabs: ReactNode }) {
  const zone = useLocation().query['zone'] ?? '';
  const zones = useQuery(api.dns.zones.queryOptions()).data ?? [];
  const { data, error } = useQuery(api.dns.check.queryOptions({ input: zone === '' ? {} : { zone } }));
  return (
    <Page title="Network" bar={tabs}>
      {error ? <EmptyState title="They cannot be shown">{failureFrom(error).message}</EmptyState> : null}
      <div className={styles.checks}>
        {zones.length > 0 ? (
          <NativeSelect
            className={styles.choice ?? ''}
            label="Zone"
            data={[{ value: '', label: 'All zones' }, ...zones.map(({ zone: name }) => ({ value: name, label: name }))]}
            value={zone}
            onChange={({ currentTarget: { value } }) =>
              updateQuery({ zone: value || undefined, kind: undefined }, { replace: true })
            }
          />
        ) : null}
        {data?.length === 0 ? (
          <EmptyState title="Nothing stands out">
            Every alias stands alone, every name leads somewhere, and every address leads back.
          </EmptyState>
        ) : null}
        {data && data.length > 0 ? <FindingTable findings={dnsFindings(data)} /> : null}
      </div>
    </Page>
  );
}
