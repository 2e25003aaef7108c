import type { FieldMeta } from '../domain/field.ts';
import { UNIT_RULES, type UnitRule } from '../domain/unit-rules.ts';

/** What a spreadsheet would run as a formula, however often it was guarded before (ASVS 1.2.10). */
const GUARDED = /^'*[=+\-@\t\r\0＝＋－＠]/;

/**
 * Text that no spreadsheet runs: an apostrophe stands before what would begin a formula. `unguarded` takes exactly it away
 * again, also where the text itself begins with apostrophes.
 */
export function guarded(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One line of a CSV file with its line feed; cells are quoted where they must be. */
export function csvLine(cells: readonly string[]): string {
  // A line of one empty cell would be an empty line, which readers leave out.
  if (cells.length === 1 && cells[0] === '') return '""\n';
  return `${cells.map(quoted).join(',')}\n`;
}

/** A stored quantity as the number that people write without a unit: grams as kg, half units as U. */
function bareNumber(value: number, unit: FieldMeta['unit']): string {
  if (unit === undefined) return String(value);
  const { spellings, bare }: UnitRule = UNIT_RULES[unit];
  return String(value / (spellings[bare] ?? 1));
}

/** The value of a field as a cell that import reads back as the same value; references are given as names before. */
export function cellText(meta: FieldMeta, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (meta.kind === 'flag') return value === true ? 'yes' : 'no';
  if (meta.kind === 'integer') return bareNumber(value as number, meta.unit);
  const text = typeof value === 'string' && meta.kind !== 'json' ? value : JSON.stringify(value);
  return meta.kind === 'money' ? text : guarded(text);
}
