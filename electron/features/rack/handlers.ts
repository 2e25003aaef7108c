import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import { rackContract } from '../../../shared/contract/rack.ts';
import type { EngineContext } from '../../session/context.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { unplacedDevices, whereaboutsOf } from '../placement/service.ts';
import { elevationOf } from './elevation.ts';
import { findFreeSpace } from './free-space.ts';
import { hallOf } from './hall.ts';
import { labelValuesOf } from './label-values.ts';
import { racksOverview, type RackScope } from './repository.ts';
import { mount, unmount } from './service.ts';

const os = implement(rackContract).$context<EngineContext>();

export const rackHandlers = {
  elevation: os.elevation.handler(({ input, context }) => {
    const { read } = context.session();
    return (
      elevationOf(read, resolveReference(read, 'rack', input.ref)) ?? fail('E_NOT_FOUND', 'The rack is not there.')
    );
  }),
  labelValues: os.labelValues.handler(({ input, context }) => {
    const { read } = context.session();
    const rackIds = input.racks.map((ref, index) => resolveReference(read, 'rack', ref, `racks.${index}`));
    return labelValuesOf(read, rackIds, input.field);
  }),
  overview: os.overview.handler(({ context }) => racksOverview(context.session().read)),
  unplaced: os.unplaced.handler(({ input, context }) => {
    const { total, machines } = unplacedDevices(context.session().read, input.text, input.limit);
    return { total, devices: machines.map(unplacedRow) };
  }),
  hall: os.hall.handler(({ input, context }) => {
    const { read } = context.session();
    return hallOf(read, scopeOf(read, input));
  }),
  freeSpace: os.freeSpace.handler(({ input, context }) => {
    const { read } = context.session();
    return findFreeSpace(read, input, scopeOf(read, input.scope));
  }),
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
    const { read } = session;
    const ids = new Set(input.devices.map((ref, index) => resolveReference(read, 'machine', ref, `devices.${index}`)));
    const { receipt } = await session.write({ kind: 'edit', label: unmountLabel(read, [...ids]) }, (write) => {
      for (const id of ids) unmount(write, id);
    });
    return receipt;
  }),
};

function unmountLabel(database: ReadDatabase, [first = '', ...others]: readonly string[]): string {
  if (others.length > 0) return `Take ${others.length + 1} devices out of their places`;
  const place = whereaboutsOf(database, first)?.kind === 'chassis' ? 'chassis' : 'rack';
  return `Take ${namesOf(database, [first])[first] ?? 'device'} out of its ${place}`;
}

interface NamedScope {
  readonly site?: string | undefined;
  readonly room?: string | undefined;
  readonly zone?: string | undefined;
}

function scopeOf(database: ReadDatabase, { site, room, zone }: NamedScope): RackScope {
  const resolve = (noun: string, ref: string | undefined) =>
    ref === undefined ? null : resolveReference(database, noun, ref, noun);
  return { siteId: resolve('site', site), roomId: resolve('room', room), zoneId: resolve('zone', zone) };
}

function unplacedRow({ row, device }: ReturnType<typeof unplacedDevices>['machines'][number]) {
  const { id, noun, type, deviceType, owner, depthMm } = row;
  return {
    id,
    noun,
    type,
    deviceType,
    depthMm,
    widthInches: device.widthInches ?? null,
    name: device.name,
    heightHalfU: device.heightHalfU,
    face: device.face,
    weightGrams: device.weightGrams ?? null,
    powerWatts: device.powerWatts ?? null,
    reservedFor: owner,
    standsIn: device.standsIn ?? 'units',
  };
}
