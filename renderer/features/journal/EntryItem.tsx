import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHistory, IconPencilExclamation } from '@tabler/icons-react';
import type { JournalItem } from '../../../shared/contract/journal.ts';
import { JOURNAL_CATEGORIES } from '../../../shared/domain/journal-entry.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { classes } from '../../ui/classes.ts';
import { formatMoment } from '../../ui/format.ts';
import { hrefOf, updateQuery } from '../../ui/location.ts';
import { AttachButton } from './AttachButton.tsx';
import { AttachmentView } from './AttachmentView.tsx';
import styles from './Journal.module.css';
import { journalHref } from './journal-place.ts';

const CATEGORY = new Map(JOURNAL_CATEGORIES.map((category) => [category.value, category]));

/** One entry; `about` names the thing it is about, where entries of several stand together. */
export function EntryItem({ entry, about }: { entry: JournalItem; about: boolean }) {
  const { at, content, format, createdBy, attachments } = entry;
  const category = CATEGORY.get(entry.category);
  const when = formatMoment(at);
  return (
    <article className={styles.entry} aria-label={`${category?.label ?? ''} entry about ${entry.name}, ${when}`}>
      <div className={styles.entryHead}>
        <Badge tone={category?.tone ?? 'neutral'}>{category?.label}</Badge>
        {about ? (
          <a className={styles.about} href={journalHref(entry.noun, entry.objectId)}>
            {entry.name}
          </a>
        ) : null}
        <Standing entry={entry} />
        <span className={styles.written}>
          <time dateTime={at} title={`${at} (UTC)`}>
            {when}
          </time>{' '}
          · {createdBy || 'unnamed operator'}
        </span>
        <Tools entry={entry} />
      </div>
      <div className={classes(styles.content, entry.correctedById !== null && styles.corrected)}>
        {format === 'markdown' ? <Markdown text={content} /> : <p className={styles.plain}>{content}</p>}
      </div>
      {attachments.length > 0 ? (
        <ul className={styles.files} aria-label="Attachments">
          {attachments.map((attachment) => (
            <AttachmentView key={attachment.id} attachment={attachment} />
          ))}
        </ul>
      ) : null}
    </article>
  );
}

/** How an entry stands to others: nothing in the journal is quietly rewritten. */
function Standing({ entry }: { entry: JournalItem }) {
  return (
    <>
      {entry.correctsId === null ? null : <span className={styles.note}>Correction</span>}
      {entry.correctedById === null ? null : <span className={styles.note}>Corrected later</span>}
      {entry.edited ? <span className={styles.note}>Edited, see History</span> : null}
    </>
  );
}

function Tools({ entry }: { entry: JournalItem }) {
  const { id, changeGroupId } = entry;
  return (
    <span className={styles.tools}>
      {changeGroupId === null ? (
        <Tooltip label="Write a correction">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="Write a correction"
            onClick={() => updateQuery({ correct: id, new: undefined })}
          >
            <IconPencilExclamation size="0.9375rem" />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Tooltip label="The change that wrote this">
          <ActionIcon
            component="a"
            href={hrefOf(['history', String(changeGroupId)])}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="The change that wrote this"
          >
            <IconHistory size="0.9375rem" />
          </ActionIcon>
        </Tooltip>
      )}
      <AttachButton entryId={id} />
    </span>
  );
}
