import { z } from 'zod';
import { rack } from '../domain/rack.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

export const mountedSchema = z.object({
  id: z.string(),
  noun: z.enum(['compute', 'equipment']),
  name: z.string(),
  type: z.string(),
  state: z.string(),
  deviceType: z.string().nullable(),
  positionHalfU: z.int().nullable(),
  heightHalfU: z.int(),
  face: z.enum(['front', 'rear', 'both']),
  widthParts: z.int(),
  widthOffset: z.int(),
  side: z.enum(['left', 'right']).nullable(),
  powerWatts: z.int().nullable(),
  weightGrams: z.int().nullable(),
  /** Mean of allocated/total over the resources the compute has, 0 to 1; null for equipment. */
  utilisation: z.number().nullable(),
});

export type Mounted = z.output<typeof mountedSchema>;

export const elevationSchema = z.object({
  rack: z.object({ ...rack.fields, id: z.string() }),
  path: z.array(z.object({ noun: z.string(), id: z.string(), name: z.string() })),
  mounted: z.array(mountedSchema),
});

export type Elevation = z.output<typeof elevationSchema>;

const racksOverview = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    site: z.string(),
    room: z.string(),
    row: z.string().nullable(),
    heightU: z.int(),
    usedHalfU: z.int(),
    devices: z.int(),
  }),
);

export const rackContract = {
  elevation: query.input(z.strictObject({ ref: rowReference })).output(elevationSchema),
  overview: query.output(racksOverview),
  /** Puts a device at a place or moves it there; the fit rule decides, overlap names the occupant. */
  mount: command
    .input(
      z.strictObject({
        device: rowReference,
        rack: rowReference,
        positionHalfU: z.int().min(0).max(119).nullable(),
        face: z.enum(['front', 'rear', 'both']).optional(),
        side: z.enum(['left', 'right']).nullable().optional(),
        widthParts: z.int().min(1).max(8).optional(),
        widthOffset: z.int().min(0).max(7).optional(),
      }),
    )
    .output(writeReceipt),
  unmount: command.input(z.strictObject({ device: rowReference })).output(writeReceipt),
};
