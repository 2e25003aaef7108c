import { assignmentContract } from './assignment.ts';
import { auditContract } from './audit.ts';
import { billingContract } from './billing.ts';
import { capacityContract } from './capacity.ts';
import { cableContract } from './cable.ts';
import { componentAssignmentContract, componentContract } from './component.ts';
import { computeContract } from './compute.ts';
import { csvContract } from './csv.ts';
import { dnsContract } from './dns.ts';
import { firewallContract } from './firewall.ts';
import { gridContract } from './grid.ts';
import { historyContract, topicsContract } from './history.ts';
import { importContract } from './import.ts';
import { intakeContract } from './intake.ts';
import { journalContract } from './journal.ts';
import { locateContract } from './locate.ts';
import { moveContract } from './move.ts';
import { netBoxDataContract } from './netbox-data.ts';
import { networkContract } from './network.ts';
import { nounContracts } from './noun-contracts.ts';
import { partContract, sparesContract } from './part.ts';
import { pictureContract } from './picture.ts';
import { planContract } from './plan.ts';
import { portAssignmentContract } from './port-assignment.ts';
import { portContract } from './port.ts';
import { powerContract } from './power.ts';
import { rackContract } from './rack.ts';
import { reportContract } from './report.ts';
import { serviceContract } from './service.ts';
import { storageContract } from './storage.ts';
import { findContract, workspaceContract } from './workspace.ts';

/** Every channel of the program, by feature. `rw channels` prints it; the engine implements all of it. */
export const contract = {
  ...nounContracts,
  port: { ...nounContracts.port, ...portContract },
  cable: { ...nounContracts.cable, ...cableContract },
  power: powerContract,
  locate: locateContract,
  network: networkContract,
  journal: journalContract,
  picture: { ...nounContracts.picture, ...pictureContract },
  dns: dnsContract,
  report: reportContract,
  audit: auditContract,
  firewall: firewallContract,
  portAssignment: { ...nounContracts.portAssignment, ...portAssignmentContract },
  rack: { ...nounContracts.rack, ...rackContract, ...moveContract },
  compute: { ...nounContracts.compute, ...computeContract },
  component: { ...nounContracts.component, ...componentContract },
  componentAssignment: { ...nounContracts.componentAssignment, ...componentAssignmentContract },
  part: { ...nounContracts.part, ...partContract },
  spares: sparesContract,
  storage: storageContract,
  grid: gridContract,
  csv: csvContract,
  intake: intakeContract,
  billing: billingContract,
  service: { ...nounContracts.service, ...serviceContract },
  assignment: { ...nounContracts.assignment, ...assignmentContract },
  capacity: capacityContract,
  plan: planContract,
  workspace: workspaceContract,
  find: findContract,
  history: historyContract,
  topics: topicsContract,
  import: { ...importContract, ...netBoxDataContract },
};

export type Contract = typeof contract;
