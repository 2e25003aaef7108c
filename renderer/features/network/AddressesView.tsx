import type { ReactNode } from 'react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { AddressHolders } from './AddressHolders.tsx';
import { AddressPanel } from './AddressPanel.tsx';

const ADDRESSES = nounScreen('ipAddress');

/** Every address on record, who has it, and the work of giving it out. */
export function AddressesView({ tabs }: { tabs: ReactNode }) {
  const { query } = useLocation();
  return (
    <NounPage
      screen={ADDRESSES}
      title="Network"
      tabs={tabs}
      panel={
        query['new'] ? (
          <AddressPanel
            screen={ADDRESSES}
            onClose={() => updateQuery({ new: undefined })}
            onCreated={(id) => updateQuery({ new: undefined, open: id }, { replace: true })}
          />
        ) : null
      }
      panelExtra={holders}
      emptyHint={
        <>
          Record one with <strong>New IP address</strong>, or give out the next free one of a prefix on the prefix's
          page or on the page of a compute.
        </>
      }
    />
  );
}

function holders(detail: NounDetail): ReactNode {
  return <AddressHolders detail={detail} />;
}
