import { z } from 'zod';
import { FIREWALL_ACTIONS } from '../domain/firewall-rule.ts';
import { PROTOCOLS } from '../domain/protocol.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

const action = z.enum(FIREWALL_ACTIONS.map(({ value }) => value) as ['ALLOW', 'DENY']);
const protocol = z.enum(PROTOCOLS.map(({ value }) => value) as ['tcp', 'udp', 'icmp', 'all']);

export const effectiveRule = z.object({
  assignmentId: z.string(),
  enabled: z.boolean(),
  id: z.string(),
  name: z.string(),
  action,
  protocol,
  source: z.string(),
  destination: z.string(),
  portStart: z.int(),
  portEnd: z.int(),
  /** `22`, `8000 to 8080`, `any port`. */
  ports: z.string(),
  priority: z.int(),
  description: z.string().nullable(),
});

export type EffectiveRule = z.output<typeof effectiveRule>;

/** Computes by name or id, or a query that lists them. One of the two. */
const targets = {
  rules: z.array(rowReference).min(1).max(1000),
  computes: z.array(rowReference).min(1).max(200_000).optional(),
  query: z.string().max(2000).optional(),
};

export const firewallContract = {
  /** The rules of a compute in the order they are asked; those that are not enabled stand in their place. */
  effective: query.input(z.strictObject({ compute: rowReference })).output(z.array(effectiveRule)),
  /** The computes that a rule is on, by name. */
  computesOf: query.input(z.strictObject({ rule: rowReference, limit: z.int().min(1).max(1000).default(200) })).output(
    z.object({
      total: z.int(),
      rows: z.array(z.object({ computeId: z.string(), compute: z.string(), enabled: z.boolean() })),
    }),
  ),
  /** Would this packet pass? The first enabled rule that matches decides. */
  packet: query
    .input(
      z.strictObject({
        compute: rowReference,
        protocol: z.enum(['tcp', 'udp', 'icmp']),
        source: z.string().trim().max(64),
        /** Default: the primary address of the compute. */
        destination: z.string().trim().max(64).optional(),
        /** Of the destination; ICMP has none. */
        port: z.int().min(1).max(65_535).optional(),
      }),
    )
    .output(
      z.object({
        /** Null: no rule decides. */
        action: action.nullable(),
        rule: effectiveRule.nullable(),
        message: z.string(),
        destination: z.string(),
        /** The rules asked before, in order, each with what did not match. */
        passed: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            mismatch: z.enum(['protocol', 'source', 'destination', 'port']),
          }),
        ),
      }),
    ),
  /** Puts rules on computes, or sets whether they are enabled where they are already, as one undo. */
  assign: command
    .input(z.strictObject({ ...targets, enabled: z.boolean().default(true) }))
    .output(writeReceipt.extend({ created: z.int(), updated: z.int(), unchanged: z.int() })),
  /** Takes rules off computes. */
  unassign: command.input(z.strictObject(targets)).output(writeReceipt.extend({ removed: z.int() })),
};
