import type { PacketRule } from '../../../shared/rules/packet.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface AssignedRule extends PacketRule {
  readonly assignmentId: string;
  readonly enabled: 0 | 1;
  readonly description: string | null;
}

/** The rules assigned to a compute, in no order. */
export function assignedRules(database: ReadDatabase, computeId: string): AssignedRule[] {
  return statementOf(
    database,
    `SELECT firewall_assignment.id AS assignmentId, enabled, firewall_rule.id, name, action, protocol, source, destination,
       port_start AS portStart, port_end AS portEnd, priority, description
     FROM firewall_assignment JOIN firewall_rule ON firewall_rule.id = firewall_assignment.rule_id
     WHERE compute_id = ? ORDER BY firewall_rule.id`,
  ).all(computeId) as AssignedRule[];
}

export interface RuleCompute {
  readonly computeId: string;
  readonly compute: string;
  readonly enabled: 0 | 1;
}

/** The computes that a rule is on, by name. */
export function computesOfRule(database: ReadDatabase, ruleId: string): RuleCompute[] {
  return statementOf(
    database,
    `SELECT compute.id AS computeId, compute.name AS compute, enabled
     FROM firewall_assignment JOIN compute ON compute.id = firewall_assignment.compute_id
     WHERE rule_id = ? ORDER BY compute.name COLLATE NOCASE, compute.id`,
  ).all(ruleId) as RuleCompute[];
}

/** The assignment of a rule to a compute, or undefined. */
export function assignmentOf(database: ReadDatabase, computeId: string, ruleId: string): string | undefined {
  const row = statementOf(database, 'SELECT id FROM firewall_assignment WHERE compute_id = ? AND rule_id = ?').get(
    computeId,
    ruleId,
  ) as { id: string } | undefined;
  return row?.id;
}
