import { useCallback, useMemo, useState, type ComponentProps } from 'react';
import { Page } from '../../ui/Page.tsx';
import { dayOf } from '../elevation/device-fact.ts';
import { useElevationLook } from '../elevation/look-store.ts';
import { useLabels } from '../elevation/use-labels.ts';
import { today } from '../elevation/use-elevation.ts';
import { FreeSpacePanel } from './FreeSpacePanel.tsx';
import { HallCanvas, type HallChoice } from './HallCanvas.tsx';
import { HallPanel } from './HallPanel.tsx';
import type { HallModel } from './hall-model.ts';
import { hallScene, NOT_IN_HALL } from './hall-scene.ts';
import { useCamera } from './use-camera.ts';

interface HallViewProps {
  readonly model: HallModel;
  /** Ids of the devices the filter admits; null: no filter. */
  readonly matching: ReadonlySet<string> | null;
  readonly filter: string;
  readonly roomId: string | undefined;
  readonly finding: boolean;
  readonly onFindingEnd: () => void;
  readonly onOpen: (rackId: string) => void;
  readonly frame: Omit<ComponentProps<typeof Page>, 'children' | 'panel' | 'body'>;
}

/** The plan with the panel beside it: details and list, or the search for free space. */
export function HallView({ model, matching, filter, roomId, finding, onFindingEnd, onOpen, frame }: HallViewProps) {
  const { colour, label } = useElevationLook();
  const racks = useMemo(() => model.hall.racks.map(({ id }) => id), [model]);
  const { labelOf } = useLabels({ racks, field: label, unknown: NOT_IN_HALL });
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  const [chosen, setChosen] = useState<HallChoice | null>(null);
  const view = useCamera(model.layout);
  const { show } = view;
  const day = dayOf(today()) ?? 0;
  const scene = useMemo(
    () => hallScene(model, { colour, labelOf, today: day, matching, found }),
    [model, colour, labelOf, day, matching, found],
  );
  const showRack = useCallback(
    (rackId: string) => {
      const rack = model.rackById.get(rackId);
      if (!rack) return;
      setChosen({ rack: rack.index, device: null });
      show(rack);
    },
    [model, show],
  );
  const panel = finding ? (
    <FreeSpacePanel roomId={roomId} onFound={setFound} onShow={showRack} onClose={onFindingEnd} />
  ) : (
    <HallPanel scene={scene} chosen={chosen} filter={filter} onFocus={(rack) => setChosen({ rack, device: null })} />
  );
  return (
    <Page {...frame} body="fill" panel={panel}>
      <HallCanvas
        scene={scene}
        view={view}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={(rack) => onOpen(model.hall.racks[rack]?.id ?? '')}
      />
    </Page>
  );
}
