import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../bridge/client.ts';
import { Page } from '../../ui/Page.tsx';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { FindingsTable } from './FindingsTable.tsx';
import styles from './Power.module.css';
import { RackChain } from './RackChain.tsx';

/** What hangs on which feed, rack by rack, and what would go dark: `?rack=` narrows it to one. */
export function PowerPage({ tabs }: { tabs: ReactNode }) {
  const rack = useLocation().query['rack'] ?? '';
  const findings = useQuery(api.power.findings.queryOptions({ input: rack === '' ? {} : { rack } })).data;
  const chain = useQuery({ ...api.power.chain.queryOptions({ input: { rack } }), enabled: rack !== '' });
  const names = chain.data ? { [chain.data.rackId]: chain.data.rack } : {};
  return (
    <Page title="Racks" bar={tabs}>
      <div className={styles.view}>
        <div className={styles.choices}>
          <ReferencePicker
            label="Rack"
            placeholder="Every rack"
            noun="rack"
            id={rack}
            names={names}
            onId={(id) => updateQuery({ rack: id === '' ? undefined : id, kind: undefined }, { replace: true })}
          />
          {rack === '' ? null : (
            <Button component="a" variant="default" href={hrefOf(['rack', rack])}>
              Open the rack
            </Button>
          )}
        </div>
        {rack === '' ? null : <RackChain chain={chain.data} error={chain.error} />}
        {findings ? <FindingsTable findings={findings} ofOneRack={rack !== ''} /> : null}
      </div>
    </Page>
  );
}
