import { implement } from '@orpc/server';
import { auditContract } from '../../../shared/contract/audit.ts';
import { auditCsv, auditMarkdown } from './report-text.ts';
import type { EngineContext } from '../../session/context.ts';
import { triedOut } from '../../session/try-out.ts';
import { outcomesOf, pending } from './reconcile.ts';
import { reconciling } from './reconcile-step.ts';
import { reportOf } from './report.ts';
import { auditedDevices, blockersOf, signAudit } from './sign.ts';
import { journalEntries } from './sign-journal.ts';
import { headOf, verifyAudit } from './verify.ts';
import { summaryOf } from './views.ts';
import { openWalk, walkOf } from './walk.ts';

const os = implement(auditContract).$context<EngineContext>();

/** The end of an audit, and what can be shown of it afterwards. */
export const auditSignHandlers = {
  previewSign: os.previewSign.handler(async ({ input, context }) => {
    const session = context.session();
    const walk = walkOf(session, input.session);
    const outcomes =
      walk.audit.status === 'signed'
        ? []
        : await triedOut(session, (write) => {
            const open = openWalk(session, write, input.session, true);
            return outcomesOf(open, session.rules, pending(open));
          });
    const refused = outcomes.flatMap(({ name, problem }) => (problem === null ? [] : [`${name}: ${problem}`]));
    const signed = walk.audit.status === 'signed' ? [`${walk.audit.name} is signed already.`] : [];
    const blockers = [...signed, ...blockersOf(walk), ...refused];
    return {
      ready: blockers.length === 0,
      blockers,
      outcomes,
      devices: auditedDevices(walk).length,
      journalled: journalEntries(walk).length,
    };
  }),
  sign: os.sign.handler(async ({ input, context }) => {
    const session = context.session();
    const { audit } = walkOf(session, input.session);
    const header = await reconciling(session, audit.id, `Sign audit ${audit.name}`);
    const { receipt } = await session.write(header, (write) =>
      signAudit(openWalk(session, write, audit.id, true), session.rules, input.secondPerson ?? null),
    );
    const walk = walkOf(session, audit.id);
    return { ...receipt, session: summaryOf(walk), head: headOf(walk).head };
  }),
  verify: os.verify.handler(({ input, context }) =>
    verifyAudit(walkOf(context.session(), input.session), input.head === '' ? undefined : input.head),
  ),
  report: os.report.handler(({ input, context }) => reportOf(walkOf(context.session(), input.session))),
  reportText: os.reportText.handler(({ input, context }) => {
    const walk = walkOf(context.session(), input.session);
    const report = reportOf(walk);
    const name = `Audit ${walk.audit.name}`.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-');
    return input.format === 'csv'
      ? { fileName: `${name}.csv`, text: auditCsv(report) }
      : { fileName: `${name}.md`, text: auditMarkdown(report) };
  }),
};
