import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditSummary } from '../../../shared/contract/audit-schemas.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Badge } from '../../ui/Badge.tsx';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { navigate } from '../../ui/location.ts';
import styles from './Audit.module.css';
import { auditHref, type AuditPart } from './audit-places.ts';
import { levelLabel, statusWord } from './audit-words.ts';

interface PartTab {
  readonly id: AuditPart;
  readonly label: string;
  readonly keys: string;
}

const PARTS: readonly PartTab[] = [
  { id: 'walk', label: 'Walk', keys: 'mod+shift+f' },
  { id: 'reconcile', label: 'Reconcile', keys: 'mod+shift+r' },
  { id: 'sign', label: 'Sign off', keys: 'mod+shift+g' },
  { id: 'report', label: 'Report', keys: 'mod+shift+e' },
  { id: 'paper', label: 'Paper', keys: 'mod+shift+b' },
];

interface SessionPageProps {
  readonly session: AuditSummary;
  readonly part: AuditPart;
  readonly actions?: ReactNode;
  readonly body?: 'fill' | 'flow';
  readonly panel?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every part of an audit: name, state, tabs, pause. */
export function SessionPage({ session, part, actions, body = 'flow', panel, children }: SessionPageProps) {
  const { id, name, status, level, scopeText, carriedIn } = session;
  const pause = useCommand(client.audit.pause);
  const resume = useCommand(client.audit.resume);
  const input = { session: id };
  const toggle = () => void (status === 'paused' ? resume.run(input) : pause.run(input));
  const pausing = status === 'paused' ? 'Resume' : 'Pause';
  useActions([
    ...PARTS.map((tab) => ({
      id: `audit-${tab.id}`,
      label: `Audit: ${tab.label}`,
      group: 'Audit',
      keys: tab.keys,
      run: () => navigate(auditHref(id, tab.id)),
    })),
    ...(status === 'signed'
      ? []
      : [{ id: 'audit-pause', label: `${pausing} the audit`, group: 'Audit', keys: 'mod+shift+p', run: toggle }]),
  ]);
  return (
    <Page
      title={name}
      body={body}
      panel={panel}
      aside={
        <>
          <Badge tone={statusWord(status).tone}>{statusWord(status).label}</Badge>
          <span className={styles.aside}>
            {scopeText} · level {levelLabel(level).toLowerCase()}
            {carriedIn > 0 ? ` · ${carriedIn} carried over` : ''}
          </span>
        </>
      }
      actions={
        <>
          {status === 'signed' ? null : (
            <Button variant="default" loading={pause.pending || resume.pending} onClick={toggle}>
              {pausing}
            </Button>
          )}
          {actions}
        </>
      }
      bar={
        <LinkTabs
          label="Parts of the audit"
          tabs={PARTS.map((tab) => ({ id: tab.id, label: tab.label, href: auditHref(id, tab.id) }))}
          current={part}
        />
      }
    >
      {children}
    </Page>
  );
}
