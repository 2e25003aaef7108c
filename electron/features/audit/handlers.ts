import { auditReconcileHandlers } from './reconcile-handlers.ts';
import { auditScanHandlers } from './scan-handlers.ts';
import { auditSessionHandlers } from './session-handlers.ts';
import { auditSignHandlers } from './sign-handlers.ts';

export const auditHandlers = {
  ...auditSessionHandlers,
  ...auditScanHandlers,
  ...auditReconcileHandlers,
  ...auditSignHandlers,
};
