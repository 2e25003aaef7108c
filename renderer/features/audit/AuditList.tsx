import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AuditSummary } from '../../../shared/contract/audit-schemas.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { useActions } from '../../ui/actions.ts';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { hrefOf, navigate } from '../../ui/location.ts';
import styles from './Audit.module.css';
import { DueDevices } from './DueDevices.tsx';
import { WordBadge } from './WordBadge.tsx';
import { auditHref } from './audit-places.ts';
import { levelLabel, progressText, statusWord } from './audit-words.ts';

const COLUMNS: readonly PlainColumn<AuditSummary>[] = [
  {
    label: 'Audit',
    cell: ({ id, name, status }) => <a href={auditHref(id, status === 'signed' ? 'report' : 'walk')}>{name}</a>,
  },
  { label: 'Status', cell: ({ status }) => <WordBadge word={statusWord(status)} /> },
  { label: 'Scope', align: 'wrap', cell: ({ scopeText }) => scopeText },
  { label: 'Level', cell: ({ level }) => levelLabel(level) },
  { label: 'Auditor', cell: ({ auditor }) => auditor },
  { label: 'Progress', align: 'wrap', cell: (session) => <SessionProgress session={session} /> },
  {
    label: 'Racks',
    align: 'end',
    cell: ({ racks, racksFinished }) => `${formatCount(racksFinished)} of ${formatCount(racks)}`,
  },
  {
    label: 'Last scan',
    cell: ({ lastObservedAt }) => (lastObservedAt === null ? 'none yet' : formatMoment(lastObservedAt)),
  },
];

function SessionProgress({ session: { name, progress } }: { session: AuditSummary }) {
  return (
    <span className={styles.progress}>
      <Meter
        label={`Progress of ${name}`}
        total={progress.expected}
        used={progress.seen}
        text={progressText(progress)}
      />
      <span>{progressText(progress)}</span>
    </span>
  );
}

const NEW_HREF = hrefOf(['audit', 'new']);

/** All audits, those under way first; several may be under way side by side. */
export function AuditList() {
  const { data, error } = useQuery(api.audit.sessions.queryOptions());
  useActions([{ id: 'audit-new', label: 'New audit', group: 'Audit', keys: 'n', run: () => navigate(NEW_HREF) }]);
  return (
    <Page
      title="Audit"
      actions={
        <>
          <Kbd keys="n" />
          <Button component="a" href={NEW_HREF} leftSection={<IconPlus size="1rem" aria-hidden />}>
            New audit
          </Button>
        </>
      }
    >
      {error ? <p role="alert">{failureFrom(error).message}</p> : null}
      {data?.length === 0 ? (
        <div>
          <EmptyState
            title="No audit has been made"
            actions={
              <Button component="a" href={NEW_HREF} variant="default">
                Start the first audit
              </Button>
            }
          >
            An audit walks a room, a row or some racks with the record in hand: scan what is there, and see at once what
            is moved, missing or unknown. It only proposes; nothing is written before you decide.
          </EmptyState>
        </div>
      ) : null}
      {data && data.length > 0 ? (
        <PlainTable label="Audits" columns={COLUMNS} rows={data} keyOf={({ id }) => id} />
      ) : null}
      <DueDevices />
    </Page>
  );
}
