import { Button, SegmentedControl } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Elevation } from '../../../shared/contract/rack.ts';
import { RACK_STATUSES } from '../../../shared/domain/rack.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { objectHref, updateQuery, useLocation } from '../../ui/location.ts';
import { EditPanel } from '../noun/EditPanel.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { DevicePanel } from './DevicePanel.tsx';
import { MountPanel, type MountGhost } from './MountPanel.tsx';
import { RackFaceView } from './RackFaceView.tsx';
import styles from './RackPage.module.css';
import { RackSummary } from './RackSummary.tsx';
import { useElevationView } from './elevation-view.ts';
import { spaceOf } from './rack-model.ts';
import { useUnitHeight } from './use-unit-height.ts';

const RACK = nounScreen('rack');

/** One rack: front and rear side by side, what is mounted, and where the next device goes. */
export function RackPage({ id }: { id: string }) {
  const { data, error } = useQuery(api.rack.elevation.queryOptions({ input: { ref: id } }));
  if (data) return <LoadedRack answer={data} />;
  return error ? <EmptyState title="This rack cannot be shown">{failureFrom(error).message}</EmptyState> : null;
}

function LoadedRack({ answer }: { answer: Elevation }) {
  const { rack, path, mounted } = answer;
  const { query } = useLocation();
  const { colourBy, setColourBy } = useElevationView();
  const [ghost, setGhost] = useState<MountGhost | null>(null);
  const { holder, unitHeight } = useUnitHeight(rack.heightU);
  const space = spaceOf(rack);
  const selected = mounted.find((device) => device.id === query['device']);
  const status = RACK_STATUSES.find((entry) => entry.value === rack.status);
  const mount = (unit?: number) =>
    updateQuery({ mount: unit === undefined ? 'any' : String(unit), device: undefined, edit: undefined });
  const close = () => {
    setGhost(null);
    updateQuery({ mount: undefined, edit: undefined });
  };
  useActions([
    { id: 'mount', label: 'Mount a device in this rack', group: 'Rack', keys: 'm', run: () => mount() },
    {
      id: 'edit',
      label: 'Edit this rack',
      group: 'Rack',
      keys: 'e',
      run: () => updateQuery({ edit: '1', mount: undefined }),
    },
  ]);
  const panel = query['mount'] ? (
    <MountPanel
      key={query['mount'] + (query['device'] ?? '')}
      space={space}
      mounted={mounted}
      wanted={query['mount']}
      device={selected}
      onGhost={setGhost}
      onClose={close}
    />
  ) : query['edit'] ? (
    <EditPanel screen={RACK} id={rack.id} onClose={close} />
  ) : selected ? (
    <DevicePanel space={space} device={selected} onClose={() => updateQuery({ device: undefined })} />
  ) : null;
  return (
    <Page
      title={rack.name}
      body="fill"
      aside={
        <>
          {status && status.value !== 'active' ? <Badge tone={status.tone}>{status.label}</Badge> : null}
          <span className={styles.path} role="group" aria-label="Place">
            {path.map((part) => (
              <a key={part.id} href={objectHref(part.noun, part.id) ?? '#'}>
                {part.name}
              </a>
            ))}
          </span>
        </>
      }
      actions={
        <>
          <SegmentedControl
            aria-label="Colour by"
            value={colourBy}
            onChange={setColourBy}
            data={[
              { value: 'state', label: 'State' },
              { value: 'utilisation', label: 'Utilisation' },
            ]}
          />
          <Button
            variant="default"
            leftSection={<IconPencil size="1rem" aria-hidden />}
            onClick={() => updateQuery({ edit: '1', mount: undefined })}
          >
            Edit
          </Button>
          <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => mount()}>
            Mount a device…
          </Button>
        </>
      }
      bar={<RackSummary space={space} mounted={mounted} />}
      panel={panel}
    >
      <div ref={holder} className={styles.faces}>
        {(['front', 'rear'] as const).map((face) => (
          <RackFaceView
            key={face}
            face={face}
            space={space}
            mounted={mounted}
            unitHeight={unitHeight}
            ghost={ghost}
            selectedId={query['device']}
            colourBy={colourBy}
            onSelect={(device) => updateQuery({ device, mount: undefined, edit: undefined })}
            onFree={mount}
          />
        ))}
      </div>
    </Page>
  );
}
