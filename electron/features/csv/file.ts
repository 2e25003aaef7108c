import { open } from 'node:fs/promises';
import Papa from 'papaparse';
import { fail } from '../../../shared/contract/failure.ts';

/** The largest file that is read; documented in docs/formats/csv.md. */
const MAXIMUM_BYTES = 100_000_000;
const MAXIMUM_ROWS = 1_000_000;

export interface CsvFile {
  readonly headers: readonly string[];
  /** The rows under the header; the first one is row 2 of a spreadsheet. */
  readonly rows: readonly (readonly string[])[];
}

/** The text of a file in UTF-8, its byte order mark dropped. Refuses with E_NOT_FOUND, E_FORMAT, E_LIMIT_MAX. */
export async function readCsvText(path: string): Promise<string> {
  const file = await open(path).catch(() => fail('E_NOT_FOUND', 'There is no such file, or it may not be read.'));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) fail('E_FORMAT', 'That is no regular file.');
    if (stats.size > MAXIMUM_BYTES)
      fail('E_LIMIT_MAX', `The file has ${Math.round(stats.size / 1e6)} MB; CSV files of at most 100 MB are read.`);
    return decoded(await file.readFile());
  } finally {
    await file.close();
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('E_FORMAT', 'The file is not UTF-8 text; save it as "CSV UTF-8" and try again.');
  }
}

/** What separates the cells: whatever takes the header into the most of them. */
function delimiterOf(text: string): string {
  const cells = (delimiter: string) => Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  const counted = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: cells(delimiter) }));
  return counted.toSorted((left, right) => right.count - left.count)[0]?.delimiter ?? ',';
}

/** Takes a text apart: comma, semicolon or tab between cells, as the file has it. Refuses a text without a header. */
export function parseCsv(text: string): CsvFile {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: delimiterOf(body) });
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
  if (rows.length > MAXIMUM_ROWS)
    fail('E_LIMIT_MAX', `The file has ${rows.length} rows; at most 1,000,000 are read at once.`);
  return { headers, rows };
}
