import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { failureFrom } from '../../bridge/failure.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, navigate, updateQuery, useLocation } from '../../ui/location.ts';
import { JournalTab } from '../journal/JournalTab.tsx';
import { JournalPanel } from '../journal/WritePanel.tsx';
import { ObjectHistory } from '../noun/ObjectHistory.tsx';
import { CloneDialog } from '../noun/CloneDialog.tsx';
import { EditPanel, useNounDetail } from '../noun/EditPanel.tsx';
import { RemoveDialog } from '../noun/RemoveDialog.tsx';
import { ReportLink } from '../noun/ReportLink.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { PortsTab } from '../port/PortsTab.tsx';
import { ComponentsTab, useSlotMap } from './ComponentsTab.tsx';
import { ComputeHead } from './ComputeHead.tsx';
import { OwnedRows, useOwnedRows, type OwnedRowsState } from '../noun/OwnedRows.tsx';
import { NetworkPanels } from './NetworkPanels.tsx';
import { NetworkTab } from './NetworkTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { PartPanels } from './PartPanels.tsx';
import { ServicesTab } from './ServicesTab.tsx';
import { StorageTab } from './storage/StorageTab.tsx';
import { useNetworkSteps } from './network-steps.ts';
import { usePartSteps, type PartSteps } from './part-steps.ts';

const COMPUTE = nounScreen('compute');

/** The rows that a tab owns and edits in the panel. */
const FITTED = nounScreen('componentAssignment');
const OWNED = { components: FITTED, storage: FITTED, services: nounScreen('assignment') } as const;
const PORT = nounScreen('port');

const TABS = {
  overview: 'Overview',
  components: 'Components',
  storage: 'Storage',
  ports: 'Ports',
  services: 'Services',
  network: 'Network',
  journal: 'Journal',
  history: 'History',
} as const;

type Tab = keyof typeof TABS;

/** One compute: every status axis in its head, then what it can carry, what is inside, what runs, what changed. */
export function ComputePage({ id, tab }: { id: string; tab: string | undefined }) {
  const { data, error } = useNounDetail('compute', id);
  if (data) return <LoadedCompute detail={data} tab={tab !== undefined && tab in TABS ? (tab as Tab) : 'overview'} />;
  if (!error) return null;
  return <EmptyState title="This compute cannot be shown">{failureFrom(error).message}</EmptyState>;
}

function LoadedCompute({ detail, tab }: { detail: NounDetail; tab: Tab }) {
  const { id } = detail.record;
  const { query } = useLocation();
  const rows = useOwnedRows();
  const steps = usePartSteps();
  const network = useNetworkSteps();
  const [cloning, setCloning] = useState<NounDetail | null>(null);
  const remove = () => updateQuery({ remove: '1' });
  const edit = () => updateQuery({ edit: '1' });
  const reportHref = hrefOf(['report', 'compute'], { of: id });
  useActions([
    { id: 'report', label: `Report on ${detail.name}`, group: 'Compute', run: () => navigate(reportHref) },
    { id: 'edit', label: `Edit ${detail.name}`, group: 'Compute', keys: 'e', run: edit },
    { id: 'remove', label: `Delete ${detail.name}`, group: 'Compute', keys: 'delete', run: remove },
    { id: 'clone', label: `Clone ${detail.name}`, group: 'Compute', run: () => setCloning(detail) },
  ]);
  const tabs = Object.entries(TABS).map(([key, label]) => ({ id: key, label, href: hrefOf(['compute', id, key]) }));
  return (
    <Page
      title={detail.name}
      actions={
        <>
          <ReportLink href={reportHref} />
          <Button variant="default" leftSection={<IconPencil size="1rem" aria-hidden />} onClick={edit}>
            Edit
          </Button>
          <Button variant="default" leftSection={<IconTrash size="1rem" aria-hidden />} onClick={remove}>
            Delete…
          </Button>
        </>
      }
      bar={
        <>
          <ComputeHead detail={detail} />
          <LinkTabs label="Parts of the compute" tabs={tabs} current={tab} />
        </>
      }
      panel={
        query['edit'] ? (
          <EditPanel
            screen={COMPUTE}
            id={id}
            onClose={() => updateQuery({ edit: undefined })}
            onClone={setCloning}
            onRemove={remove}
          />
        ) : rows.step === null && (tab === 'components' || tab === 'storage') ? (
          <Parts detail={detail} rows={rows} steps={steps} />
        ) : tab === 'ports' ? (
          <OwnedRows screen={PORT} owner={{ objectId: id }} rows={rows} />
        ) : tab === 'network' ? (
          <NetworkPanels compute={{ id, name: detail.name }} steps={network} />
        ) : tab === 'journal' ? (
          <JournalPanel subject={{ id, name: detail.name }} />
        ) : tab !== 'overview' && tab !== 'history' ? (
          <OwnedRows screen={OWNED[tab]} owner={{ computeId: id }} rows={rows} />
        ) : null
      }
    >
      {tab === 'overview' ? <OverviewTab detail={detail} /> : null}
      {tab === 'components' ? <ComponentsTab computeId={id} name={detail.name} rows={rows} steps={steps} /> : null}
      {tab === 'storage' ? <StorageTab computeId={id} steps={steps} /> : null}
      {tab === 'ports' ? <PortsTab holder={{ id, name: detail.name }} rows={rows} /> : null}
      {tab === 'services' ? <ServicesTab computeId={id} rows={rows} /> : null}
      {tab === 'network' ? <NetworkTab compute={{ id, name: detail.name }} steps={network} /> : null}
      {tab === 'journal' ? <JournalTab subject={{ id, name: detail.name }} /> : null}
      {tab === 'history' ? <ObjectHistory id={id} noun="compute" /> : null}
      {cloning ? <CloneDialog screen={COMPUTE} detail={cloning} onClose={() => setCloning(null)} /> : null}
      {query['remove'] ? (
        <RemoveDialog
          screen={COMPUTE}
          refs={[id]}
          what={detail.name}
          onClose={() => updateQuery({ remove: undefined })}
          onRemoved={() => navigate(hrefOf(['fleet', 'compute']), { replace: true })}
        />
      ) : null}
    </Page>
  );
}

interface PartsProps {
  readonly detail: NounDetail;
  readonly rows: OwnedRowsState;
  readonly steps: PartSteps;
}

function Parts({ detail, rows, steps }: PartsProps) {
  const view = useSlotMap(detail.record.id);
  return <PartPanels computeId={detail.record.id} name={detail.name} view={view} steps={steps} onEdit={rows.edit} />;
}
