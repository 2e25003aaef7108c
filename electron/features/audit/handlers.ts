import { implement } from '@orpc/server';
import { auditContract } from '../../../shared/contract/audit.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { EngineContext } from '../../session/context.ts';
import { auditScanHandlers } from './scan-handlers.ts';
import { auditSessionHandlers } from './session-handlers.ts';

const os = implement(auditContract).$context<EngineContext>();

function later(): never {
  return fail('E_UNAVAILABLE', 'This part of audits is not ready yet.');
}

export const auditHandlers = {
  ...auditSessionHandlers,
  ...auditScanHandlers,
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
