import type { CsvInput, CsvOutcome, CsvProblem, CsvRow } from '../../../shared/contract/csv.ts';
import { fieldProblems } from '../../../shared/contract/field-problems.ts';
import { FailureError, fail } from '../../../shared/contract/failure.ts';
import { fieldOf, nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { cellText } from '../../../shared/rules/csv.ts';
import { printTags } from '../../../shared/rules/csv-tags.ts';
import { isId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { customValuesOf, tagsOfOne } from '../object/extras-repository.ts';
import { createRow, existingRow, updateRow, withoutKey } from '../object/service.ts';
import { validPatch } from '../object/validation.ts';
import type { FileColumn } from './columns.ts';
import { columnOfPath, type FileRow } from './read-row.ts';
import { ReferenceTexts } from './references.ts';

type Change = CsvRow['changes'][number];

export interface WrittenRow extends CsvRow {
  readonly problems: readonly CsvProblem[];
}

/** Writes the rows of one file inside the open transaction; a refused row leaves nothing behind. */
export class RowWriter {
  readonly #context: WriteContext;
  readonly #rules: NounRules;
  readonly #definition: NounDefinition;
  readonly #columns: readonly FileColumn[];
  readonly #existing: CsvInput['existing'];
  /** Row of the file by the object it is about: two rows about one are a mistake in the file. */
  readonly #seen = new Map<string, number>();
  readonly #texts: ReferenceTexts;

  constructor(
    context: WriteContext,
    rules: NounRules,
    definition: NounDefinition,
    columns: readonly FileColumn[],
    existing: CsvInput['existing'],
  ) {
    this.#context = context;
    this.#rules = rules;
    this.#definition = definition;
    this.#columns = columns;
    this.#existing = existing;
    this.#texts = new ReferenceTexts(context.database);
  }

  /** `detailed`: with what a new row holds; what changes in a row that is there is always told. */
  write(file: FileRow, detailed: boolean): WrittenRow {
    try {
      if (file.problems.length > 0) return this.#refused(file, [...file.problems, ...this.#otherProblems(file)]);
      return this.#context.attempt(() => this.#good(this.#asStored(file), detailed));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return this.#refused(file, this.#problemsOf(file.row, error));
    }
  }

  #asStored(file: FileRow): FileRow {
    const record = this.#rules[this.#definition.noun]?.asStored?.(file.record);
    return record ? { ...file, record } : file;
  }

  #good(file: FileRow, detailed: boolean): WrittenRow {
    const takenFrom = this.#existing === 'take over' ? this.#takeOver(file) : [];
    const written = this.#written(file, detailed);
    if (takenFrom.length === 0) return written;
    return { ...written, outcome: written.outcome === 'unchanged' ? 'updated' : written.outcome, takenFrom };
  }

  /** Who had what this row takes over; what an earlier row has taken is not taken from it. */
  #takeOver(file: FileRow): string[] {
    const taken = this.#rules[this.#definition.noun]?.takeOver?.(this.#context, this.#rules, file.record) ?? [];
    for (const { id } of taken) this.#refuseTwice(id, file.row);
    return taken.map(({ holder }) => holder);
  }

  #written(file: FileRow, detailed: boolean): WrittenRow {
    const present = this.#present(file);
    if (!present) return this.#create(file, detailed);
    const named = present.id === file.id;
    this.#refuseTwice(present.id, file.row);
    if (this.#existing === 'skip') return this.#done(file, 'skipped', present, []);
    if (this.#existing === 'refuse')
      fail('E_DUPLICATE', `${this.#nameOf(present)} is there already; choose to update or to skip such rows.`);
    const record = named ? file.record : withoutKey(this.#rules, this.#definition, file.record);
    const patch = validPatch(this.#definition, record);
    const changes = this.#changes(present, patch, file);
    if (changes.length === 0) return this.#done(file, 'unchanged', present, []);
    const extras = this.#extras(file, present.id);
    // What a cell clears may be what the noun's rule fills in again: the zone of a name, the type of an address.
    if (!updateRow(this.#context, this.#rules, this.#definition, present.id, patch, extras, true))
      return this.#done(file, 'unchanged', present, []);
    return this.#done(file, 'updated', present, changes);
  }

  #create(file: FileRow, detailed: boolean): WrittenRow {
    const { id } = file;
    // Without a key of their own, rows keep the id of the file, so that importing it twice does not make two of them.
    const keyless = this.#definition.naturalKey.length === 0 && id !== null && isId(id);
    const extras = { ...this.#extras(file, null), ...(keyless ? { id } : {}) };
    const record = createRow(this.#context, this.#rules, this.#definition, file.record, extras);
    this.#refuseTwice(record.id, file.row);
    return this.#done(file, 'created', record, detailed ? this.#created(record, file) : [], null);
  }

  /** By id where the file has it and the row is there, else by natural key. */
  #present(file: FileRow): StoredRecord | undefined {
    const { database } = this.#context;
    const byId = file.id === null ? undefined : findRecord(database, this.#definition, file.id);
    if (byId) return byId;
    const id = existingRow(database, this.#rules, this.#definition, this.#key(file.record));
    const row = id === null ? undefined : findRecord(database, this.#definition, id);
    // A line before was about it, and this one says something else: a further value of the same name.
    return row && this.#seen.has(row.id) && !this.#sameKey(row, file.record) ? undefined : row;
  }

  /** The fields of the natural key as they would be stored. */
  #key(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const { naturalKey } = this.#definition;
    const given = naturalKey.filter((key) => Object.hasOwn(record, key));
    return validPatch(this.#definition, Object.fromEntries(given.map((key) => [key, record[key]])));
  }

  #sameKey(row: StoredRecord, record: Readonly<Record<string, unknown>>): boolean {
    const text = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : (value ?? null));
    return this.#definition.naturalKey.every((key) => !(key in record) || text(row[key]) === text(record[key]));
  }

  #refuseTwice(id: string, row: number): void {
    const first = this.#seen.get(id);
    if (first !== undefined && first !== row) fail('E_DUPLICATE', `Row ${first} of the file is about the same one.`);
    this.#seen.set(id, row);
  }

  #extras(file: FileRow, id: string | null): { tags?: Record<string, string>; custom?: Record<string, string | null> } {
    const { tags, custom } = file;
    if (!tags) return custom ? { custom: { ...custom } } : {};
    return { tags: this.#wholeTags(tags, id), ...(custom ? { custom: { ...custom } } : {}) };
  }

  #wholeTags({ set, gone, whole }: NonNullable<FileRow['tags']>, id: string | null): Record<string, string> {
    if (whole || id === null) return set;
    const merged = { ...tagsOfOne(this.#context.database, id), ...set };
    return Object.fromEntries(Object.entries(merged).filter(([key]) => !gone.includes(key)));
  }

  #changes(present: StoredRecord, patch: Readonly<Record<string, unknown>>, file: FileRow): Change[] {
    const fields = Object.keys(patch).flatMap((key) => {
      const { meta } = fieldOf(this.#definition, key);
      if (cellText(meta, present[key]) === cellText(meta, patch[key])) return [];
      return [{ key, label: meta.label, before: this.#shown(key, present[key]), after: this.#shown(key, patch[key]) }];
    });
    return [...fields, ...this.#tagChanges(present.id, file), ...this.#customChanges(present.id, file)];
  }

  #tagChanges(id: string, { tags }: FileRow): Change[] {
    if (!tags) return [];
    const before = printTags(inOrder(tagsOfOne(this.#context.database, id)));
    const after = printTags(inOrder(this.#wholeTags(tags, id)));
    return before === after ? [] : [{ key: 'tags', label: 'Tags', before, after }];
  }

  #customChanges(id: string, { custom }: FileRow): Change[] {
    if (!custom) return [];
    const present = customValuesOf(this.#context.database, [id]).get(id) ?? {};
    return this.#columns.flatMap((column) => {
      if (column.kind !== 'custom') return [];
      const { key, label } = column.field;
      const [before, after] = [present[key] ?? '', custom[key] ?? ''];
      return before === after ? [] : [{ key: `custom.${key}`, label, before, after }];
    });
  }

  #created(record: StoredRecord, file: FileRow): Change[] {
    return Object.keys(file.record).flatMap((key) => {
      const { meta } = fieldOf(this.#definition, key);
      const after = this.#shown(key, record[key]);
      return after === '' ? [] : [{ key, label: meta.label, before: '', after }];
    });
  }

  /** What else is wrong with a row that is refused anyway: a person mends all of it at once. */
  #otherProblems(file: FileRow): CsvProblem[] {
    const parsed = this.#definition.patchSchema.safeParse(file.record);
    if (parsed.success) return [];
    return fieldProblems(this.#definition, parsed.error.issues, file.record).map((problem) => ({
      row: file.row,
      column: columnOfPath(this.#columns, problem.path),
      ...problem,
    }));
  }

  /** A value as the file says it: what it refers to by name. */
  #shown(key: string, value: unknown): string {
    const { meta } = fieldOf(this.#definition, key);
    if (meta.kind !== 'reference' || typeof value !== 'string') return cellText(meta, value);
    return this.#texts.textOf(meta.references ?? '', value);
  }

  /** By its name, else by all that its key says: `203.0.113.45 / 8080 / tcp`. */
  #nameOf(record: Readonly<Record<string, unknown>>): string {
    const name = nameOf(this.#definition, record);
    if (name !== null) return name;
    return this.#definition.naturalKey
      .map((key) => this.#shown(key, record[key]))
      .filter((part) => part !== '')
      .join(' / ');
  }

  #done(
    file: FileRow,
    outcome: CsvOutcome,
    record: StoredRecord,
    changes: Change[],
    id: string | null = record.id,
  ): WrittenRow {
    return { row: file.row, outcome, name: this.#nameOf(record), id, changes, takenFrom: [], problems: [] };
  }

  #refused(file: FileRow, problems: readonly CsvProblem[]): WrittenRow {
    const given = this.#definition.naturalKey.filter((key) => (file.record[key] ?? null) !== null);
    const whole = this.#definition.names ? given.length > 0 : given.length === this.#definition.naturalKey.length;
    const name = whole ? this.#nameOf(file.record) : '';
    return { row: file.row, outcome: 'refused', name, id: null, changes: [], takenFrom: [], problems };
  }

  #problemsOf(row: number, { failure }: FailureError): CsvProblem[] {
    const fields = failure.fields ?? [];
    if (fields.length === 0) return [{ row, column: null, path: '', message: failure.message }];
    return fields.map((field) => ({ row, column: columnOfPath(this.#columns, field.path), ...field }));
  }
}

function inOrder(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
