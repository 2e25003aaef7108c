import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, query } from './base.ts';
import { writeReceipt } from './noun.ts';

export const changeSchema = z.object({
  seq: z.int(),
  groupId: z.int(),
  at: z.string(),
  actor: z.string(),
  noun: z.string(),
  objectId: z.string(),
  name: z.string().nullable(),
  kind: z.enum(['create', 'update', 'delete']),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  /** The names of what its values name by id and still has one, of whatever noun. */
  names: z.record(z.string(), z.string()),
});

export type ChangeEntry = z.output<typeof changeSchema>;

export const GROUP_KINDS = ['edit', 'import', 'undo', 'redo', 'revert'] as const;

export const groupSchema = z.object({
  id: z.int(),
  at: z.string(),
  actor: z.string(),
  kind: z.enum(GROUP_KINDS),
  label: z.string(),
  target: z.int().nullable(),
  status: z.enum(['done', 'undone', 'discarded']),
  changes: z.int(),
});

export type ChangeGroup = z.output<typeof groupSchema>;

export const verificationSchema = z.object({
  ok: z.boolean(),
  checked: z.int(),
  /** Hash of the newest entry: kept outside the file, it proves that nothing was rewritten or cut off. */
  head: z.string(),
  firstBad: z.object({ seq: z.int(), reason: z.string() }).nullable(),
});

export type Verification = z.output<typeof verificationSchema>;

const groupsQuestion = z.strictObject({
  before: z.int().optional(),
  limit: z.int().min(1).max(500).default(100),
  /** Part of what the group is called, without regard to case. */
  text: z.string().max(200).default(''),
  actor: z.string().max(200).optional(),
  kind: z.enum(GROUP_KINDS).optional(),
  /** Groups that changed a row of this noun. */
  noun: z.string().max(64).optional(),
  /** From a moment on, with its offset from UTC, this one included. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Up to a moment, this one not included. */
  to: z.iso.datetime({ offset: true }).optional(),
});

export type GroupsQuestion = z.output<typeof groupsQuestion>;

const nextStep = z.object({ id: z.int(), label: z.string() }).nullable();

export const historyContract = {
  /** Groups that a filter admits, newest first. */
  groups: query.input(groupsQuestion).output(z.array(groupSchema)),
  /** Everybody who changed something, for a filter. */
  actors: query.output(z.array(z.string())),
  group: query.input(z.strictObject({ id: z.int() })).output(z.array(changeSchema)),
  object: query
    .input(
      z.strictObject({
        id: z.string().max(64),
        before: z.int().optional(),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(changeSchema)),
  next: query.output(z.object({ undo: nextStep, redo: nextStep })),
  undo: command.output(writeReceipt),
  redo: command.output(writeReceipt),
  revert: command.input(z.strictObject({ id: z.int() })).output(writeReceipt),
  /** Gives one field of an object the value that it had before a change. */
  restoreField: command.input(z.strictObject({ seq: z.int(), field: z.string().max(100) })).output(writeReceipt),
  /** Makes an object what it was before a change; one that was deleted comes back with all that it owned. */
  restoreObject: command.input(z.strictObject({ seq: z.int() })).output(writeReceipt),
  verify: query.input(z.strictObject({ head: z.string().max(128).optional() }).default({})).output(verificationSchema),
};

/** Published after each commit: the nouns whose rows changed. */
export const topicEvent = z.object({ nouns: z.array(z.string()), groupId: z.int() });

export type TopicEvent = z.output<typeof topicEvent>;

export const topicsContract = { subscribe: query.output(eventIterator(topicEvent)) };
