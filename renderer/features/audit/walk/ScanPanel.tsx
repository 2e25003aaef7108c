import { Button } from '@mantine/core';
import { useId } from 'react';
import type { AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { Meter } from '../../../ui/Meter.tsx';
import { counted } from '../../../ui/format.ts';
import { Refusal } from '../../../ui/Notice.tsx';
import { progressText } from '../audit-words.ts';
import { Candidates } from './Candidates.tsx';
import { RackDevices, deviceLineId } from './RackDevices.tsx';
import { ScanAnswerCard } from './ScanAnswerCard.tsx';
import { ScanField } from './ScanField.tsx';
import styles from './Walk.module.css';
import type { Scans } from './use-scans.ts';
import type { WalkActions } from './use-walk-actions.ts';

/** The scan field with where the auditor stands above it, the last answer below, and what is expected here. */
export function ScanPanel({ session, actions }: { session: AuditSummary; actions: WalkActions }) {
  const { walk, scans, candidates, marked, mark } = actions;
  const listId = useId();
  const lines = candidates.length > 0 ? candidates.length : walk.devices.length;
  return (
    <>
      <Place actions={actions} session={session} />
      <ScanField
        scans={scans}
        disabled={session.status !== 'open'}
        listId={lines > 0 ? listId : undefined}
        markedId={marked < lines ? deviceLineId(listId, marked) : undefined}
        onMark={(step) => mark(marked + step)}
      />
      {session.status === 'paused' ? <p className={styles.hint}>This audit is paused. Resume it to scan on.</p> : null}
      <NotStored scans={scans} />
      <ScanAnswerCard scans={scans} withParts={session.level === 'serial'} />
      {candidates.length > 0 ? (
        <Candidates
          listId={listId}
          candidates={candidates}
          marked={marked}
          onChoose={(candidate) => void actions.choose(candidate)}
        />
      ) : walk.shown ? (
        <RackDevices
          listId={listId}
          label={`Expected in ${walk.shown.name}`}
          devices={walk.devices}
          marked={marked}
          onMark={mark}
        />
      ) : null}
    </>
  );
}

function Place({ actions, session }: { actions: WalkActions; session: AuditSummary }) {
  const { walk, shown } = actions.walk;
  const place = walk?.place;
  const progress = walk?.progress ?? session.progress;
  const name = shown?.name ?? (place?.rackId ? `${place.name}, not in this audit` : 'No rack yet');
  return (
    <div className={styles.place}>
      <p className={styles.where}>
        <strong>{name}</strong>
        {place?.at ? <strong> {place.at}</strong> : null}
        {place?.device && session.level === 'serial' ? <span> parts of {place.device}</span> : null}
        <span className={styles.path}>{shown ? `${shown.path} · ${progressText(shown.progress)}` : ''}</span>
      </p>
      <div className={styles.total}>
        <Meter
          label="Progress of the audit"
          total={progress.expected}
          used={progress.seen}
          text={progressText(progress)}
        />
        <span>{progressText(progress)}</span>
      </div>
    </div>
  );
}

/** Scans on their way to the disk; they are kept here until they are there. */
function NotStored({ scans: { state, queue } }: { scans: Scans }) {
  const { waiting, failure } = state;
  if (!failure) return null;
  return (
    <div className={styles.notStored}>
      <Refusal>
        {counted(waiting.length, 'scan is', 'scans are')} not stored yet, the first is {waiting[0]?.text}:{' '}
        {failure.message}
      </Refusal>
      <Button onClick={() => queue.retry()}>Try again</Button>
      <Button variant="default" onClick={() => queue.drop()}>
        Leave it out
      </Button>
    </div>
  );
}
