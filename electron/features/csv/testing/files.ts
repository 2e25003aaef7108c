import type { CsvEvent, CsvInput, CsvReport } from '../../../../shared/contract/csv.ts';
import type { TemporaryWorkspace } from '../../../testing/temporary-workspace.ts';

type Client = TemporaryWorkspace['client'];

type FileInput = Partial<CsvInput> & { noun: string; text: string };

async function reportIn(events: AsyncIterable<CsvEvent>): Promise<CsvReport> {
  let report: CsvReport | null = null;
  for await (const event of events) if (event.kind === 'report') ({ report } = event);
  if (!report) throw new Error('The stream ended without a report.');
  return report;
}

/** What a preview reports. */
export async function previewed(client: Client, input: FileInput): Promise<CsvReport> {
  return reportIn(await client.csv.preview(input));
}

/** What an import reports. */
export async function imported(client: Client, input: FileInput & { accept?: 'all' | 'good' }): Promise<CsvReport> {
  return reportIn(await client.csv.import(input));
}

/** The whole text of an export. */
export async function exported(client: Client, noun: string, query = ''): Promise<string> {
  let whole = '';
  for await (const { text } of await client.csv.export({ noun, query })) whole += text;
  return whole;
}
