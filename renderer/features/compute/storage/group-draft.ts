import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Disk, storageContract } from '../../../../shared/contract/storage.ts';
import {
  RAID_IMPLEMENTATIONS,
  isRaidLevel,
  type RaidImplementation,
  type RaidLevel,
} from '../../../../shared/domain/raid-level.ts';

export type StorageView = InferContractRouterOutputs<typeof storageContract>['groups'];
export type GroupView = StorageView['groups'][number];
type Inputs = InferContractRouterInputs<typeof storageContract>;

export type Zone = 'members' | 'spares' | 'loose';

/** A RAID group while it is edited: disks by key, numbers as typed. */
export interface GroupDraft {
  readonly name: string;
  /** The name it is stored under; null for a new one. */
  readonly previousName: string | null;
  readonly level: RaidLevel | null;
  readonly implementation: RaidImplementation | null;
  /** Members of the whole array; empty: as many as are on record. */
  readonly nominal: string;
  readonly members: readonly string[];
  readonly spares: readonly string[];
}

function freeName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let number = 0;
  while (names.has(`array${number}`)) number += 1;
  return `array${number}`;
}

export function newGroup(view: StorageView): GroupDraft {
  const name = freeName(view.groups.map((group) => group.name));
  return { name, previousName: null, level: 'raid1', implementation: null, nominal: '', members: [], spares: [] };
}

export function draftOfGroup(group: GroupView): GroupDraft {
  const { name, level, implementation, nominalMembers, members, hotSpares } = group;
  return {
    name,
    previousName: name,
    level: isRaidLevel(level) ? level : null,
    implementation: RAID_IMPLEMENTATIONS.find(({ value }) => value === implementation)?.value ?? null,
    nominal: nominalMembers !== null && nominalMembers > members.length ? String(nominalMembers) : '',
    members: members.map(({ key }) => key),
    spares: hotSpares.map(({ key }) => key),
  };
}

/** Disks that the draft may hold: those in no group and those of the group itself. */
export function disksOfDraft(view: StorageView, draft: GroupDraft): readonly Disk[] {
  const own = view.groups.find(({ name }) => name === draft.previousName);
  return [...(own?.members ?? []), ...(own?.hotSpares ?? []), ...view.loose];
}

export function zoneOf(draft: GroupDraft, key: string): Zone {
  if (draft.members.includes(key)) return 'members';
  return draft.spares.includes(key) ? 'spares' : 'loose';
}

/** The draft with these disks in a zone, and in no other; disks that are there already keep their order. */
export function putDisks(draft: GroupDraft, keys: readonly string[], zone: Zone): GroupDraft {
  const put = (own: readonly string[], here: boolean) =>
    here ? [...own, ...keys.filter((key) => !own.includes(key))] : own.filter((key) => !keys.includes(key));
  return {
    ...draft,
    members: put(draft.members, zone === 'members'),
    spares: put(draft.spares, zone === 'spares'),
  };
}

/** The keys from one disk to another in the order drawn, both included: what a click with Shift takes. */
export function disksBetween(order: readonly string[], from: string, to: string): readonly string[] {
  const ends = [order.indexOf(from), order.indexOf(to)];
  if (ends.includes(-1)) return [to];
  return order.slice(Math.min(...ends), Math.max(...ends) + 1);
}

function nominalOf({ nominal }: GroupDraft): number | null {
  const count = Number(nominal.trim());
  return nominal.trim() !== '' && Number.isInteger(count) && count > 0 ? count : null;
}

function chosen(disks: readonly Disk[], keys: readonly string[]): Disk[] {
  return keys.flatMap((key) => disks.find((disk) => disk.key === key) ?? []);
}

export function previewInput(draft: GroupDraft, disks: readonly Disk[]): Inputs['preview'] {
  return {
    level: draft.level,
    implementation: draft.implementation,
    nominalMembers: nominalOf(draft),
    members: chosen(disks, draft.members).map(({ capacityGb, failed, medium }) => ({ capacityGb, failed, medium })),
    hotSpares: draft.spares.length,
  };
}

export function saveInput(compute: string, draft: GroupDraft, disks: readonly Disk[]): Inputs['saveGroup'] {
  const choices = (keys: readonly string[]) =>
    chosen(disks, keys).map(({ assignmentId, unit }) => ({ assignment: assignmentId, unit }));
  return {
    compute,
    name: draft.name.trim(),
    ...(draft.previousName ? { previousName: draft.previousName } : {}),
    level: draft.level,
    implementation: draft.implementation,
    nominalMembers: nominalOf(draft),
    members: choices(draft.members),
    hotSpares: choices(draft.spares),
  };
}
