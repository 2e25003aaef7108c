import type { BatchResult, PlanResult } from '../../../shared/contract/plan.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import { csvLine, guarded } from '../../../shared/rules/csv.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';

type Cell = string | number | null;

function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => csvLine(row.map(cellText))).join('');
}

/** Texts of people are guarded; a number of ours may begin with a minus. */
function cellText(cell: Cell): string {
  return typeof cell === 'string' ? guarded(cell) : String(cell ?? '');
}

const AMOUNTS = RESOURCE_KEYS.map((key) => `allocated ${key}`);

/** One line per compute: candidates by rank, then the rejected with their reasons. */
export function planCsv(plan: PlanResult): string {
  const head = ['rank', 'compute', 'site', 'rack', 'score', 'utilisation', 'fits', 'quantity', ...AMOUNTS, 'reasons'];
  const candidates = plan.candidates.map((candidate): Cell[] => [
    candidate.rank,
    candidate.compute,
    candidate.stands.site,
    candidate.stands.rack,
    Number(candidate.score.toFixed(4)),
    candidate.utilisation === null ? null : Number(candidate.utilisation.toFixed(4)),
    candidate.fits,
    candidate.quantity,
    ...RESOURCE_KEYS.map((key) => candidate.allocated[key] ?? 0),
    null,
  ]);
  const nothing: Cell[] = Array.from({ length: head.length - 3 }, () => null);
  const rejected = plan.rejected.rows.map((row): Cell[] => [
    null,
    row.compute,
    ...nothing,
    row.reasons.map(reasonText).join(' '),
  ]);
  return csv([head, ...candidates, ...rejected]);
}

/** One line per instance placed, in the order of booking. */
export function batchCsv(plan: BatchResult): string {
  const head = ['step', 'service', 'compute', 'site', 'rack', ...AMOUNTS];
  const steps = plan.steps.map(({ service, candidate }, index): Cell[] => {
    const stands = plan.stands[candidate.computeId];
    return [
      index + 1,
      service,
      candidate.compute,
      stands?.site ?? null,
      stands?.rack ?? null,
      ...RESOURCE_KEYS.map((key) => candidate.allocated[key] ?? 0),
    ];
  });
  return csv([head, ...steps]);
}
