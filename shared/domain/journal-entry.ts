import { choice, defaulting, integer, multiline, optional, reference, text, timestamp } from './field.ts';
import { defineNoun, type FieldProblem, type RowOf } from './noun.ts';

export const JOURNAL_CATEGORIES = [
  { value: 'maintenance', label: 'Maintenance', tone: 'attention' },
  { value: 'incident', label: 'Incident', tone: 'bad' },
  { value: 'deployment', label: 'Deployment', tone: 'good' },
  { value: 'hardware', label: 'Hardware', tone: 'info' },
  { value: 'network', label: 'Network', tone: 'info' },
  { value: 'other', label: 'Other', tone: 'neutral' },
] as const;

export type JournalCategory = (typeof JOURNAL_CATEGORIES)[number]['value'];

export const JOURNAL_FORMATS = [
  { value: 'markdown', label: 'Markdown' },
  { value: 'plain', label: 'Plain text' },
] as const;

/** Characters of an entry, at most. */
export const JOURNAL_CONTENT_LENGTH = 20_000;

/** An entry of the audit log of one thing. Corrections are new entries or, as every edit, visible in its history. */
export const journalEntry = defineNoun({
  noun: 'journalEntry',
  label: 'Journal entry',
  plural: 'Journal entries',
  help: 'What was done to a compute, rack, equipment or service, by whom and when.',
  table: 'journal_entry',
  naturalKey: [],
  fields: {
    objectId: reference('journalled', { label: 'About', onDelete: 'owned', columnWidth: 180, columnShown: true }),
    at: optional(timestamp({ label: 'Time', help: 'Empty: now', columnWidth: 160, columnShown: true })),
    category: defaulting(
      choice(JOURNAL_CATEGORIES, { label: 'Category', bulkEditable: true, columnWidth: 120, columnShown: true }),
      'other',
    ),
    content: multiline({
      label: 'Content',
      max: JOURNAL_CONTENT_LENGTH,
      columnWidth: 420,
      columnShown: true,
      searched: true,
    }),
    format: defaulting(choice(JOURNAL_FORMATS, { label: 'Format' }), 'markdown'),
    createdBy: optional(text({ label: 'Created by', max: 200, readOnly: true, columnWidth: 130, columnShown: true })),
    changeGroupId: optional(
      integer({ label: 'Change', min: 1, readOnly: true, help: 'The change that wrote this entry by itself' }),
    ),
    correctsId: optional(reference('journalEntry', { label: 'Corrects', onDelete: 'clear' })),
  },
  check: (record): readonly FieldProblem[] => {
    const { content } = record;
    if (typeof content === 'string' && content.trim() !== '') return [];
    return [{ path: 'content', message: 'Content must not be empty.', value: record['content'], allowed: 'some text' }];
  },
});

export type JournalEntry = RowOf<typeof journalEntry>;
