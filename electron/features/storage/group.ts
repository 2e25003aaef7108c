import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { RaidImplementation, RaidLevel } from '../../../shared/domain/raid-level.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { splitUnits } from '../component-assignment/service.ts';
import { requireRow, updateRow } from '../object/service.ts';
import { disksOf, groupKey, type DiskOf } from './disks.ts';

const ASSIGNMENT = definitionOf('componentAssignment');

const NO_GROUP = {
  raidGroup: null,
  raidLevel: null,
  raidImplementation: null,
  raidNominalMembers: null,
  hotSpare: false,
} as const;

export interface DiskChoice {
  readonly assignment: string;
  readonly unit: number;
}

export interface GroupDraft {
  readonly name: string;
  readonly previousName?: string | undefined;
  readonly level: RaidLevel | null;
  readonly implementation: RaidImplementation | null;
  readonly nominalMembers: number | null;
  readonly members: readonly DiskChoice[];
  readonly hotSpares: readonly DiskChoice[];
}

function keyOf({ assignment, unit }: DiskChoice): string {
  return `${assignment}/${unit}`;
}

function refuseUnknown(disks: readonly DiskOf[], choices: readonly DiskChoice[]): void {
  const known = new Set(disks.map(({ key }) => key));
  const seen = new Set<string>();
  for (const choice of choices) {
    const key = keyOf(choice);
    if (!known.has(key))
      fail('E_NOT_FOUND', 'One of the disks is no longer in this compute; look at the storage again.');
    if (seen.has(key)) fail('E_RAID', 'A disk can be in a group once: as a member or as a hot spare.');
    seen.add(key);
  }
}

function refuseTaken(disks: readonly DiskOf[], draft: GroupDraft): void {
  const own = new Set([groupKey(draft.name), groupKey(draft.previousName ?? null)]);
  const wanted = new Set([...draft.members, ...draft.hotSpares].map(keyOf));
  const taken = disks.find(({ key, fitted }) => {
    const group = groupKey(fitted.raidGroup);
    return wanted.has(key) && group !== null && !own.has(group);
  });
  if (!taken) return;
  const message = `${taken.component}${taken.slot ? ` in ${taken.slot}` : ''} is in RAID group ${taken.fitted.raidGroup ?? ''}; take it out of that group first.`;
  fail('E_RAID', message, { fields: [{ path: 'members', message, value: taken.key }] });
}

/** The assignments that hold exactly the chosen disks; an assignment of which only some are chosen is split. */
function holdersOf(context: WriteContext, rules: NounRules, choices: readonly DiskChoice[]): string[] {
  const units = Map.groupBy(choices, ({ assignment }) => assignment);
  return [...units].map(([id, chosen]) =>
    splitUnits(
      context,
      rules,
      id,
      chosen.map(({ unit }) => unit),
    ),
  );
}

function setFields(context: WriteContext, id: string, fields: Record<string, unknown>): void {
  context.update(ASSIGNMENT, requireRow(context.database, ASSIGNMENT, id), fields);
}

/**
 * Makes a group hold exactly the chosen disks. Written past the rule of single assignments, which would refuse the first
 * of several members to change its level; this command gives all of them one level at once.
 */
export function saveGroup(context: WriteContext, rules: NounRules, computeId: string, draft: GroupDraft): void {
  const disks = disksOf(context.database, computeId);
  refuseUnknown(disks, [...draft.members, ...draft.hotSpares]);
  refuseTaken(disks, draft);
  if (draft.members.length === 0 && draft.hotSpares.length > 0)
    fail('E_RAID', 'A group needs a member before it needs a hot spare; choose its first disk.');
  const previous = groupKey(draft.previousName ?? draft.name);
  if (draft.previousName !== undefined && groupKey(draft.name) !== previous) refuseNameTaken(disks, draft.name);
  const assignments = new Map(disks.map(({ fitted }) => [fitted.id, fitted]));
  for (const fitted of assignments.values())
    if (groupKey(fitted.raidGroup) === previous) setFields(context, fitted.id, NO_GROUP);
  // Spares first: choices name units as they were, and a split moves only the units it takes along.
  const chosen = splitOnce(context, rules, draft);
  for (const id of chosen.members)
    setFields(context, id, {
      raidGroup: draft.name,
      raidLevel: draft.level,
      raidImplementation: draft.implementation,
      raidNominalMembers: draft.nominalMembers,
      hotSpare: false,
    });
  for (const id of chosen.hotSpares) setFields(context, id, { ...NO_GROUP, raidGroup: draft.name, hotSpare: true });
}

