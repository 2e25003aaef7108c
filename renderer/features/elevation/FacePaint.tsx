import { memo } from 'react';
import { classes } from '../../ui/classes.ts';
import { bayFace } from '../../../shared/rules/elevation-bays.ts';
import { BayShape } from './BayShape.tsx';
import { DeviceShape } from './DeviceShape.tsx';
import styles from './FaceDrawing.module.css';
import type { Look } from './look.ts';
import type { FaceModel } from './face-model.ts';
import { fitText } from './fit-text.ts';
import { hatchId } from './Hatches.tsx';
import type { Stop } from './walk.ts';

interface FacePaintProps {
  readonly model: FaceModel;
  readonly look: Look;
  readonly leaving: readonly string[];
  readonly hatch: string;
}

/**
 * What is seen of the stops of a face. It is apart from what can be focused: painted text is shortened and says more than
 * the name, and walking about paints nothing anew.
 */
export const FacePaint = memo(function FacePaint({ model, look, leaving, hatch }: FacePaintProps) {
  return (
    <g aria-hidden>
      {model.walked.stops.map((stop) => {
        const faded = look.matching !== null && stop.deviceId !== null && !look.matching.has(stop.deviceId);
        const held = stop.deviceId !== null && leaving.includes(stop.deviceId);
        const body = <StopBody key={stop.key} model={model} look={look} stop={stop} hatch={hatch} />;
        if (!faded && !held) return body;
        return (
          <g key={stop.key} className={classes(faded && styles.faded, held && styles.leaving)}>
            {body}
          </g>
        );
      })}
    </g>
  );
});

function StopBody({ model, look, stop, hatch }: Omit<FacePaintProps, 'leaving'> & { readonly stop: Stop }) {
  const { kind, x, y, width, height, deviceId } = stop;
  const device = deviceId ? model.devices.get(deviceId) : undefined;
  const fact = deviceId ? model.view.facts.get(deviceId) : undefined;
  if (kind === 'bay') return <BayShape box={stop} fact={fact} look={look} />;
  if (kind === 'free') return <rect className={styles.free} x={x} y={y} width={width} height={height} />;
  if (kind === 'reserved' || kind === 'blocked' || !device || !fact)
    return <HatchedBody stop={stop} hatch={hatch} unitHeight={model.sizes.unitHeight} />;
  return (
    <DeviceShape
      box={stop}
      fact={fact}
      scale={look.scale}
      label={look.labelOf(fact)}
      second={look.byName ? (fact.model ?? '') : fact.name}
      parts={look.partsOf(device.deviceTypeId, device.type, model.face)}
      picture={look.pictureOf?.(device.deviceTypeId, model.face)}
      unitHeight={model.sizes.unitHeight}
      bays={device.bays.length > 0 && bayFace(device) === model.face}
      upright={kind === 'side'}
    />
  );
}

function HatchedBody({ stop, hatch, unitHeight }: { stop: Stop; hatch: string; unitHeight: number }) {
  const { kind, x, y, width, height, reservedFor } = stop;
  const reserved = kind === 'reserved';
  const fontSize = Math.min(12, unitHeight * 0.62);
  return (
    <>
      <rect
        className={reserved ? styles.reserved : styles.blocked}
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        fill={`url(#${hatchId(hatch, reserved ? 'reserved' : 'blocked')})`}
      />
      {reserved ? (
        <text className={styles.reservedText} x={x + 6} y={y + Math.min(height, unitHeight) / 2} fontSize={fontSize}>
          {fitText(`Reserved: ${reservedFor ?? ''}`, width - 12, fontSize)}
        </text>
      ) : null}
    </>
  );
}
