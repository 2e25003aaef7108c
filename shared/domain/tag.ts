import { z } from 'zod';
import { defaulting, multiline, reference, text } from './field.ts';
import { defineNoun, type FieldProblem, type RowOf } from './noun.ts';

/** Read-only tags that the planner derives from a compute's place; users cannot set them. */
export const RESERVED_TAG_PREFIX = '@';

export function tagKeyProblem(key: string): FieldProblem | null {
  if (!key.startsWith(RESERVED_TAG_PREFIX)) return null;
  const message = `Tag key "${key}" is reserved: keys starting with @ are derived by the program.`;
  return { path: 'key', message, value: key, allowed: 'a key that does not start with @' };
}

export const tag = defineNoun({
  noun: 'tag',
  label: 'Tag',
  plural: 'Tags',
  help: 'A key and a value on an object; placement rules read the tags of computes.',
  table: 'tag',
  naturalKey: ['objectId', 'key'],
  fields: {
    objectId: reference('object', { label: 'Object', onDelete: 'owned', columnWidth: 200, columnShown: true }),
    key: text({ label: 'Key', max: 128, completed: true, columnWidth: 160, columnShown: true }),
    value: defaulting(
      multiline({ label: 'Value', max: 256, completed: true, columnWidth: 160, columnShown: true }),
      '',
    ),
  },
  check: (record) => {
    const problem = tagKeyProblem(String(record['key']));
    return problem ? [problem] : [];
  },
});

export type Tag = RowOf<typeof tag>;

/** Tags as a form or a file carries them: key to value. */
export const tagMapSchema = z.record(z.string().trim().min(1).max(128), z.string().max(256));

export type TagMap = z.output<typeof tagMapSchema>;
