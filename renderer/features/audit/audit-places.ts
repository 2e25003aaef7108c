import { hrefOf } from '../../ui/location.ts';

export type AuditPart = 'walk' | 'reconcile' | 'sign' | 'report' | 'paper';

/** Where a part of an audit is looked at; the walk has the audit's own address. */
export function auditHref(id: string, part: AuditPart = 'walk'): string {
  return hrefOf(part === 'walk' ? ['audit', id] : ['audit', id, part]);
}
