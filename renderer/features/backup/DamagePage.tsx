import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Damage, ScrubReport } from '../../../shared/contract/damage.ts';
import { api, client } from '../../bridge/client.ts';
import { useEngineState } from '../../bridge/engine-state.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { showFailure } from '../../bridge/notices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted, formatCount } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import { objectHref } from '../../ui/location.ts';
import styles from './Backup.module.css';
import { RescuePage } from './RescuePage.tsx';

const SHOWN = 100;

/** Compares the workspace with its history and names what is not as it was written, with the ways out. */
export function DamagePage() {
  const queries = useQueryClient();
  const { mode } = useEngineState();
  const [busy, setBusy] = useState(false);
  const options = api.workspace.damage.queryOptions({ input: { again: false } });
  const { data: report, error } = useQuery(options);
  const again = async () => {
    setBusy(true);
    try {
      queries.setQueryData(options.queryKey, await client.workspace.damage({ again: true }));
    } catch (refusal) {
      showFailure(failureFrom(refusal));
    } finally {
      setBusy(false);
    }
  };
  useActions([
    {
      id: 'damage-again',
      label: 'Compare with the history again',
      group: 'Workspace',
      keys: 'r',
      run: () => void again(),
    },
  ]);
  const damaged = mode === 'corrupt' || report?.sound === false;
  return (
    <Page
      title="Damage"
      actions={
        <Button variant="default" loading={busy} onClick={() => void again()}>
          Compare again
        </Button>
      }
    >
      <div className={styles.damage}>
        {error ? <p role="alert">{failureFrom(error).message}</p> : null}
        {damaged ? <RescuePage /> : null}
        {report ? <Found report={report} /> : error ? null : <p role="status">Comparing every row with its history…</p>}
      </div>
    </Page>
  );
}

function Found({ report }: { report: ScrubReport }) {
  const { sound, changes, rows, damage, damageCount } = report;
  if (sound)
    return (
      <EmptyState
        title="Everything is as it was written"
        actions={<a href={hrefOf(['settings', 'backups'])}>Backups</a>}
      >
        {counted(changes, 'change', 'changes')} and {counted(rows, 'row', 'rows')} were compared with the history.
      </EmptyState>
    );
  return (
    <section>
      <h2>
        What is damaged ({formatCount(damageCount)} of {formatCount(rows + changes)} rows and changes)
      </h2>
      <ul className={styles.list} aria-label="Damage">
        {damage.slice(0, SHOWN).map((entry, index) => (
          <li key={`${index} ${entry.message}`}>
            <ToneIcon tone={entry.part === 'row' || entry.part === 'history' ? 'bad' : 'attention'} />
            <DamageText damage={entry} />
          </li>
        ))}
      </ul>
      {damageCount > SHOWN ? <p>{formatCount(damageCount - SHOWN)} more are not listed.</p> : null}
    </section>
  );
}

function DamageText({ damage: { noun, id, part, message } }: { damage: Damage }) {
  const href = noun && id && part === 'row' ? objectHref(noun, id) : undefined;
  return href ? <a href={href}>{message}</a> : <span>{message}</span>;
}
