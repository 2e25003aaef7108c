import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { api, client, type EngineClient } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { useActions } from '../../../ui/actions.ts';
import { counted, formatMoment } from '../../../ui/format.ts';
import { navigate } from '../../../ui/location.ts';
import { Refusal } from '../../../ui/Notice.tsx';
import styles from '../Audit.module.css';
import { SessionPage } from '../SessionPage.tsx';
import { auditHref } from '../audit-places.ts';
import { progressText } from '../audit-words.ts';
import { Outcomes } from '../reconcile/Outcomes.tsx';
import { VerifySection } from '../report/VerifySection.tsx';

type SignPreview = Awaited<ReturnType<EngineClient['audit']['previewSign']>>;

/** What stands against signing, what signing writes, and who signs. Afterwards the audit is read-only. */
export function SignView({ session }: { session: AuditSummary }) {
  return session.status === 'signed' ? <Signed session={session} /> : <ToSign session={session} />;
}

function Signed({ session }: { session: AuditSummary }) {
  const { signedAt, signedBy, secondPerson, progress } = session;
  return (
    <SessionPage session={session} part="sign">
      <div className={styles.sheet}>
        <section>
          <h2>Signed</h2>
          <Facts
            label="Sign-off"
            facts={[
              ['Signed by', signedBy],
              ['Second person', secondPerson],
              ['Signed', signedAt ? formatMoment(signedAt) : null],
              ['Seen', progressText(progress)],
            ]}
          />
          <p className={styles.note}>
            This audit is read-only. Its scans, decisions and report stay as they were signed.
          </p>
          <p>
            <a href={auditHref(session.id, 'report')}>Open the report</a>
          </p>
        </section>
        <VerifySection session={session.id} />
      </div>
    </SessionPage>
  );
}

function ToSign({ session }: { session: AuditSummary }) {
  const { data, error } = useQuery({
    ...api.audit.previewSign.queryOptions({ input: { session: session.id } }),
    staleTime: 0,
  });
  const [secondPerson, setSecondPerson] = useState('');
  const sign = useCommand(client.audit.sign, { failures: 'inline' });
  const ready = data?.ready === true;
  const submit = async () => {
    if (!ready) return;
    const second = secondPerson.trim();
    const signed = await sign.run({ session: session.id, ...(second ? { secondPerson: second } : {}) });
    if (signed) navigate(auditHref(session.id, 'report'));
  };
  useActions([
    { id: 'audit-sign-now', label: 'Sign the audit', group: 'Audit', keys: 'mod+enter', run: () => void submit() },
  ]);
  return (
    <SessionPage
      session={session}
      part="sign"
      actions={
        <>
          <Kbd keys="mod+enter" />
          <Button disabled={!ready} loading={sign.pending} onClick={() => void submit()}>
            Sign as {session.auditor}
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
        {sign.failure ? <Refusal>{sign.failure.message}</Refusal> : null}
        {data ? <Preview preview={data} session={session.id} /> : null}
        <TextInput
          className={styles.second}
          label="Second person"
          description="Who looked over the auditor's shoulder; may stay empty."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={secondPerson}
          onChange={(event) => setSecondPerson(event.currentTarget.value)}
        />
      </div>
    </SessionPage>
  );
}

function Preview({ preview, session }: { preview: SignPreview; session: string }) {
  const { ready, blockers, outcomes, devices, journalled } = preview;
  return (
    <>
      <section aria-label="Before signing">
        <h2>{ready ? 'Ready to sign' : 'Not ready to sign'}</h2>
        {blockers.length > 0 ? (
          <ul className={styles.blockers}>
            {blockers.map((blocker) => (
              <li key={blocker}>
                <ToneIcon tone="bad" />
                {blocker}
              </li>
            ))}
          </ul>
        ) : null}
        {ready ? null : (
          <p>
            <a href={auditHref(session, 'reconcile')}>Reconcile</a>, or <a href={auditHref(session)}>walk on</a>.
          </p>
        )}
        <p>
          Signing notes the audit at {counted(devices, 'device', 'devices')}, writes{' '}
          {counted(journalled, 'journal entry', 'journal entries')}, one for each device that was touched, and closes
          the session.
        </p>
      </section>
      {outcomes.length > 0 ? (
        <section aria-label="Decisions to write">
          <h2>It also writes {counted(outcomes.length, 'decision', 'decisions')}</h2>
          <Outcomes outcomes={outcomes} />
        </section>
      ) : null}
    </>
  );
}
