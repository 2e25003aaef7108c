import { useQuery } from '@tanstack/react-query';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { api } from '../../bridge/client.ts';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { hrefOf } from '../../ui/location.ts';
import { JournalSection } from '../journal/JournalSection.tsx';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { DriftPage } from './DriftPage.tsx';
import { PlacementEditor } from './PlacementEditor.tsx';
import { PortsEditor } from './PortsEditor.tsx';
import { ResourceSpecEditor } from './ResourceSpecEditor.tsx';
import { ServiceWhere } from './ServiceWhere.tsx';
import styles from './ServiceWhere.module.css';

export const SERVICE_EDITORS = {
  minSpec: ResourceSpecEditor,
  maxSpec: ResourceSpecEditor,
  ports: PortsEditor,
  placement: PlacementEditor,
};

const SERVICES = nounScreen('service', { editors: SERVICE_EDITORS });

/** Services, and those whose rules no longer hold. */
export function ServicesPage({ part }: { part?: string | undefined }) {
  const drifted = useQuery(api.service.drift.queryOptions()).data;
  const tabs = [
    { id: 'all', label: 'All services', href: hrefOf(['services']) },
    { id: 'drift', label: `Rules broken${drifted ? ` (${drifted.length})` : ''}`, href: hrefOf(['services', 'drift']) },
  ];
  const links = <LinkTabs label="Services" tabs={tabs} current={part === 'drift' ? 'drift' : 'all'} />;
  if (part === 'drift') return <DriftPage tabs={links} drifted={drifted} />;
  return (
    <NounPage
      screen={SERVICES}
      tabs={links}
      emptyHint={
        <>
          A service says how much it needs and where it may run. Make one with <strong>New service</strong>, then place
          it.
        </>
      }
      panelExtra={runningSection}
    />
  );
}

function runningSection(detail: NounDetail) {
  const { id } = detail.record;
  return (
    <div className={styles.extra}>
      <ServiceWhere serviceId={id} />
      <JournalSection noun="service" id={id} />
    </div>
  );
}
