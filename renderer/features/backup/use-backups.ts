import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../../../shared/contract/backup.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { showFailure, showNotice } from '../../bridge/notices.ts';
import { shell } from '../../bridge/shell.ts';

const KEY = ['backups'];

/** The backups of the workspace, newest first, and what can be done about them. */
export function useBackups() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<'backing up' | 'checking' | null>(null);
  const { data, error } = useQuery({ queryKey: KEY, queryFn: () => shell('backups'), staleTime: 0 });
  const doing = async (what: 'backing up' | 'checking', action: () => Promise<void>) => {
    setBusy(what);
    try {
      await action();
    } catch (failure) {
      showFailure(failureFrom(failure));
    } finally {
      setBusy(null);
      void queries.invalidateQueries({ queryKey: KEY });
    }
  };
  return {
    backups: data,
    failure: error ? failureFrom(error) : null,
    busy,
    backUp: () => doing('backing up', backUpNow),
    check: () =>
      doing('checking', async () => {
        const checked = await shell('checkBackups');
        queries.setQueryData(KEY, checked);
        tellChecked(checked);
      }),
  };
}

/** Makes a backup of the workspace as it is, and says so. */
export async function backUpNow(): Promise<void> {
  const { made } = await shell('backUp');
  showNotice({
    tone: made ? 'good' : 'neutral',
    text: made ? 'A backup was made and checked.' : 'The newest backup is of this very state already.',
  });
}

function tellChecked(backups: readonly Backup[]): void {
  const damaged = backups.filter(({ facts }) => facts.problem !== null).length;
  if (damaged === 0) showNotice({ tone: 'good', text: `All ${backups.length} backups were opened and are whole.` });
  else showNotice({ tone: 'bad', text: `${damaged} of ${backups.length} backups are damaged.` });
}
