import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type EngineClient } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { counted } from '../../../ui/format.ts';
import styles from '../Audit.module.css';

type Verification = Awaited<ReturnType<EngineClient['audit']['verify']>>;

/** Whether the audit stands as it was signed; a head from a printed report proves that the file was not exchanged either. */
export function VerifySection({ session }: { session: string }) {
  const [text, setText] = useState('');
  const [head, setHead] = useState('');
  const { data, error, isFetching, refetch } = useQuery({
    ...api.audit.verify.queryOptions({ input: { session, ...(head ? { head } : {}) } }),
    staleTime: 0,
  });
  return (
    <section className={styles.form} aria-label="Verification">
      <h2>Verification</h2>
      {error ? <p role="alert">{failureFrom(error).message}</p> : null}
      {data ? <Verified answer={data} /> : error ? null : <p role="status">Checking every change…</p>}
      <TextInput
        label="Head of a printed report"
        description="Paste the head that the report prints to prove that it belongs to this file."
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button
          variant="default"
          loading={isFetching}
          onClick={() => (text.trim() === head ? void refetch() : setHead(text.trim()))}
        >
          Verify again
        </Button>
      </div>
    </section>
  );
}

function Verified({ answer: { ok, signed, head, checked, problems } }: { answer: Verification }) {
  return (
    <div role="status" className={styles.verified}>
      <p>
        <ToneIcon tone={ok ? 'good' : 'bad'} />{' '}
        {ok
          ? `The change log is whole: ${counted(checked, 'change', 'changes')} checked${signed ? ', and nothing of this audit was written since it was signed' : ''}.`
          : 'This audit does not stand as it was signed.'}
      </p>
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      <p>
        Head: <code className={styles.head}>{head}</code>
      </p>
    </div>
  );
}
