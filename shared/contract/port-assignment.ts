import { z } from 'zod';
import { PROTOCOLS } from '../domain/protocol.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

const protocol = z.enum(PROTOCOLS.map(({ value }) => value) as ['tcp', 'udp', 'icmp', 'all']);

/** An assignment by its id, or by its service and compute. */
const assignmentReference = z.union([
  z.strictObject({ id: rowReference }),
  z.strictObject({ service: rowReference, compute: rowReference }),
]);

export const portMapping = z.object({
  id: z.string(),
  assignmentId: z.string(),
  ipAddressId: z.string(),
  address: z.string(),
  port: z.int(),
  protocol,
  servicePort: z.int(),
  description: z.string().nullable(),
  service: z.string(),
  compute: z.string(),
  computeId: z.string(),
  /** `203.0.113.45:8080/tcp → 80` */
  text: z.string(),
});

export type PortMapping = z.output<typeof portMapping>;

export const portProposal = z.object({
  assignmentId: z.string(),
  service: z.string(),
  compute: z.string(),
  address: z.string(),
  port: z.int(),
  protocol,
  servicePort: z.int(),
  description: z.string().nullable(),
  text: z.string(),
  /** Who has the port already, or is proposed for it before this one, in a sentence; null: it is free. */
  taken: z.string().nullable(),
});

export type PortProposal = z.output<typeof portProposal>;

export const portFinding = z.object({
  code: z.enum(['OTHER_COMPUTE', 'UNASSIGNED_ADDRESS', 'UNKNOWN_SERVICE_PORT']),
  message: z.string(),
  portAssignmentId: z.string(),
});

export type PortFinding = z.output<typeof portFinding>;

const mappingInput = {
  address: rowReference,
  port: z.int().min(0).max(65_535),
  protocol: protocol.default('tcp'),
  servicePort: z.int().min(0).max(65_535),
  description: z.string().max(4000).nullable().optional(),
};

const outcome = z.enum(['created', 'updated', 'unchanged', 'taken over']);

export const portAssignmentContract = {
  /** The mappings that lead to a compute, by address and port. */
  ofCompute: query.input(z.strictObject({ compute: rowReference })).output(z.array(portMapping)),
  /** What the services declare, on the primary addresses of their computes: for when assignments are made. */
  propose: query
    .input(z.strictObject({ assignments: z.array(assignmentReference).min(1).max(10_000) }))
    .output(z.array(portProposal)),
  /**
   * Creates a mapping, or updates service port and description of the assignment's own. A port of another assignment, and
   * one that is taken for a protocol that meets this one (`all` meets every one), is refused naming who has it, unless
   * `takeOver` is set: what stands in the way then goes.
   */
  take: command
    .input(z.strictObject({ assignment: assignmentReference, ...mappingInput, takeOver: z.boolean().default(false) }))
    .output(writeReceipt.extend({ id: z.string(), outcome })),
  /** Several ports, each to its assignment, all or none, as one undo; none of them is taken over. */
  takeMany: command
    .input(
      z.strictObject({
        ports: z
          .array(z.strictObject({ assignment: assignmentReference, ...mappingInput }))
          .min(1)
          .max(50_000),
      }),
    )
    .output(writeReceipt.extend({ outcomes: z.array(outcome) })),
  /** NAT and VIPs look odd and are allowed: told, not refused. */
  findings: query.input(z.strictObject({ compute: rowReference.optional() }).default({})).output(z.array(portFinding)),
};
