import { NOUNS } from '../domain/nouns.ts';
import { billingContract } from './billing.ts';
import { componentAssignmentContract, componentContract } from './component.ts';
import { computeContract } from './compute.ts';
import { gridContract } from './grid.ts';
import { historyContract, topicsContract } from './history.ts';
import { importContract } from './import.ts';
import { intakeContract } from './intake.ts';
import { nounContract } from './noun.ts';
import { partContract, sparesContract } from './part.ts';
import { planContract } from './plan.ts';
import { rackContract } from './rack.ts';
import { storageContract } from './storage.ts';
import { findContract, workspaceContract } from './workspace.ts';

/** Every channel of the program, by feature. `rw channels` prints it; the engine implements all of it. */
export const contract = {
  setting: nounContract(NOUNS.setting),
  site: nounContract(NOUNS.site),
  room: nounContract(NOUNS.room),
  row: nounContract(NOUNS.row),
  rack: { ...nounContract(NOUNS.rack), ...rackContract },
  deviceType: nounContract(NOUNS.deviceType),
  flavor: nounContract(NOUNS.flavor),
  compute: { ...nounContract(NOUNS.compute), ...computeContract },
  equipment: nounContract(NOUNS.equipment),
  placement: nounContract(NOUNS.placement),
  component: { ...nounContract(NOUNS.component), ...componentContract },
  componentAssignment: { ...nounContract(NOUNS.componentAssignment), ...componentAssignmentContract },
  spareShelf: nounContract(NOUNS.spareShelf),
  part: { ...nounContract(NOUNS.part), ...partContract },
  stockLevel: nounContract(NOUNS.stockLevel),
  spares: sparesContract,
  storage: storageContract,
  grid: gridContract,
  intake: intakeContract,
  billing: billingContract,
  service: nounContract(NOUNS.service),
  assignment: nounContract(NOUNS.assignment),
  tag: nounContract(NOUNS.tag),
  customField: nounContract(NOUNS.customField),
  customValue: nounContract(NOUNS.customValue),
  plan: planContract,
  workspace: workspaceContract,
  find: findContract,
  history: historyContract,
  topics: topicsContract,
  import: importContract,
};

export type Contract = typeof contract;
