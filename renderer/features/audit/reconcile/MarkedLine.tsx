import { Button } from '@mantine/core';
import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import type { Decision } from '../../../../shared/domain/audit-words.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Refusal } from '../../../ui/Notice.tsx';
import { objectHref } from '../../../ui/location.ts';
import { decisionWord } from '../audit-words.ts';
import styles from './Reconcile.module.css';
import { keyOf } from './decision-keys.ts';

interface MarkedLineProps {
  readonly line: AuditDiscrepancy;
  readonly selected: number;
  /** What the last decision does, or why it was refused. */
  readonly told: string | null;
  readonly readOnly: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** The marked line in full, and a key for each decision that makes sense. */
export function MarkedLine({ line, selected, told, readOnly, onDecide }: MarkedLineProps) {
  const { message, proposal, decisions, objectId, noun, device, expected, now, changedSince } = line;
  const { resolution, refusal, carriedFrom } = line;
  const href = objectId && noun ? objectHref(noun, objectId) : null;
  return (
    <section className={styles.markedLine} aria-label="Marked discrepancy">
      <p>
        {message} {href ? <a href={href}>Open {device}</a> : null}
      </p>
      {changedSince ? (
        <p className={styles.changed}>
          The record was changed since the audit began: it said {expected.text || 'nothing'}, now it says{' '}
          {now ? now.text || 'nothing' : 'that it is deleted'}.
        </p>
      ) : null}
      {carriedFrom ? (
        <p className={styles.changed}>
          {carriedFrom.session} carried this over, {carriedFrom.decidedBy}: {carriedFrom.reason}
        </p>
      ) : null}
      {proposal ? <p>Accept: {proposal}</p> : null}
      {refusal ? (
        <Refusal>
          {decisionWord(refusal.decision).label} was refused: {refusal.message}
        </Refusal>
      ) : null}
      {resolution?.outcome ? <p>{resolution.outcome}</p> : null}
      {readOnly ? null : (
        <div className={styles.keys}>
          {selected > 1 ? <strong>{selected} selected:</strong> : null}
          {decisions.map((decision, index) => (
            <Button key={decision} variant={index === 0 ? 'filled' : 'default'} onClick={() => onDecide(decision)}>
              {decisionWord(decision).label}&nbsp;
              <Kbd keys={keyOf(decision)} />
            </Button>
          ))}
        </div>
      )}
      <p role="status">{told === refusal?.message ? null : told}</p>
    </section>
  );
}
