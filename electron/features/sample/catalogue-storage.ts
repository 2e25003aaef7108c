import type { StorageMedium } from '../../../shared/domain/component-specs.ts';
import { draftOf, type ComponentDraft, type Make } from './catalogue-draft.ts';

type Offer = readonly [string, 'EUR' | 'USD', number];

interface Disk {
  readonly medium: StorageMedium;
  readonly gigabytes: number;
  readonly link: string;
  readonly form: string;
  readonly endurance?: number;
  readonly offer?: Offer;
}

const DISK_WATTS = { hdd: 8, ssd: 3, nvme: 12 } as const;
const DISK_GRAMS = { hdd: 680, ssd: 70, nvme: 130 } as const;

function disk(make: Make, { medium, gigabytes, link, form, endurance, offer }: Disk): ComponentDraft {
  const specs = { capacity_gb: gigabytes, type: medium, interface: link, form_factor: form };
  return draftOf('storage', make, endurance ? { ...specs, endurance } : specs, {
    powerWatts: DISK_WATTS[medium],
    weightGrams: DISK_GRAMS[medium],
    ...(offer ? { offer } : {}),
  });
}

const U2 = { medium: 'nvme', link: 'PCIe 4.0 x4', form: '2.5"' } as const;
const M2 = { medium: 'nvme', link: 'PCIe 4.0 x4', form: 'M.2 22110' } as const;
const SATA = { medium: 'ssd', link: 'SATA 6Gb/s', form: '2.5"' } as const;
const LARGE = { medium: 'hdd', link: 'SAS 12Gb/s', form: '3.5"' } as const;

export const DISKS = {
  pm9a3x1920: disk(['Samsung', 'PM9A3 1.92 TB', 'MZQL21T9HCJR-00A07'], {
    ...U2,
    gigabytes: 1920,
    endurance: 3504,
    offer: ['245.00', 'EUR', 7],
  }),
  pm9a3x3840: disk(['Samsung', 'PM9A3 3.84 TB', 'MZQL23T8HCLS-00A07'], {
    ...U2,
    gigabytes: 3840,
    endurance: 7008,
    offer: ['410.00', 'EUR', 7],
  }),
  pm9a3x7680: disk(['Samsung', 'PM9A3 7.68 TB', 'MZQL27T6HBLA-00A07'], {
    ...U2,
    gigabytes: 7680,
    endurance: 14_016,
    offer: ['795.00', 'EUR', 14],
  }),
  p5520x7680: disk(['Solidigm', 'D7-P5520 7.68 TB', 'SSDPF2KX076T1N1'], {
    ...U2,
    gigabytes: 7680,
    endurance: 14_000,
    offer: ['760.00', 'EUR', 21],
  }),
  micron7450x960: disk(['Micron', '7450 PRO 960 GB', 'MTFDKBA960TFR'], {
    ...M2,
    gigabytes: 960,
    endurance: 1700,
    offer: ['139.00', 'EUR', 5],
  }),
  pm893x480: disk(['Samsung', 'PM893 480 GB', 'MZ7L3480HCHQ-00A07'], {
    ...SATA,
    gigabytes: 480,
    endurance: 876,
    offer: ['84.00', 'EUR', 3],
  }),
  pm893x960: disk(['Samsung', 'PM893 960 GB', 'MZ7L3960HCJR-00A07'], {
    ...SATA,
    gigabytes: 960,
    endurance: 1752,
    offer: ['118.00', 'EUR', 3],
  }),
  mg09x18000: disk(['Toshiba', 'MG09 18 TB', 'MG09SCA18TE'], {
    ...LARGE,
    gigabytes: 18_000,
    offer: ['289.00', 'EUR', 10],
  }),
  exosx16000: disk(['Seagate', 'Exos X18 16 TB', 'ST16000NM004J'], { ...LARGE, gigabytes: 16_000 }),
  msata16: disk(['Transcend', 'MSA370 16 GB', 'TS16GMSA370'], {
    medium: 'ssd',
    link: 'SATA 6Gb/s',
    form: 'mSATA',
    gigabytes: 16,
  }),
} satisfies Record<string, ComponentDraft>;
