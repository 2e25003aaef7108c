import { implement } from '@orpc/server';
import { networkContract } from '../../../shared/contract/network.ts';
import type { EngineContext } from '../../session/context.ts';
import { nameOrReference, resolveReference } from '../object/reference-repository.ts';
import { allocate, release } from './allocate.ts';
import { networkFindings } from './findings.ts';
import { holdersOf } from './repository.ts';
import {
  addressesOf,
  nextFree,
  nextNetwork,
  prefixMap,
  prefixTree,
  proposal,
  requirePrefix,
  resolveVrf,
} from './service.ts';

const os = implement(networkContract).$context<EngineContext>();

export const networkHandlers = {
  tree: os.tree.handler(({ input, context }) => {
    const { read } = context.session();
    return { nodes: prefixTree(read, input.vrf === undefined ? undefined : resolveVrf(read, input.vrf)) };
  }),
  map: os.map.handler(({ input, context }) => {
    const { read } = context.session();
    return prefixMap(read, requirePrefix(read, input.prefix), input.limit);
  }),
  nextFree: os.nextFree.handler(({ input, context }) => {
    const { read } = context.session();
    return { addresses: nextFree(read, requirePrefix(read, input.prefix), input.count) };
  }),
  nextNetwork: os.nextNetwork.handler(({ input, context }) => {
    const { read } = context.session();
    return { cidr: nextNetwork(read, requirePrefix(read, input.prefix), input.length) };
  }),
  allocate: os.allocate.handler(async ({ input, context }) => {
    const session = context.session();
    const named = (noun: string, reference = '') => nameOrReference(session.read, noun, reference);
    const many = input.count === 1 ? 'an address' : `${input.count} addresses`;
    const what = input.address ?? `${many} of ${named('prefix', input.prefix)}`;
    const label =
      input.compute === undefined ? `Reserve ${what}` : `Give ${what} to ${named('compute', input.compute)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      allocate(write, session.rules, input),
    );
    return { ...receipt, addresses: result };
  }),
  release: os.release.handler(async ({ input, context }) => {
    const session = context.session();
    const { read } = session;
    const id = resolveReference(read, 'ipAddress', input.address, 'address');
    const computeId = input.compute === undefined ? null : resolveReference(read, 'compute', input.compute, 'compute');
    const label = `Take back ${nameOrReference(read, 'ipAddress', id)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      release(write, session.rules, id, computeId, input.forget),
    );
    return { ...receipt, released: result };
  }),
  propose: os.propose.handler(({ input, context }) => {
    const { read } = context.session();
    return proposal(read, input.address, resolveVrf(read, input.vrf));
  }),
  ofCompute: os.ofCompute.handler(({ input, context }) => {
    const { read } = context.session();
    return addressesOf(read, resolveReference(read, 'compute', input.compute, 'compute'));
  }),
  holders: os.holders.handler(({ input, context }) => {
    const { read } = context.session();
    return holdersOf(read, resolveReference(read, 'ipAddress', input.address, 'address')).map(
      ({ assignmentId, computeId, compute, interfaceName, isPrimary }) => ({
        assignmentId,
        computeId,
        compute,
        interfaceName,
        isPrimary: isPrimary === 1,
      }),
    );
  }),
  findings: os.findings.handler(({ input, context }) => {
    const { read } = context.session();
    return networkFindings(read, input.vrf === undefined ? undefined : resolveVrf(read, input.vrf));
  }),
};
