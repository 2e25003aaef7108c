import type { ShellCall, ShellInput, ShellOutput } from '../../../shared/contract/shell.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { showFailure, showNotice } from '../../bridge/notices.ts';
import { queryClient } from '../../bridge/queries.ts';
import { shell } from '../../bridge/shell.ts';
import { counted, formatCount } from '../../ui/format.ts';
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
  queryClient.removeQueries({ type: 'inactive' });
  // What is on the screen is of another file now, and would stay: asked again.
  void queryClient.resetQueries();
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

/** Opens the open file once more, after its disk failed: a form with what could not be saved stays on the screen. */
export async function reopenWorkspace(file: string): Promise<void> {
  await told('open', { file });
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

/** Puts a backup in the workspace's place; what was there can be brought back from the notice. */
export async function restoreBackup(file: string): Promise<boolean> {
  const answer = await told('restore', { file });
  startAfresh(answer);
  if (!answer?.opened) return false;
  const { kept } = answer;
  const isBackup = kept?.includes('before restore') === true;
  showNotice({
    tone: 'good',
    text: isBackup
      ? 'The backup was restored.'
      : `The backup was restored.${kept ? ` What was there is now ${kept}.` : ''}`,
    ...(kept && isBackup ? { action: { label: 'Undo', run: () => void restoreBackup(kept) } } : {}),
  });
  return true;
}

/** Puts what can be read of a damaged workspace in its place, and says what that was. */
export async function salvageWorkspace(): Promise<void> {
  const answer = await told('salvage');
  startAfresh(answer);
  if (!answer?.opened) return;
  const { rows, lostRows, lostChanges } = answer.report;
  const history =
    lostChanges === 0
      ? 'The whole history was kept.'
      : `${formatCount(lostChanges)} changes are now one in the history.`;
  const lost = lostRows === 0 ? 'none was lost' : `${formatCount(lostRows)} were lost`;
  showNotice({
    tone: lostRows === 0 ? 'good' : 'attention',
    text: `Salvaged: ${counted(rows, 'row is', 'rows are')} whole, ${lost}. ${history} ${answer.kept ? `The damaged file is now ${answer.kept}.` : ''}`,
  });
}

/** Offers the text as a file to save, and says where it went. */
export async function saveTextFile(suggestedName: string, text: string): Promise<void> {
  const saved = await told('saveText', { suggestedName, text });
  if (saved?.file) showNotice({ tone: 'good', text: `Saved as ${saved.file}.` });
}

/** Offers the bytes of an attachment as a file to save, and says where it went. */
export async function saveAttachment(id: string, fileName: string): Promise<void> {
  try {
    const { base64 } = await client.journal.attachment({ id });
    const saved = await told('saveBytes', { suggestedName: fileName, base64 });
    if (saved?.file) showNotice({ tone: 'good', text: `Saved as ${saved.file}.` });
  } catch (error) {
    showFailure(failureFrom(error));
  }
}

/** Offers the page, as it would be printed, as a PDF file to save. */
export async function savePdf(suggestedName: string): Promise<void> {
  const saved = await told('printPdf', { suggestedName: `${suggestedName.slice(0, 100)}.pdf` });
  if (saved?.file) showNotice({ tone: 'good', text: `Saved as ${saved.file}.` });
}

export async function choosePaths(title: string, folders: boolean, extensions: string[]): Promise<string[]> {
  return (await told('choosePaths', { title, folders, extensions })) ?? [];
}
