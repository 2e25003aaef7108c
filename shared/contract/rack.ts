import { z } from 'zod';
import { rack } from '../domain/rack.ts';
import { command, query } from './base.ts';
import { hallContract } from './hall.ts';
import { rowReference, writeReceipt } from './noun.ts';

const face = z.enum(['front', 'rear', 'both']);
const nouns = z.enum(['compute', 'equipment']);
const standsIn = z.enum(['units', 'bays', 'either']);

/** What a drawing shows of a device, and what the fit rule needs of it. */
const drawnDevice = z.object({
  id: z.string(),
  noun: nouns,
  name: z.string(),
  /** False: `name` is made of its type and place. */
  named: z.boolean(),
  type: z.string(),
  state: z.string(),
  deviceTypeId: z.string().nullable(),
  deviceType: z.string().nullable(),
  positionHalfU: z.int().nullable(),
  heightHalfU: z.int(),
  face,
  widthParts: z.int(),
  widthOffset: z.int(),
  widthSpan: z.int(),
  side: z.enum(['left', 'right']).nullable(),
  depthMm: z.int().nullable(),
  /** Of the racks it is built for; null: any. */
  widthInches: z.number().nullable(),
  /** 0 for what passes power on or needs none; null: not known. A chassis counts its blades. */
  powerWatts: z.int().nullable(),
  weightGrams: z.int().nullable(),
  /** Feeds of the rack that its cords reach over recorded cables; empty: not recorded. */
  feeds: z.array(z.string()),
  /** Whose reserved units it may use: its owner. */
  reservedFor: z.string().nullable(),
  /** What its type is built for; `either` also where the type is not known. */
  standsIn,
  role: z.string().nullable(),
  owner: z.string().nullable(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  lastAudited: z.string().nullable(),
  /** The earliest warranty end of its parts, else its contract end. */
  warrantyEnd: z.string().nullable(),
  /** Mean of allocated/total over the resources the compute has, 0 to 1; null for equipment. */
  utilisation: z.number().nullable(),
  ports: z.object({ total: z.int(), used: z.int() }),
});

export type DrawnDevice = z.output<typeof drawnDevice>;

/** A device in a bay, or on a shelf, of the device `parentId`. */
const bayChild = drawnDevice.extend({ parentId: z.string(), bay: z.string().nullable() });

export type BayChild = z.output<typeof bayChild>;

/** A mounted device. It is also a RackDevice: hand it to the fit rule and to the geometry as it is. */
export const mountedSchema = drawnDevice.extend({
  /** Its own nameplate, which covers its blades; null: their watts add up. */
  ownPowerWatts: z.int().nullable(),
  /** Names of its device bays, in order; empty: not a chassis. */
  bays: z.array(z.string()),
  children: z.array(bayChild),
});

export type Mounted = z.output<typeof mountedSchema>;

export const reservationSchema = z.object({
  id: z.string(),
  positionHalfU: z.int(),
  heightHalfU: z.int(),
  face,
  reservedFor: z.string(),
  until: z.string().nullable(),
  notes: z.string().nullable(),
});

const feedLoad = z.object({
  name: z.string(),
  capacityWatts: z.int(),
  loadWatts: z.int(),
  worstLoadWatts: z.int(),
  worstWhenLost: z.string().nullable(),
});

const freeRun = z.object({ positionHalfU: z.int(), heightHalfU: z.int() });

export const elevationSchema = z.object({
  rack: z.object({ ...rack.fields, id: z.string() }),
  path: z.array(z.object({ noun: z.string(), id: z.string(), name: z.string() })),
  mounted: z.array(mountedSchema),
  /** The types of what is mounted, with what is drawn of them. */
  deviceTypes: z.array(
    z.object({
      id: z.string(),
      parts: z.object({
        bays: z.int(),
        ports: z.int(),
        frontPorts: z.int(),
        rearPorts: z.int(),
        powerPorts: z.int(),
        powerOutlets: z.int(),
      }),
      /** Ids of pictures. */
      pictures: z.object({ front: z.string().nullable(), rear: z.string().nullable() }),
    }),
  ),
  reservations: z.array(reservationSchema),
  feedLoads: z.array(feedLoad),
  weightGrams: z.int(),
  /** Stretches free over the full width, lowest first. */
  freeRuns: z.object({ front: z.array(freeRun), rear: z.array(freeRun), both: z.array(freeRun) }),
  /** What overlaps or stands outside although it is recorded so: each is named, none is hidden. */
  misfits: z.array(z.object({ deviceId: z.string(), message: z.string() })),
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

const unplaced = z.object({
  total: z.int(),
  devices: z.array(
    z.object({
      id: z.string(),
      noun: nouns,
      name: z.string(),
      type: z.string(),
      deviceType: z.string().nullable(),
      heightHalfU: z.int(),
      face,
      depthMm: z.int().nullable(),
      widthInches: z.number().nullable(),
      weightGrams: z.int().nullable(),
      powerWatts: z.int().nullable(),
      reservedFor: z.string().nullable(),
      standsIn,
    }),
  ),
});

const labelValues = z.object({
  /** Devices whose noun has no such field are left out; null: the field is empty. */
  values: z.array(
    z.object({
      id: z.string(),
      noun: nouns,
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      /** Of an amount of money. */
      currency: z.string().nullable(),
    }),
  ),
  /** Names of the rows that a reference field points at, by id. */
  references: z.record(z.string(), z.string()),
});

export type LabelValues = z.output<typeof labelValues>;

export const rackContract = {
  /**
   * What one field says of every device in the racks, those in bays included: a field of computes or equipment, one of their
   * computed columns, or `custom.` and the key of a custom field. Refuses fields that no device has.
   */
  labelValues: query
    .input(z.strictObject({ racks: z.array(rowReference).min(1).max(10_000), field: z.string().min(1).max(200) }))
    .output(labelValues),
  elevation: query.input(z.strictObject({ ref: rowReference })).output(elevationSchema),
  overview: query.output(racksOverview),
  /** Devices in no rack and no chassis, ready to be placed. Virtual computes are left out. */
  unplaced: query
    .input(
      z.strictObject({ text: z.string().max(200).default(''), limit: z.int().min(1).max(1000).default(50) }).default({
        text: '',
        limit: 50,
      }),
    )
    .output(unplaced),
  /**
   * Places a device, or shifts it inside its own rack; the fit rule decides, overlap names the occupant. One that is in
   * another rack or chassis is refused with E_ALREADY_CONTAINED naming that: `move` changes it. `units` gives the place by
   * its unit numbers instead of `positionHalfU`; they must adjoin (E_RU_NOT_ADJACENT).
   */
  mount: command
    .input(
      z.strictObject({
        device: rowReference,
        rack: rowReference,
        positionHalfU: z.int().min(0).max(119).nullable().optional(),
        units: z.array(z.int().min(0).max(1100)).min(1).max(60).optional(),
        face: face.optional(),
        side: z.enum(['left', 'right']).nullable().optional(),
        widthParts: z.int().min(1).max(8).optional(),
        widthOffset: z.int().min(0).max(7).optional(),
        widthSpan: z.int().min(1).max(8).optional(),
      }),
    )
    .output(writeReceipt),
  /** Takes devices out of their racks and chassis, all together or none. */
  unmount: command.input(z.strictObject({ devices: z.array(rowReference).min(1).max(500) })).output(writeReceipt),
  ...hallContract,
};