/** Splits for members and hot spares of one assignment at once, so that unit numbers stay those of the choice. */
function splitOnce(
  context: WriteContext,
  rules: NounRules,
  { members, hotSpares }: GroupDraft,
): { members: string[]; hotSpares: string[] } {
  const mixed = new Set(hotSpares.map(({ assignment }) => assignment));
  const both = members.filter(({ assignment }) => mixed.has(assignment));
  const spares: string[] = [];
  const shifted: DiskChoice[] = members.filter(({ assignment }) => !mixed.has(assignment));
  for (const [id, chosen] of Map.groupBy(hotSpares, ({ assignment }) => assignment)) {
    const units = chosen.map(({ unit }) => unit);
    spares.push(splitUnits(context, rules, id, units));
    for (const { unit } of both.filter(({ assignment }) => assignment === id))
      shifted.push({ assignment: id, unit: unit - units.filter((taken) => taken < unit).length });
  }
  return { members: holdersOf(context, rules, shifted), hotSpares: spares };
}

function refuseNameTaken(disks: readonly DiskOf[], name: string): void {
  if (disks.some(({ fitted }) => groupKey(fitted.raidGroup) === groupKey(name)))
    fail('E_DUPLICATE', `There is a RAID group ${name} in this compute already.`);
}

function membersOf(context: WriteContext, computeId: string, name: string): StoredRecord[] {
  const ids = disksOf(context.database, computeId)
    .filter(({ fitted }) => groupKey(fitted.raidGroup) === groupKey(name))
    .map(({ assignmentId }) => assignmentId);
  if (ids.length === 0) fail('E_NOT_FOUND', `There is no RAID group ${name} in this compute.`);
  return [...new Set(ids)].map((id) => requireRow(context.database, ASSIGNMENT, id));
}

/** Breaks a group up; its disks stay fitted. */
export function removeGroup(context: WriteContext, computeId: string, name: string): void {
  for (const record of membersOf(context, computeId, name)) context.update(ASSIGNMENT, record, NO_GROUP);
}

/** Marks one disk as failed or working; it is split from the others of its assignment. Answers the group it is in. */
export function markFailed(
  context: WriteContext,
  rules: NounRules,
  computeId: string,
  { disk, failed }: { readonly disk: DiskChoice; readonly failed: boolean },
): string | null {
  refuseUnknown(disksOf(context.database, computeId), [disk]);
  const [id = ''] = holdersOf(context, rules, [disk]);
  updateRow(context, rules, ASSIGNMENT, id, { failed });
  return requireRow(context.database, ASSIGNMENT, id)['raidGroup'] as string | null;
}

/** The failed members of a group work again; their notes say since when. */
export function recordRebuild(
  context: WriteContext,
  computeId: string,
  name: string,
  { on, notes }: { readonly on: string; readonly notes?: string | undefined },
): void {
  const failed = membersOf(context, computeId, name).filter((record) => record['failed'] === true);
  if (failed.length === 0) fail('E_STATE', `RAID group ${name} has no failed member; there is nothing to rebuild.`);
  for (const record of failed) {
    const line = `Rebuilt on ${on}${notes ? `: ${notes}` : '.'}`;
    const text = [record['notes'], line].filter(Boolean).join('\n').slice(-4000);
    context.update(ASSIGNMENT, record, { failed: false, notes: text });
  }
}
