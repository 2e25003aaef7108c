import type { CarriedView } from '../../../shared/contract/audit-schemas.ts';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { WordBadge } from './WordBadge.tsx';
import { kindWord, type Word } from './audit-words.ts';

const STATES: Readonly<Record<CarriedView['state'], Word>> = {
  again: { label: 'Found again', tone: 'attention' },
  gone: { label: 'Not found any more', tone: 'good' },
  open: { label: 'Not looked at yet', tone: 'neutral' },
};

const COLUMNS: readonly PlainColumn<CarriedView>[] = [
  { label: 'Device', cell: ({ name }) => name },
  { label: 'What', cell: ({ kind }) => <WordBadge word={kindWord(kind)} /> },
  { label: 'What was found then', align: 'wrap', cell: ({ message }) => message },
  {
    label: 'Carried over',
    align: 'wrap',
    cell: ({ session, reason, decidedBy }) => `from ${session} by ${decidedBy}: ${reason}`,
  },
  { label: 'Now', cell: ({ state }) => <WordBadge word={STATES[state]} /> },
];

/** What earlier audits of these devices carried over, and what became of it in this one. */
export function CarriedOver({ carried }: { carried: readonly CarriedView[] }) {
  return (
    <PlainTable
      label="Carried over into this audit"
      columns={COLUMNS}
      rows={carried}
      keyOf={({ resolution }) => resolution}
    />
  );
}
