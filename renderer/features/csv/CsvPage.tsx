import { Button, NativeSelect } from '@mantine/core';
import { IconDownload, IconFile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CsvReport } from '../../../shared/contract/csv.ts';
import { inSentence } from '../../../shared/domain/label-text.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { NOUN_LIST, findNoun, type NounName } from '../../../shared/domain/nouns.ts';
import { api } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { hrefOf, listHref, navigate } from '../../ui/location.ts';
import { useBulkRows } from '../noun/use-bulk-rows.ts';
import { choosePaths } from '../workspace/use-files.ts';
import { ColumnMap } from './ColumnMap.tsx';
import { CsvProgressBar } from './CsvProgressBar.tsx';
import styles from './CsvPage.module.css';
import { CsvRows } from './CsvRows.tsx';
import { mapped, writtenRows } from './csv-lines.ts';
import { useCsvImport, type CsvQuestion, type Existing } from './use-csv-import.ts';

const EXTENSIONS = ['csv', 'tsv', 'txt'];
const NOUN_OPTIONS = NOUN_LIST.map(({ noun, plural }) => ({ value: noun, label: plural })).toSorted((one, other) =>
  one.label.localeCompare(other.label),
);
/** What may become of rows that are there already; taking over only where the noun knows it. */
function existingOptions({ takeOver }: NounDefinition): { value: Existing; label: string }[] {
  return [
    { value: 'update', label: 'update rows that exist already' },
    ...(takeOver ? [{ value: 'take over' as const, label: `update rows, and ${takeOver}` }] : []),
    { value: 'skip', label: 'skip rows that exist already' },
    { value: 'refuse', label: 'refuse rows that exist already' },
  ];
}

/** Rows of any noun from a CSV file: choose, look at what would become of every row, take the good ones in. */
export function CsvPage({ noun = 'compute' }: { noun: string | undefined }) {
  const definition = findNoun(noun);
  if (!definition) return <EmptyState title={`There is no noun "${noun}"`} />;
  return <CsvScreen definition={definition} />;
}

function useCsvScreen({ noun }: NounDefinition) {
  const state = useCsvImport();
  const [question, setQuestion] = useState<CsvQuestion | null>(null);
  const asked = question && { ...question, noun };
  const look = (next: CsvQuestion) => {
    setQuestion(next);
    void state.look(next);
  };
  const choose = async () => {
    const [path] = await choosePaths('Choose a CSV file', false, EXTENSIONS);
    if (path !== undefined) look({ noun, path, existing: question?.existing ?? 'update' });
  };
  const chooseNoun = (next: string) => {
    navigate(hrefOf(['csv', next]), { replace: true });
    const existing = question?.existing === 'take over' ? 'update' : question?.existing;
    if (question && existing) look({ noun: next, path: question.path, existing });
  };
  const chooseExisting = (existing: Existing) => question && look({ ...question, noun, existing });
  const columns = question?.columns ?? state.preview?.columns ?? [];
  const chooseColumn = (index: number, name: string | null) => {
    if (question) look({ ...question, noun, columns: mapped(columns, index, name) });
  };
  const write = () => {
    if (asked && state.preview) void state.write({ ...asked, columns });
  };
  // Until the engine has said what it takes the columns for, those shown are of the file before.
  const settled = question?.columns !== undefined || state.progress === null;
  return { ...state, question: asked, columns, settled, choose, chooseNoun, chooseExisting, chooseColumn, write };
}

type CsvScreenState = ReturnType<typeof useCsvScreen>;

