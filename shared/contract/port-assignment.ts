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
  address: z.string(),
  port: z.int(),
  protocol,
  servicePort: z.int(),
  description: z.string().nullable(),
  text: z.string(),
  /** Who has the port already, in a sentence; null: it is free. */
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
  /** What the service declares, on the primary address of its compute: for when an assignment is made. */
  propose: query.input(z.strictObject({ assignment: assignmentReference })).output(z.array(portProposal)),
  /**
   * Creates a mapping, or updates service port and description of the assignment's own. A port of another assignment is
   * refused naming it, unless `takeOver` is set.
   */
  take: command
    .input(z.strictObject({ assignment: assignmentReference, ...mappingInput, takeOver: z.boolean().default(false) }))
    .output(writeReceipt.extend({ id: z.string(), outcome })),
  /** Several ports to one assignment, all or none, as one undo; none of them is taken over. */
  takeMany: command
    .input(
      z.strictObject({
        assignment: assignmentReference,
        ports: z.array(z.strictObject(mappingInput)).min(1).max(1000),
      }),
    )
    .output(writeReceipt.extend({ outcomes: z.array(outcome) })),
  /** NAT and VIPs look odd and are allowed: told, not refused. */
  findings: query.input(z.strictObject({ compute: rowReference.optional() }).default({})).output(z.array(portFinding)),
};
