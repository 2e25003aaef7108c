import { setImmediate as nextTurn } from 'node:timers/promises';
import { implement } from '@orpc/server';
import { reportContract } from '../../../shared/contract/report.ts';
import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { idsOf } from '../object/list-repository.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { idsByName } from './repository.ts';
import { reportOf } from './service.ts';
import { tableCsv } from './tables.ts';

const os = implement(reportContract).$context<EngineContext>();

export const reportHandlers = {
  compute: os.compute.handler(({ input, context }) => {
    const { read } = context.session();
    return reportOf(read, resolveReference(read, 'compute', input.compute, 'compute'), input.journal);
  }),
  computes: os.computes.handler(({ input, context, signal }) => {
    const { read } = context.session();
    const chosen = input.computes?.map((ref) => resolveReference(read, 'compute', ref, 'computes'));
    return reports(read, chosen ? idsByName(read, chosen) : admitted(read, input.query), input.journal, signal);
  }),
  csv: os.csv.handler(({ input, context, signal }) => {
    const { read } = context.session();
    return tableCsv(read, input.kind, admitted(read, input.query), input.days, signal);
  }),
};

function admitted(database: ReadDatabase, query: string): string[] {
  return idsByName(database, query.trim() === '' ? null : idsOf(database, definitionOf('compute'), query));
}

async function* reports(
  database: ReadDatabase,
  ids: readonly string[],
  journal: 'recent' | 'all',
  signal: AbortSignal | undefined,
): AsyncGenerator<ComputeReport, void, void> {
  for (const id of ids) {
    if (signal?.aborted) return;
    yield reportOf(database, id, journal);
    await nextTurn();
  }
}
