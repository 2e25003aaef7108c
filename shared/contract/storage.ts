import { z } from 'zod';
import { command, query } from './base.ts';
import { raidImplementationInput, raidLevelInput } from './component.ts';
import { rowReference, writeReceipt } from './noun.ts';

const findings = z.array(z.object({ code: z.string(), severity: z.enum(['error', 'warning']), message: z.string() }));

export const raidCapacitySchema = z.object({
  state: z.enum(['ok', 'degraded', 'failed', 'unfinished']),
  capacityGb: z.int(),
  rawGb: z.number(),
  /** capacityGb ÷ rawGb, 0 to 1. */
  efficiency: z.number(),
  disksThatMayFail: z.int(),
  disksThatMayFailAtBest: z.int(),
  lostToMixedSizesGb: z.number(),
  lostMembers: z.int(),
  missingMembers: z.int(),
  ifAnotherFails: z.string(),
});

/** One disk of a compute. An assignment with a quantity of 4 is four of them. */
export const diskSchema = z.object({
  /** `assignment/unit`, stable until the assignment changes. */
  key: z.string(),
  assignmentId: z.string(),
  /** Which unit of the assignment, from 0. */
  unit: z.int(),
  componentId: z.string(),
  component: z.string(),
  slot: z.string().nullable(),
  partId: z.string().nullable(),
  serial: z.string().nullable(),
  capacityGb: z.number(),
  medium: z.enum(['hdd', 'ssd', 'nvme']).nullable(),
  failed: z.boolean(),
  hotSpare: z.boolean(),
});

export type Disk = z.output<typeof diskSchema>;

export const raidGroupView = z.object({
  name: z.string(),
  level: z.string().nullable(),
  implementation: z.enum(['controller', 'md', 'zfs']).nullable(),
  nominalMembers: z.int().nullable(),
  members: z.array(diskSchema),
  hotSpares: z.array(diskSchema),
  /** Null where the group cannot be computed; `findings` say why. */
  capacity: raidCapacitySchema.nullable(),
  findings,
});

const storageView = z.object({
  groups: z.array(raidGroupView),
  /** Disks in no group. */
  loose: z.array(diskSchema),
  /** Storage of the compute as its totals count it, decimal GB. */
  totalGb: z.int(),
  findings,
});

const groupDraft = {
  level: raidLevelInput,
  implementation: raidImplementationInput.default(null),
  /** Members of the whole array, where some are absent from the record. */
  nominalMembers: z.int().min(1).max(10_000).nullable().default(null),
};

const diskChoice = z.strictObject({ assignment: rowReference, unit: z.int().min(0).max(100_000) });

export const storageContract = {
  groups: query.input(z.strictObject({ compute: rowReference })).output(storageView),
  /** What a group of these disks would be, while it is edited. Nothing is read but the input. */
  preview: query
    .input(
      z.strictObject({
        ...groupDraft,
        members: z
          .array(
            z.strictObject({
              capacityGb: z.number().min(0).max(10_000_000),
              failed: z.boolean().default(false),
              medium: z.enum(['hdd', 'ssd', 'nvme']).nullable().default(null),
            }),
          )
          .max(10_000),
        hotSpares: z.int().min(0).max(10_000).default(0),
      }),
    )
    .output(z.object({ capacity: raidCapacitySchema.nullable(), findings })),
  /** Makes the group hold exactly these disks; disks that were in it and are not listed become loose. */
  saveGroup: command
    .input(
      z.strictObject({
        compute: rowReference,
        name: z.string().trim().min(1).max(64),
        /** The name it had, when it is renamed. */
        previousName: z.string().trim().min(1).max(64).optional(),
        ...groupDraft,
        members: z.array(diskChoice).max(10_000),
        hotSpares: z.array(diskChoice).max(10_000).default([]),
      }),
    )
    .output(writeReceipt.extend({ group: raidGroupView.nullable() })),
  /** Breaks a group up: its disks become loose. */
  removeGroup: command
    .input(z.strictObject({ compute: rowReference, name: z.string().trim().min(1).max(64) }))
    .output(writeReceipt),
  markFailed: command
    .input(z.strictObject({ compute: rowReference, disk: diskChoice, failed: z.boolean().default(true) }))
    .output(writeReceipt.extend({ group: raidGroupView.nullable() })),
  /** The group is whole again: its failed members work, and a line in their notes says since when. */
  recordRebuild: command
    .input(
      z.strictObject({
        compute: rowReference,
        name: z.string().trim().min(1).max(64),
        on: z.iso.date().optional(),
        notes: z.string().trim().max(1000).optional(),
      }),
    )
    .output(writeReceipt.extend({ group: raidGroupView.nullable() })),
};
