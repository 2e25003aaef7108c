import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { FieldsOf } from '../../shared/contract/noun-contracts.ts';
import { NOUN_LIST, type NounName } from '../../shared/domain/nouns.ts';
import { auditHandlers } from '../features/audit/handlers.ts';
import { billingHandlers } from '../features/billing/handlers.ts';
import { cableHandlers } from '../features/cable/handlers.ts';
import { assignHandlers, componentAssignmentHandlers } from '../features/component-assignment/handlers.ts';
import { computeHandlers } from '../features/compute/handlers.ts';
import { csvHandlers } from '../features/csv/handlers.ts';
import { dnsHandlers } from '../features/dns/handlers.ts';
import { findHandlers } from '../features/find/handlers.ts';
import { firewallHandlers } from '../features/firewall/handlers.ts';
import { gridHandlers } from '../features/grid/handlers.ts';
import { historyHandlers, topicsHandlers } from '../features/history/handlers.ts';
import { importHandlers } from '../features/import/handlers.ts';
import { intakeHandlers } from '../features/intake/handlers.ts';
import { networkHandlers } from '../features/ip/handlers.ts';
import { journalHandlers } from '../features/journal/handlers.ts';
import { pictureHandlers } from '../features/picture/handlers.ts';
import { locateHandlers } from '../features/locate/handlers.ts';
import { moveHandlers } from '../features/move/handlers.ts';
import { nounHandlers, type NounRouter } from '../features/object/handlers.ts';
import { partHandlers, sparesHandlers } from '../features/part/handlers.ts';
import { planHandlers } from '../features/plan/handlers.ts';
import { assignmentHandlers, capacityHandlers, serviceHandlers } from '../features/plan/view-handlers.ts';
import { portAssignmentHandlers } from '../features/port-assignment/handlers.ts';
import { portHandlers } from '../features/port/handlers.ts';
import { powerHandlers } from '../features/power/handlers.ts';
import { rackHandlers } from '../features/rack/handlers.ts';
import { reportHandlers } from '../features/report/handlers.ts';
import { storageHandlers } from '../features/storage/handlers.ts';
import { workspaceHandlers } from '../features/workspace/handlers.ts';
import type { EngineContext } from '../session/context.ts';

type NounRouters = { readonly [Name in NounName]: NounRouter<FieldsOf<Name>> };

/** The ordinary channels of every noun in NOUNS. */
const nounRouters = Object.fromEntries(
  NOUN_LIST.map((definition) => [definition.noun, nounHandlers(definition)]),
) as unknown as NounRouters;

/** Every channel of the contract with the code that answers it. A channel without a handler does not compile. */
export const router = implement(contract)
  .$context<EngineContext>()
  .router({
    ...nounRouters,
    port: { ...nounRouters.port, ...portHandlers },
    cable: { ...nounRouters.cable, ...cableHandlers },
    power: powerHandlers,
    locate: locateHandlers,
    network: networkHandlers,
    journal: journalHandlers,
    picture: { ...nounRouters.picture, ...pictureHandlers },
    dns: dnsHandlers,
    report: reportHandlers,
    audit: auditHandlers,
    firewall: firewallHandlers,
    portAssignment: { ...nounRouters.portAssignment, ...portAssignmentHandlers },
    rack: { ...nounRouters.rack, ...rackHandlers, ...moveHandlers },
    compute: { ...nounRouters.compute, ...computeHandlers },
    component: { ...nounRouters.component, ...assignHandlers },
    componentAssignment: { ...nounRouters.componentAssignment, ...componentAssignmentHandlers },
    part: { ...nounRouters.part, ...partHandlers },
    spares: sparesHandlers,
    storage: storageHandlers,
    grid: gridHandlers,
    csv: csvHandlers,
    intake: intakeHandlers,
    billing: billingHandlers,
    service: { ...nounRouters.service, ...serviceHandlers },
    assignment: { ...nounRouters.assignment, ...assignmentHandlers },
    capacity: capacityHandlers,
    plan: planHandlers,
    workspace: workspaceHandlers,
    find: findHandlers,
    history: historyHandlers,
    topics: topicsHandlers,
    import: importHandlers,
  });
