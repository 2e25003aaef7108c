import type { PortTemplates } from '../domain/port-templates.ts';
import type { RackFace } from './rack-model.ts';

/** What can be seen of a device type, counted from its ports and bays. */
export interface TypeParts {
  /** Bays for drives and devices. */
  readonly bays: number;
  /** Network and console ports. */
  readonly ports: number;
  readonly frontPorts: number;
  readonly rearPorts: number;
  readonly powerPorts: number;
  readonly powerOutlets: number;
}

/** What is seen of a device on one face. */
export interface FaceParts {
  readonly bays: number;
  readonly ports: number;
  readonly power: number;
}

const NOTHING: FaceParts = { bays: 0, ports: 0, power: 0 };

/** Network gear has its ports in front; servers and storage have them at the rear and their drives in front. */
const PORTS_IN_FRONT = new Set([
  'switch',
  'router',
  'firewall',
  'load-balancer',
  'patch-panel',
  'console-server',
  'kvm',
  'appliance',
]);

/** Sockets, memory and cards are behind the lid. */
const SEEN_BAY = /^(?:device |drive |disk )?(?:bay|disk|drive|slot)\b/i;

export function countParts(templates: PortTemplates): TypeParts {
  const count = (kind: keyof PortTemplates) => templates[kind]?.length ?? 0;
  const drives = templates['module-bays']?.filter(({ name }) => SEEN_BAY.test(name)).length ?? 0;
  return {
    bays: drives + count('device-bays'),
    ports: count('interfaces') + count('console-server-ports'),
    frontPorts: count('front-ports'),
    rearPorts: count('rear-ports'),
    powerPorts: count('power-ports'),
    powerOutlets: count('power-outlets'),
  };
}

export function partsOnFace(parts: TypeParts, type: string, face: RackFace): FaceParts {
  const { bays, ports, frontPorts, rearPorts, powerPorts, powerOutlets } = parts;
  if (PORTS_IN_FRONT.has(type)) {
    return face === 'front'
      ? { ...NOTHING, ports: ports + frontPorts }
      : { ...NOTHING, ports: rearPorts, power: powerPorts };
  }
  return face === 'front' ? { ...NOTHING, bays } : { ...NOTHING, ports, power: powerPorts + powerOutlets };
}
