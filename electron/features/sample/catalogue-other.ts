import { draftOf, type ComponentDraft, type Make } from './catalogue-draft.ts';

function nic(make: Make, ports: number, gigabits: number, watts: number): ComponentDraft {
  const specs = { ports, speed_gbps: gigabits };
  return draftOf('nic', make, specs, { powerWatts: watts, weightGrams: 120, offer: ['310.00', 'EUR', 14] });
}

function psu(make: Make, watts: number, efficiency: string): ComponentDraft {
  return draftOf('psu', make, { watts, efficiency }, { weightGrams: 1100 });
}

function os(make: Make, distro: string, version: string, kernel: string): ComponentDraft {
  return draftOf('os', make, { distro, version, kernel });
}

export const NETWORK_CARDS = {
  cx6x25: nic(['NVIDIA', 'ConnectX-6 Dx 2x25GbE', 'MCX621102AN-ADAT'], 2, 25, 17),
  cx6x100: nic(['NVIDIA', 'ConnectX-6 Dx 2x100GbE', 'MCX623106AN-CDAT'], 2, 100, 20),
  e810x25: nic(['Intel', 'E810-XXVDA2 2x25GbE OCP', 'E810XXVDA2OCPV3'], 2, 25, 15),
  x710x10: nic(['Intel', 'X710-T4L 4x10GbE', 'X710T4LG1P5'], 4, 10, 14),
  i350x1: nic(['Intel', 'I350-T4V2 4x1GbE', 'I350T4V2BLK'], 4, 1, 5),
} satisfies Record<string, ComponentDraft>;

export const POWER_SUPPLIES = {
  dell800: psu(['Dell', '800 W Platinum', '450-AMSI'], 800, '80 PLUS Platinum'),
  hpe1000: psu(['HPE', '1000 W Flex Slot Titanium', 'P03178-B21'], 1000, '80 PLUS Titanium'),
  supermicro860: psu(['Supermicro', '860 W Platinum', 'PWS-861A-1R'], 860, '80 PLUS Platinum'),
  supermicro1600: psu(['Supermicro', '1600 W Titanium', 'PWS-1K63A-1R'], 1600, '80 PLUS Titanium'),
  supermicro2700: psu(['Supermicro', '2700 W Titanium', 'PWS-2K76A-1R'], 2700, '80 PLUS Titanium'),
  adapter150: psu(['Supermicro', '150 W adapter', 'MCP-250-10128-0N'], 150, 'Level VI'),
} satisfies Record<string, ComponentDraft>;

export const OPERATING_SYSTEMS = {
  ubuntu: os(['Canonical', 'Ubuntu Server 24.04 LTS', null], 'Ubuntu', '24.04', '6.8'),
  debian: os(['Debian', 'Debian 12', null], 'Debian', '12', '6.1'),
  rhel: os(['Red Hat', 'Enterprise Linux 9.6', 'RH00004'], 'RHEL', '9.6', '5.14'),
  proxmox: os(['Proxmox', 'Virtual Environment 8.4', null], 'Proxmox VE', '8.4', '6.8'),
  rocky: os(['Rocky Enterprise Software Foundation', 'Rocky Linux 9.6', null], 'Rocky Linux', '9.6', '5.14'),
} satisfies Record<string, ComponentDraft>;

export const CONTROLLERS = {
  perc: draftOf('other', ['Dell', 'PERC H755', '405-AAZB'], { draw_watts: 15, cache_gb: 8 }),
  megaraid: draftOf('other', ['Broadcom', 'MegaRAID 9560-16i', '05-50077-00'], { draw_watts: 10, cache_gb: 8 }),
} satisfies Record<string, ComponentDraft>;
