import { draftOf, type ComponentDraft, type Make } from './catalogue-draft.ts';

type Offer = readonly [string, 'EUR' | 'USD', number];

function cpu(
  make: Make,
  count: readonly [cores: number, threads: number],
  ghz: number,
  sockets: string,
  watts: number,
  offer?: Offer,
) {
  const [cores, threads] = count;
  const specs = { cores, threads, ghz, sockets, tdp_watts: watts };
  return draftOf('cpu', make, specs, { powerWatts: watts, ...(offer ? { offer } : {}) });
}

function dimm(make: Make, gigabytes: number, megahertz: number, offer?: Offer) {
  const generation = megahertz > 4000 ? 'DDR5' : 'DDR4';
  const specs = { capacity_gb: gigabytes, speed_mhz: megahertz, ecc: true, form: 'RDIMM', generation };
  return draftOf('ram', make, specs, {
    powerWatts: gigabytes > 32 ? 7 : 4,
    weightGrams: 45,
    ...(offer ? { offer } : {}),
  });
}

function gpu(make: Make, vramGb: number, cudaCores: number, watts: number, slots: number, offer?: Offer) {
  const specs = { vram_gb: vramGb, cuda_cores: cudaCores, watts, slots };
  return draftOf('gpu', make, specs, { powerWatts: watts, weightGrams: 1200, ...(offer ? { offer } : {}) });
}

export const PROCESSORS = {
  gold5418y: cpu(['Intel', 'Xeon Gold 5418Y', 'PK8071305118701'], [24, 48], 2.0, 'LGA4677', 185, [
    '1480.00',
    'EUR',
    21,
  ]),
  gold6430: cpu(['Intel', 'Xeon Gold 6430', 'PK8071305072902'], [32, 64], 2.1, 'LGA4677', 270, ['2128.00', 'EUR', 21]),
  platinum8480: cpu(['Intel', 'Xeon Platinum 8480+', 'PK8071305074801'], [56, 112], 2.0, 'LGA4677', 350, [
    '9890.00',
    'EUR',
    35,
  ]),
  silver4410y: cpu(['Intel', 'Xeon Silver 4410Y', 'PK8071305120002'], [12, 24], 2.0, 'LGA4677', 150, [
    '563.00',
    'EUR',
    14,
  ]),
  silver4314: cpu(['Intel', 'Xeon Silver 4314', 'CD8068904655303'], [16, 32], 2.4, 'LGA4189', 135, [
    '694.00',
    'EUR',
    14,
  ]),
  gold6230: cpu(['Intel', 'Xeon Gold 6230', 'CD8069504193701'], [20, 40], 2.1, 'LGA3647', 125),
  xeonD2123: cpu(['Intel', 'Xeon D-2123IT', null], [4, 8], 2.2, 'FCBGA2518', 60),
  epyc8324p: cpu(['AMD', 'EPYC 8324P', '100-000001134'], [32, 64], 2.65, 'SP6', 180, ['1895.00', 'EUR', 28]),
  epyc8534p: cpu(['AMD', 'EPYC 8534P', '100-000001127'], [64, 128], 2.3, 'SP6', 200, ['4950.00', 'EUR', 28]),
  epyc9354: cpu(['AMD', 'EPYC 9354', '100-000000798'], [32, 64], 3.25, 'SP5', 280, ['3420.00', 'USD', 28]),
  gx412: cpu(['AMD', 'GX-412TC', 'GE412TIYJ44JB'], [4, 4], 1.0, 'FT3b', 6),
} satisfies Record<string, ComponentDraft>;

export const MEMORY = {
  ddr5x32: dimm(['Samsung', '32 GB DDR5-4800 RDIMM', 'M321R4GA3BB6-CQK'], 32, 4800, ['148.00', 'EUR', 7]),
  ddr5x64: dimm(['Samsung', '64 GB DDR5-4800 RDIMM', 'M321R8GA0BB0-CQK'], 64, 4800, ['265.00', 'EUR', 7]),
  ddr5x64micron: dimm(['Micron', '64 GB DDR5-4800 RDIMM', 'MTC40F2046S1RC48BA1'], 64, 4800, ['259.00', 'EUR', 10]),
  ddr5x128: dimm(['SK hynix', '128 GB DDR5-4800 RDIMM', 'HMCT04MEERA131N'], 128, 4800, ['890.00', 'EUR', 30]),
  ddr4x32: dimm(['Kingston', '32 GB DDR4-3200 RDIMM', 'KSM32RD4/32HDR'], 32, 3200, ['96.00', 'EUR', 5]),
  ddr4x16: dimm(['Kingston', '16 GB DDR4-3200 RDIMM', 'KSM32RS4/16HDR'], 16, 3200),
  ddr3x4: draftOf('ram', ['PC Engines', '4 GB DDR3-1333 soldered', null], {
    capacity_gb: 4,
    speed_mhz: 1333,
    ecc: true,
  }),
} satisfies Record<string, ComponentDraft>;

export const ACCELERATORS = {
  h100: gpu(['NVIDIA', 'H100 PCIe 80 GB', '900-21010-0000-000'], 80, 14_592, 350, 2, ['27900.00', 'USD', 120]),
  l40s: gpu(['NVIDIA', 'L40S 48 GB', '900-2G133-0080-000'], 48, 18_176, 350, 2, ['8200.00', 'USD', 60]),
  l4: gpu(['NVIDIA', 'L4 24 GB', '900-2G193-0000-000'], 24, 7424, 72, 1, ['2450.00', 'EUR', 30]),
} satisfies Record<string, ComponentDraft>;
