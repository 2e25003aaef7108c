import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { DecisionOutcome } from '../../../../shared/contract/audit-schemas.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { counted } from '../../../ui/format.ts';
import styles from '../Audit.module.css';
import { Outcomes } from './Outcomes.tsx';

interface OutcomesDialogProps {
  readonly title: string;
  readonly outcomes: readonly DecisionOutcome[] | undefined;
  readonly failure: string | null;
  /** What the button does, `Decide`. */
  readonly verb: string;
  /** Whether those that can be done are done although others cannot. */
  readonly partial: boolean;
  readonly pending: boolean;
  readonly onConfirm: (good: readonly DecisionOutcome[]) => void;
  readonly onClose: () => void;
}

/** What several decisions would do together, before they are made. */
export function OutcomesDialog(props: OutcomesDialogProps) {
  const { title, outcomes, failure, verb, partial, pending, onConfirm, onClose } = props;
  const good = outcomes?.filter(({ problem }) => problem === null) ?? [];
  const refused = (outcomes?.length ?? 0) - good.length;
  const confirm = useRef<HTMLButtonElement>(null);
  const known = outcomes !== undefined;
  // Only now can it be pressed: Enter is to do what was asked for, not to close the dialog.
  useEffect(() => {
    if (known) confirm.current?.focus();
  }, [known]);
  return (
    <Dialog title={title} size="xl" onClose={onClose}>
      <div className={styles.form}>
        {failure ? <p role="alert">{failure}</p> : null}
        {outcomes ? <Outcomes outcomes={outcomes} /> : failure ? null : <p role="status">Trying it out…</p>}
        {refused > 0 ? (
          <p role="status">
            {counted(refused, 'line cannot be done', 'lines cannot be done')}
            {partial ? ' and will be left as they are.' : '; decide otherwise first.'}
          </p>
        ) : null}
        <div>
          <Button
            ref={confirm}
            data-autofocus
            disabled={good.length === 0 || (refused > 0 && !partial)}
            loading={pending}
            onClick={() => onConfirm(good)}
          >
            {verb} {counted(good.length, 'line', 'lines')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
