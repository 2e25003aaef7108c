import { implement } from '@orpc/server';
import { auditContract } from '../../../shared/contract/audit.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { EngineContext } from '../../session/context.ts';

const os = implement(auditContract).$context<EngineContext>();

function later(): never {
  return fail('E_UNAVAILABLE', 'Audits are not ready yet.');
}

export const auditHandlers = {
  previewScope: os.previewScope.handler(later),
  start: os.start.handler(later),
  sessions: os.sessions.handler(later),
  session: os.session.handler(later),
  pause: os.pause.handler(later),
  resume: os.resume.handler(later),
  scan: os.scan.handler(later),
  scanMany: os.scanMany.handler(later),
  choose: os.choose.handler(later),
  takeBack: os.takeBack.handler(later),
  setPlace: os.setPlace.handler(later),
  tick: os.tick.handler(later),
  finishRack: os.finishRack.handler(later),
  reopenRack: os.reopenRack.handler(later),
  walk: os.walk.handler(later),
  rack: os.rack.handler(later),
  observations: os.observations.handler(later),
  tickList: os.tickList.handler(later),
  discrepancies: os.discrepancies.handler(later),
  previewDecisions: os.previewDecisions.handler(later),
  decide: os.decide.handler(later),
  undecide: os.undecide.handler(later),
  previewApply: os.previewApply.handler(later),
  apply: os.apply.handler(later),
  previewSign: os.previewSign.handler(later),
  sign: os.sign.handler(later),
  verify: os.verify.handler(later),
  report: os.report.handler(later),
  reportText: os.reportText.handler(later),
};
