import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import { rackContract } from '../../../shared/contract/rack.ts';
import type { EngineContext } from '../../session/context.ts';
import { rackPath } from '../compute/repository.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { findRack, mountedIn, racksOverview } from './repository.ts';
import { mount, unmount } from './service.ts';

const os = implement(rackContract).$context<EngineContext>();

export const rackHandlers = {
  elevation: os.elevation.handler(({ input, context }) => {
    const { read } = context.session();
    const id = resolveReference(read, 'rack', input.ref);
    const rack = findRack(read, id) ?? fail('E_NOT_FOUND', 'The rack is no longer there.');
    return { rack, path: rackPath(read, id), mounted: mountedIn(read, id) };
  }),
  overview: os.overview.handler(({ context }) => racksOverview(context.session().read)),
  mount: os.mount.handler(async ({ input, context }) => {
    const session = context.session();
    const deviceId = resolveReference(session.read, 'machine', input.device, 'device');
    const rackId = resolveReference(session.read, 'rack', input.rack, 'rack');
    const names = namesOf(session.read, [deviceId, rackId]);
    const label = `Place ${names[deviceId] ?? 'device'} in ${names[rackId] ?? 'rack'}`;
    return (
      await session.write({ kind: 'edit', label }, (write) => mount(write, session.rules, deviceId, rackId, input))
    ).receipt;
  }),
  unmount: os.unmount.handler(async ({ input, context }) => {
    const session = context.session();
    const deviceId = resolveReference(session.read, 'machine', input.device, 'device');
    const label = `Take ${namesOf(session.read, [deviceId])[deviceId] ?? 'device'} out of its rack`;
    return (await session.write({ kind: 'edit', label }, (write) => unmount(write, deviceId))).receipt;
  }),
};
