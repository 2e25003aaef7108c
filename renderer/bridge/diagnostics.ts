import { faultKind, faultPlaces } from '../../shared/contract/fault-line.ts';
import { failureFrom } from './failure.ts';
import { showFailure, showNotice } from './notices.ts';
import { shell } from './shell.ts';

/** Puts versions and the end of the log on the clipboard, for whoever helps. No data of a workspace is in it. */
export async function copyDiagnostics(): Promise<void> {
  try {
    await shell('copyDiagnostics');
    showNotice({
      tone: 'good',
      text: 'Diagnostics are on the clipboard: versions and the log, no data of your workspace.',
    });
  } catch (error) {
    showFailure(failureFrom(error));
  }
}

/** Notes a fault of this page in the log file, without what it says. */
export function noteFault(fault: unknown): void {
  // The page that tells of the fault is shown whether or not it could be noted.
  shell('logFault', { kind: faultKind(fault).slice(0, 60), places: faultPlaces(fault) }).catch(() => undefined);
}
