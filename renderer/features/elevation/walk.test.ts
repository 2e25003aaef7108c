import { describe, expect, it } from 'vitest';
import { elevation } from '../../../shared/rules/elevation-geometry.ts';
import type { RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';
import { walk, walkedFace, type Stop, type WalkStep } from './walk.ts';
import { aBlade, aChassis, aDevice, aRack } from './testing/fixtures.ts';

const SIZES = { unitHeight: 20, labelWidth: 20, sideWidth: 12, frame: 2 };

function face(id: string, devices: readonly RackDevice[], side: RackFace = 'front') {
  const drawing = elevation({ rack: aRack({ id }), mounted: devices, face: side, sizes: SIZES });
  return walkedFace(id, drawing, new Map(devices.map((device) => [device.id, device])));
}

function names(faces: readonly ReturnType<typeof face>[], start: Stop | undefined, ...steps: WalkStep[]): string[] {
  if (!start) throw new Error('There is no such stop.');
  let at = start;
  return steps.map((step) => {
    at = walk(faces, at, step);
    if (at.bay !== null) return `${at.bay} ${at.deviceId ?? 'free'}`;
    return `${at.rackId} ${at.face} ${at.deviceId ?? at.kind} ${at.positionHalfU ?? 'side'}`;
  });
}

describe('walk', () => {
  it('walks devices and free units from the top down and stops at the floor', () => {
    const faces = [face('r1', [aDevice('db', { positionHalfU: 2, heightHalfU: 4 })])];
    expect(names(faces, faces[0]?.stops[0], 'down', 'down', 'down')).toEqual([
      'r1 front db 2',
      'r1 front free 0',
      'r1 front free 0',
    ]);
  });

  it('keeps to the half it came down on between two half-width devices', () => {
    const halves = [
      aDevice('left', { positionHalfU: 4, widthParts: 2 }),
      aDevice('right', { positionHalfU: 4, widthParts: 2, widthOffset: 1 }),
      aDevice('under', { positionHalfU: 2, widthParts: 2, widthOffset: 1 }),
    ];
    const faces = [face('r1', halves)];
    const right = faces[0]?.stops.find(({ deviceId }) => deviceId === 'right');
    expect(names(faces, right, 'down', 'up', 'left', 'right')).toEqual([
      'r1 front under 2',
      'r1 front right 4',
      'r1 front left 4',
      'r1 front right 4',
    ]);
  });

  it('goes on at the same height in the next face and the next rack', () => {
    const device = aDevice('db', { positionHalfU: 4 });
    const faces = [face('r1', [device]), face('r1', [device], 'rear'), face('r2', [])];
    const start = faces[0]?.stops.find(({ deviceId }) => deviceId === 'db');
    expect(names(faces, start, 'right', 'right', 'left', 'left')).toEqual([
      'r1 rear db 4',
      'r2 front free 4',
      'r1 rear db 4',
      'r1 front db 4',
    ]);
  });

  it('reaches a device on the side and comes back', () => {
    const pdu = aDevice('pdu', { positionHalfU: null, heightHalfU: 0, side: 'left', face: 'rear' });
    const faces = [face('r1', [pdu])];
    expect(names(faces, faces[0]?.stops[0], 'left', 'up')).toEqual(['r1 front pdu side', 'r1 front pdu side']);
  });

  it('enters a chassis to the right, walks its bays, and comes back out to it', () => {
    const faces = [face('r1', [aChassis('c', 3, [aBlade('b', 'Bay 2')])])];
    const chassis = faces[0]?.stops.find(({ deviceId }) => deviceId === 'c');
    expect(names(faces, chassis, 'right', 'right', 'right', 'right', 'left', 'left', 'left')).toEqual([
      'Bay 1 free',
      'Bay 2 b',
      'Bay 3 free',
      'Bay 3 free',
      'Bay 2 b',
      'Bay 1 free',
      'r1 front c 0',
    ]);
    expect(names(faces, chassis, 'up', 'down', 'next-device')).toEqual(['r1 front free 6', 'r1 front c 0', 'Bay 2 b']);
  });

  it('walks two rows of bays, and leaves above and below for the units', () => {
    const faces = [face('r1', [aChassis('c', 10)]), face('r1', [aChassis('c', 10)], 'rear')];
    const third = faces[0]?.stops.find(({ bay }) => bay === 'Bay 3');
    expect(names(faces, third, 'down', 'up', 'up')).toEqual(['Bay 8 free', 'Bay 3 free', 'r1 front free 6']);
    const last = faces[0]?.stops.find(({ bay }) => bay === 'Bay 10');
    expect(names(faces, last, 'right', 'left')).toEqual(['r1 rear c 0', 'r1 front c 0']);
  });

  it('jumps to the ends and over free units from device to device', () => {
    const faces = [face('r1', [aDevice('low'), aDevice('high', { positionHalfU: 4 })])];
    const top = faces[0]?.stops[0];
    expect(names(faces, top, 'next-device', 'next-device', 'previous-device', 'first', 'last')).toEqual([
      'r1 front high 4',
      'r1 front low 0',
      'r1 front high 4',
      'r1 front free 6',
      'r1 front low 0',
    ]);
  });
});
