import { NativeSelect } from '@mantine/core';
import { Badge } from '../../ui/Badge.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import { updateQuery, useLocation } from '../../ui/location.ts';
import styles from './Network.module.css';
import { CODE_LABELS, codeCounts, findingTone, type Finding } from './finding-text.ts';

/** More are not read, they are filtered. */
const SHOWN = 300;

const WHAT: PlainColumn<Finding> = {
  label: 'Finding',
  cell: ({ code }) => (
    <Badge plain tone={findingTone(code)}>
      {CODE_LABELS[code]}
    </Badge>
  ),
};

const WORDS: PlainColumn<Finding> = {
  label: 'In words',
  align: 'wrap',
  cell: ({ message, href }) => (href === null ? message : <a href={href}>{message}</a>),
};

const PART: PlainColumn<Finding> = { label: 'Part', cell: ({ part }) => part };

interface FindingTableProps {
  readonly findings: readonly Finding[];
  /** With a column of the part each belongs to. */
  readonly parts?: boolean;
}

/** What contradicts itself, by kind: `?kind=` in the address. */
export function FindingTable({ findings, parts = false }: FindingTableProps) {
  const kind = useLocation().query['kind'] ?? '';
  const shown = findings.filter(({ code }) => kind === '' || code === kind);
  const kinds = codeCounts(findings).map(({ code, count }) => ({
    value: code,
    label: `${CODE_LABELS[code]} (${formatCount(count)})`,
  }));
  return (
    <section className={styles.section} aria-label="Findings">
      <div className={styles.choices}>
        <NativeSelect
          className={styles.choice ?? ''}
          label="Show"
          data={[{ value: '', label: `All ${counted(findings.length, 'finding', 'findings')}` }, ...kinds]}
          value={kind}
          onChange={({ currentTarget: { value } }) => updateQuery({ kind: value || undefined }, { replace: true })}
        />
      </div>
      <div className={styles.wide}>
        <PlainTable
          label="Findings"
          columns={parts ? [WHAT, PART, WORDS] : [WHAT, WORDS]}
          rows={shown.slice(0, SHOWN)}
          keyOf={({ key }) => key}
        />
      </div>
      {shown.length > SHOWN ? (
        <p className={styles.note}>
          The first {SHOWN} of {formatCount(shown.length)}; choose a kind to see the others.
        </p>
      ) : null}
    </section>
  );
}
