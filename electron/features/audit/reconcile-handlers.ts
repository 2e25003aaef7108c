import { implement } from '@orpc/server';
import { auditContract } from '../../../shared/contract/audit.ts';
import { DISCREPANCY_KINDS } from '../../../shared/domain/audit-words.ts';
import type { EngineContext } from '../../session/context.ts';
import { triedOut } from '../../session/try-out.ts';
import { carriedViews } from './carried.ts';
import { discrepancyView, isSettled, reconciledOf } from './discrepancy-views.ts';
import { applyPending, noteDecisions, outcomesOf, pending, undecide, undecided } from './reconcile.ts';
import { reconciling } from './reconcile-step.ts';
import { tryDecisions } from './try-decisions.ts';
import { openWalk, walkOf } from './walk.ts';

const os = implement(auditContract).$context<EngineContext>();

/** From what was found to the record: proposals, decisions, and one change that writes them. */
export const auditReconcileHandlers = {
  discrepancies: os.discrepancies.handler(({ input, context }) => {
    const walk = walkOf(context.session(), input.session);
    const reconciled = reconciledOf(walk);
    const { racks } = walk.state.index;
    return {
      discrepancies: reconciled.map((entry) => discrepancyView(walk, entry)),
      counts: DISCREPANCY_KINDS.map(({ value }) => {
        const ofKind = reconciled.filter(({ found }) => found.kind === value);
        return { kind: value, count: ofKind.length, undecided: ofKind.filter((entry) => !isSettled(entry)).length };
      }),
      carried: carriedViews(
        walk,
        reconciled.map(({ found }) => found),
      ),
      unfinishedRacks: racks.filter(({ id }) => !walk.state.finished.has(id)).length,
    };
  }),
  previewDecisions: os.previewDecisions.handler(async ({ input, context }) => {
    return (await tryDecisions(context.session(), input.session, input.decisions)).outcomes;
  }),
  decide: os.decide.handler(async ({ input, context }) => {
    const session = context.session();
    const tried = await tryDecisions(session, input.session, input.decisions);
    const { length } = input.decisions;
    const { audit } = walkOf(session, input.session);
    const label = `Decide ${length} ${length === 1 ? 'discrepancy' : 'discrepancies'} of audit ${audit.name}`;
    const { receipt } = await session.write(await reconciling(session, audit.id, label), (write) => {
      noteDecisions(openWalk(session, write, audit.id, true), input.decisions, tried);
    });
    return { ...receipt, outcomes: tried.outcomes, undecided: undecided(walkOf(session, input.session)).length };
  }),
  undecide: os.undecide.handler(async ({ input, context }) => {
    const session = context.session();
    const { audit } = walkOf(session, input.session);
    const header = await reconciling(session, audit.id, `Take decisions of audit ${audit.name} back`);
    const { receipt } = await session.write(header, (write) =>
      undecide(openWalk(session, write, audit.id, true), input.discrepancies),
    );
    return { ...receipt, undecided: undecided(walkOf(session, input.session)).length };
  }),
  previewApply: os.previewApply.handler(({ input, context }) => {
    const session = context.session();
    return triedOut(session, (write) => {
      const walk = openWalk(session, write, input.session, true);
      return outcomesOf(walk, session.rules, pending(walk));
    });
  }),
  apply: os.apply.handler(async ({ input, context }) => {
    const session = context.session();
    const { audit } = walkOf(session, input.session);
    const header = await reconciling(session, audit.id, `Reconcile audit ${audit.name}`);
    const { result, receipt } = await session.write(header, (write) =>
      applyPending(openWalk(session, write, audit.id, true), session.rules),
    );
    return { ...receipt, outcomes: result };
  }),
};
