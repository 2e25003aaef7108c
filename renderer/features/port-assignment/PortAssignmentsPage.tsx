import type { ReactNode } from 'react';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { MappingPanel } from './MappingPanel.tsx';

const MAPPINGS = nounScreen('portAssignment');

/** Every port that leads to a service, and where. */
export function PortAssignmentsPage({ tabs }: { tabs: ReactNode }) {
  const { query } = useLocation();
  return (
    <NounPage
      screen={MAPPINGS}
      title="Network"
      tabs={tabs}
      panel={query['new'] ? <MappingPanel onClose={() => updateQuery({ new: undefined })} /> : null}
      emptyHint={
        <>
          A port assignment leads a port of an address to a service, such as 203.0.113.45:8080/tcp → 80. Add one with{' '}
          <strong>New port assignment</strong>, or on the page of a compute.
        </>
      }
    />
  );
}
