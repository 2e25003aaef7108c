import { z } from 'zod';
import { componentAssignment } from '../domain/component-assignment.ts';
import { customMapSchema } from '../domain/custom-field.ts';
import { raidLevelOrAsGiven, RAID_IMPLEMENTATIONS, RAID_LEVELS } from '../domain/raid-level.ts';
import { slotSchema } from '../domain/slot.ts';
import { tagMapSchema } from '../domain/tag.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

/** A level in any spelling: 5, `raid5`, `RAID 5`; null, empty and `none` are no level. */
export const raidLevelInput = z.preprocess(
  raidLevelOrAsGiven,
  z.nullable(z.enum(RAID_LEVELS.map(({ value }) => value) as [(typeof RAID_LEVELS)[number]['value']])),
);

export const raidImplementationInput = z
  .enum(RAID_IMPLEMENTATIONS.map(({ value }) => value) as [(typeof RAID_IMPLEMENTATIONS)[number]['value']])
  .nullable();

const serialText = z.string().trim().min(1).max(200);

/** The same serial number of the same maker and part stands elsewhere too: shown, never refused. */
export const serialWarning = z.object({
  serial: z.string(),
  message: z.string(),
  partIds: z.array(z.string()),
});

export type SerialWarning = z.output<typeof serialWarning>;

export const assignInput = z.strictObject({
  /** Computes by name or id; or a query that lists them. One of the two. */
  computes: z.array(rowReference).min(1).max(10_000).optional(),
  query: z.string().max(2000).optional(),
  component: rowReference,
  quantity: z.int().min(1).max(100_000).default(1),
  /** One slot or a range; none: the first free slots that take the part. */
  slot: z.string().trim().max(400).nullable().default(null),
  /** For one unit on one compute; refused for several computes. */
  serial: serialText.optional(),
  /** One per unit in the order of computes and slots; `serials[0..quantity)` go to the first compute. */
  serials: z.array(serialText).max(100_000).default([]),
  assetTag: z.string().trim().min(1).max(128).optional(),
  notes: z.string().max(4000).nullable().default(null),
  raidLevel: raidLevelInput.optional(),
  raidGroup: z.string().trim().max(64).nullable().optional(),
  raidImplementation: raidImplementationInput.optional(),
  hotSpare: z.boolean().default(false),
  installedAt: z.iso.date().nullable().default(null),
  warrantyEnd: z.iso.date().nullable().default(null),
});

export type AssignInput = z.output<typeof assignInput>;

export const assignRow = z.object({
  computeId: z.string(),
  compute: z.string(),
  outcome: z.enum(['fits', 'no free slot', 'would exceed', 'refused']),
  /** The slots that would be taken, in order; empty where the compute declares none for this part. */
  slots: z.array(z.string()),
  serials: z.array(z.string()),
  /** Why it does not fit; null when it does. */
  message: z.string().nullable(),
});

export type AssignRow = z.output<typeof assignRow>;

export const assignPreview = z.object({
  rows: z.array(assignRow),
  fits: z.int(),
  refused: z.int(),
  warnings: z.array(serialWarning),
});

/** Special channels of `component`, beside those of every noun. */
export const componentContract = {
  /** Per compute: would the part fit, and where. */
  assignPreview: query.input(assignInput).output(assignPreview),
  /** The same, done: one command, one undo. */
  assign: command
    .input(
      assignInput.extend({
        /** all: one compute that does not take it refuses the command; good: the others are fitted. */
        accept: z.enum(['all', 'good']).default('all'),
      }),
    )
    .output(writeReceipt.extend({ ...assignPreview.shape, assignmentIds: z.array(z.string()) })),
};

export const unitSchema = z.object({
  /** Null where the assignment names no slot, or none that is this unit's. */
  slot: z.string().nullable(),
  partId: z.string().nullable(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
});

export type Unit = z.output<typeof unitSchema>;

export const slotMapSchema = z.object({
  /** False: the compute declares no slots, and slots are free text. */
  declared: z.boolean(),
  slots: z.array(
    slotSchema.extend({
      /** Index into `assignments` and of the unit in it; null: free. */
      assignmentId: z.string().nullable(),
      unit: unitSchema.nullable(),
    }),
  ),
  assignments: z.array(
    z.object({
      id: z.string(),
      componentId: z.string(),
      component: z.string(),
      type: z.string(),
      specs: z.record(z.string(), z.unknown()),
      quantity: z.int(),
      slot: z.string().nullable(),
      raidLevel: z.string().nullable(),
      raidGroup: z.string().nullable(),
      hotSpare: z.boolean(),
      failed: z.boolean(),
      installedAt: z.string().nullable(),
      warrantyEnd: z.string().nullable(),
      notes: z.string().nullable(),
      /** As many as the quantity. */
      units: z.array(unitSchema),
    }),
  ),
  /** What cannot be true: parts in no slot of this name, two in one slot, more parts than slots. */
  problems: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      assignmentIds: z.array(z.string()),
      slot: z.string().optional(),
    }),
  ),
});

export type SlotMapView = z.output<typeof slotMapSchema>;

/** Special channels of `componentAssignment`, beside those of every noun. */
export const componentAssignmentContract = {
  /** Beside the fields of the noun, the serial numbers and asset tag of its units, which become parts. */
  create: command
    .input(
      z.strictObject({
        record: componentAssignment.schema.extend({
          serial: serialText.nullable().optional(),
          /** One per unit, in the order of the slots. */
          serials: z.array(serialText).max(100_000).optional(),
          assetTag: z.string().trim().min(1).max(128).nullable().optional(),
        }),
        custom: customMapSchema.optional(),
        tags: tagMapSchema.optional(),
      }),
    )
    .output(
      writeReceipt.extend({
        id: z.string(),
        name: z.string(),
        version: z.int(),
        warnings: z.array(serialWarning),
      }),
    ),
  slotMap: query.input(z.strictObject({ compute: rowReference })).output(slotMapSchema),
  /** Says the serial number and asset tag of every unit; a unit with neither is only counted. */
  setSerials: command
    .input(
      z.strictObject({
        ref: rowReference,
        units: z
          .array(
            z.strictObject({
              /** Keeps the part's history when its serial number is corrected. */
              partId: rowReference.nullable().optional(),
              serial: serialText.nullable().default(null),
              assetTag: z.string().trim().min(1).max(128).nullable().default(null),
              slot: z.string().trim().min(1).max(64).nullable().optional(),
            }),
          )
          .max(100_000),
      }),
    )
    .output(writeReceipt.extend({ warnings: z.array(serialWarning), units: z.array(unitSchema) })),
};
