import { counted, formatCount } from '../../ui/format.ts';
import styles from './Grid.module.css';
import type { CellProblem } from './cell-problems.ts';
import type { GridColumn } from './grid-columns.ts';
import type { CellAt } from './sheet.ts';

interface ProblemListProps {
  readonly problems: readonly { readonly row: number; readonly problem: CellProblem }[];
  readonly columns: readonly GridColumn[];
  readonly onGo: (to: CellAt) => void;
}

const SHOWN = 1000;

/** Every problem of the sheet at once; choosing one goes to its cell. */
export function ProblemList({ problems, columns, onGo }: ProblemListProps) {
  return (
    <aside className={styles.problems} aria-label="Problems">
      <h2>{counted(problems.length, 'problem', 'problems')}</h2>
      <ol>
        {problems.slice(0, SHOWN).map(({ row, problem }) => (
          <li key={`${row}-${problem.column ?? 'row'}-${problem.message}`}>
            <button type="button" onClick={() => onGo({ row, column: problem.column ?? 0 })}>
              <span className={styles.where}>
                Row {row + 1}
                {problem.column === null ? '' : `, ${columns[problem.column]?.label ?? ''}`}
              </span>
              {problem.message}
            </button>
          </li>
        ))}
      </ol>
      {problems.length > SHOWN ? <p>and {formatCount(problems.length - SHOWN)} more</p> : null}
    </aside>
  );
}
