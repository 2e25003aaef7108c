import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../../shared/contract/storage.ts';
import {
  disksBetween,
  disksOfDraft,
  draftOfGroup,
  newGroup,
  previewInput,
  putDisks,
  saveInput,
  zoneOf,
  type GroupView,
  type StorageView,
} from './group-draft.ts';

function aDisk(key: string, change: Partial<Disk> = {}): Disk {
  const [assignmentId = '', unit = '0'] = key.split('/');
  return {
    key,
    assignmentId,
    unit: Number(unit),
    componentId: 'c1',
    component: 'Micron 7450',
    slot: null,
    partId: null,
    serial: null,
    capacityGb: 960,
    medium: 'nvme',
    failed: false,
    hotSpare: false,
    ...change,
  };
}

const GROUP: GroupView = {
  name: 'array0',
  level: 'raid1',
  implementation: 'md',
  nominalMembers: 2,
  members: [aDisk('a/0'), aDisk('a/1', { failed: true })],
  hotSpares: [aDisk('b/0', { hotSpare: true })],
  capacity: null,
  findings: [],
};

const VIEW: StorageView = {
  groups: [GROUP],
  loose: [aDisk('d/0', { capacityGb: 480 }), aDisk('d/1', { capacityGb: 480 })],
  totalGb: 960,
  findings: [],
};

describe('newGroup', () => {
  it('takes the first name that is free', () => {
    expect(newGroup(VIEW).name).toBe('array1');
    expect(newGroup({ ...VIEW, groups: [] }).name).toBe('array0');
  });

  it('may hold the loose disks only', () => {
    expect(disksOfDraft(VIEW, newGroup(VIEW)).map(({ key }) => key)).toEqual(['d/0', 'd/1']);
  });
});

describe('draftOfGroup', () => {
  it('may hold its own disks and the loose ones', () => {
    const draft = draftOfGroup(GROUP);
    expect(disksOfDraft(VIEW, draft).map(({ key }) => key)).toEqual(['a/0', 'a/1', 'b/0', 'd/0', 'd/1']);
    expect(['a/0', 'b/0', 'd/0'].map((key) => zoneOf(draft, key))).toEqual(['members', 'spares', 'loose']);
  });

  it('asks for the number of members only where some are absent', () => {
    expect(draftOfGroup(GROUP).nominal).toBe('');
    expect(draftOfGroup({ ...GROUP, nominalMembers: 4 }).nominal).toBe('4');
  });
});

describe('putDisks', () => {
  it('moves disks between zones, each in one only', () => {
    const draft = putDisks(draftOfGroup(GROUP), ['d/0', 'b/0'], 'members');
    expect([draft.members, draft.spares]).toEqual([['a/0', 'a/1', 'd/0', 'b/0'], []]);
    expect(putDisks(draft, ['a/0'], 'loose').members).toEqual(['a/1', 'd/0', 'b/0']);
  });

  it('keeps the order of disks that are there already', () => {
    expect(putDisks(draftOfGroup(GROUP), ['a/1', 'a/0'], 'members').members).toEqual(['a/0', 'a/1']);
  });
});

describe('disksBetween', () => {
  it('takes both ends, in either direction', () => {
    expect(disksBetween(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(disksBetween(['a', 'b'], 'gone', 'b')).toEqual(['b']);
  });
});

describe('what is sent', () => {
  const draft = { ...putDisks(draftOfGroup(GROUP), ['d/1'], 'members'), nominal: '6', name: ' data ' };
  const disks = disksOfDraft(VIEW, draft);

  it('previews sizes and failures of the members', () => {
    expect(previewInput(draft, disks)).toEqual({
      level: 'raid1',
      implementation: 'md',
      nominalMembers: 6,
      members: [
        { capacityGb: 960, failed: false, medium: 'nvme' },
        { capacityGb: 960, failed: true, medium: 'nvme' },
        { capacityGb: 480, failed: false, medium: 'nvme' },
      ],
      hotSpares: 1,
    });
  });

  it('saves disks by assignment and unit, under the new name', () => {
    const { name, previousName, members, hotSpares } = saveInput('srv', draft, disks);
    expect([name, previousName]).toEqual(['data', 'array0']);
    expect(members.at(-1)).toEqual({ assignment: 'd', unit: 1 });
    expect(hotSpares).toEqual([{ assignment: 'b', unit: 0 }]);
  });
});
