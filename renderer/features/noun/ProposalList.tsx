import type { QueryProposal } from '../../../shared/contract/workspace.ts';
import styles from './FilterBox.module.css';

interface ProposalListProps {
  readonly id: string;
  readonly proposals: readonly QueryProposal[];
  readonly current: number | null;
  readonly onTake: (index: number) => void;
}

/** What may stand at the cursor; the input keeps the focus. */
export function ProposalList({ id, proposals, current, onTake }: ProposalListProps) {
  return (
    <ul id={id} role="listbox" aria-label="Proposals" className={styles.proposals}>
      {proposals.map(({ kind, label, detail }, index) => (
        <li
          key={`${kind} ${label}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          className={styles.proposal}
          ref={(node) => {
            if (index === current) node?.scrollIntoView({ block: 'nearest' });
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
        >
          <code>{label}</code>
          {detail ? <span>{detail}</span> : null}
        </li>
      ))}
    </ul>
  );
}
