import { z } from 'zod';
import { command, query } from './base.ts';
import { serialWarning, unitSchema } from './component.ts';
import { rowReference, writeReceipt } from './noun.ts';

/** Where a part is or was; `text` says it in words: `srv-01, slot DIMM A1`, `Shelf B, spare`, `RMA`. */
export const partPlaceSchema = z.object({
  status: z.enum(['fitted', 'spare', 'rma', 'scrap', 'missing']),
  computeId: z.string().nullable(),
  slot: z.string().nullable(),
  spareShelfId: z.string().nullable(),
  text: z.string(),
});

export type PartPlace = z.output<typeof partPlaceSchema>;

/** A part by its id, serial number or asset tag; a text that means several is E_AMBIGUOUS with the list. */
export const partReference = z.string().trim().min(1).max(400);

export const destinationInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('spare'), shelf: rowReference }),
  z.strictObject({ kind: z.literal('rma') }),
  z.strictObject({ kind: z.literal('scrap') }),
  z.strictObject({
    kind: z.literal('compute'),
    compute: rowReference,
    slot: z.string().trim().min(1).max(64).nullable().default(null),
  }),
]);

export type Destination = z.input<typeof destinationInput>;

const timelineEvent = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  /** Name of the command that did it. */
  label: z.string(),
  event: z.enum(['recorded', 'moved', 'failed', 'repaired', 'edited', 'removed']),
  /** The place after the event. */
  place: partPlaceSchema.nullable(),
  /** The event as a sentence. */
  text: z.string(),
});

export const partFound = z.object({
  id: z.string(),
  componentId: z.string(),
  component: z.string(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  place: partPlaceSchema,
});

const stockRow = z.object({
  componentId: z.string(),
  component: z.string(),
  type: z.string(),
  /** Spares with and without serial number, on all shelves. */
  spares: z.int(),
  looseUnits: z.int(),
  fitted: z.int(),
  rma: z.int(),
  minimum: z.int(),
  /** How many are missing, over all shelves together or on the shelf that misses most. */
  short: z.int(),
  shelves: z.array(
    z.object({
      spareShelfId: z.string(),
      shelf: z.string(),
      spares: z.int(),
      looseUnits: z.int(),
      minimum: z.int(),
      short: z.int(),
    }),
  ),
  leadTimeDays: z.int().nullable(),
});

export type StockRow = z.output<typeof stockRow>;

/** Special channels of `part`, beside those of every noun. */
export const partContract = {
  find: query
    .input(z.strictObject({ text: z.string().trim().min(1).max(200), limit: z.int().min(1).max(100).default(20) }))
    .output(z.array(partFound)),
  /** What became of a unit, oldest first, across machines. */
  timeline: query
    .input(z.strictObject({ part: partReference }))
    .output(z.object({ part: partFound, events: z.array(timelineEvent) })),
  /** For scanning: which of these serial numbers of this component are on record already. */
  checkSerials: query
    .input(z.strictObject({ component: rowReference, serials: z.array(z.string().max(200)).max(10_000) }))
    .output(z.array(serialWarning)),
  /** Serial numbers that several parts of one maker and part number have. */
  duplicates: query.output(z.array(z.object({ serial: z.string(), component: z.string(), parts: z.array(partFound) }))),
  /** Takes a unit out of its place and puts it into another, one undo. */
  move: command
    .input(z.strictObject({ part: partReference, to: destinationInput }))
    .output(writeReceipt.extend({ place: partPlaceSchema })),
  /** Puts a new unit where an old one was and says where the old one goes, one undo. */
  swap: command
    .input(
      z.strictObject({
        compute: rowReference,
        /** Which unit goes: its slot, or the part, or the assignment when it holds one unit. */
        slot: z.string().trim().min(1).max(64).optional(),
        part: partReference.optional(),
        assignment: rowReference.optional(),
        /** Needed where the old unit has no serial on record and goes to RMA. */
        oldSerial: z.string().trim().min(1).max(200).optional(),
        oldGoesTo: destinationInput,
        /** A spare with this serial number of the component is taken from where it is; else a part is recorded. */
        newSerial: z.string().trim().min(1).max(200).optional(),
        newAssetTag: z.string().trim().min(1).max(128).optional(),
        /** Default: the same catalogue entry. */
        newComponent: rowReference.optional(),
        /** The shelf whose count of units without serial number the new unit leaves. */
        takenFrom: rowReference.optional(),
        installedAt: z.iso.date().optional(),
      }),
    )
    .output(
      writeReceipt.extend({
        assignmentId: z.string(),
        oldPartId: z.string().nullable(),
        newPartId: z.string().nullable(),
        warnings: z.array(serialWarning),
        unit: unitSchema,
      }),
    ),
};

export const sparesContract = {
  /** Counts per catalogue entry that has a spare, a minimum or a unit away. */
  overview: query.input(z.strictObject({ shelf: rowReference.optional() }).default({})).output(z.array(stockRow)),
  /** Entries below their minimum, the most missing first. */
  short: query.output(z.array(stockRow)),
  /** Puts arrived units on a shelf: those with serial numbers as parts, the rest as a count. */
  receive: command
    .input(
      z.strictObject({
        shelf: rowReference,
        component: rowReference,
        serials: z.array(z.string().trim().min(1).max(200)).max(10_000).default([]),
        looseUnits: z.int().min(0).max(100_000).default(0),
      }),
    )
    .output(writeReceipt.extend({ partIds: z.array(z.string()), warnings: z.array(serialWarning) })),
};
