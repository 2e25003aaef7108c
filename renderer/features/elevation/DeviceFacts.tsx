import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BayChild, Mounted } from '../../../shared/contract/rack.ts';
import { FACES } from '../../../shared/domain/placement.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { formatMoment, formatShare } from '../../ui/format.ts';
import { objectHref } from '../../ui/location.ts';
import { stateChoice, typeLabel } from './device-fact.ts';
import type { DropMode } from './drag-machine.ts';
import { widthText } from './spoken.ts';
import { Gauge } from './Gauge.tsx';
import styles from './InfoPanel.module.css';
import type { RackView } from './rack-view.ts';

interface DeviceFactsProps {
  readonly view: RackView;
  readonly device: Mounted | BayChild;
  readonly onLift: (mode: DropMode) => void;
  readonly onMoveTo: () => void;
  readonly onTakeOut: () => void;
}

function placeOf({ rack, devices }: RackView, device: Mounted | BayChild): string {
  if ('parentId' in device) {
    const chassis = devices.find(({ id }) => id === device.parentId);
    const bay = device.bay === null ? 'on' : `${bayName(device.bay)} of`;
    return chassis ? `${bay} ${chassis.name}, ${rack.name}` : rack.name;
  }
  if (device.positionHalfU === null) return `${rack.name}, ${device.side ?? ''} side`;
  const face = FACES.find(({ value }) => value === device.face)?.label.toLowerCase() ?? device.face;
  const span = rackSpanLabel(rack, device.positionHalfU, device.heightHalfU);
  return [`${rack.name} ${span}`, face, widthText(device)].filter(Boolean).join(', ');
}

/** The device the keyboard stands on or the pointer chose. */
export function DeviceFacts({ view, device, onLift, onMoveTo, onTakeOut }: DeviceFactsProps) {
  const state = stateChoice(device);
  const { ports, utilisation } = device;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'State',
      <Badge key="state" plain tone={state.tone ?? 'neutral'}>
        {state.label}
      </Badge>,
    ],
    ['Place', placeOf(view, device)],
    ['Type', typeLabel(device.type)],
    ['Device type', device.deviceType],
    ['Height', 'parentId' in device ? null : formatQuantity(device.heightHalfU, 'halfU')],
    ['Role', device.role],
    ['Owner', device.owner],
    ['Power', device.powerWatts === null ? null : formatQuantity(device.powerWatts, 'W')],
    ['Feeds', device.feeds.join(', ')],
    ['Weight', device.weightGrams === null ? null : formatQuantity(device.weightGrams, 'g')],
    ['Ports', ports.total > 0 ? `${ports.used} of ${ports.total} connected` : null],
    ['Serial number', device.serial],
    ['Asset tag', device.assetTag],
    ['Warranty to', device.warrantyEnd],
    ['Last audited', device.lastAudited ? formatMoment(device.lastAudited) : null],
  ];
  return (
    <section className={styles.section} aria-label={device.name}>
      <h2>{device.name}</h2>
      {utilisation === null ? null : (
        <Gauge label="Utilisation" total={1} used={utilisation} text={formatShare(utilisation, 1)} />
      )}
      <Facts label="Device" facts={facts} />
      {'bays' in device && device.bays.length > 0 ? <BaysFilled chassis={device} /> : null}
      <div className={styles.buttons}>
        <Button component="a" href={objectHref(device.noun, device.id) ?? '#'}>
          Open
        </Button>
        <Button variant="default" onClick={() => onLift('move')}>
          Move
        </Button>
        <Button variant="default" onClick={onMoveTo}>
          Move to…
        </Button>
        <Button variant="default" onClick={() => onLift('swap')}>
          Swap
        </Button>
        <Button variant="default" onClick={onTakeOut}>
          Take out
        </Button>
      </div>
    </section>
  );
}

function BaysFilled({ chassis: { bays, children } }: { chassis: Mounted }) {
  return (
    <>
      <h3>
        {children.length} of {bays.length} bays filled
      </h3>
      <ul className={styles.list} aria-label="Bays">
        {children.map((child) => (
          <li key={child.id}>
            {child.bay}: <a href={objectHref(child.noun, child.id) ?? '#'}>{child.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
