import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useReducer, useState } from 'react';
import { findNoun, type NounName } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted, formatCount } from '../../ui/format.ts';
import { useLocation } from '../../ui/location.ts';
import { useSelection } from '../noun/selection-store.ts';
import styles from './Grid.module.css';
import { ProblemList } from './ProblemList.tsx';
import { SheetTable } from './SheetTable.tsx';
import { gridColumns } from './grid-columns.ts';
import { isDirty, storedRow, type SheetRow } from './sheet.ts';
import { emptySheet, sheetStep } from './sheet-state.ts';
import { gridInput, reportedProblems, useSheetProblems, type Existing } from './use-sheet-problems.ts';
import { useSheetStart, type SheetSource } from './use-sheet-start.ts';

interface GridPageProps {
  readonly noun: string | undefined;
  /** The list to go back to. */
  readonly backHref: string;
}

/** A spreadsheet over the rows of any noun: new ones, the selected ones, or those of a filter. */
export function GridPage({ noun = '', backHref }: GridPageProps) {
  const definition = findNoun(noun);
  const { query } = useLocation();
  const [selected] = useSelection(noun);
  if (!definition) return <EmptyState title="There is no such list" actions={<a href={backHref}>Go back</a>} />;
  const filter = query['q'];
  const source = query['rows'] ? { ids: [...selected], query: '' } : filter ? { ids: [], query: filter } : null;
  return (
    <Sheet
      key={definition.noun}
      definition={definition}
      source={source && source.ids.length === 0 && source.query === '' ? null : source}
      backHref={backHref}
    />
  );
}

interface SheetProps {
  readonly definition: NounDefinition;
  readonly source: SheetSource | null;
  readonly backHref: string;
}

function useSheet({ definition, source }: SheetProps) {
  const stored = source !== null;
  const columns = useMemo(() => gridColumns(definition, stored), [definition, stored]);
  const names = useMemo(() => columns.map(({ key, label }) => [key, label]), [columns]);
  const [state, send] = useReducer(sheetStep, names, emptySheet);
  const [existing, setExisting] = useState<Existing>('refuse');
  const start = useSheetStart(definition.noun as NounName, columns, source, (rows) => send({ type: 'loaded', rows }));
  const problems = useSheetProblems(definition, columns, state.rows, existing);
  const write = useCommand(client.grid.apply);
  const apply = async () => {
    const dirty = state.rows.filter(isDirty);
    const receipt = await write.run({ ...gridInput(definition.noun, columns, dirty, existing), accept: 'good' });
    if (!receipt) return;
    const found = reportedProblems(dirty, receipt);
    const kept = state.rows.flatMap((row): SheetRow[] => {
      if (!isDirty(row)) return row.ref === null ? [] : [row];
      if ((found.get(row)?.length ?? 0) > 0) return [row];
      return row.ref === null ? [] : [storedRow(row.ref, row.cells)];
    });
    send({ type: 'written', rows: kept });
  };
  return { columns, state, send, existing, setExisting, start, problems, apply, pending: write.pending };
}

function Sheet(props: SheetProps) {
  const { definition, backHref } = props;
  const { columns, state, send, existing, setExisting, start, problems, apply, pending } = useSheet(props);
  const good = problems.dirty - problems.refused;
  useActions([
    {
      id: 'apply',
      label: 'Write the good rows of the grid',
      group: 'Grid',
      keys: 'mod+enter',
      run: () => void apply(),
    },
    { id: 'fill', label: 'Fill down', group: 'Grid', keys: 'mod+d', run: () => send({ type: 'fill down' }) },
  ]);
  return (
    <Page
      title={`${definition.plural} in a grid`}
      body="fill"
      aside={<Tally dirty={problems.dirty} refused={problems.refused} checked={problems.checked} />}
      actions={
        <>
          <Button component="a" variant="default" href={backHref}>
            Back to the list
          </Button>
          <Button disabled={good <= 0 || !problems.checked} loading={pending} onClick={() => void apply()}>
            Write {counted(Math.max(0, good), 'good row', 'good rows')}
          </Button>
        </>
      }
      bar={
        <div className={styles.bar}>
          {start.problem ? <p role="alert">{start.problem}</p> : null}
          <p>
            Paste from a spreadsheet, with or without its header line. Enter edits, <Kbd keys="mod+d" /> fills down,{' '}
            <code>srv[001-040]</code> becomes 40 rows; <Kbd keys="mod+enter" /> writes.
          </p>
          <NativeSelect
            aria-label="Rows that exist already"
            value={existing}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setExisting(chosen === 'update' || chosen === 'skip' ? chosen : 'refuse');
            }}
          >
            <option value="refuse">refuse rows that exist already</option>
            <option value="update">update rows that exist already</option>
            <option value="skip">skip rows that exist already</option>
          </NativeSelect>
        </div>
      }
      panel={
        problems.all.length > 0 ? (
          <ProblemList
            problems={problems.all}
            columns={columns}
            onGo={(to) => send({ type: 'go', to, extend: false })}
          />
        ) : null
      }
    >
      {start.loading ? (
        <p role="status">Reading the rows…</p>
      ) : (
        <SheetTable label={definition.plural} columns={columns} state={state} send={send} problemsOf={problems.of} />
      )}
    </Page>
  );
}

function Tally({ dirty, refused, checked }: { dirty: number; refused: number; checked: boolean }) {
  if (dirty === 0) return <span className={styles.tally}>Nothing to write yet</span>;
  return (
    <span className={styles.tally} role="status">
      {counted(dirty, 'row', 'rows')} to write, {formatCount(refused)} with problems
      {checked ? '' : ', checking…'}
    </span>
  );
}
