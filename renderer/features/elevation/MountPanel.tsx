import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { formatQuantity } from '../../../shared/domain/units.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import { api, client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { hrefOf } from '../../ui/location.ts';
import { typeLabel } from './device-fact.ts';
import styles from './InfoPanel.module.css';
import { mountOffer, type MountWish } from './mount-offer.ts';
import type { RackView } from './rack-view.ts';
import { today } from './use-elevation.ts';

interface MountPanelProps {
  readonly view: RackView;
  readonly wish: MountWish;
  readonly onClose: () => void;
}

/** Puts a device that is nowhere yet into this rack: the fit rule says of each whether it goes here, or where else. */
export function MountPanel({ view, wish, onClose }: MountPanelProps) {
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  const { data } = useQuery({
    ...api.rack.unplaced.queryOptions({ input: { text: searched, limit: 50 } }),
    placeholderData: keepPreviousData,
  });
  const mount = useCommand(client.rack.mount, { failures: 'inline' });
  const enter = useCommand(client.rack.move, { failures: 'inline' });
  const failure = mount.failure ?? enter.failure;
  const { rack } = view;
  const where = wish.bay
    ? `, ${bayText(view, wish)}`
    : wish.positionHalfU === null
      ? ''
      : ` at ${rackSpanLabel(rack, wish.positionHalfU, 2)}`;
  const choose = async (placed: RackDevice) => {
    const { id: device, positionHalfU, face, side = null, parentId, bay } = placed;
    if (parentId && bay) {
      if (await enter.run({ moves: [{ device, chassis: parentId, bay }] })) onClose();
      return;
    }
    if (await mount.run({ device, rack: rack.id, positionHalfU, face, side })) onClose();
  };
  return (
    <SidePanel title={`Mount in ${rack.name}${where}`} onClose={onClose}>
      <div className={styles.section}>
        <TextInput
          label="Device"
          description="Devices that are in no rack yet"
          type="search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {failure ? <p role="alert">{failure.message}</p> : null}
        {data?.total === 0 ? <NothingUnplaced searched={searched !== ''} /> : null}
        <ul className={styles.offers} aria-label="Devices in no rack">
          {data?.devices.map((device) => (
            <Offer
              key={device.id}
              view={view}
              wish={wish}
              device={device}
              pending={mount.pending || enter.pending}
              onChoose={choose}
            />
          ))}
        </ul>
        {data && data.total > data.devices.length ? (
          <p className={styles.note}>{data.total - data.devices.length} more; type a part of the name.</p>
        ) : null}
      </div>
    </SidePanel>
  );
}

function NothingUnplaced({ searched }: { searched: boolean }) {
  if (searched) return <p className={styles.note}>No device without a rack has this name.</p>;
  return (
    <p className={styles.note}>
      Every device is in a rack. Make a new <a href={hrefOf(['fleet', 'compute'], { new: '1' })}>compute</a> or a piece
      of <a href={hrefOf(['fleet', 'equipment'], { new: '1' })}>equipment</a>, or drag one from another rack.
    </p>
  );
}

type Unplaced = Awaited<ReturnType<typeof client.rack.unplaced>>['devices'][number];

interface OfferProps {
  readonly view: RackView;
  readonly wish: MountWish;
  readonly device: Unplaced;
  readonly pending: boolean;
  readonly onChoose: (placed: RackDevice) => Promise<void>;
}

function Offer({ view, wish, device, pending, onChoose }: OfferProps) {
  const { placed, problem } = mountOffer(view, device, wish, { today: today() });
  const facts = [typeLabel(device.type), device.deviceType, formatQuantity(device.heightHalfU, 'halfU')];
  return (
    <li className={styles.offer}>
      <span className={styles.offerName}>{device.name}</span>
      <span className={styles.note}>{facts.filter(Boolean).join(' · ')}</span>
      {problem ? (
        <span className={styles.problem}>
          <ToneIcon tone={placed ? 'attention' : 'bad'} /> {problem}
        </span>
      ) : null}
      {placed ? (
        <Button variant={problem ? 'default' : 'filled'} disabled={pending} onClick={() => void onChoose(placed)}>
          Mount {placeWords(view, placed)}
        </Button>
      ) : null}
    </li>
  );
}

function bayText({ facts }: RackView, { chassisId, bay }: Pick<MountWish, 'chassisId' | 'bay'>): string {
  return `${bayName(bay ?? '')} of ${facts.get(chassisId ?? '')?.name ?? 'the chassis'}`;
}

function placeWords(view: RackView, placed: RackDevice): string {
  const { rack } = view;
  if (placed.parentId) return `in ${bayText(view, { chassisId: placed.parentId, bay: placed.bay ?? null })}`;
  if (placed.positionHalfU === null) return `on the ${placed.side ?? 'left'} side`;
  return `at ${rackSpanLabel(rack, placed.positionHalfU, placed.heightHalfU)}`;
}
