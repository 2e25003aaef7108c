import { basename } from 'node:path';
import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import { workspaceContract } from '../../../shared/contract/workspace.ts';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { addSampleDatacenter } from '../sample/service.ts';

const os = implement(workspaceContract).$context<EngineContext>();

export const workspaceHandlers = {
  info: os.info.handler(({ context }) => {
    const { workspace, read, state } = context.session();
    const { file } = workspace;
    const { mode, refusal } = state;
    return {
      file,
      name: basename(file, '.rackwright'),
      mode,
      reason: refusal?.message ?? null,
      counts: countsOf(read),
    };
  }),
  damage: os.damage.handler(async ({ context, input }) => {
    const session = context.session();
    const known = input.again ? null : session.scrubReport;
    const report = known ?? (await session.upkeep?.scrub());
    if (!report) fail('E_UNAVAILABLE', 'The comparison with the history was ended before it was through.');
    session.noteScrub(report);
    return report;
  }),
  addSample: os.addSample.handler(async ({ context }) => {
    const session = context.session();
    const counts = countsOf(session.read);
    const holding = ['site', 'compute', 'equipment', 'component', 'service'].filter((noun) => (counts[noun] ?? 0) > 0);
    if (holding.length > 0)
      fail(
        'E_IN_USE',
        'The sample datacenter is only put into an empty workspace; this one already holds data. Make a new workspace.',
      );
    return addSampleDatacenter(session);
  }),
};

function countsOf(database: ReadDatabase): Record<string, number> {
  const counts = NOUN_LIST.map((definition) => {
    const count = database.prepare<[], number>(`SELECT count(*) FROM ${definition.table}`).pluck().get() ?? 0;
    return [definition.noun, count] as const;
  });
  return Object.fromEntries(counts);
}
