import { AuditFrame } from './AuditFrame.tsx';
import { AuditList } from './AuditList.tsx';
import { NewAudit } from './NewAudit.tsx';

/** Audits: the list of sessions, a new one, and the parts of one session. */
export function AuditPage({ id, part }: { id: string | undefined; part: string | undefined }) {
  if (id === undefined) return <AuditList />;
  if (id === 'new') return <NewAudit />;
  return <AuditFrame id={id} part={part ?? 'walk'} />;
}
