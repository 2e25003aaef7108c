import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { acceptedByBays } from '../../../shared/rules/bay-fit.ts';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { api } from '../../bridge/client.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { planDrop, type Drop } from './drop-plan.ts';
import { dropSentence } from './drop-text.ts';
import styles from './InfoPanel.module.css';
import { bayChoices, freeUnits, readMove, type BayChoice, type MoveDraft } from './move-draft.ts';
import { deviceIn, type RackView } from './rack-view.ts';
import { Segments } from './Segments.tsx';
import { useRackWrites } from './use-drop.ts';
import { today } from './use-elevation.ts';
import { useRackViews } from './use-rack-views.ts';

const FACES: { value: RackFace; label: string }[] = [
  { value: 'front', label: 'Front' },
  { value: 'rear', label: 'Rear' },
];

const SIDES: { value: 'left' | 'right'; label: string }[] = [
  { value: 'left', label: 'Left side' },
  { value: 'right', label: 'Right side' },
];

const SUGGESTED = 6;

interface MovePanelProps {
  readonly from: RackView;
  readonly deviceId: string;
  readonly onClose: () => void;
}

/** Moves a device to a place that is written, in any rack of any room: for hands that cannot drag, and for far moves. */
export function MovePanel({ from, deviceId, onClose }: MovePanelProps) {
  const device = deviceIn(from, deviceId);
  const [rackId, setRackId] = useState(from.rack.id);
  const [draft, setDraft] = useState<MoveDraft>({
    unit: '',
    face: device?.face === 'rear' ? 'rear' : 'front',
    side: 'left',
    bay: '',
  });
  const { data: racks = [] } = useQuery(api.rack.overview.queryOptions());
  const { views } = useRackViews([...new Set([from.rack.id, rackId])]);
  const writes = useRackWrites();
  const options = { today: today() };
  const into = views.find(({ rack }) => rack.id === rackId);
  if (!device) return null;
  const read = into ? readMove(into, device, draft) : null;
  const drop: Drop | null = read?.ok
    ? { grab: { leadId: deviceId, deviceIds: [deviceId] }, mode: 'move', target: read.target }
    : null;
  const plan = drop ? planDrop(views, drop, options) : null;
  const save = async () => {
    if (drop && plan?.ok && (await writes.drop(drop, plan))) onClose();
  };
  return (
    <form
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SidePanel
        title={`Move ${device.name}`}
        onClose={onClose}
        footer={
          <Button type="submit" disabled={!plan?.ok || plan.moves.length === 0}>
            Move
          </Button>
        }
      >
        <div className={styles.section}>
          <Select
            label="Rack"
            data={racks.map(({ id, name, room, site }) => ({ value: id, label: `${name} · ${site} ${room}` }))}
            value={rackId}
            onChange={(value) => value && (setRackId(value), setDraft({ ...draft, bay: '' }))}
            searchable
            allowDeselect={false}
          />
          {into && acceptedByBays(device) ? (
            <BayChooser
              choices={bayChoices(into, device)}
              value={draft.bay}
              onChoose={(bay) => setDraft({ ...draft, bay })}
            />
          ) : null}
          {device.standsIn === 'bays' || draft.bay !== '' ? null : device.heightHalfU === 0 ? (
            <Segments
              label="Side"
              options={SIDES}
              value={draft.side}
              onChange={(side) => setDraft({ ...draft, side })}
            />
          ) : (
            <>
              <TextInput
                label="Unit"
                description="As it is written on the rack: U12, or 12.5 for half a unit further"
                value={draft.unit}
                error={read?.ok === false && draft.unit !== '' ? read.message : undefined}
                onChange={(event) => setDraft({ ...draft, unit: event.currentTarget.value })}
              />
              {device.face === 'both' ? null : (
                <Segments
                  label="Face"
                  options={FACES}
                  value={draft.face}
                  onChange={(face) => setDraft({ ...draft, face })}
                />
              )}
              {into ? (
                <Suggestions
                  units={freeUnits(into, device, draft.face, options)}
                  onChoose={(unit) => setDraft({ ...draft, unit })}
                />
              ) : null}
            </>
          )}
          {drop && plan ? (
            <p className={styles.problem} role="status">
              <ToneIcon tone={plan.ok ? 'good' : 'bad'} /> {dropSentence(views, drop, plan)}
            </p>
          ) : null}
        </div>
      </SidePanel>
    </form>
  );
}

interface BayChooserProps {
  readonly choices: readonly BayChoice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function BayChooser({ choices, value, onChoose }: BayChooserProps) {
  if (choices.length === 0) return <p className={styles.note}>No chassis of this rack has a free bay for it.</p>;
  return (
    <Select
      label="Bay"
      description="A free bay of a chassis in this rack"
      data={choices}
      value={value === '' ? null : value}
      onChange={(chosen) => onChoose(chosen ?? '')}
      searchable
      clearable
    />
  );
}

function Suggestions({ units, onChoose }: { units: readonly string[]; onChoose: (unit: string) => void }) {
  if (units.length === 0) return <p className={styles.note}>This rack has no free place for it.</p>;
  return (
    <div className={styles.buttons} role="group" aria-label="Free places">
      {units.slice(0, SUGGESTED).map((unit) => (
        <Button key={unit} variant="default" onClick={() => onChoose(unit)}>
          {unit}
        </Button>
      ))}
      {units.length > SUGGESTED ? <span className={styles.note}>and {units.length - SUGGESTED} more</span> : null}
    </div>
  );
}
