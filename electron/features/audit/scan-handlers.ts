import { typedRow } from '../../db/typed-row.ts';
import { implement } from '@orpc/server';
import { auditContract } from '../../../shared/contract/audit.ts';
import type { ScanAnswer } from '../../../shared/contract/audit-schemas.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { OBSERVATION_CLASSES } from '../../../shared/domain/audit-words.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { requireRow } from '../object/service.ts';
import { placeAnswer, scanAnswerOf } from './answers.ts';
import { goTo, markRack, scanOne, textsOf } from './observe.ts';
import { chooseDevice, takeBack, tickDevice } from './by-hand.ts';
import { nextRack } from './views.ts';
import { auditRackOf, openWalk, walkOf, type OpenWalk } from './walk.ts';

const OBSERVATION = definitionOf('observation');
const LABEL_AT_MOST = 60;

const os = implement(auditContract).$context<EngineContext>();

/** What an auditor does in the hall. Every one of these is on the disk before it is answered. */
export const auditScanHandlers = {
  scan: os.scan.handler(async ({ input, context }) => {
    const label = `Scan ${input.text.trim().slice(0, LABEL_AT_MOST)}`;
    const { result, receipt } = await inAudit(context, input.session, label, (walk) =>
      textsOf(walk, input.text).map((text) => scanAnswerOf(walk, scanOne(walk, text, input.source))),
    );
    const [first, ...more] = result;
    return first ? { ...receipt, ...first, more } : fail('E_REQUIRED', 'Nothing was read.');
  }),
  scanMany: os.scanMany.handler(async ({ input, context }) => {
    const { result, receipt } = await inAudit(context, input.session, 'Scan a list', (walk) =>
      textsOf(walk, input.text).map((text) => scanAnswerOf(walk, scanOne(walk, text, input.source))),
    );
    return { ...receipt, answers: result, counts: countsOf(result) };
  }),
  choose: os.choose.handler(async ({ input, context }) => {
    const { receipt } = await inAudit(context, input.session, 'Choose the device of a scan', (walk) =>
      chooseDevice(walk, input.observation, input.device),
    );
    const walk = walkOf(context.session(), input.session);
    const observation = typedRow('observation', requireRow(walk.database, OBSERVATION, input.observation));
    return { ...receipt, ...scanAnswerOf(walk, observation) };
  }),
  takeBack: os.takeBack.handler(async ({ input, context }) => {
    const { receipt } = await inAudit(context, input.session, 'Take an observation back', (walk) =>
      takeBack(walk, input.observation),
    );
    const walk = walkOf(context.session(), input.session);
    return { ...receipt, place: placeAnswer(walk), progress: walk.state.tally.ofAll(walk.state.finished) };
  }),
  setPlace: os.setPlace.handler(async ({ input, context }) => {
    const { result, receipt } = await inAudit(context, input.session, 'Go to a place', (walk) => {
      const rackId = input.rack === null ? null : rackIdOf(walk, input.rack);
      goTo(walk, '', 'hand', rackId, rackId === null ? null : input.positionHalfU);
      return placeAnswer(walk);
    });
    return { ...receipt, place: result };
  }),
  tick: os.tick.handler(async ({ input, context }) => {
    const { result, receipt } = await inAudit(context, input.session, `Tick ${input.device}`, (walk) => {
      const rackId = input.rack === undefined ? undefined : rackIdOf(walk, input.rack);
      const { chassis } = input;
      const chassisId =
        chassis === undefined ? undefined : resolveReference(walk.database, 'machine', chassis, 'chassis');
      return scanAnswerOf(walk, tickDevice(walk, { ...input, rackId, chassisId }));
    });
    return { ...receipt, ...result };
  }),
  finishRack: os.finishRack.handler(async ({ input, context }) => {
    const { result, receipt } = await inAudit(context, input.session, 'Finish a rack', (walk) => {
      const rack = auditRackOf(walk, input.rack);
      if (!walk.state.finished.has(rack.id)) markRack(walk, 'finished', rack.rackId);
      const missing = rack.expected.filter(({ id }) => !walk.state.sightings.has(id));
      return {
        progress: walk.state.tally.ofRack(rack, true),
        missing: missing.map(({ id, name, at }) => ({ id, name, at })),
        next: nextRack(walk, rack),
      };
    });
    return { ...receipt, ...result };
  }),
  reopenRack: os.reopenRack.handler(async ({ input, context }) => {
    const { result, receipt } = await inAudit(context, input.session, 'Open a rack again', (walk) => {
      const rack = auditRackOf(walk, input.rack);
      if (walk.state.finished.has(rack.id)) markRack(walk, 'reopened', rack.rackId);
      return { progress: walk.state.tally.ofRack(rack, false) };
    });
    return { ...receipt, ...result };
  }),
};

function inAudit<Result>(context: EngineContext, ref: string, label: string, action: (walk: OpenWalk) => Result) {
  const session = context.session();
  return session.write({ kind: 'edit', label }, (write) => action(openWalk(session, write, ref)));
}

/** A rack of the audit, or any other: an auditor may stand anywhere. */
function rackIdOf(walk: OpenWalk, ref: string): string {
  return walk.state.index.rackById.get(ref)?.rackId ?? resolveReference(walk.database, 'rack', ref, 'rack');
}

function countsOf(answers: readonly ScanAnswer[]) {
  return OBSERVATION_CLASSES.flatMap(({ value }) => {
    const count = answers.filter((answer) => answer.class === value).length;
    return count === 0 ? [] : [{ class: value, count }];
  });
}
