import type { AuditCandidate } from '../../../../shared/contract/audit-schemas.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { classes } from '../../../ui/classes.ts';
import styles from './Walk.module.css';
import { deviceLineId } from './RackDevices.tsx';

interface CandidatesProps {
  readonly listId: string;
  readonly candidates: readonly AuditCandidate[];
  readonly marked: number;
  readonly onChoose: (candidate: AuditCandidate) => void;
}

/** Several records fit what was read: which one is it? */
export function Candidates({ listId, candidates, marked, onChoose }: CandidatesProps) {
  return (
    <section className={styles.candidates}>
      <h2>
        Which one is it? <Kbd keys="arrowup" /> <Kbd keys="arrowdown" /> then <Kbd keys="mod+d" />
      </h2>
      <ul id={listId} role="listbox" aria-label="Records that fit">
        {candidates.map((candidate, index) => (
          <li
            key={candidate.id}
            id={deviceLineId(listId, index)}
            role="option"
            aria-selected={index === marked}
            className={classes(styles.candidate, index === marked && styles.marked)}
            onClick={() => onChoose(candidate)}
          >
            <strong>{candidate.name}</strong>
            <span>{[candidate.serial, candidate.assetTag].filter(Boolean).join(' · ')}</span>
            <span>{candidate.place || 'in no rack'}</span>
            <span>{candidate.expected ? 'expected' : 'not in this audit'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
