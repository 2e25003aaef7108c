import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import { powerContract } from '../../../shared/contract/power.ts';
import type { EngineContext } from '../../session/context.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { powerChainOf } from './chain.ts';
import { powerFindings } from './findings.ts';

const os = implement(powerContract).$context<EngineContext>();

export const powerHandlers = {
  chain: os.chain.handler(({ input, context }) => {
    const { read } = context.session();
    const rackId = resolveReference(read, 'rack', input.rack, 'rack');
    return powerChainOf(read, rackId) ?? fail('E_NOT_FOUND', 'The rack is not there.');
  }),
  findings: os.findings.handler(({ input, context }) => {
    const { read } = context.session();
    const racks = input.rack === undefined ? everyRack(read) : [resolveReference(read, 'rack', input.rack, 'rack')];
    return powerFindings(read, racks);
  }),
};

function everyRack(database: ReadDatabase): string[] {
  return database.prepare<[], string>('SELECT id FROM rack ORDER BY name COLLATE NOCASE, id').pluck().all();
}
