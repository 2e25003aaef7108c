import type { ReactNode } from 'react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { hrefOf, updateQuery, useLocation } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { RecordChecks } from './RecordChecks.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { ValueEditor } from './ValueEditor.tsx';

const RECORDS = nounScreen('dnsRecord', { editors: { value: ValueEditor } });

function checks(detail: NounDetail): ReactNode {
  return <RecordChecks detail={detail} />;
}

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
      panelExtra={checks}
      emptyHint={
        <>
          Add one with <strong>New DNS record</strong>, or{' '}
          <a href={hrefOf(['network', 'dnsRecord', 'import'])}>import a zone file</a>.
        </>
      }
    />
  );
}
