import { Button, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { AUDIT_LEVELS, type AuditLevel } from '../../../shared/domain/audit-words.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { hrefOf, navigate, useLocation } from '../../ui/location.ts';
import { Segments } from '../elevation/Segments.tsx';
import { today } from '../elevation/use-elevation.ts';
import { CompletedText } from '../noun/CompletedText.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import styles from './Audit.module.css';
import { ScopeFields } from './ScopeFields.tsx';
import { ScopePreview } from './ScopePreview.tsx';
import { auditHref } from './audit-places.ts';
import { EMPTY_SCOPE, readScope, type ScopeDraft } from './scope-draft.ts';

interface Draft {
  readonly name: string;
  readonly auditor: string;
  readonly level: AuditLevel;
  readonly notes: string;
  readonly scope: ScopeDraft;
}

const LEVEL_HELP: Readonly<Record<AuditLevel, string>> = {
  presence: 'Each device was seen in its place.',
  serial: 'The serial numbers of its parts were read too.',
};

/** A new scope comes from elsewhere: `?query=` from a filter, `?rack=ID,ID` from an elevation. */
function useDraft() {
  const { query } = useLocation();
  return useState<Draft>(() => {
    const racks = (query['rack'] ?? '').split(',').filter(Boolean);
    const asked = query['query'];
    const kind = racks.length > 0 ? 'racks' : asked === undefined ? EMPTY_SCOPE.kind : 'query';
    const scope = { ...EMPTY_SCOPE, kind, racks, query: asked ?? '' } as const;
    return { name: `Audit ${today()}`, auditor: '', level: 'presence', notes: '', scope };
  });
}

/** What an audit is about, who walks, and what it would expect; starting it freezes that. */
export function NewAudit() {
  const [draft, setDraft] = useDraft();
  const reading = readScope(draft.scope);
  const start = useCommand(client.audit.start, { failures: 'inline' });
  const ready = reading.ok && draft.name.trim() !== '';
  const submit = async () => {
    if (!reading.ok || !ready) return;
    const [auditor, notes] = [draft.auditor.trim(), draft.notes.trim()];
    const begun = await start.run({
      name: draft.name,
      level: draft.level,
      scope: reading.scope,
      ...(auditor ? { auditor } : {}),
      ...(notes ? { notes } : {}),
    });
    if (begun) navigate(auditHref(begun.id), { replace: true });
  };
  const cancel = () => navigate(hrefOf(['audit']));
  // No form stands around the fields, so no scanner can submit it: keys and button do.
  useActions([
    { id: 'audit-start', label: 'Start the audit', group: 'Audit', keys: 'mod+enter', run: () => void submit() },
    { id: 'audit-cancel', label: 'Back to the audits', group: 'Audit', keys: 'escape', run: cancel },
  ]);
  return (
    <Page
      title="New audit"
      actions={
        <>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
          <Kbd keys="mod+enter" />
          <Button disabled={!ready} loading={start.pending} onClick={() => void submit()}>
            Start the audit
          </Button>
        </>
      }
    >
      <div className={styles.start}>
        <div className={styles.form}>
          {start.failure ? <Refusal>{start.failure.message}</Refusal> : null}
          <StartFields draft={draft} onDraft={setDraft} />
        </div>
        <ScopePreview reading={reading} level={draft.level} />
      </div>
    </Page>
  );
}

function StartFields({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  return (
    <>
      <TextInput
        label="Name"
        withAsterisk
        data-autofocus
        autoFocus
        value={draft.name}
        onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
      />
      <CompletedText
        label="Auditor"
        placeholder="you"
        noun="auditSession"
        field="auditor"
        text={draft.auditor}
        onText={(auditor) => onDraft({ ...draft, auditor })}
      />
      <div className={styles.choice}>
        <span id="audit-level">Level</span>
        <Segments
          label="Level"
          options={AUDIT_LEVELS}
          value={draft.level}
          onChange={(level) => onDraft({ ...draft, level })}
        />
        <p className={styles.note}>{LEVEL_HELP[draft.level]}</p>
      </div>
      <ScopeFields draft={draft.scope} onDraft={(scope) => onDraft({ ...draft, scope })} />
      <Textarea
        label="Notes"
        autosize
        minRows={2}
        maxRows={6}
        value={draft.notes}
        onChange={(event) => onDraft({ ...draft, notes: event.currentTarget.value })}
      />
    </>
  );
}
