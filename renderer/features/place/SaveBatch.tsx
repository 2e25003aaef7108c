import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { BatchResult } from '../../../shared/contract/plan.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { showFailure, showNotice } from '../../bridge/notices.ts';
import { shell } from '../../bridge/shell.ts';
import { batchCsv } from './plan-export.ts';

/** The steps of a batch as a file. */
export function SaveBatch({ plan }: { plan: BatchResult }) {
  const save = async () => {
    try {
      const saved = await shell('saveText', { suggestedName: 'placements.csv', text: batchCsv(plan) });
      if (saved.file) showNotice({ tone: 'good', text: `Saved as ${saved.file}.` });
    } catch (error) {
      if (!isCancelled(error)) showFailure(failureFrom(error));
    }
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconDownload size="1rem" aria-hidden />}
      onClick={() => void save()}
    >
      Save CSV
    </Button>
  );
}
