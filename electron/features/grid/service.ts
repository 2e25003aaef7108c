import { inSentence } from '../../../shared/domain/label-text.ts';
import { FailureError, fail, type Failure } from '../../../shared/contract/failure.ts';
import type { GridInput, GridProblem, GridReport } from '../../../shared/contract/grid.ts';
import { fieldOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { setUnits } from '../component-assignment/service.ts';
import { customFieldsOf } from '../object/extras-repository.ts';
import { findByNaturalKey, resolveReference } from '../object/reference-repository.ts';
import { createRow, updateRow } from '../object/service.ts';
import { withResolvedReferences } from '../object/validation.ts';
import { gridColumns, type GridColumn } from './columns.ts';
import { columnWith, readRows, type GridRow, type ReadRow } from './rows.ts';

export interface GridResult {
  readonly report: GridReport;
  readonly ids: readonly string[];
}

type Outcome = 'created' | 'updated' | 'unchanged' | 'skipped';

interface Written {
  readonly id: string;
  readonly outcome: Outcome;
}

/** The noun of a sheet; refuses an unknown one. */
export function gridNoun(noun: string): NounDefinition {
  return findNoun(noun) ?? fail('E_NOT_FOUND', `There is no noun "${noun}".`);
}

/**
 * Writes every row that is right inside the open transaction and says of each other why it is refused. A refused row
 * leaves nothing behind, and neither do the other rows that the same row of the sheet stands for.
 */
export function writeSheet(context: WriteContext, rules: NounRules, input: GridInput): GridResult {
  const definition = gridNoun(input.noun);
  const columns = gridColumns(definition, customFieldsOf(context.database, definition.noun), input.columns);
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  const problems: GridProblem[] = [];
  const ids: string[] = [];
  const keys = new Map<string, number>();
  const sheetRows = Map.groupBy(readRows(definition, columns, input.rows), ({ row }) => row.index);
  for (const reads of sheetRows.values()) {
    const found = reads.flatMap((read) => [
      ...read.problems,
      ...referenceProblems(context, definition, columns, read.row),
      ...repeatedKey(definition, columns, read, keys),
    ]);
    problems.push(...found);
    if (found.length > 0) continue;
    try {
      const written = context.attempt(() =>
        reads.map(({ row }) => writeRow(context, rules, definition, row, input.existing)),
      );
      for (const { id, outcome } of written) {
        counts[outcome] += 1;
        ids.push(id);
      }
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      problems.push(...refusals(columns, reads[0]?.row.index ?? 0, error.failure));
    }
  }
  return { report: { problems, ...counts, refused: new Set(problems.map(({ row }) => row)).size }, ids };
}

/** Names that nothing or several things have: each is told, not only the first one of the row. */
function referenceProblems(
  context: WriteContext,
  definition: NounDefinition,
  columns: readonly GridColumn[],
  row: GridRow,
): GridProblem[] {
  return definition.fieldList.flatMap(({ key, meta }) => {
    const value = row.record[key];
    if (meta.kind !== 'reference' || typeof value !== 'string') return [];
    try {
      resolveReference(context.database, meta.references ?? '', value, key);
      return [];
    } catch (error) {
      if (error instanceof FailureError) return refusals(columns, row.index, error.failure);
      throw error;
    }
  });
}

function writeRow(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  row: GridRow,
  existing: GridInput['existing'],
): Written {
  const extras = {
    ...(row.tags ? { tags: { ...row.tags } } : {}),
    ...(row.custom ? { custom: { ...row.custom } } : {}),
  };
  const written = writeFields(context, rules, definition, row, existing, extras);
  if (!row.serials || written.outcome === 'skipped') return written;
  setUnits(
    context,
    rules,
    written.id,
    row.serials.map((serial) => ({ serial })),
  );
  return written.outcome === 'unchanged' ? { ...written, outcome: 'updated' } : written;
}

function writeFields(
  context: WriteContext,
  rules: NounRules,
  definition: NounDefinition,
  row: GridRow,
  existing: GridInput['existing'],
  extras: { tags?: Record<string, string>; custom?: Record<string, string | null> },
): Written {
  const { database } = context;
  const given = rules[definition.noun]?.asStored?.(row.record) ?? row.record;
  const change = (id: string): Written => {
    const changed = updateRow(context, rules, definition, id, given, extras, false);
    return { id, outcome: changed ? 'updated' : 'unchanged' };
  };
  if (row.ref !== null) return change(resolveReference(database, definition.noun, row.ref));
  const record = withResolvedReferences(database, definition, given);
  const present = existing === 'refuse' ? null : findByNaturalKey(database, definition, record);
  if (present === null) return { id: createRow(context, rules, definition, record, extras).id, outcome: 'created' };
  return existing === 'skip' ? { id: present, outcome: 'skipped' } : change(present);
}

/** Two rows of a sheet that mean the same object: the second one is refused, whatever its other cells say. */
function repeatedKey(
  definition: NounDefinition,
  columns: readonly GridColumn[],
  { row }: ReadRow,
  keys: Map<string, number>,
): GridProblem[] {
  const fields = definition.naturalKey.map((key) => row.record[key] ?? null);
  if (row.ref !== null || fields.every((value) => value === null)) return [];
  const key = JSON.stringify(fields).toLowerCase();
  const first = keys.get(key);
  if (first === undefined) {
    keys.set(key, row.index);
    return [];
  }
  const [path = ''] = definition.naturalKey;
  const label = definition.naturalKey.map((name) => inSentence(fieldOf(definition, name).meta.label)).join(', ');
  const message = `Row ${first + 1} of the sheet has the same ${label} already.`;
  return [{ row: row.index, column: columnWith(columns, path), path, message, value: row.record[path] }];
}

/** A refusal of the row as problems of its cells, where it names fields. */
function refusals(columns: readonly GridColumn[], row: number, failure: Failure): GridProblem[] {
  const fields = failure.fields ?? [];
  if (fields.length === 0) return [{ row, column: null, path: '', message: failure.message }];
  return fields.map((field) => ({ row, column: columnWith(columns, field.path), ...field }));
}

/** How the command is called in history and undo. */
export function gridLabel(definition: NounDefinition, rows: number): string {
  return `Enter ${rows} ${rows === 1 ? inSentence(definition.label) : inSentence(definition.plural)} from a sheet`;
}
