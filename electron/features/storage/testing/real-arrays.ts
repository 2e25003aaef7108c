/** An array as a tool printed it, and how it is entered. Sizes in bytes. */
export interface RealArray {
  /** Below `shared/data`. */
  readonly file: string;
  readonly name: string;
  /** Finds the size that the tool reports; the first group is a number of `unit` bytes. */
  readonly reported: RegExp;
  readonly unit: number;
  readonly level: string;
  readonly implementation: 'controller' | 'md' | 'zfs';
  readonly members: number;
  /**
   * Bytes of one member: printed by the tool, or, where it prints none, worked back from the array (data disks: how many
   * members' worth the array holds).
   */
  readonly member: { readonly printed: RegExp; readonly unit: number } | { readonly dataDisks: number };
  /** Of the members; 0 when absent. */
  readonly failed?: number;
  readonly hotSpares?: number;
  /** Members of the whole array, where the tool lists fewer. */
  readonly nominal?: number;
  readonly state: 'ok' | 'degraded';
}

const KIB = 1024;
const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const SECTOR = 512;

const MDADM = '3-raid/mdadm';
const MDSTAT = '3-raid/mdstat/procfs/procfs__mdstat';
const REDFISH = '2-hardware-dumps/redfish-trees/Redfish-Publications/dmtf-public-localstorage/Systems/437XR1138R2';

const ARRAY_SIZE = /Array Size : (\d+)/;
const USED_DEVICE = /Used Dev Size : (\d+)/;

/** `mdadm --detail` prints both sizes in KiB. */
function detail(file: string, level: string, members: number, more: Partial<RealArray> = {}): RealArray {
  const member = { printed: USED_DEVICE, unit: KIB };
  const common = { reported: ARRAY_SIZE, unit: KIB, implementation: 'md', state: 'ok' } as const;
  return { ...common, file: `${MDADM}/${file}`, name: file.split('/').at(-1) ?? file, level, members, member, ...more };
}

/** /proc/mdstat prints the array in KiB and no member. */
function mdstat(
  name: string,
  level: string,
  members: number,
  dataDisks: number,
  more: Partial<RealArray> = {},
): RealArray {
  const reported = new RegExp(`^${name} : .*\\n\\s+(\\d+) blocks`, 'm');
  const common = { unit: KIB, implementation: 'md', state: 'ok', file: MDSTAT } as const;
  return { ...common, name, reported, level, members, member: { dataDisks }, ...more };
}

