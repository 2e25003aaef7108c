import { useQuery } from '@tanstack/react-query';
import type { AuditSummary } from '../../../shared/contract/audit-schemas.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hrefOf } from '../../ui/location.ts';
import { PaperView } from './paper/PaperView.tsx';
import { ReconcileView } from './reconcile/ReconcileView.tsx';
import { ReportView } from './report/ReportView.tsx';
import { SignView } from './sign/SignView.tsx';
import { WalkView } from './walk/WalkView.tsx';

/** One audit, in the part of it that is looked at. */
export function AuditFrame({ id, part }: { id: string; part: string }) {
  const { data, error } = useQuery(api.audit.session.queryOptions({ input: { session: id } }));
  if (error)
    return (
      <EmptyState title="There is no such audit" actions={<a href={hrefOf(['audit'])}>Go to the audits</a>}>
        {failureFrom(error).message}
      </EmptyState>
    );
  return data ? <AuditPartView session={data} part={part} /> : null;
}

function AuditPartView({ session, part }: { session: AuditSummary; part: string }) {
  switch (part) {
    case 'walk':
      return <WalkView session={session} />;
    case 'reconcile':
      return <ReconcileView session={session} />;
    case 'sign':
      return <SignView session={session} />;
    case 'report':
      return <ReportView session={session} />;
    case 'paper':
      return <PaperView session={session} />;
    default:
      return <EmptyState title={`An audit has no part "${part}"`} />;
  }
}
