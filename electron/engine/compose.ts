import { assignmentRule } from '../features/assignment/service.ts';
import { CapacityDeriver } from '../features/capacity/deriver.ts';
import { placementRule } from '../features/placement/service.ts';
import type { NounRules } from '../session/noun-rules.ts';
import { COMMON_RULES } from '../features/object/noun-rules.ts';
import { PlannerFeed } from '../features/plan/planner-feed.ts';
import { Session } from '../session/session.ts';
import type { OpenOptions } from '../db/workspace.ts';

/** The nouns that demand more than their fields say. */
const RULES: NounRules = { ...COMMON_RULES, assignment: assignmentRule, placement: placementRule };

/** Opens a workspace with everything that works on it. */
export function openSession(file: string, options: OpenOptions, operator: string): Session {
  return new Session(file, options, operator, {
    derivers: [new CapacityDeriver()],
    planner: new PlannerFeed(),
    rules: RULES,
  });
}
