import { implement } from '@orpc/server';
import { auditContract } from '../../../shared/contract/audit.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { EngineContext } from '../../session/context.ts';
import { createRow } from '../object/service.ts';
import { observationItem, placeAnswer } from './answers.ts';
import { devicesToAudit } from './expected-repository.ts';
import { frozenRacks } from './freeze.ts';
import { besideReconciling } from './reconcile-step.ts';
import { auditSessions, observedPage } from './repository.ts';
import { resolveScope, scopeText } from './scope.ts';
import { rackViewOf, summaryOf, tickRackOf, walkRackOf } from './views.ts';
import { auditRackOf, openWalk, walkOf } from './walk.ts';

const SESSION = definitionOf('auditSession');

const os = implement(auditContract).$context<EngineContext>();

/** Sessions as such, and what their walk looks like. */
export const auditSessionHandlers = {
  previewScope: os.previewScope.handler(({ input, context }) => {
    const { read } = context.session();
    const scope = resolveScope(read, input.scope);
    const racks = frozenRacks(read, scope, input.level);
    const devices = racks.flatMap(({ expected }) => expected);
    const ids = devices.map(({ id }) => id);
    return {
      scopeText: scopeText(read, input.scope),
      racks: racks.filter(({ rackId }) => rackId !== null).length,
      devices: devices.length,
      unplaced: racks.find(({ rackId }) => rackId === null)?.expected.length ?? 0,
      parts: devices.reduce((sum, { parts }) => sum + parts.length, 0),
      neverAudited: devicesToAudit(read, ids).filter(({ lastAudited }) => lastAudited === null).length,
      unknown: [...scope.unknown],
      ambiguous: [...scope.ambiguous],
    };
  }),
  start: os.start.handler(async ({ input, context }) => {
    const session = context.session();
    const { result, receipt } = await session.write({ kind: 'edit', label: `Start audit ${input.name}` }, (write) =>
      createRow(write, session.rules, SESSION, input),
    );
    return { ...receipt, id: result.id, session: summaryOf(walkOf(session, result.id)) };
  }),
  sessions: os.sessions.handler(({ context }) => {
    const session = context.session();
    return auditSessions(session.read).map(({ id }) => summaryOf(walkOf(session, id)));
  }),
  session: os.session.handler(({ input, context }) => {
    const walk = walkOf(context.session(), input.session);
    return { ...summaryOf(walk), place: placeAnswer(walk) };
  }),
  pause: os.pause.handler(({ input, context }) => setStatus(context, input.session, 'paused')),
  resume: os.resume.handler(({ input, context }) => setStatus(context, input.session, 'open')),
  walk: os.walk.handler(({ input, context }) => {
    const walk = walkOf(context.session(), input.session);
    return {
      racks: walk.state.index.racks.map((rack) => walkRackOf(walk, rack)),
      place: placeAnswer(walk),
      progress: walk.state.tally.ofAll(walk.state.finished),
    };
  }),
  rack: os.rack.handler(({ input, context }) => {
    const walk = walkOf(context.session(), input.session);
    return rackViewOf(walk, auditRackOf(walk, input.rack));
  }),
  observations: os.observations.handler(({ input, context }) => {
    const walk = walkOf(context.session(), input.session);
    const { classes, limit, cursor } = input;
    const page = observedPage(walk.database, { sessionId: walk.audit.id, classes, limit, before: cursor });
    const last = page.length === limit ? page.at(-1) : undefined;
    return { items: page.map((entry) => observationItem(walk, entry)), cursor: last?.id ?? null };
  }),
  tickList: os.tickList.handler(({ input, context }) => {
    const walk = walkOf(context.session(), input.session);
    const racks = input.racks?.map((ref) => auditRackOf(walk, ref)) ?? walk.state.index.racks;
    const { name, startedAt } = walk.audit;
    return {
      name,
      scopeText: scopeText(walk.database, walk.audit.scope),
      startedAt: startedAt ?? '',
      racks: racks.map((rack) => tickRackOf(walk, rack)),
    };
  }),
};

async function setStatus(context: EngineContext, ref: string, status: 'open' | 'paused') {
  const session = context.session();
  const { audit } = walkOf(session, ref);
  const label = `${status === 'open' ? 'Resume' : 'Pause'} audit ${audit.name}`;
  const { receipt } = await session.write(besideReconciling(session, audit.id, label), (write) => {
    const walk = openWalk(session, write, audit.id, true);
    write.update(SESSION, walk.audit, { status });
  });
  return receipt;
}
