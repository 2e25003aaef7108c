import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AuditScopePreview } from '../../../shared/contract/audit.ts';
import type { AuditLevel } from '../../../shared/domain/audit-words.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { Facts } from '../../ui/Facts.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import { Refusal, Warning } from '../../ui/Notice.tsx';
import { useSettled } from '../stock/use-settled.ts';
import styles from './Audit.module.css';
import type { ScopeReading } from './scope-draft.ts';

const PAUSE_MS = 250;
const NAMED_AT_MOST = 8;

/** What an audit of this scope would expect, before it is started. */
export function ScopePreview({ reading, level }: { reading: ScopeReading; level: AuditLevel }) {
  // Compared as text: a scope is read anew with every key press.
  const text = useSettled(reading.ok ? JSON.stringify(reading.scope) : '', PAUSE_MS);
  const scope = reading.ok && text !== '' && JSON.stringify(reading.scope) === text ? reading.scope : null;
  const { data, error, isFetching } = useQuery({
    ...api.audit.previewScope.queryOptions({ input: { scope: scope ?? { kind: 'query', query: '' }, level } }),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.preview} aria-label="What it would expect" aria-busy={isFetching}>
      <h2>What it would expect</h2>
      {reading.ok ? null : <p className={styles.note}>{reading.message}</p>}
      {reading.ok && error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
      {reading.ok && data && !error ? <Expected preview={data} /> : null}
    </section>
  );
}

function Expected({ preview }: { preview: AuditScopePreview }) {
  const { unknown, ambiguous } = preview;
  return (
    <>
      <p className={styles.figure} role="status">
        <strong>{counted(preview.devices, 'device', 'devices')}</strong> in {counted(preview.racks, 'rack', 'racks')}
      </p>
      <Facts
        label="Expected"
        facts={[
          ['Scope', preview.scopeText],
          ['In no rack', preview.unplaced > 0 ? formatCount(preview.unplaced) : ''],
          ['Parts with a number', preview.parts > 0 ? formatCount(preview.parts) : ''],
          ['Never audited', formatCount(preview.neverAudited)],
        ]}
      />
      {unknown.length > 0 ? (
        <Warning>
          {counted(unknown.length, 'line fits', 'lines fit')} no device: {named(unknown)}
        </Warning>
      ) : null}
      {ambiguous.length > 0 ? (
        <Warning>
          {counted(ambiguous.length, 'line fits', 'lines fit')} several devices: {named(ambiguous)}
        </Warning>
      ) : null}
      <p className={styles.note}>
        The list is frozen when the audit starts. Later changes of the record are shown beside it.
      </p>
    </>
  );
}

function named(texts: readonly string[]): string {
  const rest = texts.length - NAMED_AT_MOST;
  return `${texts.slice(0, NAMED_AT_MOST).join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`;
}
