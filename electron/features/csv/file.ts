import Papa from 'papaparse';
import { fail } from '../../../shared/contract/failure.ts';

/** The largest file that is read; documented in docs/formats/csv.md. */
export const CSV_BYTES = 100_000_000;
const MAXIMUM_ROWS = 1_000_000;
const MAXIMUM_COLUMNS = 1000;
/** No cell may hold line feeds outside quotes, so that no row has more cells than such a line has characters. */
const LONGEST_LINE = 2_000_000;

export interface CsvFile {
  readonly headers: readonly string[];
  /** The rows under the header; the first one is row 2 of a spreadsheet. */
  readonly rows: readonly (readonly string[])[];
}

/** What separates the cells: whatever takes the header into the most of them. */
function delimiterOf(text: string): string {
  const head = text.slice(0, LONGEST_LINE);
  const cells = (delimiter: string) => Papa.parse<string[]>(head, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  const counted = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: cells(delimiter) }));
  return counted.toSorted((left, right) => right.count - left.count)[0]?.delimiter ?? ',';
}

/** Refuses what would fill the memory with empty rows or cells before anything could be said about them. */
function refuseBomb(text: string, delimiter: string): void {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const end = text.indexOf('\n', start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > LONGEST_LINE)
      fail('E_LIMIT_MAX', `Line ${line} of the file has ${length} characters; at most 2,000,000 are read.`);
    start += length + 1;
  }
  const [headers = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
  if (headers.length > MAXIMUM_COLUMNS)
    fail('E_LIMIT_MAX', `The file has ${headers.length} columns; at most 1,000 are read.`);
}

/** Takes a text apart: comma, semicolon or tab between cells, as the file has it. Refuses a text without a header. */
export function parseCsv(text: string): CsvFile {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const delimiter = delimiterOf(body);
  refuseBomb(body, delimiter);
  // The header, the rows, one that is too many, and what stands after the last line feed.
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, preview: MAXIMUM_ROWS + 3 });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    const row = (broken.row ?? 0) + 1;
    fail('E_FORMAT', `Row ${row} of the file has a quote that is never closed, or text after a closing quote.`, {
      details: { row },
    });
  }
  const [headers, ...rows] = data;
  // What stands after the last line feed is no row.
  if (rows.at(-1)?.join('') === '') rows.pop();
  if (!headers || headers.every((header) => header.trim() === ''))
    return fail('E_FORMAT', 'The file is empty: its first row must name the columns.');
  if (rows.length > MAXIMUM_ROWS) fail('E_LIMIT_MAX', 'The file has more than 1,000,000 rows; import it in parts.');
  return { headers, rows };
}
