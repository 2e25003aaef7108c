import type { RaidLevel } from '../../../shared/domain/raid-level.ts';
import type { PartName } from './catalogue.ts';

/** One line of a build: so many of a part, in these slots, in this array. */
export interface BuildLine {
  readonly part: PartName;
  readonly quantity: number;
  readonly slot: string | null;
  readonly raid?: readonly [level: RaidLevel, group: string];
  readonly hotSpare?: true;
}

function line(part: PartName, quantity: number, slot: string | null): BuildLine {
  return { part, quantity, slot };
}

function array(level: RaidLevel, group: string, part: PartName, quantity: number, slot: string): BuildLine {
  return { part, quantity, slot, raid: [level, group] };
}

function twoSockets(cpu: PartName, dimm: PartName, dimmsPerSocket: number): BuildLine[] {
  const banks = `DIMM A1-A${dimmsPerSocket}, DIMM B1-B${dimmsPerSocket}`;
  return [line(cpu, 2, 'CPU1-2'), line(dimm, dimmsPerSocket * 2, banks)];
}

const DELL = [line('e810x25', 1, 'OCP 1'), line('dell800', 2, 'PSU1-2'), line('ubuntu', 1, null)];
const HPE = [line('e810x25', 1, 'OCP 1'), line('hpe1000', 2, 'PSU1-2')];
const SIENA = [line('cx6x25', 1, 'PCIe 1'), line('supermicro860', 2, 'PSU1-2'), line('debian', 1, null)];
const GPU_HOST = [
  line('cx6x100', 1, 'PCIe 13'),
  line('supermicro2700', 4, 'PSU1-4'),
  array('raid1', 'boot', 'micron7450x960', 2, 'M2 1-2'),
  line('ubuntu', 1, null),
];
const M2_BOOT = array('raid1', 'boot', 'micron7450x960', 2, 'M2 1-2');
const SATA_BOOT = array('raid1', 'boot', 'pm893x480', 2, 'Bay 0-1');

/** What is inside the computes, by build. Slots are those of the build's device type. */
export const BUILDS = {
  web: [
    ...twoSockets('gold5418y', 'ddr5x32', 4),
    SATA_BOOT,
    array('raid1', 'data', 'pm9a3x1920', 2, 'Bay 2-3'),
    ...DELL,
  ],
  app: [
    ...twoSockets('gold6430', 'ddr5x64', 4),
    SATA_BOOT,
    array('raid5', 'data', 'pm9a3x1920', 3, 'Bay 2-4'),
    line('perc', 1, 'PCIe 1'),
    ...DELL,
  ],
  staging: [...twoSockets('silver4410y', 'ddr5x32', 2), array('raid1', 'boot', 'pm893x960', 2, 'Bay 0-1'), ...DELL],
  monitoring: [
    ...twoSockets('silver4410y', 'ddr5x64micron', 4),
    M2_BOOT,
    array('raid5', 'data', 'pm9a3x3840', 4, 'Bay 0-3'),
    ...DELL,
  ],
  database: [
    ...twoSockets('gold6430', 'ddr5x64', 8),
    M2_BOOT,
    array('raid10', 'data', 'pm9a3x3840', 8, 'Bay 0-7'),
    line('cx6x100', 1, 'PCIe 1'),
    ...HPE,
    line('rhel', 1, null),
  ],
  search: [
    ...twoSockets('gold5418y', 'ddr5x32', 8),
    M2_BOOT,
    array('raid5', 'data', 'pm9a3x3840', 6, 'Bay 0-5'),
    ...HPE,
    line('rocky', 1, null),
  ],
  stream: [
    ...twoSockets('gold5418y', 'ddr5x32', 4),
    M2_BOOT,
    array('raid10', 'data', 'p5520x7680', 6, 'Bay 0-5'),
    ...HPE,
    line('rocky', 1, null),
  ],
  cache: [
    ...twoSockets('gold5418y', 'ddr5x64micron', 8),
    M2_BOOT,
    array('raid1', 'data', 'pm9a3x1920', 2, 'Bay 0-1'),
    ...HPE,
    line('debian', 1, null),
  ],
  hypervisor: [
    ...twoSockets('platinum8480', 'ddr5x64', 16),
    M2_BOOT,
    array('raid6', 'data', 'p5520x7680', 8, 'Bay 0-7'),
    ...HPE,
    line('proxmox', 1, null),
  ],
  ci: [
    line('epyc8324p', 1, 'CPU1'),
    line('ddr5x32', 6, 'DIMM A1-A6'),
    M2_BOOT,
    line('pm9a3x1920', 2, 'Bay 0-1'),
    ...SIENA,
  ],
  kubernetes: [
    line('epyc8534p', 1, 'CPU1'),
    line('ddr5x64', 6, 'DIMM A1-A6'),
    M2_BOOT,
    line('pm9a3x3840', 2, 'Bay 0-1'),
    ...SIENA,
  ],
  h100: [
    ...twoSockets('platinum8480', 'ddr5x128', 8),
    line('h100', 8, 'PCIe 1-8'),
    array('raid10', 'data', 'p5520x7680', 4, 'Bay 0-3'),
    ...GPU_HOST,
  ],
  l40s: [
    ...twoSockets('gold6430', 'ddr5x64', 8),
    line('l40s', 8, 'PCIe 1-8'),
    array('raid10', 'data', 'pm9a3x3840', 4, 'Bay 0-3'),
    ...GPU_HOST,
  ],
  l4: [
    ...twoSockets('gold5418y', 'ddr5x32', 8),
    line('l4', 4, 'PCIe 1-4'),
    array('raid1', 'data', 'pm9a3x3840', 2, 'Bay 0-1'),
    ...GPU_HOST,
  ],
  storage: [
    ...twoSockets('silver4314', 'ddr4x32', 4),
    M2_BOOT,
    array('raid6', 'data', 'mg09x18000', 24, 'Bay 0-23'),
    { ...array('raid6', 'data', 'mg09x18000', 2, 'Bay 24-25'), hotSpare: true },
    line('megaraid', 1, 'PCIe 1'),
    line('cx6x25', 1, 'PCIe 2'),
    line('supermicro1600', 2, 'PSU1-2'),
    line('debian', 1, null),
  ],
  archive: [
    ...twoSockets('silver4314', 'ddr4x16', 4),
    M2_BOOT,
    array('raid6', 'data', 'exosx16000', 12, 'Bay 0-11'),
    line('megaraid', 1, 'PCIe 1'),
    line('x710x10', 1, 'PCIe 2'),
    line('supermicro1600', 2, 'PSU1-2'),
    line('debian', 1, null),
  ],
  blade: [
    ...twoSockets('gold6230', 'ddr4x32', 6),
    array('raid1', 'boot', 'pm893x960', 2, 'Bay 0-1'),
    line('rocky', 1, null),
  ],
  edge: [
    line('xeonD2123', 1, 'CPU1'),
    line('ddr4x16', 4, 'DIMM A1-A4'),
    line('micron7450x960', 1, 'M2 1'),
    line('i350x1', 1, 'PCIe 1'),
    line('adapter150', 1, 'PSU1'),
    line('debian', 1, null),
  ],
  outOfBand: [line('gx412', 1, null), line('ddr3x4', 1, null), line('msata16', 1, null), line('debian', 1, null)],
} satisfies Record<string, readonly BuildLine[]>;

export type BuildName = keyof typeof BUILDS;
