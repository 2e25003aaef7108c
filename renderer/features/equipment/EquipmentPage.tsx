import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EQUIPMENT_STATES, EQUIPMENT_TYPES } from '../../../shared/domain/equipment.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, navigate, updateQuery, useLocation } from '../../ui/location.ts';
import { JournalTab } from '../journal/JournalTab.tsx';
import { JournalPanel } from '../journal/WritePanel.tsx';
import { OwnedRows, useOwnedRows } from '../noun/OwnedRows.tsx';
import { CloneDialog } from '../noun/CloneDialog.tsx';
import { EditPanel, useNounDetail } from '../noun/EditPanel.tsx';
import { MachineHead } from '../noun/MachineHead.tsx';
import { ObjectHistory } from '../noun/ObjectHistory.tsx';
import { RemoveDialog } from '../noun/RemoveDialog.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { PortsTab } from '../port/PortsTab.tsx';
import { BaysTab } from './BaysTab.tsx';
import { EquipmentOverview } from './EquipmentOverview.tsx';

const EQUIPMENT = nounScreen('equipment');
const PORT = nounScreen('port');

const TABS = { overview: 'Overview', ports: 'Ports', bays: 'Bays', journal: 'Journal', history: 'History' } as const;

type Tab = keyof typeof TABS;

/** One piece of equipment: what it is and where, its ports and cables, what stands in its bays, what changed. */
export function EquipmentPage({ id, tab }: { id: string; tab: string | undefined }) {
  const { data, error } = useNounDetail('equipment', id);
  if (data) return <LoadedEquipment detail={data} tab={tab !== undefined && tab in TABS ? (tab as Tab) : 'overview'} />;
  if (!error) return null;
  return <EmptyState title="This equipment cannot be shown">{failureFrom(error).message}</EmptyState>;
}

/** Its name; without one its type and place, as drawings and lists call it: `Cable manager @ A01 U44`. */
function useEquipmentName({ name, record }: NounDetail): string {
  const unnamed = record['name'] === null;
  const place = useQuery({ ...api.compute.place.queryOptions({ input: { ref: record.id } }), enabled: unnamed }).data;
  if (!unnamed) return name;
  const type = EQUIPMENT_TYPES.find(({ value }) => value === record['type'])?.label ?? name;
  const rack = place?.path.findLast(({ noun }) => noun === 'rack');
  return rack ? `${type} @ ${[rack.name, place?.unit].filter(Boolean).join(' ')}` : type;
}

function LoadedEquipment({ detail, tab }: { detail: NounDetail; tab: Tab }) {
  const { id } = detail.record;
  const name = useEquipmentName(detail);
  const { query } = useLocation();
  const rows = useOwnedRows();
  const [cloning, setCloning] = useState<NounDetail | null>(null);
  const edit = () => updateQuery({ edit: '1' });
  const remove = () => updateQuery({ remove: '1' });
  useActions([
    { id: 'edit', label: `Edit ${name}`, group: 'Equipment', keys: 'e', run: edit },
    { id: 'remove', label: `Delete ${name}`, group: 'Equipment', keys: 'delete', run: remove },
    { id: 'clone', label: `Clone ${name}`, group: 'Equipment', run: () => setCloning(detail) },
  ]);
  const shown = Object.entries(TABS).filter(
    ([key]) => key !== 'bays' || detail.record['type'] === 'chassis' || tab === key,
  );
  const tabs = shown.map(([key, label]) => ({ id: key, label, href: hrefOf(['equipment', id, key]) }));
  const panel = query['edit'] ? (
    <EditPanel
      screen={EQUIPMENT}
      id={id}
      onClose={() => updateQuery({ edit: undefined })}
      onClone={setCloning}
      onRemove={remove}
    />
  ) : tab === 'journal' ? (
    <JournalPanel subject={{ id, name }} />
  ) : tab === 'ports' ? (
    <OwnedRows screen={PORT} owner={{ objectId: id }} rows={rows} />
  ) : null;
  return (
    <Page
      title={name}
      actions={<Tools onEdit={edit} onRemove={remove} />}
      bar={
        <>
          <MachineHead detail={detail} states={EQUIPMENT_STATES} types={EQUIPMENT_TYPES} />
          <LinkTabs label="Parts of the equipment" tabs={tabs} current={tab} />
        </>
      }
      panel={panel}
    >
      {tab === 'overview' ? <EquipmentOverview detail={detail} /> : null}
      {tab === 'ports' ? <PortsTab holder={{ id, name }} rows={rows} /> : null}
      {tab === 'bays' ? <BaysTab id={id} name={name} /> : null}
      {tab === 'journal' ? <JournalTab subject={{ id, name }} /> : null}
      {tab === 'history' ? <ObjectHistory id={id} noun="equipment" /> : null}
      {cloning ? <CloneDialog screen={EQUIPMENT} detail={cloning} onClose={() => setCloning(null)} /> : null}
      {query['remove'] ? (
        <RemoveDialog
          screen={EQUIPMENT}
          refs={[id]}
          what={name}
          onClose={() => updateQuery({ remove: undefined })}
          onRemoved={() => navigate(hrefOf(['fleet', 'equipment']), { replace: true })}
        />
      ) : null}
    </Page>
  );
}

function Tools({ onEdit, onRemove }: { onEdit: () => void; onRemove: () => void }) {
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size="1rem" aria-hidden />} onClick={onEdit}>
        Edit
      </Button>
      <Button variant="default" leftSection={<IconTrash size="1rem" aria-hidden />} onClick={onRemove}>
        Delete…
      </Button>
    </>
  );
}
