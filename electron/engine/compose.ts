import { assignmentRule } from '../features/assignment/service.ts';
import { auditRules } from '../features/audit/rules.ts';
import { SessionAudits } from '../features/audit/session-audits.ts';
import { CapacityDeriver } from '../features/capacity/deriver.ts';
import { cableRule } from '../features/cable/connect.ts';
import { componentAssignmentRule } from '../features/component-assignment/fitting-rule.ts';
import { componentRule } from '../features/component/service.ts';
import { deviceTypeRule } from '../features/device-type/service.ts';
import { SearchCatchUp } from '../features/find/catch-up.ts';
import { SearchDeriver } from '../features/find/deriver.ts';
import { dnsRecordRule } from '../features/dns/rules.ts';
import { groupRule } from '../features/group/service.ts';
import { ipAddressRule, ipAssignmentRule, prefixRule } from '../features/ip/rules.ts';
import { attachmentRule } from '../features/journal/attachments.ts';
import { JournalDeriver } from '../features/journal/deriver.ts';
import { journalEntryRule } from '../features/journal/service.ts';
import { partRule } from '../features/part/service.ts';
import { pictureRule } from '../features/picture/service.ts';
import { placementRule, rackRule } from '../features/placement/service.ts';
import { portAssignmentRules } from '../features/port-assignment/service.ts';
import { deviceWithPorts, portRule } from '../features/port/rules.ts';
import { reservationRule } from '../features/reservation/service.ts';
import { savedViewRule } from '../features/saved-view/service.ts';
import type { NounRules } from '../session/noun-rules.ts';
import { COMMON_RULES } from '../features/object/noun-rules.ts';
import { PlannerFeed } from '../features/plan/planner-feed.ts';
import { mendDerived } from './mend-derived.ts';
import { Session } from '../session/session.ts';
import type { OpenOptions } from '../db/workspace.ts';

/** The nouns that demand more than their fields say. */
const RULES: NounRules = {
  ...COMMON_RULES,
  assignment: assignmentRule,
  rack: rackRule,
  placement: placementRule,
  rackReservation: reservationRule,
  compute: deviceWithPorts,
  equipment: deviceWithPorts,
  port: portRule,
  cable: cableRule,
  component: componentRule,
  componentAssignment: componentAssignmentRule,
  deviceType: deviceTypeRule,
  group: groupRule,
  part: partRule,
  prefix: prefixRule,
  ipAddress: ipAddressRule,
  ipAssignment: ipAssignmentRule,
  journalEntry: journalEntryRule,
  attachment: attachmentRule,
  picture: pictureRule,
  dnsRecord: dnsRecordRule,
  portAssignment: portAssignmentRules,
  savedView: savedViewRule,
  ...auditRules,
};

/** Opens a workspace with everything that works on it. */
export function openSession(file: string, options: OpenOptions, operator: string): Session {
  return new Session(file, options, operator, {
    derivers: [new JournalDeriver(), new CapacityDeriver(), new SearchDeriver()],
    planner: new PlannerFeed(),
    audits: new SessionAudits(),
    rules: RULES,
    catchUps: [new SearchCatchUp()],
    mend: mendDerived,
  });
}
