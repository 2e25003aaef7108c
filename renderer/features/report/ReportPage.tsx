import { EmptyState } from '../../ui/EmptyState.tsx';
import { hrefOf, useLocation } from '../../ui/location.ts';
import { useSelection } from '../noun/selection-store.ts';
import { CapacityReport } from './CapacityReport.tsx';
import { ComputesReport } from './ComputesReport.tsx';
import { CostsReport } from './CostsReport.tsx';

/**
 * A report as it lies on paper: `compute` on the computes of `?of=ID,ID`, on the selected ones (`?of=selected`), on those
 * that `?q=` admits, or on all; `capacity` and `costs` on those of `?q=` or all.
 */
export function ReportPage({ kind }: { kind: string | undefined }) {
  const { query } = useLocation();
  const [selected] = useSelection('compute');
  const filter = query['q'] ?? '';
  if (kind === 'capacity') return <CapacityReport query={filter} />;
  if (kind === 'costs') return <CostsReport query={filter} />;
  const of = query['of'] ?? '';
  const computes = of === 'selected' ? [...selected] : of.split(',').filter(Boolean);
  if (kind !== 'compute' || (of === 'selected' && computes.length === 0))
    return (
      <EmptyState
        title="There is nothing to report on"
        actions={<a href={hrefOf(['fleet', 'compute'])}>Go to the fleet</a>}
      >
        Select computes in the fleet, or open one.
      </EmptyState>
    );
  return <ComputesReport scope={{ computes, query: filter }} />;
}
