import type { Mounted } from '../../../shared/contract/rack.ts';

export interface ThumbShape {
  readonly id: string;
  readonly name: string;
  readonly marked: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ThumbSizes {
  readonly width: number;
  /** Height of one unit. */
  readonly unit: number;
}

type Standing = Pick<
  Mounted,
  'id' | 'name' | 'positionHalfU' | 'heightHalfU' | 'face' | 'widthParts' | 'widthOffset' | 'widthSpan' | 'children'
>;

/** What is seen from the front, unit 1 at the bottom. A compute in a chassis marks its chassis. */
export function thumbShapes(
  mounted: readonly Standing[],
  computeId: string,
  heightU: number,
  { width, unit }: ThumbSizes,
): readonly ThumbShape[] {
  return mounted.flatMap((device) => {
    const marked = device.id === computeId || device.children.some((child) => child.id === computeId);
    if (device.positionHalfU === null || (device.face === 'rear' && !marked)) return [];
    const half = unit / 2;
    const part = width / device.widthParts;
    return [
      {
        id: device.id,
        name: device.children.find((child) => child.id === computeId)?.name ?? device.name,
        marked,
        x: device.widthOffset * part,
        y: (heightU * 2 - device.positionHalfU - device.heightHalfU) * half,
        width: device.widthSpan * part,
        height: device.heightHalfU * half,
      },
    ];
  });
}
