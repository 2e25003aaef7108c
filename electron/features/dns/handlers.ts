import { implement } from '@orpc/server';
import { dnsContract, type ZoneEvent } from '../../../shared/contract/dns.ts';
import type { EngineContext } from '../../session/context.ts';
import { progressStream } from '../../session/progress-stream.ts';
import { dnsFindings } from './checks.ts';
import { zonesOnRecord } from './repository.ts';
import { upsertRecord } from './upsert.ts';
import { exportZone, importZone } from './zones.ts';

const os = implement(dnsContract).$context<EngineContext>();

export const dnsHandlers = {
  zones: os.zones.handler(({ context }) => zonesOnRecord(context.session().read)),
  upsert: os.upsert.handler(async ({ input, context }) => {
    const session = context.session();
    const { address, oldValue, further, ...record } = input;
    const { result, receipt } = await session.write(
      { kind: 'edit', label: `Record DNS record ${input.name} ${input.type}` },
      (write) => upsertRecord(write, session.rules, { record, address, oldValue, further }),
    );
    return { ...receipt, ...result };
  }),
  importZone: os.importZone.handler(({ input, context, signal }) =>
    progressStream<ZoneEvent>((emit, stop) => importZone(context.session(), input, emit, stop), signal),
  ),
  exportZone: os.exportZone.handler(({ input, context }) => exportZone(context.session().read, input.zone)),
  check: os.check.handler(({ input, context }) => dnsFindings(context.session().read, input.zone)),
};
