import type { ShellCall, ShellInput, ShellOutput } from '../../../shared/contract/shell.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { showFailure, showNotice } from '../../bridge/notices.ts';
import { queryClient } from '../../bridge/queries.ts';
import { shell } from '../../bridge/shell.ts';
import { navigate } from '../../ui/location.ts';

async function told<Call extends ShellCall>(
  call: Call,
  ...input: undefined extends ShellInput<Call> ? [] : [ShellInput<Call>]
): Promise<ShellOutput<Call> | null> {
  try {
    return await shell(call, ...input);
  } catch (error) {
    if (!isCancelled(error)) showFailure(failureFrom(error));
    return null;
  }
}

function startAfresh(answer: { opened: boolean } | null): void {
  if (!answer?.opened) return;
  queryClient.clear();
  navigate('#/fleet/compute');
}

/** Asks where, makes the file and opens it; with `sample` it holds the sample datacenter. */
export async function createWorkspace(sample = false): Promise<void> {
  startAfresh(await told('create', { sample }));
}

/** Opens the file, or asks for one. */
export async function openWorkspace(file?: string): Promise<void> {
  startAfresh(await told('open', file === undefined ? {} : { file }));
}

export async function closeWorkspace(): Promise<void> {
  await told('close');
  queryClient.clear();
  navigate('#/');
}

export async function saveCopy(): Promise<void> {
  const saved = await told('saveCopy', {});
  if (saved?.file) showNotice({ tone: 'good', text: `A copy was saved as ${saved.file}.` });
}

export async function restoreBackup(file: string): Promise<boolean> {
  const answer = await told('restore', { file });
  startAfresh(answer);
  return answer?.opened ?? false;
}

/** Offers the text as a file to save, and says where it went. */
export async function saveTextFile(suggestedName: string, text: string): Promise<void> {
  const saved = await told('saveText', { suggestedName, text });
  if (saved?.file) showNotice({ tone: 'good', text: `Saved as ${saved.file}.` });
}

/** Offers the page, as it would be printed, as a PDF file to save. */
export async function savePdf(suggestedName: string): Promise<void> {
  const saved = await told('printPdf', { suggestedName: `${suggestedName.slice(0, 100)}.pdf` });
  if (saved?.file) showNotice({ tone: 'good', text: `Saved as ${saved.file}.` });
}

export async function choosePaths(title: string, folders: boolean, extensions: string[]): Promise<string[]> {
  return (await told('choosePaths', { title, folders, extensions })) ?? [];
}
