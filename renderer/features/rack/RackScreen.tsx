import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useState } from 'react';
import { RACK_STATUSES } from '../../../shared/domain/rack.ts';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, navigate, objectHref, updateQuery, useLocationPart } from '../../ui/location.ts';
import { dayOf } from '../elevation/device-fact.ts';
import type { DropMode } from '../elevation/drag-machine.ts';
import { ElevationBar } from '../elevation/ElevationBar.tsx';
import { ElevationView } from '../elevation/ElevationView.tsx';
import { ExportMenu } from '../elevation/ExportMenu.tsx';
import type { Look } from '../elevation/look.ts';
import { InfoPanel } from '../elevation/InfoPanel.tsx';
import { useElevationLook, type ShownFaces } from '../elevation/look-store.ts';
import { RackAction } from '../elevation/RackAction.tsx';
import type { MountWish } from '../elevation/mount-offer.ts';
import { MountPanel } from '../elevation/MountPanel.tsx';
import { MovePanel } from '../elevation/MovePanel.tsx';
import { paintScale } from '../elevation/paint-scales.ts';
import { RackChooser } from '../elevation/RackChooser.tsx';
import { deviceIn, type RackView } from '../elevation/rack-view.ts';
import { useRackWrites } from '../elevation/use-drop.ts';
import { today, useElevation } from '../elevation/use-elevation.ts';
import { useLabels } from '../elevation/use-labels.ts';
import { useElevationKeys } from '../elevation/use-elevation-keys.ts';
import { useParts, usePictures } from '../elevation/use-rack-views.ts';
import { useUnitHeight } from '../elevation/use-unit-height.ts';
import type { Stop } from '../elevation/walk.ts';
import { useMatching } from '../hall/use-matching.ts';
import { EditPanel } from '../noun/EditPanel.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { RACK_EDITORS } from './rack-editors.ts';
import { RackTools } from './RackTools.tsx';
import { PrintScreen } from './PrintScreen.tsx';
import styles from './RackPage.module.css';
import { RackNeighbours } from './RackNeighbours.tsx';

const RACK = nounScreen('rack', { editors: RACK_EDITORS });

const FACES: Readonly<Record<ShownFaces, readonly RackFace[]>> = {
  both: ['front', 'rear'],
  front: ['front'],
  rear: ['rear'],
};

interface RackScreenProps {
  readonly own: RackView;
  /** The racks that have arrived. */
  readonly views: readonly RackView[];
  /** Ids of the racks chosen, the own one first. */
  readonly ids: readonly string[];
  readonly onIds: (ids: readonly string[]) => void;
}

function useLook(views: readonly RackView[], filter: string): Look {
  const { colour, label } = useElevationLook();
  const racks = useMemo(() => views.map(({ rack }) => rack.id), [views]);
  const labels = useLabels({ racks, field: label });
  const partsOf = useParts(views);
  const pictureOf = usePictures(views);
  const { ids: matching } = useMatching(filter);
  const day = dayOf(today()) ?? 0;
  const scale = useMemo(
    () =>
      paintScale(
        colour,
        views.flatMap(({ facts }) => [...facts.values()]),
        day,
      ),
    [colour, views, day],
  );
  return useMemo(
    () => ({ scale, ...labels, matching, partsOf, pictureOf }),
    [scale, labels, matching, partsOf, pictureOf],
  );
}

function closePrint(): void {
  updateQuery({ print: undefined });
}

type Mounting = MountWish & { readonly rackId: string };

