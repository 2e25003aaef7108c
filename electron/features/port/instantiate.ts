import { findRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { PortTemplates } from '../../../shared/domain/port-templates.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Port, PortKind } from '../../../shared/domain/port.ts';
import type { Rack } from '../../../shared/domain/rack.ts';
import { interfaceSpeedMbps } from '../../../shared/rules/port-pairs.ts';
import { plannedPorts, type PortPlan } from '../../../shared/rules/port-names.ts';
import { newId } from '../../db/identifier.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { holderNames } from '../placement/service.ts';
import { holderNoun, portsOf, templatesOf, typeOf } from './repository.ts';

export interface Instantiated {
  created: number;
  present: number;
}

function keyOf(kind: PortKind, name: string): string {
  return `${kind} ${name.toLowerCase()}`;
}

/** The planned ports that are not there yet, made through the change log. Inner ports are planned first. */
function makePorts(
  context: WriteContext,
  objectId: string,
  plans: readonly PortPlan[],
  present: readonly Port[],
): Instantiated {
  const definition = definitionOf('port');
  const ids = new Map(present.map((port) => [keyOf(port.kind, port.name), port.id]));
  let created = 0;
  for (const { inner, ...plan } of plans) {
    const key = keyOf(plan.kind, plan.name);
    if (ids.has(key)) continue;
    const id = newId();
    const innerPortId = inner === null ? null : (ids.get(keyOf(inner.kind, inner.name)) ?? null);
    context.insert(definition, {
      id,
      objectId,
      ...plan,
      speedMbps: plan.kind === 'interface' ? interfaceSpeedMbps(plan.type) : null,
      innerPortId,
      innerPosition: innerPortId === null ? null : plan.innerPosition,
      mac: null,
      vlan: null,
      markConnected: false,
      notes: null,
    });
    ids.set(key, id);
    created += 1;
  }
  return { created, present: plans.length - created };
}

/** Makes ports of devices from their types and of racks from their feeds; each type is read once. */
export class PortMaker {
  readonly #context: WriteContext;
  readonly #plans = new Map<string, readonly PortPlan[]>();

  constructor(context: WriteContext) {
    this.#context = context;
  }

  /** The ports of a new device of a type: nothing is there yet. */
  ofNewDevice(deviceId: string, deviceTypeId: string): void {
    const templates = templatesOf(this.#context.database, deviceTypeId);
    if (templates !== undefined) makePorts(this.#context, deviceId, this.#planOf(deviceTypeId, templates), []);
  }

  /** What is missing of the ports of a device or rack. Refuses a device without a type. */
  missingOf(objectId: string): Instantiated {
    const { database } = this.#context;
    const present = portsOf(database, [objectId]);
    const noun = holderNoun(database, objectId);
    if (noun === 'rack') {
      const rack = findRow(database, 'rack', objectId);
      return makePorts(this.#context, objectId, (rack?.feeds ?? []).map(feedPlan), present);
    }
    const type = typeOf(database, objectId);
    if (type) return makePorts(this.#context, objectId, this.#planOf(type.id, type.templates), present);
    const name = holderNames(database, [objectId]).get(objectId) ?? 'The device';
    return fail('E_INCOHERENT', `${name} has no device type to take its ports from; choose one, or add ports by hand.`);
  }

  #planOf(typeId: string, templates: string): readonly PortPlan[] {
    const known = this.#plans.get(typeId);
    if (known) return known;
    const made = plannedPorts(JSON.parse(templates) as PortTemplates);
    this.#plans.set(typeId, made);
    return made;
  }
}

function feedPlan({ name }: Rack['feeds'][number]): PortPlan {
  return {
    kind: 'power-feed',
    name,
    label: null,
    type: null,
    number: null,
    managementOnly: false,
    maximumDrawWatts: null,
    allocatedDrawWatts: null,
    feedLeg: null,
    positions: 1,
    innerPosition: null,
    inner: null,
  };
}
