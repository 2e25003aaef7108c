import { Button, Checkbox, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { JOURNAL_CATEGORIES, type JournalCategory } from '../../../shared/domain/journal-entry.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import { FileField } from './FileField.tsx';
import { base64Of, type ChosenFile } from './files.ts';
import styles from './Journal.module.css';
import { momentOf } from './journal-filter.ts';

/** The thing an entry is about. */
export interface Subject {
  readonly id: string;
  readonly name: string;
}

function close(): void {
  updateQuery({ new: undefined, correct: undefined });
}

/** The panel that the address asks for: a new entry, or a correction of one; nothing otherwise. */
export function JournalPanel({ subject }: { subject: Subject | null }) {
  const { query } = useLocation();
  if (query['correct']) return <CorrectionPanel key={query['correct']} entryId={query['correct']} />;
  if (query['new']) return <WritePanel title="Write an entry" start={{ ...NEW, subject }} />;
  return null;
}

interface Start {
  readonly subject: Subject | null;
  readonly category: JournalCategory;
  readonly content: string;
  readonly plain: boolean;
  readonly correctsId: string | null;
}

const NEW = { category: 'maintenance', content: '', plain: false, correctsId: null } as const;

function CorrectionPanel({ entryId }: { entryId: string }) {
  const { data, error } = useQuery({ ...api.journalEntry.get.queryOptions({ input: { ref: entryId } }), retry: false });
  if (error)
    return (
      <SidePanel title="Write a correction" onClose={close}>
        <Refusal>{failureFrom(error).message}</Refusal>
      </SidePanel>
    );
  if (!data) return null;
  const { objectId, category, content, format } = data.record;
  const subject = { id: objectId, name: data.references[objectId] ?? '' };
  const start = { subject, category, content, plain: format === 'plain', correctsId: entryId };
  return <WritePanel title="Write a correction" start={start} />;
}

interface Draft {
  /** The id of what the entry is about; empty: not chosen yet. */
  readonly subject: string;
  readonly category: JournalCategory;
  readonly content: string;
  readonly plain: boolean;
  /** Local time of a `datetime-local` field; empty: now. */
  readonly at: string;
  readonly files: readonly ChosenFile[];
}

function useWriting(start: Start) {
  const [draft, setDraft] = useState<Draft>({
    subject: start.subject?.id ?? '',
    category: start.category,
    content: start.content,
    plain: start.plain,
    at: '',
    files: [],
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const write = useCommand(
    async () => {
      const { subject, category, content, plain, at, files } = draft;
      const moment = momentOf(at);
      return client.journal.write({
        objectId: subject,
        category,
        content,
        format: plain ? 'plain' : 'markdown',
        files: await Promise.all(
          files.map(async ({ file }) => ({ fileName: file.name, base64: await base64Of(file) })),
        ),
        ...(moment === null ? {} : { at: moment }),
        ...(start.correctsId === null ? {} : { correctsId: start.correctsId }),
      });
    },
    { failures: 'inline' },
  );
  return { draft, change, write };
}

type Writing = ReturnType<typeof useWriting>;

function WritePanel({ title, start }: { title: string; start: Start }) {
  const writing = useWriting(start);
  const { draft, change, write } = writing;
  const [missing, setMissing] = useState<string | null>(null);
  const submit = async () => {
    const lacking =
      draft.subject === ''
        ? 'Choose what the entry is about.'
        : draft.content.trim() === ''
          ? 'Write something.'
          : null;
    setMissing(lacking);
    if (lacking === null && (await write.run(undefined))) close();
  };
  return (
    <PanelForm onSubmit={() => void submit()}>
      <SidePanel
        title={title}
        onClose={close}
        footer={
          <>
            <Button type="submit" loading={write.pending}>
              Write
            </Button>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Kbd keys="mod+enter" />
          </>
        }
      >
        <div className={styles.form}>
          {missing ? <Refusal>{missing}</Refusal> : null}
          {write.failure ? <Refusal>{write.failure.message}</Refusal> : null}
          {start.correctsId === null ? null : (
            <p>The entry stays as it was written. This one stands beside it as its correction.</p>
          )}
          <WhatFields draft={draft} change={change} start={start} />
          <ContentField draft={draft} change={change} />
          <FileField files={draft.files} onFiles={(files) => change({ files })} />
        </div>
      </SidePanel>
    </PanelForm>
  );
}

type DraftProps = Pick<Writing, 'draft' | 'change'>;

function WhatFields({ draft, change, start }: DraftProps & { readonly start: Start }) {
  return (
    <>
      <NativeSelect
        label="Category"
        value={draft.category}
        onChange={(event) => change({ category: event.currentTarget.value as JournalCategory })}
        data={JOURNAL_CATEGORIES.map(({ value, label }) => ({ value, label }))}
      />
      {start.subject === null ? (
        <ReferencePicker
          noun="journalled"
          label="About"
          description="A compute, rack, equipment or service"
          withAsterisk
          id={draft.subject}
          names={{}}
          onId={(subject) => change({ subject })}
        />
      ) : (
        <p>
          About <strong>{start.subject.name}</strong>
        </p>
      )}
      <TextInput
        type="datetime-local"
        label="Time"
        description="When it happened; empty: now"
        value={draft.at}
        onChange={(event) => change({ at: event.currentTarget.value })}
      />
    </>
  );
}

/** The text, and how it will look. Who writes it is set by the program. */
function ContentField({ draft, change }: DraftProps) {
  const [shown, setShown] = useState<'write' | 'preview'>('write');
  const { content, plain } = draft;
  return (
    <div className={styles.contentField}>
      {plain ? null : (
        <SegmentedControl
          size="xs"
          aria-label="Write or preview"
          value={shown}
          onChange={(value) => setShown(value === 'preview' ? 'preview' : 'write')}
          data={[
            { value: 'write', label: 'Write' },
            { value: 'preview', label: 'Preview' },
          ]}
        />
      )}
      {shown === 'preview' && !plain ? (
        <section className={styles.preview} aria-label="Preview">
          {content.trim() === '' ? <p className={styles.note}>Nothing to show yet.</p> : <Markdown text={content} />}
        </section>
      ) : (
        <Textarea
          label="What was done"
          description={plain ? 'Shown as typed' : 'Markdown: **bold**, lists, tables, `code`'}
          withAsterisk
          autosize
          minRows={6}
          maxRows={18}
          value={content}
          onChange={(event) => change({ content: event.currentTarget.value })}
        />
      )}
      <Checkbox
        label="Plain text, no Markdown"
        checked={plain}
        onChange={(event) => change({ plain: event.currentTarget.checked })}
      />
    </div>
  );
}
