import { inSentence } from '../../../shared/domain/label-text.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  CSV_OUTCOMES,
  type CsvEvent,
  type CsvInput,
  type CsvOutcome,
  type CsvProblem,
  type CsvReport,
  type CsvRow,
} from '../../../shared/contract/csv.ts';
import { fail, failFields } from '../../../shared/contract/failure.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { Session } from '../../session/session.ts';
import { triedOut } from '../../session/try-out.ts';
import { requireTextFile } from '../import/service.ts';
import { customFieldsOf } from '../object/extras-repository.ts';
import { csvNoun, exportColumns, fileColumns, proposedColumns, type FileColumn } from './columns.ts';
import { CSV_BYTES, parseCsv, type CsvFile } from './file.ts';
import { readRow } from './read-row.ts';
import { ReferenceIds } from './references.ts';
import { RowWriter } from './write-row.ts';

const ROWS_PER_TURN = 200;
const PROBLEMS_AT_MOST = 20_000;
const SAMPLE_ROWS = 5;

type Emit = (event: CsvEvent) => void;

interface Job {
  readonly input: CsvInput;
  readonly definition: NounDefinition;
  readonly file: CsvFile;
  readonly names: readonly (string | null)[];
  readonly columns: readonly FileColumn[];
}

async function jobOf(session: Session, input: CsvInput): Promise<Job> {
  const definition = csvNoun(input.noun);
  const text = input.path === undefined ? input.text : await requireTextFile(input.path, CSV_BYTES);
  if (text === undefined) return fail('E_REQUIRED', 'Name the file to import, or give its text.');
  const file = parseCsv(text);
  const custom = customFieldsOf(session.read, definition.noun);
  const names = input.columns ?? proposedColumns(definition, custom, file.headers);
  return { input, definition, file, names, columns: fileColumns(definition, custom, names) };
}

/** What an import would do, by doing it and taking it back. */
export async function previewCsv(
  session: Session,
  input: CsvInput,
  emit: Emit,
  signal: AbortSignal,
): Promise<CsvEvent> {
  const job = await jobOf(session, input);
  const report = await triedOut(session, (write) => writeFile(write, session, job, emit, signal));
  return { kind: 'report', report };
}

/** Imports a file as one change group. With `all`, one refused row takes everything back. */
export async function importCsv(
  session: Session,
  input: CsvInput & { readonly accept: 'all' | 'good' },
  emit: Emit,
  signal: AbortSignal,
): Promise<CsvEvent> {
  const job = await jobOf(session, input);
  if (input.columns === undefined) refuseUnknownHeaders(session, job);
  const label = labelOf(job);
  const { result, receipt } = await session.write({ kind: 'import', label }, async (write) => {
    const report = await writeFile(write, session, job, emit, signal);
    if (input.accept === 'all') refuseBad(report);
    return report;
  });
  return { kind: 'report', report: { ...result, groupId: receipt.groupId } };
}

/** A header that nothing is made of shouts when nobody looked at the columns; with a mapping it was left out knowingly. */
function refuseUnknownHeaders(session: Session, { definition, file, names }: Job): void {
  const allowed = exportColumns(definition, customFieldsOf(session.read, definition.noun)).join(', ');
  const problems = names.flatMap((name, index) => {
    const header = file.headers[index] ?? '';
    if (name !== null || header.trim() === '') return [];
    const message = `${definition.plural} have no column "${header}", or it stands twice; allowed are ${allowed}.`;
    return [{ path: `columns.${index}`, message, value: header, allowed }];
  });
  if (problems.length > 0) failFields(problems);
}

function refuseBad({ problems, counts }: CsvReport): void {
  const [first] = problems;
  if (!first) return;
  const message = `${counts.refused} rows are refused and nothing was written. Row ${first.row}: ${first.message}`;
  fail('E_FORMAT', message, { details: { problems: problems.slice(0, 1000) } });
}

function labelOf({ definition, file }: Job): string {
  const count = file.rows.length;
  return `Import ${count} ${count === 1 ? inSentence(definition.label) : inSentence(definition.plural)} from CSV`;
}

/** Writes all rows in short turns, so that a cancel is heard and other questions are answered between them. */
async function writeFile(
  context: WriteContext,
  session: Session,
  job: Job,
  emit: Emit,
  signal: AbortSignal,
): Promise<CsvReport> {
  const { definition, columns, file, input } = job;
  const references = new ReferenceIds(context.database);
  const writer = new RowWriter(context, session.rules, definition, columns, input.existing);
  const counts = Object.fromEntries(CSV_OUTCOMES.map((outcome) => [outcome, 0])) as Record<CsvOutcome, number>;
  const problems: CsvProblem[] = [];
  const shown: CsvRow[] = [];
  let [rows, problemCount] = [0, 0];
  for (const [index, cells] of file.rows.entries()) {
    if (!cells.every((cell) => cell.trim() === '')) {
      rows += 1;
      const written = writer.write(readRow(columns, cells, index + 2, references), shown.length < input.shown);
      counts[written.outcome] += 1;
      problemCount += written.problems.length;
      if (problems.length < PROBLEMS_AT_MOST) problems.push(...written.problems);
      const { problems: _problems, ...row } = written;
      if (shown.length < input.shown) shown.push(row);
    }
    if ((index + 1) % ROWS_PER_TURN !== 0) continue;
    emit({ kind: 'progress', done: index + 1, total: file.rows.length });
    await nextTurn();
    if (signal.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
  }
  const { headers } = file;
  const sample = file.rows.slice(0, SAMPLE_ROWS).map((cells) => [...cells]);
  const about = { headers: [...headers], columns: [...job.names], sample, rows, groupId: null, label: labelOf(job) };
  return { ...about, counts, problems, problemCount, shown };
}
