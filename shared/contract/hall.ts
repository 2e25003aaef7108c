import { z } from 'zod';
import { query } from './base.ts';
import { rowReference } from './noun.ts';

const scope = z
  .strictObject({ site: rowReference.optional(), room: rowReference.optional(), zone: rowReference.optional() })
  .default({});

const hallRack = z.object({
  id: z.string(),
  name: z.string(),
  siteId: z.string(),
  site: z.string(),
  roomId: z.string(),
  room: z.string(),
  rowId: z.string().nullable(),
  row: z.string().nullable(),
  ordinal: z.int().nullable(),
  zone: z.string().nullable(),
  heightU: z.int(),
  numbering: z.enum(['bottom', 'top']),
  startUnit: z.int(),
  widthInches: z.number(),
  status: z.string(),
  role: z.string().nullable(),
  /** Watts that its feeds may carry together; 0: no feed recorded. */
  capacityWatts: z.int(),
  loadWatts: z.int(),
  weightGrams: z.int(),
  maximumWeightGrams: z.int().nullable(),
});

export type HallRack = z.output<typeof hallRack>;

/**
 * Devices of all racks as columns of equal length, because forty thousand objects are slow to send and to hold. Texts that
 * repeat are indexes into `texts`; −1 is none. `face`: 0 front, 1 rear, 2 both. `side`: 0 none, 1 left, 2 right.
 */
const hallDevices = z.object({
  id: z.array(z.string()),
  name: z.array(z.string()),
  /** Index into `racks`. */
  rack: z.array(z.int()),
  /** Half units from the floor; −1 on a side. */
  positionHalfU: z.array(z.int()),
  heightHalfU: z.array(z.int()),
  face: z.array(z.int()),
  side: z.array(z.int()),
  widthParts: z.array(z.int()),
  widthOffset: z.array(z.int()),
  widthSpan: z.array(z.int()),
  /** 1 compute, 0 equipment. */
  compute: z.array(z.int()),
  type: z.array(z.int()),
  state: z.array(z.int()),
  role: z.array(z.int()),
  owner: z.array(z.int()),
  deviceType: z.array(z.int()),
  /** Percent of its resources in use, 0 to 100; −1 not known. */
  utilisation: z.array(z.int()),
  /** −1 not known. */
  powerWatts: z.array(z.int()),
  /** Days since 1970-01-01; −1 not recorded. */
  lastAuditedDay: z.array(z.int()),
  warrantyEndDay: z.array(z.int()),
});

export type HallDevices = z.output<typeof hallDevices>;

export const hallSchema = z.object({
  /** In walking order: site, room, row, place in the row. */
  racks: z.array(hallRack),
  devices: hallDevices,
  texts: z.array(z.string()),
  /** Of the device types in it; `deviceType` is an index into `texts`. */
  pictures: z.array(z.object({ deviceType: z.int(), face: z.enum(['front', 'rear']), id: z.string() })),
  /** Index into `racks` with the units it holds. */
  reservations: z.array(
    z.object({
      rack: z.int(),
      positionHalfU: z.int(),
      heightHalfU: z.int(),
      face: z.enum(['front', 'rear', 'both']),
      reservedFor: z.string(),
    }),
  ),
});

export type Hall = z.output<typeof hallSchema>;

const freeSpaceInput = z.strictObject({
  heightHalfU: z.int().min(1).max(120),
  face: z.enum(['front', 'rear', 'both']).default('both'),
  /** How many such devices the rack must take together. */
  quantity: z.int().min(1).max(120).default(1),
  depthMm: z.int().min(1).max(3000).optional(),
  weightGrams: z.int().min(0).max(10_000_000).optional(),
  /** Of each device; the surviving feed must carry it when the other is lost. */
  watts: z.int().min(0).max(1_000_000).optional(),
  /** Free switch ports wanted in the same rack. */
  ports: z
    .strictObject({
      count: z.int().min(1).max(10_000),
      /** Beginning of the port type, such as 10gbase. */
      type: z.string().trim().min(1).max(100).optional(),
      minimumSpeedMbps: z.int().min(1).max(10_000_000).optional(),
    })
    .optional(),
  /** Whose reserved units may be used. */
  owner: z.string().max(100).optional(),
  scope,
  limit: z.int().min(1).max(1000).default(100),
});

export type FreeSpaceInput = z.input<typeof freeSpaceInput>;
export type FreeSpaceRequest = z.output<typeof freeSpaceInput>;

export const freeSpaceSchema = z.object({
  racks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      path: z.string(),
      /** Where the wanted devices would stand, lowest first. */
      positionsHalfU: z.array(z.int()),
      /** How many positions there are for one. */
      positions: z.int(),
      largestRunHalfU: z.int(),
      /** Null: the rack has no recorded feed. */
      freeWatts: z.int().nullable(),
      freePorts: z.int(),
      warnings: z.array(z.string()),
    }),
  ),
  total: z.int(),
  /** Racks that do not match, counted by what is missing first. */
  rejected: z.array(z.object({ reason: z.enum(['space', 'weight', 'power', 'ports', 'status']), racks: z.int() })),
});

export type FreeSpace = z.output<typeof freeSpaceSchema>;

export const hallContract = {
  hall: query.input(scope).output(hallSchema),
  /** Racks with enough contiguous units, watts and ports together; the tightest first. */
  freeSpace: query.input(freeSpaceInput).output(freeSpaceSchema),
};