/** Racks drawn side by side with what can be done to them, and facts beside them. */
export const RackScreen = memo(function RackScreen({ own, views, ids, onIds }: RackScreenProps) {
  const filter = useLocationPart(({ query }) => query['q']);
  const editing = useLocationPart(({ query }) => query['edit'] !== undefined);
  const printing = useLocationPart(({ query }) => query['print'] !== undefined);
  const { faces, unitPx } = useElevationLook();
  const tallest = Math.max(...views.map(({ rack }) => rack.heightU));
  const { holder, unitHeight: fitting } = useUnitHeight(tallest);
  const unitHeight = unitPx ?? fitting;
  const look = useLook(views, filter ?? '');
  const state = useElevation(views, FACES[faces], unitHeight);
  const { takeOut } = useRackWrites();
  const [mode, setMode] = useState<DropMode>('move');
  const [movingId, setMovingId] = useState<string | null>(null);
  const [mounting, setMounting] = useState<Mounting | null>(null);
  const [shownId, setShownId] = useState(own.rack.id);
  if (shownId !== own.rack.id) {
    setShownId(own.rack.id);
    setMovingId(null);
    setMounting(null);
    state.select(new Set());
    state.focus('');
    state.drag.send({ type: 'cancel' });
  }
  const open = useCallback(
    (stop: Stop) => {
      const device = views.map((view) => deviceIn(view, stop.deviceId)).find((found) => found !== undefined);
      if (device) navigate(objectHref(device.noun, device.id) ?? '#');
      else {
        const { rackId, face, positionHalfU, chassisId, bay } = stop;
        setMounting({ rackId, face, positionHalfU, chassisId, bay });
      }
    },
    [views],
  );
  const keys = useElevationKeys(state, open);
  const edit = () => updateQuery({ edit: '1' });
  const mount = () => setMounting({ rackId: own.rack.id, face: 'front', positionHalfU: null });
  useActions([
    { id: 'rack-mount', label: 'Mount a device in this rack', group: 'Rack', keys: 'n', run: mount },
    { id: 'edit', label: 'Edit this rack', group: 'Rack', keys: 'e', run: edit },
  ]);
  const movingFrom = views.find(({ facts }) => movingId !== null && facts.has(movingId));
  const mountingIn = views.find(({ rack }) => rack.id === mounting?.rackId);
  const takeOutAll = (ids: readonly string[]) => void takeOut(ids);
  const panel = editing ? (
    <EditPanel screen={RACK} id={own.rack.id} onClose={() => updateQuery({ edit: undefined })} />
  ) : movingFrom && movingId ? (
    <MovePanel key={movingId} from={movingFrom} deviceId={movingId} onClose={() => setMovingId(null)} />
  ) : mounting && mountingIn ? (
    <MountPanel view={mountingIn} wish={mounting} onClose={() => setMounting(null)} />
  ) : (
    <InfoPanel state={state} scale={look.scale} onLift={keys.lift} onTakeOut={takeOutAll} onMoveTo={setMovingId} />
  );
  return (
    <Page
      title={own.rack.name}
      body="fill"
      aside={
        <>
          <RackNeighbours id={own.rack.id} />
          <RackPlace view={own} />
          <FilterChip query={filter} />
        </>
      }
      actions={
        <>
          <RackChooser shown={ids} onShown={onIds} />
          <RackTools rack={own.rack} />
          <ExportMenu
            name={views.map(({ rack }) => rack.name).join(' ')}
            onPrint={() => updateQuery({ print: '1' })}
            labelsHref={hrefOf(['labels'], { racks: ids.join(',') })}
          />
          <IconButton label="Edit this rack" onClick={edit}>
            <IconPencil size="1rem" />
          </IconButton>
          <RackAction icon={<IconPlus size="1rem" aria-hidden />} label="Mount a device…" onClick={mount} />
        </>
      }
      bar={<ElevationBar unitHeight={unitHeight} mode={mode} onMode={setMode} />}
      panel={panel}
    >
      <div ref={holder} className={styles.drawing}>
        {printing ? <PrintScreen views={views} look={look} onClose={closePrint} /> : null}
        <ElevationView state={state} look={look} mode={mode} keys={keys} onTakeOut={takeOutAll} onOpen={open} />
      </div>
    </Page>
  );
});

/** The filter that came along from the hall, and the way out of it. */
function FilterChip({ query }: { query: string | undefined }) {
  if (!query) return null;
  return (
    <Button
      variant="light"
      rightSection={<IconX size="0.875rem" aria-hidden />}
      aria-label={`Filter ${query}: remove`}
      onClick={() => updateQuery({ q: undefined }, { replace: true })}
    >
      {query}
    </Button>
  );
}

function RackPlace({ view }: { view: RackView }) {
  const status = RACK_STATUSES.find(({ value }) => value === view.answer.rack.status);
  return (
    <>
      {status && status.value !== 'active' ? <Badge tone={status.tone}>{status.label}</Badge> : null}
      <span className={styles.path} role="group" aria-label="Place">
        {view.answer.path
          .filter(({ noun }) => noun !== 'rack')
          .map(({ noun, id, name }) => (
            <a key={id} href={objectHref(noun, id) ?? '#'}>
              {name}
            </a>
          ))}
      </span>
    </>
  );
}
