import { Button, NativeSelect } from '@mantine/core';
import { IconPrinter, IconZoomScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { api } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { hrefOf, navigate, updateQuery, useLocation } from '../../ui/location.ts';
import { LookControls } from '../elevation/LookControls.tsx';
import { Segments } from '../elevation/Segments.tsx';
import { FilterBox } from '../noun/FilterBox.tsx';
import styles from './Hall.module.css';
import { HallView } from './HallView.tsx';
import { useHall } from './use-hall.ts';
import { useMatching } from './use-matching.ts';

const FACES: { value: RackFace; label: string }[] = [
  { value: 'front', label: 'Front' },
  { value: 'rear', label: 'Rear' },
];

/** The racks of a room, or of all rooms, drawn small with their devices. */
export function HallPage({ tabs }: { tabs: ReactNode }) {
  const { query } = useLocation();
  const roomId = query['room'];
  const filterText = query['q'] ?? '';
  const [face, setFace] = useState<RackFace>('front');
  const [finding, setFinding] = useState(false);
  const filter = useRef<HTMLInputElement>(null);
  const { model, failure } = useHall(roomId, face);
  const matching = useMatching(filterText);
  useActions([
    { id: 'hall-filter', label: 'Filter the hall', group: 'Hall', keys: '/', run: () => filter.current?.focus() },
    { id: 'hall-space', label: 'Find free space', group: 'Hall', keys: 'f', run: () => setFinding(true) },
  ]);
  const count = model?.hall.racks.length;
  if (failure) return <EmptyState title="The racks cannot be shown">{failure.message}</EmptyState>;
  const bar = (
    <div className={styles.bar}>
      {tabs}
      <div className={styles.tools} role="toolbar" aria-label="Hall">
        <RoomChoice roomId={roomId} />
        <LookControls />
        <Segments label="Face" options={FACES} value={face} onChange={setFace} />
        <div className={styles.filter}>
          <FilterBox
            label="Filter the devices of the hall"
            noun="compute"
            query={filterText}
            onQuery={setFilter}
            failure={matching.failure}
            examples="db*, state:maintenance, in:A01, role:web"
            inputRef={filter}
          />
        </div>
      </div>
    </div>
  );
  const frame = {
    title: 'Racks',
    aside: count === undefined ? null : <span>{counted(count, 'rack', 'racks')}</span>,
    actions: (
      <>
        <Button
          variant="default"
          leftSection={<IconPrinter size="1rem" aria-hidden />}
          disabled={!model || count === 0}
          onClick={() => model && printHall(model.hall.racks.map(({ id }) => id))}
        >
          Print…
        </Button>
        <Button
          variant="default"
          leftSection={<IconZoomScan size="1rem" aria-hidden />}
          aria-pressed={finding}
          onClick={() => setFinding(!finding)}
        >
          Find free space
        </Button>
      </>
    ),
    bar,
  };
  if (!model) return <Page {...frame}>{null}</Page>;
  if (count === 0)
    return (
      <Page {...frame}>
        <NoRacks />
      </Page>
    );
  return (
    <HallView
      key={roomId ?? ''}
      model={model}
      matching={matching.ids}
      filter={filterText}
      roomId={roomId}
      finding={finding}
      onFindingEnd={() => setFinding(false)}
      onOpen={(rack) => navigate(hrefOf(['rack', rack], filterText ? { q: filterText } : {}))}
      frame={frame}
    />
  );
}

function printHall([first = '', ...others]: readonly string[]): void {
  navigate(hrefOf(['rack', first], { with: others.join(','), print: '1' }));
}

function setFilter(text: string): void {
  updateQuery({ q: text === '' ? undefined : text }, { replace: true });
}

function RoomChoice({ roomId }: { roomId: string | undefined }) {
  const { data } = useQuery(api.room.list.queryOptions({ input: { limit: 1000 } }));
  const rooms = (data?.items ?? []).map(({ record }) => ({
    value: record.id,
    label: `${data?.references[record.siteId] ?? ''} · ${record.name}`,
  }));
  return (
    <NativeSelect
      aria-label="Room"
      data={[{ value: '', label: 'All rooms' }, ...rooms.toSorted((a, b) => (a.label < b.label ? -1 : 1))]}
      value={roomId ?? ''}
      onChange={({ currentTarget: { value } }) =>
        updateQuery({ room: value === '' ? undefined : value }, { replace: true })
      }
    />
  );
}

function NoRacks() {
  return (
    <EmptyState title="No racks yet">
      A rack stands in a room of a site: make a <a href={hrefOf(['racks', 'site'], { new: '1' })}>site</a>, then a{' '}
      <a href={hrefOf(['racks', 'room'], { new: '1' })}>room</a>, then its{' '}
      <a href={hrefOf(['racks', 'rack'], { new: '1' })}>racks</a>.
    </EmptyState>
  );
}