function CsvScreen({ definition }: { definition: NounDefinition }) {
  const { noun } = definition;
  const state = useCsvScreen(definition);
  const known = useQuery(api.csv.columns.queryOptions({ input: { noun } })).data ?? [];
  const rows = useBulkRows(noun as NounName, '', null);
  const { preview, written, progress, failure } = state;
  useActions([
    { id: 'csv-file', label: 'Choose a CSV file', group: 'CSV', keys: 'o', run: () => void state.choose() },
    { id: 'csv-write', label: 'Import the good rows', group: 'CSV', keys: 'mod+enter', run: state.write },
  ]);
  const report = preview ?? written;
  return (
    <Page
      title="Import CSV"
      body="fill"
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconDownload size="1rem" aria-hidden />}
            disabled={rows.progress !== null}
            onClick={() => void rows.exportAll(0)}
          >
            Export all {inSentence(definition.plural)}
          </Button>
          <Button
            variant={report ? 'default' : 'filled'}
            disabled={progress !== null}
            leftSection={<IconFile size="1rem" aria-hidden />}
            onClick={() => void state.choose()}
          >
            Choose a file…
          </Button>
        </>
      }
      bar={<CsvBar definition={definition} state={state} exporting={rows.progress} />}
      panel={
        preview ? (
          <ColumnMap
            definition={definition}
            report={preview}
            columns={state.columns}
            known={known}
            disabled={progress?.phase === 'writing' || !state.settled}
            onColumn={state.chooseColumn}
          />
        ) : null
      }
    >
      {report ? <CsvRows report={report} outdated={progress !== null || failure !== null} /> : null}
      {!report && !progress && !failure ? <CsvRules definition={definition} /> : null}
    </Page>
  );
}

interface CsvBarProps {
  readonly definition: NounDefinition;
  readonly state: CsvScreenState;
  readonly exporting: ReturnType<typeof useBulkRows>['progress'];
}

/** What the file is about, how work stands, and the decision. */
function CsvBar({ definition, state, exporting }: CsvBarProps) {
  const { question, preview, written, progress, failure } = state;
  const busy = progress?.phase === 'writing';
  return (
    <div className={styles.bar}>
      <div className={styles.tools}>
        <NativeSelect
          aria-label="What the rows of the file are"
          data={NOUN_OPTIONS}
          value={definition.noun}
          disabled={busy}
          onChange={(event) => state.chooseNoun(event.currentTarget.value)}
        />
        {question ? (
          <NativeSelect
            aria-label="Rows that exist already"
            data={existingOptions(definition)}
            value={question.existing}
            disabled={busy}
            onChange={(event) => state.chooseExisting(event.currentTarget.value as Existing)}
          />
        ) : null}
        {preview ? (
          <Decision report={preview} ready={progress === null && failure === null} onWrite={state.write} />
        ) : null}
      </div>
      {progress ? (
        <CsvProgressBar progress={progress} onCancel={state.cancel} />
      ) : question ? (
        <p className={styles.file}>{question.path}</p>
      ) : null}
      {exporting ? (
        <CsvProgressBar
          progress={{ phase: 'exporting', done: exporting.done, total: 0, elapsedMs: 0 }}
          onCancel={exporting.cancel}
        />
      ) : null}
      {failure ? <Refusal cancelled={failure.code === 'E_CANCELLED'}>{failure.message}</Refusal> : null}
      {written ? <Done definition={definition} report={written} /> : null}
    </div>
  );
}

function Decision({ report, ready, onWrite }: { report: CsvReport; ready: boolean; onWrite: () => void }) {
  const good = writtenRows(report);
  const refused = report.counts.refused;
  return (
    <>
      <Button disabled={good === 0 || !ready} onClick={onWrite}>
        Import {counted(good, refused > 0 ? 'good row' : 'row', refused > 0 ? 'good rows' : 'rows')}
      </Button>
      <span className={styles.aside}>
        {refused > 0
          ? `${counted(refused, 'row has', 'rows have')} errors and would be left out.`
          : good === 0
            ? 'Nothing would change.'
            : 'No row has an error. The import is one undo.'}
      </span>
    </>
  );
}

function Done({ definition, report }: { definition: NounDefinition; report: CsvReport }) {
  const href = listHref(definition.noun);
  const refused = report.counts.refused;
  return (
    <p className={styles.done} role="status">
      <ToneIcon tone="good" />
      {counted(writtenRows(report), 'row is', 'rows are')} saved.
      {refused > 0 ? ` ${counted(refused, 'row', 'rows')} with errors were left out.` : ''}
      {href ? <a href={href}>See the {inSentence(definition.plural)}</a> : null}
    </p>
  );
}

function CsvRules({ definition }: { definition: NounDefinition }) {
  return (
    <EmptyState title={`Choose a file of ${inSentence(definition.plural)}`}>
      The first row names the columns; a row each below it. A column that the file lacks stays unchanged, an empty cell
      clears. References are given by name. Nothing is written before you have seen what becomes of every row; the whole
      import is one undo. An export has every column, and importing it again changes nothing.
    </EmptyState>
  );
}
