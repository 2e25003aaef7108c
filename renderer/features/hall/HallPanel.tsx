import { Button } from '@mantine/core';
import { RACK_STATUSES } from '../../../shared/domain/rack.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { formatShare } from '../../ui/format.ts';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { stateChoice, typeLabel } from '../elevation/device-fact.ts';
import { Gauge, kilo } from '../elevation/Gauge.tsx';
import panel from '../elevation/InfoPanel.module.css';
import { Legend } from '../elevation/Legend.tsx';
import { useElevationLook } from '../elevation/look-store.ts';
import { COLOUR_KEYS } from '../elevation/paint-scales.ts';
import type { HallChoice } from './HallCanvas.tsx';
import { rackOf, usedHalfU, type HallModel } from './hall-model.ts';
import type { HallScene } from './hall-scene.ts';
import { RackList } from './RackList.tsx';

interface HallPanelProps {
  readonly scene: HallScene;
  readonly chosen: HallChoice | null;
  readonly filter: string;
  readonly onFocus: (rack: number) => void;
}

/** Beside the plan: what was chosen in it, what its colours mean, and its racks as a list. */
export function HallPanel({ scene, chosen, filter, onFocus }: HallPanelProps) {
  const colour = useElevationLook((look) => look.colour);
  return (
    <aside className={panel.panel} aria-label="Details">
      {chosen && chosen.device !== null ? <ChosenDevice model={scene.model} choice={chosen} /> : null}
      {chosen ? <ChosenRack model={scene.model} rack={chosen.rack} filter={filter} /> : null}
      <section className={panel.section} aria-label="Colours">
        <h2 className={panel.small}>Colour: {COLOUR_KEYS.find(({ value }) => value === colour)?.label}</h2>
        <Legend entries={scene.legend} />
      </section>
      <RackList scene={scene} chosen={chosen} filter={filter} onFocus={onFocus} />
    </aside>
  );
}

function ChosenRack({ model, rack: index, filter }: { model: HallModel; rack: number; filter: string }) {
  const rack = rackOf(model, index);
  if (!rack) return null;
  const used = usedHalfU(model, index) / 2;
  const status = RACK_STATUSES.find(({ value }) => value === rack.status);
  return (
    <section className={panel.section} aria-label={`Rack ${rack.name}`}>
      <h2>{rack.name}</h2>
      <Gauge label="Units" total={rack.heightU} used={used} text={`${used} of ${rack.heightU} U used`} />
      <Gauge
        label="Power"
        total={rack.capacityWatts || rack.loadWatts}
        used={rack.loadWatts}
        text={kilo(rack.loadWatts, rack.capacityWatts, 'kW')}
      />
      <Gauge
        label="Weight"
        total={rack.maximumWeightGrams ?? rack.weightGrams}
        used={rack.weightGrams}
        text={kilo(rack.weightGrams, rack.maximumWeightGrams ?? 0, 'kg')}
      />
      <Facts
        label="Rack"
        facts={[
          ['Status', status ? <Badge tone={status.tone}>{status.label}</Badge> : rack.status],
          ['Role', rack.role],
          ['Zone', rack.zone],
        ]}
      />
      <div className={panel.buttons}>
        <Button component="a" href={hrefOf(['rack', rack.id], filter ? { q: filter } : {})}>
          Open the rack
        </Button>
      </div>
    </section>
  );
}

function ChosenDevice({ model, choice }: { model: HallModel; choice: HallChoice }) {
  const device = choice.device ?? -1;
  const fact = model.facts[device];
  const rack = rackOf(model, choice.rack);
  if (!fact || !rack) return null;
  const { devices } = model.hall;
  const positionHalfU = devices.positionHalfU[device] ?? -1;
  const place = positionHalfU < 0 ? 'side' : rackSpanLabel(rack, positionHalfU, devices.heightHalfU[device] ?? 0);
  const state = stateChoice(fact);
  return (
    <section className={panel.section} aria-label={fact.name}>
      <h2>{fact.name}</h2>
      {fact.utilisation === null ? null : (
        <Gauge label="Utilisation" total={1} used={fact.utilisation} text={formatShare(fact.utilisation, 1)} />
      )}
      <Facts
        label="Device"
        facts={[
          [
            'State',
            <Badge key="state" plain tone={state.tone ?? 'neutral'}>
              {state.label}
            </Badge>,
          ],
          ['Place', `${rack.name} ${place}`],
          ['Type', typeLabel(fact.type)],
          ['Device type', fact.model],
          ['Role', fact.role],
          ['Owner', fact.owner],
          ['Power', fact.powerWatts === null ? null : formatQuantity(fact.powerWatts, 'W')],
        ]}
      />
      <div className={panel.buttons}>
        <Button component="a" href={objectHref(fact.noun, fact.id) ?? '#'}>
          Open
        </Button>
      </div>
    </section>
  );
}
