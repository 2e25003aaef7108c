import type { PortTemplates } from '../../../shared/domain/port-templates.ts';

interface Port {
  readonly name: string;
  readonly [detail: string]: string | number | boolean;
}

/** `numbered('PSU', 2, {…})` → PSU1, PSU2. */
export function numbered(
  prefix: string,
  count: number,
  detail: Record<string, string | number> = {},
  from = 1,
): Port[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index + from}`, ...detail }));
}

export interface ServerShape {
  readonly sockets: number;
  readonly dimmsPerSocket: number;
  readonly bays: number;
  readonly m2?: number;
  readonly pcie?: number;
  readonly ocp?: number;
  readonly psus: number;
  readonly psuWatts: number;
  /** Name of the management port, such as iDRAC. */
  readonly management: string;
  readonly lan?: number;
  readonly lanType?: string;
}

function moduleBays(prefix: string, count: number, from = 1): Port[] {
  return numbered(prefix, count, {}, from).map((bay) => ({ ...bay, position: bay.name }));
}

/** Ports and bays of a server; the module bays are the slots that component assignments name. */
export function serverTemplates(shape: ServerShape): PortTemplates {
  const banks = ['A', 'B'].slice(0, shape.sockets);
  const { lan = 0, lanType = '1000base-t' } = shape;
  return {
    'console-ports': [{ name: 'Serial', type: 'de-9' }],
    'power-ports': numbered('PSU', shape.psus, { type: 'iec-60320-c14', maximum_draw: shape.psuWatts }),
    interfaces: [
      { name: shape.management, type: '1000base-t', mgmt_only: true },
      ...numbered('Gig-E ', lan, { type: lanType }),
    ],
    'module-bays': [
      ...moduleBays('CPU', shape.sockets),
      ...banks.flatMap((bank) => moduleBays(`DIMM ${bank}`, shape.dimmsPerSocket)),
      ...moduleBays('Bay ', shape.bays, 0),
      ...moduleBays('M2 ', shape.m2 ?? 0),
      ...moduleBays('PCIe ', shape.pcie ?? 0),
      ...moduleBays('OCP ', shape.ocp ?? 0),
      ...moduleBays('PSU', shape.psus),
    ],
  };
}

export function switchTemplates(ports: readonly Port[], psus: number, psuWatts: number): PortTemplates {
  return {
    'console-ports': [{ name: 'Console', type: 'rj-45' }],
    'power-ports': numbered('PSU', psus, { type: 'iec-60320-c14', maximum_draw: psuWatts }),
    interfaces: [{ name: 'Management1', type: '1000base-t', mgmt_only: true }, ...ports],
  };
}

export function pduTemplates(c13: number, c19: number): PortTemplates {
  return {
    'console-ports': [{ name: 'Serial', type: 'rj-12' }],
    'power-ports': [{ name: 'Power Port 1', type: 'iec-60309-3p-n-e-6h' }],
    'power-outlets': [
      ...numbered('C13-', c13, { type: 'iec-60320-c13', power_port: 'Power Port 1' }),
      ...numbered('C19-', c19, { type: 'iec-60320-c19', power_port: 'Power Port 1' }),
    ],
    interfaces: [{ name: 'Network', type: '100base-tx', mgmt_only: true }],
  };
}

export function patchTemplates(count: number, type: string): PortTemplates {
  const rear = numbered('Rear ', count, { type, positions: 1 });
  const front = rear.map(({ name }, index) => ({ name: `Port ${index + 1}`, type, rear_port: name }));
  return { 'front-ports': front, 'rear-ports': rear };
}