export const REAL_ARRAYS: readonly RealArray[] = [
  detail('ironic-python-agent/hardware_samples__MDADM_DETAIL_OUTPUT_NVME.txt', 'raid1', 2),
  detail('ironic-python-agent/hardware_samples__MDADM_DETAIL_OUTPUT_VOLUME_NAME.txt', 'raid1', 2),
  detail('ironic-python-agent/hardware_samples__MDADM_DETAIL_POISONED.txt', 'raid1', 2),
  detail('insights-core/mdadm__MDADM_CONTENT.txt', 'raid1', 2, { member: { printed: USED_DEVICE, unit: SECTOR } }),
  // The members of md0 are printed by --examine of one of them: 200,704 sectors.
  detail('jc/mdadm-query-raid0-ok.out', 'raid0', 2, { member: { dataDisks: 2 } }),
  detail('jc/mdadm-query-raid1-ok.out', 'raid1', 2),
  detail('jc/mdadm-query-raid1-ok-0-9.out', 'raid1', 2),
  detail('jc/mdadm-query-raid1-ok-failfast.out', 'raid1', 2),
  detail('jc/mdadm-query-raid1-ok-spare.out', 'raid1', 2, { hotSpares: 1 }),
  detail('jc/mdadm-query-raid1-syncing.out', 'raid1', 2),
  // The faulty third device is out of the array: two of two are active.
  detail('jc/mdadm-query-raid1-failed-and-flags.out', 'raid1', 2),
  detail('jc/mdadm-query-raid5-ok.out', 'raid5', 3),
  detail('jc/mdadm-query-raid5-homehost.out', 'raid5', 3),
  detail('jc/mdadm-query-container1-member.out', 'raid1', 2),
  detail('jc/mdadm-examine-raid5-ok.out', 'raid5', 3, { member: { printed: /Avail Dev Size : (\d+)/, unit: SECTOR } }),
  mdstat('md3', 'raid6', 8, 6, { hotSpares: 2 }),
  mdstat('md7', 'raid6', 4, 2, { failed: 1, state: 'degraded' }),
  mdstat('md42', 'raid5', 2, 2, { nominal: 3, hotSpares: 1, state: 'degraded' }),
  mdstat('md6', 'raid1', 2, 1, { failed: 1, hotSpares: 1, state: 'degraded' }),
  mdstat('md9', 'raid1', 4, 1, { hotSpares: 1 }),
  mdstat('md12', 'raid0', 2, 2),
  mdstat('md101', 'raid0', 3, 3),
  mdstat('md00', 'raid0', 1, 1),
  mdstat('md2', 'raid1', 2, 1, {
    file: '3-raid/mdstat/insights-core/mdstat__MDSTAT_TEST_2.txt',
    failed: 1,
    state: 'degraded',
  }),
  {
    file: '3-raid/megacli/redhat-cip-hardware/megacli_ld_get_info',
    name: 'MegaRAID virtual drive 0',
    reported: /^Size +: ([\d.]+) GB/m,
    unit: GIB,
    level: 'raid1',
    implementation: 'controller',
    members: 2,
    member: { printed: /^Mirror Data +: ([\d.]+) GB/m, unit: GIB },
    state: 'ok',
  },
  {
    file: '3-raid/megacli/redhat-cip-hardware/ctrl_ld_show',
    name: 'Smart Array logical drive 1',
    reported: /Size: ([\d.]+) GB/,
    unit: GIB,
    level: 'raid1',
    implementation: 'controller',
    members: 2,
    // Disks are printed as sold, in decimal GB.
    member: { printed: /Solid State SATA, (\d+) GB/, unit: 1e9 },
    state: 'ok',
  },
  {
    file: '3-raid/other-cli/ironlib/mvcli/info-vd',
    name: 'Marvell virtual disk 0',
    reported: /^size: +(\d+) M/m,
    unit: MIB,
    level: 'RAID1',
    implementation: 'controller',
    members: 2,
    member: { dataDisks: 1 },
    state: 'ok',
  },
  {
    file: `${REDFISH}/Storage/1/Volumes/1/index.json`,
    name: 'Redfish Virtual Disk 1',
    reported: /"CapacityBytes": (\d+)/,
    unit: 1,
    level: 'RAID1',
    implementation: 'controller',
    members: 2,
    member: { dataDisks: 1 },
    state: 'ok',
  },
  {
    file: '2-hardware-dumps/lsblk/ironic-python-agent/hardware_samples__RAID_BLK_DEVICE_TEMPLATE.txt',
    name: 'lsblk md0',
    reported: /"kname":"md0",[^}]*"size":(\d+)/,
    unit: 1,
    level: 'raid1',
    implementation: 'md',
    members: 2,
    member: { printed: /"kname":"sda",[^}]*"size":(\d+)/, unit: 1 },
    state: 'ok',
  },
];

/** What the same files hold and Rackwright has no array for, and why. The words to find in the file come second. */
export const NOT_ENTERED: readonly (readonly [file: string, words: string, why: string])[] = [
  [
    `${MDADM}/jc/mdadm-query-container1-root.out`,
    'Raid Level : container',
    'A DDF container holds arrays, not data; its member array is entered.',
  ],
  [MDSTAT, 'md219 : inactive', 'An IMSM container without an active array has no level and no size of its own.'],
  [
    MDSTAT,
    'md4 : inactive',
    'Its one member is faulty and the other a spare: entered, it is failed and counts 0 GB, while md prints the size it had.',
  ],
  [
    MDSTAT,
    'md120 : active linear',
    'A linear array is a concatenation: entered as JBOD it has the size of the tool, but a failure loses more than one disk.',
  ],
  [
    `${REDFISH}/Storage/1/Volumes/3/index.json`,
    '3D58ECBC375FD9F2',
    'Volumes 2 and 3 are slices of one disk; a disk is in one group.',
  ],
  [
    '3-raid/zpool/jc/zpool-status-spares.out',
    'mirror-3',
    'The output has no sizes; the pool of four mirrors and a spare is entered as RAID 10 of 8 disks under ZFS.',
  ],
  [
    '3-raid/storcli/ironlib/supermicro/x11dph-t/storecli.json',
    '"Physical Drives" : 12',
    'An HBA in IT mode: twelve disks and no array; they are loose disks.',
  ],
];
