import { implement } from '@orpc/server';
import { gridContract, type GridReport } from '../../../shared/contract/grid.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { EngineContext } from '../../session/context.ts';
import { triedOut } from '../../session/try-out.ts';
import { gridLabel, gridNoun, writeSheet } from './service.ts';

const os = implement(gridContract).$context<EngineContext>();

export const gridHandlers = {
  check: os.check.handler(async ({ input, context }) => {
    const session = context.session();
    const tried = await triedOut(session, (write) => writeSheet(write, session.rules, input));
    return tried.report;
  }),
  apply: os.apply.handler(async ({ input, context }) => {
    const session = context.session();
    const { accept, ...sheet } = input;
    const label = gridLabel(gridNoun(sheet.noun), sheet.rows.length);
    const { result, receipt } = await session.write({ kind: 'import', label }, (write) => {
      const written = writeSheet(write, session.rules, sheet);
      if (accept === 'all') refuseBad(written.report);
      return written;
    });
    return { ...receipt, ...result.report, ids: [...result.ids] };
  }),
};

function refuseBad({ refused, problems }: GridReport): void {
  const [first] = problems;
  if (!first) return;
  const message = `${refused} rows are refused and nothing was written. Row ${first.row + 1}: ${first.message}`;
  fail('E_FORMAT', message, { details: { problems } });
}
