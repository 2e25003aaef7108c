import type { z } from 'zod';
import type { PlacedCandidate, standsSchema } from '../../../shared/contract/plan.ts';
import type { Candidate } from '../../../shared/domain/plan.ts';
import { tagAt, type PlannerColumns } from '../../planner/columns.ts';

export type Stands = z.output<typeof standsSchema>;

/** Where the compute of a row stands, from the read-only tags of its place. */
export function standsAt(columns: PlannerColumns, row: number): Stands {
  return {
    site: tagAt(columns, row, '@site'),
    room: tagAt(columns, row, '@room'),
    row: tagAt(columns, row, '@row'),
    rack: tagAt(columns, row, '@rack'),
  };
}

export function standsOf(columns: PlannerColumns, computeId: string): Stands {
  return standsAt(columns, columns.rowOf.get(computeId) ?? -1);
}

export function placedCandidate(columns: PlannerColumns, candidate: Candidate): PlacedCandidate {
  return { ...candidate, stands: standsOf(columns, candidate.computeId) };
}
