import { z } from 'zod';
import { cable } from '../domain/cable.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';
import { portEnd, portReference } from './port.ts';

const { type, colour, lengthMm, label, status } = cable.fields;

const attributes = { type, colour, lengthMm, label, status };

/** Ports of one device by a pattern: `Ethernet[1-24]`, `[1-12]`, `eth0, eth1`; the order given is the order connected. */
const range = z.strictObject({
  device: rowReference,
  ports: z.string().trim().min(1).max(2000),
  kind: portEnd.shape.kind.optional(),
});

const problem = z.object({ code: z.string(), message: z.string() });

const ranges = z.strictObject({ a: range, b: range });

const rangePreview = z.object({
  rows: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      aPortId: z.string().nullable(),
      bPortId: z.string().nullable(),
      problem: problem.nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  fitting: z.int(),
});

export type RangePreview = z.output<typeof rangePreview>;

/** One step of a trace: a port, and how the next one is reached. The last one has no way on. */
export const traceStep = portEnd.extend({
  /** Site / room / rack of the device. */
  place: z.string(),
  by: z.enum(['cable', 'inside']).nullable(),
  cable: z
    .object({
      id: z.string(),
      type: z.string().nullable(),
      colour: z.string().nullable(),
      label: z.string().nullable(),
    })
    .nullable(),
});

export const traceSchema = z.object({
  /** From the port asked for, or from the far end behind it, to the other end; never twice the same port. */
  steps: z.array(traceStep),
  /** Both ends are devices; false: the path stops at a panel, or loops. */
  complete: z.boolean(),
  loop: z.boolean(),
  /** Sum of the known cable lengths; null: none is known. */
  lengthMm: z.int().nullable(),
  /** Cables on the way without a length. */
  unmeasured: z.int(),
});

export type Trace = z.output<typeof traceSchema>;

export const cableContract = {
  /** Whether two ports may be joined: E_PORT_BUSY names the other end, E_PORT_TYPE the kinds, E_PORT_MISSING the port. */
  previewConnect: query
    .input(z.strictObject({ a: portReference, b: portReference }))
    .output(z.object({ problem: problem.nullable(), warnings: z.array(z.string()) })),
  connect: command
    .input(z.strictObject({ a: portReference, b: portReference, ...attributes }))
    .output(writeReceipt.extend({ id: z.string(), warnings: z.array(z.string()) })),
  /** Takes the cable out of a port; both ends are free afterwards. */
  disconnect: command.input(z.strictObject({ ports: z.array(portReference).min(1).max(10_000) })).output(writeReceipt),
  previewRanges: query.input(ranges).output(rangePreview),
  /** Joins two ranges pair by pair as one change. all: one misfit refuses everything; good: the others are connected. */
  connectRanges: command
    .input(ranges.extend({ ...attributes, accept: z.enum(['all', 'good']).default('all') }))
    .output(writeReceipt.extend({ connected: z.int(), refused: z.int() })),
  /** The whole path through a port, end to end through patch panels. */
  trace: query.input(z.strictObject({ port: portReference })).output(traceSchema),
  /** Every cable that ends on the devices of a rack, or on one device, with both ends. */
  ofObject: query.input(z.strictObject({ ref: rowReference })).output(
    z.array(
      z.object({
        id: z.string(),
        type: z.string().nullable(),
        colour: z.string().nullable(),
        lengthMm: z.int().nullable(),
        label: z.string().nullable(),
        status: z.string(),
        a: portEnd,
        b: portEnd,
        warnings: z.array(z.string()),
      }),
    ),
  ),
};
