import { z } from 'zod';
import { COMPUTE_STATES } from '../domain/compute.ts';
import { buildLineSchema } from '../domain/slot.ts';
import { command } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

export const intakeInput = z.strictObject({
  deviceType: rowReference,
  /** `srv[001-040]`, or `srv{n}` / `srv{n:3}` counted from `firstNumber`. */
  namesPattern: z.string().trim().min(1).max(200),
  firstNumber: z.int().min(0).max(1_000_000_000).default(1),
  /** How many, where they are more than the serial numbers scanned. */
  count: z.int().min(1).max(10_000).optional(),
  serials: z.array(z.string().trim().min(1).max(128)).max(10_000).default([]),
  assetTags: z.array(z.string().trim().min(1).max(128)).max(10_000).default([]),
  /** Where the machines go, one after another: from the place given upwards, each at its type's height. */
  positions: z
    .array(
      z.strictObject({
        rack: rowReference,
        /** Of the first machine, in half units from the floor; or its unit as on the rail: `12`, `U12.5`. */
        positionHalfU: z.int().min(0).max(119).optional(),
        unit: z.string().trim().min(1).max(20).optional(),
        /** How many machines go into this rack. */
        count: z.int().min(1).max(60),
        /** Half units left free between two machines. */
        gapHalfU: z.int().min(0).max(119).default(0),
      }),
    )
    .max(200)
    .default([]),
  /** What each machine holds; absent: the device type's default build. Components by name or id. */
  build: z.array(buildLineSchema).max(500).optional(),
  /** Serial numbers of fitted parts: machine by machine, each list in the order of the build's units. */
  partSerials: z
    .array(z.array(z.string().trim().max(200)).max(10_000))
    .max(10_000)
    .default([]),
  state: z
    .enum(COMPUTE_STATES.map(({ value }) => value) as [(typeof COMPUTE_STATES)[number]['value']])
    .default('active'),
  provider: z.string().trim().min(1).max(100).nullable().default(null),
  region: z.string().trim().min(1).max(100).nullable().default(null),
  role: z.string().trim().min(1).max(100).nullable().default(null),
  owner: z.string().trim().min(1).max(100).nullable().default(null),
  tags: z.record(z.string(), z.string()).default({}),
});

export type IntakeInput = z.output<typeof intakeInput>;

const intakeRow = z.object({
  name: z.string(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  /** `Rack A1, U12`, or null. */
  place: z.string().nullable(),
  parts: z.int(),
  /** What refuses this machine. */
  problems: z.array(z.string()),
  /** What is odd but allowed: a serial number that is on record already. */
  warnings: z.array(z.string()),
});

export type IntakeRow = z.output<typeof intakeRow>;

export const intakePreview = z.object({ rows: z.array(intakeRow), refused: z.int() });

export const intakeContract = {
  /** Registers the delivery and takes it back: what it answers is what apply does. */
  preview: command.input(intakeInput).output(intakePreview),
  /** Registers the delivery as one undo; any refused machine refuses all. */
  apply: command
    .input(intakeInput)
    .output(writeReceipt.extend({ computeIds: z.array(z.string()), rows: z.array(intakeRow) })),
};
