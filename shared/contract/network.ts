import { z } from 'zod';
import { IP_STATES, IP_TYPES } from '../domain/ip-address.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

/** A VRF by name or id; null or `default` means the default VRF. */
const vrfReference = rowReference.nullable();
/** Amounts of addresses as decimal text: an IPv6 prefix holds more than a number can say. */
const amount = z.string();
const state = z.enum(IP_STATES.map(({ value }) => value) as ['available', 'assigned', 'reserved']);
const type = z.enum(IP_TYPES.map(({ value }) => value) as ['public', 'private']);

export const prefixNode = z.object({
  id: z.string(),
  cidr: z.string(),
  vrfId: z.string().nullable(),
  vrf: z.string(),
  /** The innermost prefix around it. */
  parentId: z.string().nullable(),
  depth: z.int(),
  purpose: z.string().nullable(),
  vlan: z.int().nullable(),
  /** Addresses that can be used; all of them where prefixes lie inside. */
  capacity: amount,
  used: amount,
  /** used / capacity, 0 to 1. */
  share: z.number(),
  /** Prefixes directly inside, and recorded addresses in none of those. */
  children: z.int(),
  addresses: z.int(),
});

export type PrefixNode = z.output<typeof prefixNode>;

export const mapSegment = z.object({
  kind: z.enum(['network', 'broadcast', 'gateway', 'prefix', 'address', 'free']),
  first: z.string(),
  last: z.string(),
  size: amount,
  /** The prefix or address recorded there. */
  id: z.string().nullable(),
  /** Of an address. */
  state: state.nullable(),
  computes: z.array(z.string()),
});

export type MapSegment = z.output<typeof mapSegment>;

export const networkFinding = z.object({
  code: z.enum([
    'OUTSIDE_PREFIXES',
    'DUPLICATE',
    'OVERLAP',
    'OTHER_NETWORK',
    'GATEWAY_OUTSIDE',
    'GATEWAY_ASSIGNED',
    'NOT_FOR_HOSTS',
    'NO_PRIMARY',
  ]),
  message: z.string(),
  noun: z.string(),
  id: z.string(),
  /** What else is concerned: the other address or prefix. */
  otherId: z.string().nullable(),
});

export type NetworkFinding = z.output<typeof networkFinding>;

export const computeAddress = z.object({
  assignmentId: z.string(),
  ipAddressId: z.string(),
  address: z.string(),
  vrf: z.string(),
  type: type.nullable(),
  cidr: z.string().nullable(),
  gateway: z.string().nullable(),
  dnsServers: z.string().nullable(),
  vlan: z.int().nullable(),
  interfaceName: z.string().nullable(),
  isPrimary: z.boolean(),
  shared: z.boolean(),
});

export type ComputeAddress = z.output<typeof computeAddress>;

export const addressHolder = z.object({
  assignmentId: z.string(),
  computeId: z.string(),
  compute: z.string(),
  interfaceName: z.string().nullable(),
  isPrimary: z.boolean(),
});

export type AddressHolder = z.output<typeof addressHolder>;

const given = z.object({ id: z.string(), address: z.string() });

export const networkContract = {
  /** Every prefix below the one around it, depth first. Without `vrf` those of all VRFs. */
  tree: query
    .input(z.strictObject({ vrf: vrfReference.optional() }).default({}))
    .output(z.object({ nodes: z.array(prefixNode) })),
  /** What is free and what is used in a prefix, in order; every address is in exactly one segment. */
  map: query
    .input(z.strictObject({ prefix: rowReference, limit: z.int().min(1).max(70_000).default(2000) }))
    .output(z.object({ node: prefixNode, segments: z.array(mapSegment), total: z.int() })),
  /** The addresses that `allocate` would give out; fewer than asked for where the prefix is full. */
  nextFree: query
    .input(z.strictObject({ prefix: rowReference, count: z.int().min(1).max(10_000).default(1) }))
    .output(z.object({ addresses: z.array(z.string()) })),
  /** The lowest network of a size that is free in a prefix, or null. */
  nextNetwork: query
    .input(z.strictObject({ prefix: rowReference, length: z.int().min(0).max(128) }))
    .output(z.object({ cidr: z.string().nullable() })),
  /**
   * Gives out addresses: the next free ones of a prefix, or the one named, which must lie in exactly one prefix tree, or
   * with `alone` may lie in none. To a compute they are assigned; without one they are reserved.
   */
  allocate: command
    .input(
      z.strictObject({
        prefix: rowReference.optional(),
        address: z.string().trim().max(64).optional(),
        count: z.int().min(1).max(1000).default(1),
        compute: rowReference.optional(),
        interfaceName: z.string().trim().min(1).max(100).nullable().default(null),
        isPrimary: z.boolean().default(false),
        /** Where no prefix holds the address, it is recorded in the default VRF all the same. */
        alone: z.boolean().default(false),
      }),
    )
    .output(writeReceipt.extend({ addresses: z.array(given) })),
  /** Takes an address back: from one compute, or from all that have it; with `forget` its row goes too. */
  release: command
    .input(
      z.strictObject({ address: rowReference, compute: rowReference.optional(), forget: z.boolean().default(false) }),
    )
    .output(writeReceipt.extend({ released: z.int() })),
  /** What a form proposes for an address: its type, and what the innermost prefix says. */
  propose: query.input(z.strictObject({ address: z.string().max(64), vrf: vrfReference.default(null) })).output(
    z.object({
      type: type.nullable(),
      prefixId: z.string().nullable(),
      cidr: z.string().nullable(),
      gateway: z.string().nullable(),
      dnsServers: z.string().nullable(),
      vlan: z.int().nullable(),
      provider: z.string().nullable(),
      region: z.string().nullable(),
    }),
  ),
  /** The addresses of a compute, the primary one first, then by address. */
  ofCompute: query.input(z.strictObject({ compute: rowReference })).output(z.array(computeAddress)),
  /** The computes that have an address, by name. */
  holders: query.input(z.strictObject({ address: rowReference })).output(z.array(addressHolder)),
  /** Overlaps, duplicates and contradictions between addresses and prefixes. */
  findings: query.input(z.strictObject({ vrf: vrfReference.optional() }).default({})).output(z.array(networkFinding)),
};
