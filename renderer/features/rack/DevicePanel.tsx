import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Mounted } from '../../../shared/contract/rack.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import type { RackSpace } from '../../../shared/rules/rack-model.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { formatShare } from '../../ui/format.ts';
import { objectHref, updateQuery } from '../../ui/location.ts';
import styles from './RackPage.module.css';
import { placeText, stateOf } from './rack-model.ts';

/** The device chosen in the elevation. */
export function DevicePanel({ space, device, onClose }: { space: RackSpace; device: Mounted; onClose: () => void }) {
  const unmount = useCommand(client.rack.unmount);
  const state = stateOf(device);
  const { utilisation } = device;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['State', state.tone ? <Badge tone={state.tone}>{state.label}</Badge> : state.label],
    ['Kind', `${findNoun(device.noun)?.label ?? device.noun}, ${device.type}`],
    ['Device type', device.deviceType],
    ['Place', placeText(space, device)],
    ['Height', formatQuantity(device.heightHalfU, 'halfU')],
    ['Power', device.powerWatts === null ? '' : formatQuantity(device.powerWatts, 'W')],
    ['Weight', device.weightGrams === null ? '' : formatQuantity(device.weightGrams, 'g')],
    [
      'Utilisation',
      utilisation === null ? (
        ''
      ) : (
        <Meter label="Utilisation" total={1} used={utilisation} text={formatShare(utilisation, 1)} />
      ),
    ],
  ];
  return (
    <SidePanel title={device.name} onClose={onClose}>
      <Facts label="Device" facts={facts} />
      <div className={styles.buttons}>
        <Button component="a" href={objectHref(device.noun, device.id) ?? '#'}>
          Open
        </Button>
        <Button variant="default" onClick={() => updateQuery({ mount: 'any' })}>
          Move…
        </Button>
        <Button variant="default" loading={unmount.pending} onClick={() => void unmount.run({ device: device.id })}>
          Take out of the rack
        </Button>
      </div>
    </SidePanel>
  );
}
