import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Verification } from '../../../shared/contract/history.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { counted } from '../../ui/format.ts';
import styles from './HistoryPage.module.css';
import { Dialog } from '../../ui/Dialog.tsx';

/** Checks the hash chain over the whole history; a head noted earlier proves that nothing was cut off either. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const [head, setHead] = useState('');
  const [answer, setAnswer] = useState<Verification | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const verify = (noted: string) =>
    void client.history
      .verify(noted === '' ? {} : { head: noted })
      .then(setAnswer)
      .catch((error: unknown) => setFailure(failureFrom(error)));
  useEffect(() => verify(''), []);
  return (
    <Dialog onClose={onClose} title="Verify the history" size="lg">
      <div className={styles.verify}>
        {failure ? <p role="alert">{failure.message}</p> : null}
        {answer ? <Outcome answer={answer} /> : failure ? null : <p role="status">Checking every change…</p>}
        <TextInput
          label="A head noted earlier"
          description="Paste the head you kept outside this file to prove that nothing was rewritten or cut off since."
          value={head}
          onChange={(event) => setHead(event.currentTarget.value.trim())}
        />
        <div>
          <Button onClick={() => verify(head)}>Verify again</Button>
        </div>
      </div>
    </Dialog>
  );
}

function Outcome({ answer }: { answer: Verification }) {
  return (
    <div role="status">
      <p className={styles.outcome}>
        <ToneIcon tone={answer.ok ? 'good' : 'bad'} />
        {answer.ok
          ? `The chain is whole: ${counted(answer.checked, 'change', 'changes')} checked.`
          : `The chain is broken${answer.firstBad ? ` at change ${answer.firstBad.seq}: ${answer.firstBad.reason}` : ''}.`}
      </p>
      <p className={styles.head}>
        Head: <code>{answer.head}</code>
      </p>
    </div>
  );
}
