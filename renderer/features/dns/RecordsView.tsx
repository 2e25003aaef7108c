import type { ReactNode } from 'react';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { RecordPanel } from './RecordPanel.tsx';

const RECORDS = nounScreen('dnsRecord');

/** What the zones say, name by name. */
export function RecordsView({ tabs }: { tabs: ReactNode }) {
  const { query } = useLocation();
  return (
    <NounPage
      screen={RECORDS}
      title="Network"
      tabs={tabs}
      panel={
        query['new'] ? (
          <RecordPanel
            screen={RECORDS}
            onClose={() => updateQuery({ new: undefined })}
            onSaved={(id) => updateQuery({ new: undefined, open: id }, { replace: true })}
          />
        ) : null
      }
      emptyHint={
        <>
          Add one with <strong>New DNS record</strong>, or{' '}
          <a href={hrefOf(['network', 'dnsRecord', 'import'])}>import a zone file</a>.
        </>
      }
    />
  );
}
