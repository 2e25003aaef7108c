import { implement } from '@orpc/server';
import { locateContract } from '../../../shared/contract/locate.ts';
import type { EngineContext } from '../../session/context.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { holderNames } from '../placement/service.ts';
import { labelsOf } from './labels.ts';
import { consolePaths, locate, poweringOutlets } from './service.ts';

const os = implement(locateContract).$context<EngineContext>();

export const locateHandlers = {
  find: os.find.handler(({ input, context }) => ({ found: locate(context.session().read, input.text, input.limit) })),
  console: os.console.handler(({ input, context }) => {
    const { read } = context.session();
    const device = deviceOf(read, input.ref);
    return { ...device, paths: consolePaths(read, device.id) };
  }),
  power: os.power.handler(({ input, context }) => {
    const { read } = context.session();
    const device = deviceOf(read, input.ref);
    return { ...device, outlets: poweringOutlets(read, device.id) };
  }),
  labels: os.labels.handler(({ input, context }) => {
    const { read } = context.session();
    return labelsOf(
      read,
      input.devices.map((ref) => resolveReference(read, 'machine', ref, 'devices')),
      input.racks.map((ref) => resolveReference(read, 'rack', ref, 'racks')),
    );
  }),
};

function deviceOf(database: ReadDatabase, ref: string): { id: string; name: string } {
  const id = resolveReference(database, 'machine', ref);
  return { id, name: holderNames(database, [id]).get(id) ?? ref };
}
